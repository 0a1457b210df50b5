import { type DayRow, localDay, splitByHour, UNKNOWN_HOUR } from "../attention/day";
import { type Foreign, type Reading, type Reason, reasons, type Skipped } from "./foreign";

/** The longest local day: one on which the clock is set back. A site cannot have more of it. */
export const MOST_DAY_MS = 25 * 3_600_000;

/** No tool that we read is older than this. What says so was counted by a clock that was not set. */
const EARLIEST_DAY = "2000-01-01";

/** A site's time in a day, as a file tells it. */
export interface SiteDay {
  /** Host, with its port where it is not the usual one. */
  site: string;
  /** The day as it is written, and what it was read as: `YYYY-MM-DD`, or null when it is no day. */
  written: string;
  day: string | null;
  ms: number;
}

/** Adds up what a file tells, and counts what it tells that cannot be used. */
export interface Tally {
  /** Adds a site's time in a day. Without time there is nothing to add, nor to leave out. */
  addSiteDay(entry: SiteDay): void;
  /** Adds time from one instant to another, at most 25 hours, on a page key. No two of them overlap. */
  addStretch(start: number, end: number, key: string): void;
  /** The page key of a URL; null, and counted as left out, when there is none or it leaves no trace. */
  keyOf(url: string): string | null;
  /** Whether an instant is on a day that could have been lived. Counts what is not. */
  isLived(at: number): boolean;
  skip(reason: Reason): void;
  rows(): Foreign["rows"];
  skipped(): Skipped[];
}

/** Time Tracker's names for files on this machine, by their kind. */
const LOCAL_FILES = /^__local_\w+__$/;
/** What would be more than a host in a URL. */
const NO_HOST = /[\s/\\?#@*]/;

export function openTally({ keyOf, offsetAt, now, isNever }: Reading): Tally {
  const today = localDay(now, offsetAt(now));
  const days = new Map<string, Map<string, DayRow["hours"]>>();
  const left = new Map<Reason, number>();
  const seen = new Set<string>();

  const skip = (reason: Reason) => {
    left.set(reason, (left.get(reason) ?? 0) + 1);
  };
  const isIn = (day: string) => day >= EARLIEST_DAY && day <= today;
  const add = (day: string, key: string, hour: number, ms: number) => {
    const pages = days.get(day) ?? new Map<string, DayRow["hours"]>();
    const hours = pages.get(key) ?? {};
    hours[hour] = (hours[hour] ?? 0) + ms;
    pages.set(key, hours);
    days.set(day, pages);
  };
  const keyOrSkip = (url: string) => {
    const key = keyOf(url);
    if (key === null) skip("noSite");
    else if (isNever?.(key)) skip("neverRecord");
    else return key;
    return null;
  };

  return {
    addSiteDay({ site, written, day, ms: exact }) {
      const ms = Math.round(exact);
      if (ms === 0) return;
      if (ms < 0) return skip("wrongTime");
      if (ms > MOST_DAY_MS) return skip("tooLong");
      if (day === null) return skip("noDay");
      if (!isIn(day)) return skip("otherDay");
      // In both tools a site has one record a day: a second one is a copy, from files that were put together.
      const mark = `${written} ${site}`;
      if (seen.has(mark)) return skip("copy");
      seen.add(mark);
      if (!LOCAL_FILES.test(site) && (site === "" || NO_HOST.test(site))) return skip("noSite");
      const key = keyOrSkip(LOCAL_FILES.test(site) ? "file:///" : `https://${site}/`);
      if (key !== null) add(day, key, UNKNOWN_HOUR, ms);
    },
    addStretch(start, end, key) {
      for (const [from, to] of cutWhereClockChanges(start, end, offsetAt)) {
        for (const row of splitByHour({ key, start: from, end: to, offset: offsetAt(from) })) {
          for (const [hour, ms] of Object.entries(row.hours)) add(row.day, key, Number(hour), ms);
        }
      }
    },
    keyOf: keyOrSkip,
    isLived(at) {
      const isPossible = isIn(localDay(at, offsetAt(at)));
      if (!isPossible) skip("otherDay");
      return isPossible;
    },
    skip,
    rows: () =>
      inOrder(days).flatMap(([day, pages]) =>
        inOrder(pages).map(([key, hours]) => ({ day, key, hours: { ...hours } })),
      ),
    skipped: () =>
      reasons.flatMap((reason) => {
        const count = left.get(reason);
        return count === undefined ? [] : [{ reason, count }];
      }),
  };
}

function inOrder<T>(map: ReadonlyMap<string, T>): [string, T][] {
  return [...map].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Cuts a stretch at the instant, to the millisecond, at which the local clock is set. In a day that happens at most once. */
function* cutWhereClockChanges(
  start: number,
  end: number,
  offsetAt: Reading["offsetAt"],
): Generator<[start: number, end: number]> {
  const before = offsetAt(start);
  if (offsetAt(end - 1) === before) return yield [start, end];
  let last = start;
  let first = end - 1;
  while (first - last > 1) {
    const middle = Math.floor((last + first) / 2);
    if (offsetAt(middle) === before) last = middle;
    else first = middle;
  }
  yield [start, first];
  yield [first, end];
}
