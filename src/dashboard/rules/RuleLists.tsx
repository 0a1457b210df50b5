import type { JSX } from "preact";
import { useMemo, useState } from "preact/hooks";
import { shippedRules } from "../../catalog/classify";
import type { StoredRule } from "../../store/rules";
import { say, sayCount } from "../../texts/say";
import { ChannelIcon } from "../../ui/ChannelIcon";
import type { Desk } from "../desk";
import type { Draft } from "./AddRule";
import { categories, categoryTitle } from "./categories";
import { FoundRules, type RuleActs, RuleRow } from "./FoundRules";
import { dropRule } from "./ownrules";
import { isOverruled, listRules, patternsByChannel, type RuleList, rulesIn } from "./rulelists";

interface Props {
  desk: Desk;
  rules: readonly StoredRule[];
  onChange(draft: Draft): void;
}

/** Every rule there is, by channel, and a search over them all. */
export function RuleLists({ desk, rules, onChange }: Props): JSX.Element {
  const [search, setSearch] = useState("");
  const [opened, setOpened] = useState<string | null>(null);
  const shipped = useMemo(() => patternsByChannel(shippedRules()), []);
  const own = useMemo(() => patternsByChannel(rules), [rules]);
  const ownTexts = useMemo(() => new Set(rules.map(({ text }) => text)), [rules]);
  const lists = listRules(desk.catalog.channels, shipped, own);
  const total = lists.reduce((sum, list) => sum + list.own.length + list.shipped.length, 0);
  const acts: RuleActs = {
    isOverruled: (text) => isOverruled(text, ownTexts),
    onChange: ({ text, channel }) => onChange({ pattern: text, channel: channel.id }),
    onRemove: (text) => {
      const rule = rules.find((one) => one.text === text);
      if (rule) desk.store(() => dropRule(desk, rule));
    },
  };
  return (
    <section class="card" id="rule-lists">
      <h2>{say("rules_every")}</h2>
      <p class="quiet">{say("rules_everyHint")}</p>
      <label class="find">
        {sayCount("rules_searchIn", total)}
        <input
          type="search"
          spellcheck={false}
          data-act="search-rules"
          placeholder={say("rules_searchExample")}
          value={search}
          onInput={(event) => setSearch(event.currentTarget.value)}
        />
      </label>
      {search.trim() === "" ? (
        categories.map((category) => (
          <div class="category" key={category} data-category={category}>
            <h3>{categoryTitle(category)}</h3>
            <div class="lists">
              {lists
                .filter(({ channel }) => channel.category === category)
                .map((list) => (
                  <Folded
                    key={list.channel.id}
                    list={list}
                    acts={acts}
                    isOpen={opened === list.channel.id}
                    onOpen={(isOpen) => setOpened((now) => next(now, list.channel.id, isOpen))}
                  />
                ))}
            </div>
          </div>
        ))
      ) : (
        <FoundRules lists={lists} search={search} acts={acts} />
      )}
    </section>
  );
}

/** Which list is open after one was opened or closed: one at a time. */
function next(now: string | null, id: string, isOpen: boolean): string | null {
  if (isOpen) return id;
  return now === id ? null : now;
}

/** No shipped list is longer; beyond these a list is searched, not read. */
const MOST_ROWS = 500;

interface FoldedProps {
  list: RuleList;
  acts: RuleActs;
  isOpen: boolean;
  onOpen(isOpen: boolean): void;
}

/** A channel's list, whose rules are drawn only while it is open: all at once would be thousands. */
function Folded({ list, acts, isOpen, onOpen }: FoldedProps): JSX.Element {
  const { channel, own, shipped } = list;
  const count = own.length + shipped.length;
  return (
    <details
      name="rule-list"
      data-list={channel.id}
      open={isOpen}
      onToggle={({ currentTarget }) => onOpen(currentTarget.open)}
    >
      <summary>
        <ChannelIcon channel={channel.id} category={channel.category} /> <b>{channel.label}</b>{" "}
        <span class="quiet">{sayCount("rules_count", count)}</span>
      </summary>
      {isOpen && count === 0 && <p class="quiet">{noneSentence(channel.id)}</p>}
      {isOpen && (
        <ul class="patterns">
          {rulesIn(list)
            .slice(0, MOST_ROWS)
            .map((rule) => (
              <RuleRow key={`${rule.isOwn} ${rule.text}`} rule={rule} acts={acts} />
            ))}
        </ul>
      )}
      {isOpen && count > MOST_ROWS && <p class="quiet">{sayCount("rules_more", count - MOST_ROWS)}</p>}
    </details>
  );
}

function noneSentence(channel: string): string {
  return channel === "browser" ? say("rules_noneBrowser") : say("rules_none");
}
