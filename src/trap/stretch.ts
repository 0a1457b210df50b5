import { localDay, localHour } from "../attention/day";
import { OTHER_APPS } from "../attention/heartbeat";
import type { Span } from "../attention/span";
import { isOff, judge, type Standards } from "./standards";

/** A pause shorter than this does not end a stretch: a coffee, a call, a look at something else. */
const LONGEST_PAUSE_MS = 15 * 60_000;

/**
 * Milliseconds of building in the longest stretch of it.
 *
 *     |----| |------|    20 min off    |---|
 *      one stretch: 1 + 2               another
 */
export function longestStretch(spans: readonly Span[], standards: Standards): number {
  let longest = 0;
  let running = 0;
  let lastEnd = Number.NEGATIVE_INFINITY;
  for (const span of spans) {
    if (!isBuilding(span, standards)) continue;
    if (span.start - lastEnd >= LONGEST_PAUSE_MS) running = 0;
    running += span.end - span.start;
    longest = Math.max(longest, running);
    lastEnd = span.end;
  }
  return longest;
}

/** A span counts by the hour that it began in. */
function isBuilding({ key, block, start, offset }: Span, standards: Standards): boolean {
  const { otherApps, offHours } = standards.preferences;
  const { category, inBlock } = judge(standards, key, block);
  const isBuild = key === OTHER_APPS && !inBlock ? otherApps === "build" : category === "build";
  return isBuild && !isOff(offHours, localDay(start, offset), localHour(start, offset));
}
