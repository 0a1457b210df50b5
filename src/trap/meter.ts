import type { Preferences } from "./standards";
import type { Totals } from "./totals";

export type Zone = "not-enough-data" | "balanced" | "drifting" | "factory-trap";

/** The 50% rule: half the time on product, half on traction (Weinberg and Mares, *Traction*). */
export const TARGET_SHARE = 0.5;

/** A verdict needs so much build and distribution time, on so many days: less is an anecdote. */
export const ENOUGH_MS = 5 * 3_600_000;
export const ENOUGH_DAYS = 3;
/** From so much build and distribution time a day counts. */
const COUNTING_DAY_MS = 60_000;

/** Of the target: from 80% on it is reached for what a week can tell, below 40% building has taken over (40% and 20% at half and half). */
const BALANCED_FROM = 0.8;
const DRIFTING_FROM = 0.4;

/** Above this distribution share the words say so: the meter warns of one trap only, but does not hide the other side. */
const MOSTLY_DISTRIBUTING_FROM = 0.8;

/** Reaching out must be a quarter of distribution: watching numbers and scrolling feeds alone bring nobody. */
const REACHING_OUT_PART = 1 / 4;

/** What stands between these hours and a verdict; all zero and false when nothing does. */
export interface Missing {
  ms: number;
  days: number;
  /** Other apps took more time than build and distribution together, and nobody has said whether they are building. */
  otherApps: boolean;
}

/** The ratio and what it means. */
export interface Meter {
  zone: Zone;
  /** Distribution share s = D / (B + D), 0–1; null without any time. */
  share: number | null;
  buildMs: number;
  distributionMs: number;
  /** Distribution that is missing to reach the target with these hours of building, milliseconds. */
  gapMs: number;
  /** Enough distribution by the clock, but nearly all of it watching and scrolling: the reason for `drifting`. */
  onlyWatching: boolean;
  mostlyDistributing: boolean;
  /** The share that is aimed at. */
  target: number;
  missing: Missing;
}

/** Reads the meter. `otherApps` null: the user has not said whether they build there. */
export function readMeter(totals: Totals, { otherApps, target }: Pick<Preferences, "otherApps" | "target">): Meter {
  const { buildMs, distributionMs } = totals;
  const bothMs = buildMs + distributionMs;
  const share = bothMs > 0 ? distributionMs / bothMs : null;
  const countingDays = totals.days.filter((day) => day.buildMs + day.distributionMs >= COUNTING_DAY_MS).length;
  const missing = {
    ms: Math.max(0, ENOUGH_MS - bothMs),
    days: Math.max(0, ENOUGH_DAYS - countingDays),
    otherApps: otherApps === null && totals.otherAppsMs > bothMs,
  };
  const reached = share !== null && share >= BALANCED_FROM * target;
  const onlyWatching = reached && totals.reachingOutMs < distributionMs * REACHING_OUT_PART;
  const judged = share !== null && missing.ms === 0 && missing.days === 0 && !missing.otherApps;
  return {
    zone: judged ? zoneOf(share, target, onlyWatching) : "not-enough-data",
    share,
    buildMs,
    distributionMs,
    gapMs: Math.max(0, (buildMs * target) / (1 - target) - distributionMs),
    onlyWatching,
    mostlyDistributing: share !== null && share > MOSTLY_DISTRIBUTING_FROM,
    target,
    missing,
  };
}

/** The zones as build shares at which one turns into the next, from balanced to trap: where a dial draws its marks. */
export function zoneMarks(target = TARGET_SHARE): { drifting: number; trap: number } {
  return { drifting: 1 - BALANCED_FROM * target, trap: 1 - DRIFTING_FROM * target };
}

function zoneOf(share: number, target: number, onlyWatching: boolean): Zone {
  if (share < DRIFTING_FROM * target) return "factory-trap";
  return share < BALANCED_FROM * target || onlyWatching ? "drifting" : "balanced";
}
