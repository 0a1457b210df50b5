import { parseSite } from "./page";

/** Sites as a person types them, one a line, as they stand in page keys: sorted, each once. */
export interface SiteLines {
  sites: string[];
  /** Lines that are no site, as they were typed. */
  wrong: string[];
}

export function parseSiteLines(text: string): SiteLines {
  const lines = text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
  const read = lines.map((line) => ({ line, site: parseSite(line) }));
  const sites = read.flatMap(({ site }) => site ?? []);
  return { sites: [...new Set(sites)].sort(), wrong: read.filter(({ site }) => site === null).map(({ line }) => line) };
}
