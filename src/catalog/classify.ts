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
  const tree = new RuleTree<Verdict>();
  const add = (text: string, verdict: Verdict) => {
    for (const pattern of parsePattern(text)) tree.add(pattern, verdict);
  };
  for (const { text, channel } of rules) add(text, verdictOf(channelOf(channel), text));
  for (const domain of own.domains) add(domain, verdictOf(unknown, `${domain} (your domain)`));
  const every = [...channels, ...own.channels];
  const known = new Map(every.map((channel) => [channel.id, channel]));
  for (const { text, channel } of own.rules) {
    const found = known.get(channel);
    if (found) add(text, verdictOf(found, text, true));
  }
  const decide = (page: Page | null): Verdict => (page && (tree.find(page) ?? builtIn(page))) ?? undecided;
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
const unknown = channelOf("misc");
const undecided = verdictOf(unknown, "-");

/** The rules that are shipped, one list a channel. */
export function* shippedRules(): Generator<Rule> {
  for (const [channel, packed] of Object.entries(lists)) {
    for (const text of unpackList(packed)) yield { text, channel };
  }
}

/** What no list can say: the builder's own machine, and the pages of the browser itself. */
function builtIn(page: Page): Verdict | null {
  if (page.host === "devtools:") return verdictOf(channelOf("devtools"), page.host);
  if (page.host.endsWith(":")) return verdictOf(channelOf("browser"), page.host);
  const known = localRule(page);
  return known === null ? null : verdictOf(channelOf("local"), known);
}
