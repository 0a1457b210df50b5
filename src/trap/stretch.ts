import type { Span } from "../attention/span";

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
