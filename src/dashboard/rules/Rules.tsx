import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { StoredRule } from "../../store/rules";
import { say, sayCount } from "../../texts/say";
import { dayText } from "../daytext";
import type { Desk } from "../desk";
import { AddRule, type Draft } from "./AddRule";
import { addRule, dropRule, exportRules, importRules } from "./ownrules";
import { TryAddress } from "./TryAddress";

interface Props {
  desk: Desk;
  rules: readonly StoredRule[];
  /** A rule that is to be changed, each time another object; null: none is. */
  draft: Draft | null;
}

/** Beyond these a list is searched, not read. */
const MOST_ROWS = 200;

/** The user's rules: they go before the shipped lists wherever both know the same place, and no update touches them. */
export function Rules({ desk, rules, draft }: Props): JSX.Element {
  const { db, catalog, store } = desk;
  const [told, setTold] = useState<string[]>([]);
  const tell = (doIt: () => Promise<string[]>) => store(async () => setTold(await doIt()));
  const labels = new Map(catalog.channels.map(({ id, label }) => [id, label]));
  return (
    <section class="card" id="own-rules">
      <h2>{say("rules_own")}</h2>
      <p class="quiet">{say("rules_ownHint")}</p>
      <AddRule
        channels={catalog.channels}
        draft={draft}
        onAdd={({ pattern, channel }) => tell(() => addRule(db, catalog, pattern, channel))}
      />
      <div class="acts">
        <button
          type="button"
          data-act="export-rules"
          disabled={rules.length === 0}
          onClick={() => tell(() => exportRules(db))}
        >
          {say("rules_export")}
        </button>
        <label class="button">
          {say("rules_import")}
          <input
            type="file"
            accept=".txt,text/plain"
            data-act="import-rules"
            onChange={({ currentTarget }) => {
              const [file] = currentTarget.files ?? [];
              if (file) tell(() => importRules(db, catalog, file));
              // The same file, mended, must be a change again.
              currentTarget.value = "";
            }}
          />
        </label>
      </div>
      <output class="quiet">
        {told.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </output>
      <TryAddress catalog={catalog} />
      {rules.length > 0 && (
        <table class="rules">
          <caption>{sayCount("rules_count", rules.length)}</caption>
          <thead>
            <tr>
              <th scope="col">{say("rules_rule")}</th>
              <th scope="col">{say("rules_ruleChannel")}</th>
              <th scope="col">{say("rules_since")}</th>
              <th scope="col">
                <span class="unseen">{say("rules_remove")}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rules.slice(0, MOST_ROWS).map((rule) => (
              <tr key={rule.text} data-rule={rule.text}>
                <td>
                  <bdi dir="ltr">{rule.text}</bdi>
                </td>
                <td>{labels.get(rule.channel) ?? rule.channel}</td>
                <td>{rule.since === null ? say("rules_ever") : dayText(rule.since)}</td>
                <td>
                  <button
                    type="button"
                    class="link"
                    aria-label={say("rules_removeNamed", { rule: rule.text })}
                    onClick={() => store(() => dropRule(desk, rule))}
                  >
                    {say("rules_remove")}
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {rules.length > MOST_ROWS && <p class="quiet">{sayCount("rules_more", rules.length - MOST_ROWS)}</p>}
    </section>
  );
}
