import type { Channel } from "../../catalog/channels";
import type { Rule } from "../../catalog/classify";
import { formatPattern, parsePattern } from "../../catalog/pattern";

/** A rule as a list shows it. */
export interface ListedRule {
  /** Its pattern. */
  text: string;
  channel: Channel;
  /** Whether it is the user's. */
  isOwn: boolean;
}

/** Every rule for one channel: the user's, then the shipped ones. */
export interface RuleList {
  channel: Channel;
  own: readonly string[];
  shipped: readonly string[];
}

/** The patterns of each channel, by its id, in alphabetical order. */
export function patternsByChannel(rules: Iterable<Rule>): ReadonlyMap<string, readonly string[]> {
  const patterns = new Map<string, string[]>();
  for (const { text, channel } of rules) {
    const texts = patterns.get(channel) ?? [];
    texts.push(text);
    patterns.set(channel, texts);
  }
  return new Map([...patterns].map(([channel, texts]) => [channel, texts.sort()]));
}

type Patterns = ReturnType<typeof patternsByChannel>;

/** The list of each channel, in the channels' order. */
export function listRules(channels: readonly Channel[], shipped: Patterns, own: Patterns): RuleList[] {
  return channels.map((channel) => ({
    channel,
    own: own.get(channel.id) ?? [],
    shipped: shipped.get(channel.id) ?? [],
  }));
}

/** The rules of a list as they are shown. */
export function rulesIn({ channel, own, shipped }: RuleList): ListedRule[] {
  const listed = (texts: readonly string[], isOwn: boolean) => texts.map((text) => ({ text, channel, isOwn }));
  return [...listed(own, true), ...listed(shipped, false)];
}

/**
 * The rules in whose pattern or channel's name every word of a search stands, whatever the case: the user's first, then those that begin
 * with it. None where nothing is searched for.
 */
export function findRules(lists: readonly RuleList[], search: string): ListedRule[] {
  const [first, ...more] = search.toLowerCase().split(/\s+/).filter(Boolean);
  if (first === undefined) return [];
  const found = lists.flatMap((list) => {
    const label = list.channel.label.toLowerCase();
    const has = (text: string) => [first, ...more].every((word) => text.includes(word) || label.includes(word));
    return rulesIn({ ...list, own: list.own.filter(has), shipped: list.shipped.filter(has) });
  });
  const rank = ({ text, isOwn }: ListedRule) => (isOwn ? 0 : text.startsWith(first) ? 1 : 2);
  return found.sort((a, b) => rank(a) - rank(b));
}

/** Whether rules of the user's decide every page that a shipped pattern would. `own`: their patterns, each in its one spelling. */
export function isOverruled(text: string, own: ReadonlySet<string>): boolean {
  return own.size > 0 && parsePattern(text).every((pattern) => own.has(formatPattern(pattern)));
}
