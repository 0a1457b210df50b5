import { type Catalog, compile, shippedRules } from "../catalog/classify";
import type { Database } from "./database";
import { readOwnRules } from "./rules";
import type { Settings } from "./settings";

/** Gives the catalog that holds under some settings. It is compiled once for each state of the user's rules and domains. */
export function createCatalogs(db: Database): (settings: Settings) => Promise<Catalog> {
  let compiled: { state: string; catalog: Catalog } | null = null;
  return async ({ rulesChanged, ownDomains }) => {
    const state = JSON.stringify([rulesChanged, ownDomains]);
    if (compiled?.state !== state) {
      const own = await readOwnRules(db);
      compiled = { state, catalog: compile(shippedRules(), { ...own, domains: ownDomains }) };
    }
    return compiled.catalog;
  };
}
