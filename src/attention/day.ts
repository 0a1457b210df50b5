import type { Span } from "./span";

/** Milliseconds of attention on one page in one local day, by local hour (0–23, or `UNKNOWN_HOUR`; an hour that the clock repeats holds up to two). */
export interface DayRow {
  /** Local day, `YYYY-MM-DD`. */
  day: string;
  key: string;
  /** Id of the block that ran; absent: none did. */
  block?: number;
  hours: Record<number, number>;
}

/** Stands for the hour of time that only the day is known of: other tools' files tell no more. */
export const UNKNOWN_HOUR = 24;

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const MINUTE_MS = 60_000;

/** The local day of an instant; `offset` in minutes ahead of UTC. */
export function localDay(at: number, offset: number): string {
  return new Date(at + offset * MINUTE_MS).toISOString().slice(0, 10);
}

/** The local hour of an instant, 0–23. */
export function localHour(at: number, offset: number): number {
  return new Date(at + offset * MINUTE_MS).getUTCHours();
}

/** The day `n` days after (before, if negative) a local day. */
export function addDays(day: string, n: number): string {
  return new Date(Date.parse(day) + n * DAY_MS).toISOString().slice(0, 10);
}

/** Day of the week of a local day: 1 Monday … 7 Sunday. */
export function weekday(day: string): number {
  return ((new Date(day).getUTCDay() + 6) % 7) + 1;
}

/** All local days from the first to the last, both included. */
export function daysFrom(first: string, last: string): string[] {
  const length = Math.max(0, Math.round((Date.parse(last) - Date.parse(first)) / DAY_MS) + 1);
  return Array.from({ length }, (_, i) => addDays(first, i));
}

/** Milliseconds of a row over all its hours. */
export function rowMs(row: DayRow): number {
  return Object.values(row.hours).reduce((sum, ms) => sum + ms, 0);
}

/**
 * A span as day rows: cut at the midnights and hours of its own offset, so that every millisecond falls in exactly one.
 *
 *     23:40 ------ 00:10   →   {day 1, 23: 20 min}  {day 2, 0: 10 min}
 */
export function splitByHour(span: Pick<Span, "key" | "block" | "start" | "end" | "offset">): DayRow[] {
  const shift = span.offset * MINUTE_MS;
  const rows: DayRow[] = [];
  for (let from = span.start + shift; from < span.end + shift; ) {
    const hourStart = Math.floor(from / HOUR_MS) * HOUR_MS;
    const to = Math.min(hourStart + HOUR_MS, span.end + shift);
    const day = localDay(from, 0);
    const last = rows.at(-1);
    const hours = last?.day === day ? last.hours : {};
    hours[new Date(from).getUTCHours()] = to - from;
    if (last?.day !== day) rows.push({ day, ...placeOf(span), hours });
    from = to;
  }
  return rows;
}

/** What tells the rows of a day apart. */
function placeOf({ key, block }: Pick<DayRow, "key" | "block">): Pick<DayRow, "key" | "block"> {
  return block === undefined ? { key } : { key, block };
}

/** Two rows of the same day, page and block as one; `sign` −1 takes the second away. Null when nothing is left. */
export function addRows(row: DayRow | undefined, change: DayRow, sign: 1 | -1): DayRow | null {
  const hours: Record<number, number> = { ...row?.hours };
  for (const [hour, ms] of Object.entries(change.hours)) {
    const left = (hours[Number(hour)] ?? 0) + sign * ms;
    if (left > 0) hours[Number(hour)] = left;
    else delete hours[Number(hour)];
  }
  return Object.keys(hours).length > 0 ? { day: change.day, ...placeOf(change), hours } : null;
}
