import { addDays, weekday } from "../../attention/day";
import type { DayTime } from "../../trap/totals";

/** A day as it is drawn: feeds told apart where they are known. */
export type DrawnDay = DayTime & { feedsMs?: number };

export type Grain = "day" | "week" | "month";

/** From more days than these on bars are of weeks, then of months: below six pixels a bar is a hair. */
export const MOST_DAYS = 120;
export const MOST_DAYS_IN_WEEKS = 400;

/** One bar: the local days that it stands for, and their milliseconds. */
export interface Bucket extends Omit<Required<DrawnDay>, "day" | "reachingOutMs"> {
  first: string;
  last: string;
}

/** Days in a row as bars; weeks begin on `startsOn`, 1 Monday … 7 Sunday. The first bar and the last hold as much as there is of them. */
export function groupDays(days: readonly DrawnDay[], startsOn: number): { grain: Grain; buckets: Bucket[] } {
  const grain = days.length <= MOST_DAYS ? "day" : days.length <= MOST_DAYS_IN_WEEKS ? "week" : "month";
  const begins = beginnings(grain, startsOn);
  const buckets: Bucket[] = [];
  for (const day of days) {
    const open = buckets.at(-1);
    if (!open || begins(day.day)) buckets.push(bucketOf(day));
    else addDay(open, day);
  }
  return { grain, buckets };
}

function beginnings(grain: Grain, startsOn: number): (day: string) => boolean {
  if (grain === "day") return () => true;
  if (grain === "month") return (day) => day.endsWith("-01");
  return (day) => weekday(day) === startsOn;
}

function bucketOf({ day, reachingOutMs: _, feedsMs = 0, ...times }: DrawnDay): Bucket {
  return { first: day, last: day, feedsMs, ...times };
}

function addDay(bucket: Bucket, { day, feedsMs = 0, ...times }: DrawnDay): void {
  bucket.last = day;
  bucket.feedsMs += feedsMs;
  for (const name of ["distributionMs", "buildMs", "neutralMs", "otherAppsMs"] as const) bucket[name] += times[name];
}

/** The last local day of the week that begins on a day. */
export function weekEnd(start: string): string {
  return addDays(start, 6);
}
