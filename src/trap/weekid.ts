import { addDays, weekday } from "../attention/day";
import { type WeekDays, weekOf } from "./weekdays";

/**
 * A week's name in addresses: `2026-W12`, the ISO 8601 week that its fourth day is in. Whatever day weeks begin on, a week holds that
 * ISO week's Thursday: the two share four days at least, and no other week has the name.
 *
 *     ISO week      Mo Tu We Th Fr Sa Su
 *     from Saturday Sa Su Mo Tu We Th Fr      named by its Tuesday
 *     from Sunday   Su Mo Tu We Th Fr Sa      named by its Wednesday
 */
export function weekId({ start }: WeekDays): string {
  const thursday = thursdayOf(addDays(start, 3));
  const year = thursday.slice(0, 4);
  const week = Math.round((Date.parse(thursday) - Date.parse(firstThursday(year))) / WEEK_MS) + 1;
  return `${year}-W${String(week).padStart(2, "0")}`;
}

/** The week of a name, for weeks that begin on the given day; null for what names none. */
export function weekOfId(id: string, startsOn = 1): WeekDays | null {
  // The years around which every day can be written with four digits.
  const [, year, number] = /^(?!9999)([1-9]\d{3})-W(\d{2})$/.exec(id) ?? [];
  if (year === undefined) return null;
  const days = weekOf(addDays(firstThursday(year), 7 * (Number(number) - 1)), startsOn);
  // There is no 53rd week where a year has 52.
  return weekId(days) === id ? days : null;
}

const WEEK_MS = 7 * 24 * 3_600_000;

/** The Thursday of the ISO week that a day is in. */
function thursdayOf(day: string): string {
  return addDays(day, 4 - weekday(day));
}

/** The first Thursday of a year is in its first ISO week, as the fourth of January is. */
function firstThursday(year: string): string {
  return thursdayOf(`${year}-01-04`);
}
