import { formatDay } from "../ui/charts/dates";

/** A local day as the language writes it: `Mon, 16 Mar 2026`. */
export function dayText(day: string): string {
  return formatDay(day, "full");
}
