import type { DayTime } from "./totals";
import { type WeekDays, weekBefore, weekOf } from "./weekdays";

/** A week that is over, in one number. */
export interface FinishedWeek extends WeekDays {
  /** Distribution share, 0–1. */
  share: number;
}

export interface FinishedWeekSources {
  /** Today's local day. */
  today: string;
  /** The day that weeks begin on: 1 Monday … 7 Sunday. */
  weekStartsOn: number;
  /** Whether the user wants to be told. */
  tellsWeek: boolean;
  /** First local day of the last finished week that was looked at; null: none was. */
  seenWeek: string | null;
  /** The days with time, the verdict's at least: in its 14 the week before this one lies whole. */
  days: readonly Pick<DayTime, "day" | "buildMs" | "distributionMs">[];
}

/** The week before this one, from the first day of this one until it was looked at; null where nothing was built or found in it. */
export function finishedWeek({
  today,
  weekStartsOn,
  tellsWeek,
  seenWeek,
  days,
}: FinishedWeekSources): FinishedWeek | null {
  const week = weekBefore(weekOf(today, weekStartsOn));
  if (!tellsWeek || (seenWeek !== null && seenWeek >= week.start)) return null;
  const within = days.filter(({ day }) => day >= week.start && day <= week.end);
  const distributionMs = within.reduce((sum, day) => sum + day.distributionMs, 0);
  const bothMs = within.reduce((sum, day) => sum + day.buildMs, distributionMs);
  return bothMs > 0 ? { ...week, share: distributionMs / bothMs } : null;
}
