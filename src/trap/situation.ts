import type { BlockTime } from "./block";
import type { Fact } from "./facts";
import type { Meter } from "./meter";
import type { Totals } from "./totals";

/** A project that the user has declared, with its time in the 28 days that end today, milliseconds. */
export interface ProjectTime {
  id: string;
  name: string;
  /** Given up for now: nothing is expected of it. */
  isParked: boolean;
  buildMs: number;
  /** Present and declared time of its blocks. */
  blockMs: number;
}

/** All that warning signs and moves are judged by, as it is now. */
export interface Situation {
  /** Today's local day. */
  today: string;
  /** Epoch milliseconds. */
  now: number;
  /** The share of distribution that the user aims at, 0.2–0.6. */
  target: number;
  /** The 14 local days that end today. */
  totals: Totals;
  meter: Meter;
  /** The longest stretch of building in these days, and the day that it began on; null when there was none. */
  longestBuild: { day: string; ms: number } | null;
  /** The first local day with building that is known; null when there is none. */
  firstBuildDay: string | null;
  facts: readonly Fact[];
  /** Every block that was planned for or started in the last 28 days, and those planned for later. */
  blocks: readonly BlockTime[];
  projects: readonly ProjectTime[];
}
