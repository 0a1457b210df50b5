import type { DayRow } from "../attention/day";
import type { Period } from "../attention/period";
import type { Catalog } from "../catalog/classify";
import type { Block } from "./block";
import { type Preferences, type Standards, standardsOf } from "./standards";
import { addUp, type Totals } from "./totals";
import { rowsWithin, type Window } from "./window";

/** Light, dark, or as the system has it. */
export type Theme = "system" | "light" | "dark";

/** What is known of some days and how it is to be judged, as `store/read` gives it. */
export interface Known {
  days: readonly DayRow[];
  blocks: readonly Block[];
  settings: Preferences & { pause: Period | null; theme: Theme };
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
  preferences: Preferences;
  theme: Theme;
  /** The user's last pause, which may be over. */
  pause: Period | null;
  unreadable: readonly string[];
}

/** A look at the meter on a local day, with the hours of a window. `known` holds at least the verdict's days. */
export function glanceAt(
  known: Known,
  catalog: Pick<Catalog, "classifyKey" | "channels">,
  today: string,
  window: Window,
): Glance {
  const { otherApps, target, feedsCount, offHours, theme, pause } = known.settings;
  const standards: Standards = standardsOf(known.settings, known.blocks, catalog);
  const totalsOf = (which: Window) => addUp(rowsWithin(known.days, which, today), standards);
  const verdict = totalsOf("14");
  const shown = window === "14" ? verdict : totalsOf(window);
  const preferences = { otherApps, target, feedsCount, offHours };
  return { today, window, shown, verdict, preferences, theme, pause, unreadable: known.unreadable };
}
