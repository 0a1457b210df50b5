import { addDays, weekday } from "../attention/day";

/** First and last local day, both included. */
export interface WeekDays {
  start: string;
  end: string;
}

/** The week that holds a local day, and begins on the given day of the week: 1 Monday … 7 Sunday. */
export function weekOf(day: string, startsOn = 1): WeekDays {
  const start = addDays(day, -((weekday(day) - startsOn + 7) % 7));
  return { start, end: addDays(start, 6) };
}

export function weekBefore({ start, end }: WeekDays): WeekDays {
  return { start: addDays(start, -7), end: addDays(end, -7) };
}

export function weekAfter({ start, end }: WeekDays): WeekDays {
  return { start: addDays(start, 7), end: addDays(end, 7) };
}
