import { rowMs } from "../attention/day";
import { siteOf } from "../catalog/page";
import type { Foreign } from "./foreign";
import { MOST_DAY_MS } from "./tally";

/** What would be imported, in short. */
export interface Preview {
  /** First and last local day. */
  first: string;
  last: string;
  /** How many of them have time. */
  days: number;
  /** How many sites there are; browser pages and other apps are on none. */
  sites: number;
  ms: number;
  /**
   * Days with more time than a day has. They are kept as they are, because to scale them down would invent times, and to drop them
   * would lose what was lived: Time Tracker is known for such days (its issue 256). But the user has to know.
   */
  overfullDays: number;
}

/** Sums a file's rows up. It holds at least one, or it could not have been read. */
export function previewOf({ rows }: Pick<Foreign, "rows">): Preview {
  const days = new Map<string, number>();
  const sites = new Set<string>();
  for (const row of rows) {
    days.set(row.day, (days.get(row.day) ?? 0) + rowMs(row));
    const site = siteOf(row.key);
    if (site !== null) sites.add(site);
  }
  return {
    first: rows[0]?.day ?? "",
    last: rows.at(-1)?.day ?? "",
    days: days.size,
    sites: sites.size,
    ms: [...days.values()].reduce((sum, ms) => sum + ms, 0),
    overfullDays: [...days.values()].filter((ms) => ms > MOST_DAY_MS).length,
  };
}
