import type { DayRow } from "../attention/day";
import type { Verdict } from "../catalog/classify";
import { addUp, type Totals } from "./totals";
import { rowsWithin, type Window } from "./window";

/** What is known of some days and how it is to be judged, as `store/read` gives it. */
export interface Known {
  days: readonly DayRow[];
  settings: { otherApps: "build" | "apart" | null };
  /** Names of settings that could not be read. */
  unreadable: readonly string[];
}

/** All that one look at the meter shows, as plain values. */
export interface Glance {
  /** The local day that the windows end on. */
  today: string;
  /** The window whose hours are shown, and where its time went. */
  window: Window;
  shown: Totals;
  /** The 14 days that the verdict is about. */
  verdict: Totals;
  otherApps: "build" | "apart" | null;
  unreadable: readonly string[];
}

/** A look at the meter on a local day, with the hours of a window. `known` holds at least the verdict's days. */
export function glanceAt(known: Known, classify: (key: string) => Verdict, today: string, window: Window): Glance {
  const { otherApps } = known.settings;
  const totalsOf = (which: Window) => addUp(rowsWithin(known.days, which, today), classify, otherApps);
  const verdict = totalsOf("14");
  const shown = window === "14" ? verdict : totalsOf(window);
  return { today, window, shown, verdict, otherApps, unreadable: known.unreadable };
}
