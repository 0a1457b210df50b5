import { type Catalog, compile, type Rule, shippedRules } from "../catalog/classify";
import { parsePattern } from "../catalog/pattern";
import type { Database } from "./database";
import { readOwnRules } from "./rules";
import type { Settings } from "./settings";

/** One rule that no longer can be read must not take the others with it; it stays stored. */
function isReadable({ text }: Rule): boolean {
  try {
    return parsePattern(text).length > 0;
  } catch {
    console.error(`The rule "${text}" cannot be read`);
    return false;
  }
}

/**
 * Gives the catalog that holds under some settings. It is compiled once for each state of the user's rules and domains, and again
 * where that failed.
 */
export function createCatalogs(db: Database): (settings: Settings) => Promise<Catalog> {
  let compiled: { state: string; catalog: Promise<Catalog> } | null = null;

  const compileWith = async (domains: readonly string[]) => {
    const { rules, channels } = await readOwnRules(db);
    return compile(shippedRules(), { rules: rules.filter(isReadable), channels, domains });
  };

  return ({ rulesChanged, ownDomains }) => {
    const state = JSON.stringify([rulesChanged, ownDomains]);
    if (compiled?.state === state) return compiled.catalog;
    const next = { state, catalog: compileWith(ownDomains) };
    compiled = next;
    next.catalog.catch(() => {
      if (compiled === next) compiled = null;
    });
    return next.catalog;
  };
}
