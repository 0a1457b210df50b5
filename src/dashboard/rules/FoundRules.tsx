import type { JSX } from "preact";
import { say, sayCount } from "../../texts/say";
import { ChannelIcon } from "../../ui/ChannelIcon";
import { findRules, type ListedRule, type RuleList } from "./rulelists";

/** What can be done with a rule in a list, and what is to be known of it. */
export interface RuleActs {
  /** Whether rules of the user's decide instead of a shipped pattern. */
  isOverruled(text: string): boolean;
  /** Begins a rule of the user's in the place of a shipped one. */
  onChange(rule: ListedRule): void;
  /** Removes one of the user's, by its pattern. */
  onRemove(text: string): void;
}

/** Beyond these the search is to be narrowed, not the list read. */
const MOST_FOUND = 100;

interface Props {
  lists: readonly RuleList[];
  search: string;
  acts: RuleActs;
}

/** The rules that a search finds, each with its channel. */
export function FoundRules({ lists, search, acts }: Props): JSX.Element {
  const found = findRules(lists, search);
  const more = found.length - MOST_FOUND;
  return (
    <>
      <output class="quiet">{sayCount("rules_found", found.length)}</output>
      <ul class="patterns">
        {found.slice(0, MOST_FOUND).map((rule) => (
          <RuleRow key={`${rule.isOwn} ${rule.channel.id} ${rule.text}`} rule={rule} acts={acts} withChannel />
        ))}
      </ul>
      {more > 0 && <p class="quiet">{sayCount("rules_foundMore", more)}</p>}
    </>
  );
}

interface RowProps {
  rule: ListedRule;
  acts: RuleActs;
  /** Whether the channel is told, too: under its own name it need not be. */
  withChannel?: boolean;
}

/** A rule in a list: one of the user's can be removed; a shipped one is changed by a rule of the user's for the same place. */
export function RuleRow({ rule, acts, withChannel = false }: RowProps): JSX.Element {
  const { text, channel, isOwn } = rule;
  const isOverruled = !isOwn && acts.isOverruled(text);
  return (
    <li data-listed={text} class={isOverruled ? "overruled" : undefined}>
      <span class="pattern">
        <bdi dir="ltr">{text}</bdi>
        {withChannel && (
          <span class="quiet">
            <ChannelIcon channel={channel.id} category={channel.category} /> {channel.label}
          </span>
        )}
        {isOwn && <span class="quiet">{say("rules_yours")}</span>}
        {isOverruled && <span class="quiet">{say("rules_overruled")}</span>}
      </span>
      {isOwn ? (
        <button
          type="button"
          class="link"
          aria-label={say("rules_removeNamed", { rule: text })}
          onClick={() => acts.onRemove(text)}
        >
          {say("rules_remove")}
        </button>
      ) : (
        <button
          type="button"
          class="link"
          data-act="change-rule"
          aria-label={say("rules_changeNamed", { rule: text })}
          onClick={() => acts.onChange(rule)}
        >
          {say("rules_change")}
        </button>
      )}
    </li>
  );
}
