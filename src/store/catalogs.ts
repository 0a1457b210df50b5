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

/** Gives the catalog that holds under some settings. It is compiled once for each state of the user's rules and domains. */
export function createCatalogs(db: Database): (settings: Settings) => Promise<Catalog> {
  let compiled: { state: string; catalog: Catalog } | null = null;
  return async ({ rulesChanged, ownDomains }) => {
    const state = JSON.stringify([rulesChanged, ownDomains]);
    if (compiled?.state !== state) {
      const { rules, channels } = await readOwnRules(db);
      const own = { rules: rules.filter(isReadable), channels, domains: ownDomains };
      compiled = { state, catalog: compile(shippedRules(), own) };
    }
    return compiled.catalog;
  };
}
