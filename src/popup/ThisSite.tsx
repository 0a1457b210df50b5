import type { JSX } from "preact";
import type { Scope } from "../catalog/scope";
import { say } from "../texts/say";
import { ChannelSelect } from "../ui/ChannelSelect";
import { reason, scopeOption, type ThisPage } from "./thispage";
import "./thissite.css";

interface Props {
  /** The site that the popup was opened over; null: a page on no site. */
  site: string | null;
  /** What is known about the page; null until the rules are loaded. */
  page: ThisPage | null;
  /** What became of the last change; empty before the first. */
  told: string;
  onChoose(page: ThisPage, scope: Scope, channel: string): void;
  onRemoveRule(text: string): void;
  onRecorded(site: string, isRecorded: boolean): void;
}

/** What the page in front counts as, and two clicks to say better. As tall before its rules are loaded as after. */
export function ThisSite({ site, page, told, onChoose, onRemoveRule, onRecorded }: Props): JSX.Element {
  return (
    <section class="thissite" aria-labelledby="thissite">
      <h2 id="thissite">{say("popup_site")}</h2>
      {site === null ? (
        <p class="quiet">{say("popup_siteNone")}</p>
      ) : (
        <form onSubmit={(event) => event.preventDefault()}>
          <b class="name">
            <bdi>{site}</bdi>
          </b>
          {page ? (
            <div class="answers" key={`${page.verdict.rule} ${page.verdict.channel}`}>
              <ChannelSelect
                label={say("popup_siteIs", { site: page.site })}
                channels={page.channels}
                chosen={page.verdict.channel}
                onChoose={(channel, form) => onChoose(page, scopeIn(form, page), channel)}
              />
              {page.rule === null && page.scopes.length > 1 && <ScopeSelect page={page} />}
            </div>
          ) : (
            <div class="answers" />
          )}
          <p class="quiet">
            {page ? reason(page) : "…"}
            {page?.rule && (
              <button type="button" class="link" onClick={() => onRemoveRule(page.rule?.text ?? "")}>
                {say("popup_siteRemove")}
              </button>
            )}
          </p>
          {page && (
            <button
              type="button"
              class="link"
              data-act={page.isRecorded ? "never-record" : "record"}
              onClick={() => onRecorded(page.site, !page.isRecorded)}
            >
              {say(page.isRecorded ? "popup_siteNever" : "popup_siteAgain")}
            </button>
          )}
        </form>
      )}
      <output>{told}</output>
    </section>
  );
}

/** The scope that is selected in a form; the one on offer where there is no choice. */
function scopeIn(form: HTMLFormElement | null, { scopes, offered }: ThisPage): Scope {
  const selected = form && new FormData(form).get("scope");
  return scopes.find(({ text }) => text === selected) ?? offered;
}

/** What the next answer is about. */
function ScopeSelect({ page }: { page: ThisPage }): JSX.Element {
  return (
    <select class="scope" name="scope" aria-label={say("popup_siteAbout")}>
      {page.scopes.map((scope) => (
        <option key={scope.text} value={scope.text} selected={scope === page.offered}>
          {scopeOption(scope, page.site)}
        </option>
      ))}
    </select>
  );
}
