import { localDay, localHour } from "../attention/day";
import { OTHER_APPS } from "../attention/heartbeat";
import type { Span } from "../attention/span";
import { isOff, judge, type Standards } from "./standards";

/** A pause shorter than this does not end a stretch: a coffee, a call, a look at something else. */
const LONGEST_PAUSE_MS = 15 * 60_000;

/** A stretch of building. */
export interface Stretch {
  /** The local day that it began on. */
  day: string;
  ms: number;
}

/**
 * The longest stretch of building; null when there is none. Spans in the order of their start.
 *
 *     |----| |------|    20 min off    |---|
 *      one stretch: 1 + 2               another
 */
export function longestStretch(spans: readonly Span[], standards: Standards): Stretch | null {
  let longest: Stretch | null = null;
  let running: Stretch | null = null;
  let lastEnd = Number.NEGATIVE_INFINITY;
  for (const span of spans) {
    if (!isBuilding(span, standards)) continue;
    if (running === null || span.start - lastEnd >= LONGEST_PAUSE_MS)
      running = { day: localDay(span.start, span.offset), ms: 0 };
    running.ms += span.end - span.start;
    if (longest === null || running.ms > longest.ms) longest = running;
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
