import { language } from "../texts/say";

/** A local day as the language writes it: `Mon, 16 Mar 2026`. */
export function dayText(day: string): string {
  const form = { weekday: "short", day: "numeric", month: "short", year: "numeric", timeZone: "UTC" } as const;
  return new Intl.DateTimeFormat(language(), form).format(new Date(day));
}
