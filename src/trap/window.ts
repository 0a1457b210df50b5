import { addDays, type DayRow } from "../attention/day";

/** The verdict is always over the 14 local days that end today: who codes one week and markets the next is not trapped. */
export const VERDICT_DAYS = 14;

/** The windows whose hours can be looked at. */
export const windows = ["today", "7", "14"] as const;
export type Window = (typeof windows)[number];

const lengths: Record<Window, number> = { today: 1, "7": 7, "14": VERDICT_DAYS };

/** The first local day of the window that ends today. */
export function firstDay(window: Window, today: string): string {
  return addDays(today, 1 - lengths[window]);
}

/** The rows of the window that ends today. */
export function rowsWithin(rows: readonly DayRow[], window: Window, today: string): DayRow[] {
  const first = firstDay(window, today);
  return rows.filter(({ day }) => day >= first && day <= today);
}
