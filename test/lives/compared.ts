import type { Losses } from "./loss";
import { OTHER_APPS, type Sums } from "./truth";

/** Seconds, as `replay` prints them. */
export type Replayed = Record<string, { sites: Record<string, number>; otherApps: number }>;

export interface Comparison {
  /** The furthest that any site of any day is from what is true and allowed, seconds. */
  worst: number;
  worstPlace: string;
  /** What all sites of all days are off together, seconds. */
  sum: number;
  /** What really held the attention, and what of it was allowed to be lost, seconds. */
  truth: number;
  allowed: number;
}

/** How far a replay is from the truth, beyond the losses that are allowed. */
export function compare(replayed: Replayed, counted: Sums, { mayLack, mayExceed }: Losses): Comparison {
  const measured = sumsOf(replayed);
  let [worst, worstPlace, sum] = [0, "-", 0];
  for (const place of new Set([...counted.keys(), ...measured.keys()])) {
    const truth = counted.get(place) ?? 0;
    const found = measured.get(place) ?? 0;
    const least = truth - (mayLack.get(place) ?? 0);
    const most = truth + (mayExceed.get(place) ?? 0);
    const error = Math.max(least - found, found - most, 0) / 1000;
    sum += error;
    if (error > worst) [worst, worstPlace] = [error, `${place}: ${found} ms, not ${least}–${most}`];
  }
  return { worst, worstPlace, sum, truth: total(counted) / 1000, allowed: (total(mayLack) + total(mayExceed)) / 1000 };
}

function sumsOf(days: Replayed): Sums {
  const places = Object.entries(days).flatMap(([day, { sites, otherApps }]) =>
    Object.entries({ ...sites, [OTHER_APPS]: otherApps }).map(([site, s]) => [`${day} ${site}`, s * 1000] as const),
  );
  return new Map(places);
}

function total(sums: Sums): number {
  return [...sums.values()].reduce((sum, ms) => sum + ms, 0);
}
