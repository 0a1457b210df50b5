import { language } from "../../texts/say";

const forms = {
  /** 3 Mar */
  day: { day: "numeric", month: "short" },
  /** Tue 3 Mar 2026 */
  full: { weekday: "short", day: "numeric", month: "short", year: "numeric" },
  /** 3 Mar 2026 */
  date: { day: "numeric", month: "short", year: "numeric" },
  /** Mar */
  month: { month: "short" },
  /** March 2026 */
  monthOfYear: { month: "long", year: "numeric" },
  /** 2026 */
  year: { year: "numeric" },
  /** Tue */
  weekday: { weekday: "short" },
} satisfies Record<string, Intl.DateTimeFormatOptions>;

export type Form = keyof typeof forms;

let made: { tag: string; formats: Map<Form, Intl.DateTimeFormat> } | null = null;

/** Making a format takes longer than using it a hundred times. */
function formatOf(form: Form): Intl.DateTimeFormat {
  const tag = language();
  if (made?.tag !== tag) made = { tag, formats: new Map() };
  const known = made.formats.get(form) ?? new Intl.DateTimeFormat(tag, { ...forms[form], timeZone: "UTC" });
  made.formats.set(form, known);
  return known;
}

/** A local day as the language writes it. */
export function formatDay(day: string, form: Form): string {
  return formatOf(form).format(Date.parse(day));
}

/** From one local day to another, `2 – 8 Mar 2026`. */
export function formatDays(first: string, last: string): string {
  return formatOf("date").formatRange(Date.parse(first), Date.parse(last));
}

/** A day of the week, 1 Monday … 7 Sunday. */
export function formatWeekday(weekday: number): string {
  // The first of January 2024 was a Monday.
  return formatDay(`2024-01-0${weekday}`, "weekday");
}
