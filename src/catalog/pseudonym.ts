import { siteOf } from "./page";

/**
 * Gives each site a name that tells nothing, the same one each time: `site-1.example`, `site-2.example` … What rules look at in
 * a path goes with the name. Pages on no site, and DevTools, keep their keys.
 */
export function createPseudonyms(): (key: string) => string {
  const names = new Map<string, string>();
  return (key) => {
    const site = siteOf(key);
    if (site === null || site === "devtools") return key;
    const name = names.get(site) ?? `site-${names.size + 1}.example`;
    names.set(site, name);
    return name;
  };
}
