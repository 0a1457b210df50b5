import { type Category, channelOf } from "./channels";
import { localRule } from "./local";
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
  /** The deciding rule as a person reads it; `-` when no rule knows the page. */
  rule: string;
}

export interface Catalog {
  /** What a URL's page is. Never throws: what is no URL is neutral. */
  classify(url: string): Verdict;
  /** What the page of a stored key is. `classifyKey(keyOf(url))` equals `classify(url)`. */
  classifyKey(key: string): Verdict;
  /** What is stored about a URL's page: its host and what rules look at in its path; null when it is no URL. */
  keyOf(url: string): string | null;
}

/** Compiles rules. Order counts only between equal patterns: the later one wins. Throws a PatternError. */
export function compile(rules: Iterable<Rule>): Catalog {
  const tree = new RuleTree<Rule>();
  for (const rule of rules) for (const pattern of parsePattern(rule.text)) tree.add(pattern, rule);
  const decide = (page: Page | null): Verdict => {
    const rule = page && (tree.find(page) ?? builtIn(page));
    const { id, category } = channelOf(rule?.channel ?? "misc");
    return { category, channel: id, rule: rule?.text ?? "-" };
  };
  return {
    classify: (url) => decide(parsePage(url)),
    classifyKey: (key) => decide(parseKey(key)),
    keyOf: (url) => {
      const page = parsePage(url);
      return page && formatKey(tree.reduce(page));
    },
  };
}

/** The rules that are shipped, one list a channel. */
export function* shippedRules(): Generator<Rule> {
  for (const [channel, text] of Object.entries(lists)) {
    for (const line of text.split("\n")) if (line && !line.startsWith("#")) yield { text: line, channel };
  }
}

/** What no list can say: the builder's own machine, and the pages of the browser itself. */
function builtIn(page: Page): Rule | null {
  if (page.host === "devtools:") return { text: page.host, channel: "devtools" };
  if (page.host.endsWith(":")) return { text: page.host, channel: "browser" };
  const text = localRule(page);
  return text ? { text, channel: "local" } : null;
}
