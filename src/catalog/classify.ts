import { say } from "../texts/say";
import { type Category, type Channel, channelOf, channels } from "./channels";
import { localRule } from "./local";
import { unpackList } from "./pack";
import { formatKey, type Page, parseKey, parsePage } from "./page";
import { parsePattern } from "./pattern";
import { lists } from "./sites";
import { RuleTree } from "./tree";

export interface Rule {
  /** The pattern as it stands in its list. */
  text: string;
  channel: string;
}

/** What a page is, and which rule says so. */
export interface Verdict {
  category: Category;
  channel: string;
  /** What people read as the channel's name. */
  label: string;
  /** The deciding rule as a person reads it; `-` when no rule knows the page. */
  rule: string;
  /** Whether that is a rule of the user's. */
  own: boolean;
}

/** What the user has decided about the web. */
export interface OwnCatalog {
  rules: readonly Rule[];
  /** Channels of the user's own invention. */
  channels: readonly Channel[];
  /** The user's domains, as `parseSite` writes them: their live sites are neutral. */
  domains: readonly string[];
}

const nothingOwn: OwnCatalog = { rules: [], channels: [], domains: [] };

export interface Catalog {
  /** Every kind of work that it knows: ours, then the user's own. */
  channels: readonly Channel[];
  /** What a URL's page is. Never throws: what is no URL is neutral. */
  classify(url: string): Verdict;
  /** What the page of a stored key is. `classifyKey(keyOf(url))` equals `classify(url)`. */
  classifyKey(key: string): Verdict;
  /** What is stored about a URL's page: its host and what rules look at in its path; null when it is no URL. */
  keyOf(url: string): string | null;
}

/**
 * Compiles rules. Their order never counts, but that of two equal patterns the user's wins, and a rule of theirs before a domain of
 * theirs. A rule of the user's whose channel is gone counts as none. Throws a PatternError.
 */
export function compile(rules: Iterable<Rule>, own: OwnCatalog = nothingOwn): Catalog {
  // With their labels as they are now: one look-up a channel, not one a rule or a page.
  const shipped = new Map(channels.map((channel) => [channel.id, { ...channel }]));
  const verdictBy = (channel: string, rule: string) => verdictOf(shipped.get(channel) ?? channelOf(channel), rule);
  const tree = new RuleTree<Verdict>();
  const add = (text: string, verdict: Verdict) => {
    for (const pattern of parsePattern(text)) tree.add(pattern, verdict);
  };
  for (const { text, channel } of rules) add(text, verdictBy(channel, text));
  for (const domain of own.domains) add(domain, verdictBy(UNKNOWN, say("rule_ownDomain", { domain })));
  const every = [...shipped.values(), ...own.channels];
  const known = new Map(every.map((channel) => [channel.id, channel]));
  for (const { text, channel } of own.rules) {
    const found = known.get(channel);
    if (found) add(text, verdictOf(found, text, true));
  }
  const undecided = verdictBy(UNKNOWN, "-");
  const decide = (page: Page | null): Verdict => {
    if (page === null) return undecided;
    const found = tree.find(page);
    if (found) return found;
    const known = builtIn(page);
    return known ? verdictBy(known.channel, known.rule) : undecided;
  };
  return {
    channels: every,
    classify: (url) => decide(parsePage(url)),
    classifyKey: (key) => decide(parseKey(key)),
    keyOf: (url) => {
      const page = parsePage(url);
      return page && formatKey(tree.reduce(page));
    },
  };
}

function verdictOf({ id, category, label }: Channel, rule: string, own = false): Verdict {
  return { category, channel: id, label, rule, own };
}

/** The channel of what no rule knows. */
const UNKNOWN = "misc";

/** The rules that are shipped, one list a channel. */
export function* shippedRules(): Generator<Rule> {
  for (const [channel, packed] of Object.entries(lists)) {
    for (const text of unpackList(packed)) yield { text, channel };
  }
}

/** What no list can say: the builder's own machine, and the pages of the browser itself. */
function builtIn(page: Page): Pick<Verdict, "channel" | "rule"> | null {
  if (page.host === "devtools:") return { channel: "devtools", rule: page.host };
  if (page.host.endsWith(":")) return { channel: "browser", rule: page.host };
  const rule = localRule(page);
  return rule === null ? null : { channel: "local", rule };
}
