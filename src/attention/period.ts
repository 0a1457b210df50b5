/** From an instant to another, epoch milliseconds; the end is not part of it. */
export interface Period {
  from: number;
  until: number;
}

/** A period that the user spends on one thing: time in it is marked with its id. */
export interface RunningBlock extends Period {
  id: number;
}

/** What is left of a period beside a pause: nothing, one part or two. */
export function withoutPause({ from, until }: Period, pause: Period | null): Period[] {
  // A pause that was ended after the clock had been set back ends before it starts: it pauses nothing.
  if (!pause || !isSome(pause)) return [{ from, until }].filter(isSome);
  const before = { from, until: Math.min(until, pause.from) };
  const after = { from: Math.max(from, pause.until), until };
  return [before, after].filter(isSome);
}

/**
 * A period cut where blocks begin and end; `id` where one ran. Blocks are ordered and do not overlap.
 *
 *     |------------------|
 *         |block|            three parts
 */
export function cutByBlocks({ from, until }: Period, blocks: readonly RunningBlock[]): (Period & { id?: number })[] {
  const parts: (Period & { id?: number })[] = [];
  let at = from;
  for (const block of blocks) {
    const within = { from: Math.max(at, block.from), until: Math.min(until, block.until), id: block.id };
    if (!isSome(within)) continue;
    parts.push({ from: at, until: within.from }, within);
    at = within.until;
  }
  return [...parts, { from: at, until }].filter(isSome);
}

/** Until when nothing is recorded at an instant, epoch milliseconds; null: it is. A pause to come is one before which the clock was set back. */
export function pausedUntil(pause: Period | null, at: number): number | null {
  return pause && pause.from <= at && at < pause.until ? pause.until : null;
}

function isSome({ from, until }: Period): boolean {
  return until > from;
}
