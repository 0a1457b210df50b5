import { language, say } from "../../texts/say";
import type { OffHours } from "../../trap/standards";

/** A full hour of the day, 0–24, as people read it. */
export function formatHour(hour: number): string {
  const minutes = new Intl.NumberFormat(language(), { minimumIntegerDigits: 2 }).format(0);
  return say("settings_hour", { hour, minutes });
}

/** 1 January 2024 was a Monday, so days of the week are days of that month. */
const dayOfMonth = (day: number) => Date.UTC(2024, 0, day);

/** The name of a day of the week, 1 Monday … 7 Sunday. */
export function weekdayName(day: number, length: "short" | "long"): string {
  return new Intl.DateTimeFormat(language(), { weekday: length, timeZone: "UTC" }).format(dayOfMonth(day));
}

/** The days of the week from the one that it begins on, 1 Monday … 7 Sunday. */
export function weekdaysFrom(first: number): number[] {
  return Array.from({ length: 7 }, (_, i) => ((first - 1 + i) % 7) + 1);
}

/** Hours that do not count, as people read them: `Mon–Fri, 9:00 to 17:00`. `first` is the day that weeks begin on. */
export function describeHours({ days, from, until }: OffHours, first: number): string {
  const values = { days: describeDays(days, first), from: formatHour(from), until: formatHour(until) };
  return until > from ? say("settings_hoursOfDays", values) : say("settings_hoursOverNight", values);
}

function describeDays(days: readonly number[], first: number): string {
  const order = weekdaysFrom(first);
  const places = order.flatMap((day, i) => (days.includes(day) ? [i] : []));
  const names = places.map((place) => weekdayName(order[place] ?? first, "short"));
  const isRun = places.length > 2 && places.every((place, i) => place === (places[0] ?? 0) + i);
  if (isRun) return say("settings_daysInRow", { first: names[0] ?? "", last: names.at(-1) ?? "" });
  return new Intl.ListFormat(language(), { type: "unit" }).format(names);
}
