import { OTHER_APPS } from "../attention/heartbeat";
import type { Span } from "../attention/span";
import type { Verdict } from "../catalog/classify";

/** A pause shorter than this does not end a stretch: a coffee, a call, a look at something else. */
const LONGEST_PAUSE_MS = 15 * 60_000;

/**
 * Milliseconds of building in the longest stretch of it.
 *
 *     |----| |------|    20 min off    |---|
 *      one stretch: 1 + 2               another
 */
export function longestStretch(spans: readonly Span[], isBuild: (key: string) => boolean): number {
  let longest = 0;
  let running = 0;
  let lastEnd = Number.NEGATIVE_INFINITY;
  for (const { key, start, end } of spans) {
    if (!isBuild(key)) continue;
    if (start - lastEnd >= LONGEST_PAUSE_MS) running = 0;
    running += end - start;
    longest = Math.max(longest, running);
    lastEnd = end;
  }
  return longest;
}

/** Tells of a page key whether time on it is building; other apps are when the user builds there. */
export function building(
  classify: (key: string) => Verdict,
  otherApps: "build" | "apart" | null,
): (key: string) => boolean {
  return (key) => (key === OTHER_APPS ? otherApps === "build" : classify(key).category === "build");
}
