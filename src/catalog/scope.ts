import type { Catalog, Verdict } from "./classify";
import { type Page, parseKey, siteOfPage } from "./page";
import { type Pattern, PatternError, parsePattern } from "./pattern";
import { RuleTree } from "./tree";

/** How much of a site a rule can be made about, seen from one of its pages. */
export interface Scope {
  /** The rule's pattern. */
  text: string;
  /** Whether such a rule would decide the page: a shipped rule for a section beats one for the whole site. */
  decides: boolean;
  /** Whether stored keys tell this part of the site apart, so that the rule corrects the past too. */
  isKept: boolean;
}

/** Sections are offered so deep: `github.com/owner/repo`, `discord.com/channels/server`. */
const DEEPEST = 3;

/** The scopes of a page from the whole site to its section, the widest first; empty for pages that are on no site. */
export function scopesOf(page: Page, { rule }: Verdict, keyOf: Catalog["keyOf"]): Scope[] {
  if (page.host.endsWith(":")) return [];
  const site = siteOfPage(page);
  const scopes: Scope[] = [];
  for (let depth = 0; depth <= Math.min(DEEPEST, page.segments.length); depth++) {
    const segments = page.segments.slice(0, depth);
    const text = depth === 0 ? site : `${[site, ...segments].join("/")}/**`;
    if (!canBeWritten(text, depth)) break;
    scopes.push({
      text,
      decides: beats(text, rule, page),
      isKept: isKept(text, keyOf),
    });
  }
  return scopes;
}

/** The scope to offer first: the widest that changes what this page is. */
export function offeredScope(scopes: readonly Scope[]): Scope | undefined {
  return scopes.find(({ decides }) => decides) ?? scopes.at(-1);
}

/** A segment that stands in no rule. */
const UNNAMED = "%00";

/** Whether stored keys, which `keyOf` gives, tell the pages of a pattern apart from the rest of their site. */
export function isKept(text: string, keyOf: Catalog["keyOf"]): boolean {
  return patternsOf(text).every(({ host, port, segments, open }) => {
    const path = segments.map((segment) => (isWild(segment) ? UNNAMED : segment)).join("/");
    const url = `http://${siteOfPage({ host, port })}/${path}`;
    const kept = parseKey(keyOf(url) ?? "").segments;
    const isTold = segments.every((segment, i) => (isWild(segment) ? i < kept.length : kept[i] === segment));
    return isTold && (open || keyOf(url) !== keyOf(`${url}/${UNNAMED}`));
  });
}

function isWild(segment: string): boolean {
  return segment === "*" || segment === "{}";
}

/** A host or a segment of a URL can look like a pattern's `*`. */
function canBeWritten(text: string, depth: number): boolean {
  const [pattern, ...more] = patternsOf(text);
  if (!pattern || more.length > 0 || pattern.subdomainsOnly) return false;
  return pattern.segments.length === depth && !pattern.segments.includes("*");
}

/** Whether a rule of the user's for `text` goes before the rule that decides the page now. */
function beats(text: string, deciding: string, page: Page): boolean {
  const tree = new RuleTree<string>();
  // What is no pattern is built in, or a domain of the user's: any rule goes before it.
  for (const pattern of patternsOf(deciding)) tree.add(pattern, "deciding");
  for (const pattern of patternsOf(text)) tree.add(pattern, "own");
  return tree.find(page) === "own";
}

function patternsOf(text: string): Pattern[] {
  try {
    return parsePattern(text);
  } catch (error) {
    if (error instanceof PatternError) return [];
    throw error;
  }
}
