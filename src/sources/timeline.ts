/** Something that lasted, epoch milliseconds. */
export interface Stretch<T> {
  start: number;
  end: number;
  what: T;
}

export type Period = Pick<Stretch<unknown>, "start" | "end">;

/** A gap so short between two events is but the time between two samples (ActivityWatch's own `pulsetime`, aw-core `aw_transform/flood.py`). */
const SAMPLE_GAP_MS = 5000;

/** Fills the short gaps between events of one watcher: a gap belongs to the longer of its neighbours, as in ActivityWatch. In the order of their start. */
export function fillGaps<T>(stretches: readonly Stretch<T>[]): Stretch<T>[] {
  const filled = stretches.map((one) => ({ ...one })).sort((a, b) => a.start - b.start);
  for (const [index, next] of filled.entries()) {
    const one = filled[index - 1];
    const gap = one ? next.start - one.end : 0;
    if (!one || gap <= 0 || gap > SAMPLE_GAP_MS) continue;
    if (one.end - one.start >= next.end - next.start) one.end = next.start;
    else next.start = one.end;
  }
  return filled;
}

/**
 * One time line: of stretches that overlap the one that started last counts, then the earlier one goes on.
 *
 *     aaaaaaaaaaaa
 *         bbb          →   aaaabbbaaaaa
 *
 * Nothing is counted twice, and nothing that was covered is lost. Empty stretches vanish. In order.
 */
export function settle<T>(stretches: readonly Stretch<T>[]): Stretch<T>[] {
  const settled: Stretch<T>[] = [];
  const interrupted: Stretch<T>[] = [];
  let at = Number.NEGATIVE_INFINITY;
  const goOnUntil = (until: number) => {
    for (let top = interrupted.at(-1); top && at < until; top = interrupted.at(-1)) {
      const end = Math.min(top.end, until);
      if (end > at) settled.push({ start: at, end, what: top.what });
      at = Math.max(at, end);
      if (top.end <= until) interrupted.pop();
    }
  };
  for (const one of stretches.filter(({ start, end }) => end > start).sort((a, b) => a.start - b.start)) {
    goOnUntil(one.start);
    at = one.start;
    interrupted.push(one);
  }
  goOnUntil(Number.POSITIVE_INFINITY);
  return settled;
}

/** The periods that some stretches cover together: apart from each other, and in order. */
export function cover(stretches: readonly Period[]): Period[] {
  const covered: Period[] = [];
  for (const { start, end } of stretches.filter((one) => one.end > one.start).sort((a, b) => a.start - b.start)) {
    const last = covered.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else covered.push({ start, end });
  }
  return covered;
}

/** The parts of stretches within some periods. Both are apart from each other, and in order, as `settle` and `cover` give them. */
export function within<T>(stretches: readonly Stretch<T>[], periods: readonly Period[]): Stretch<T>[] {
  const inside: Stretch<T>[] = [];
  let index = 0;
  for (const { start, end, what } of stretches) {
    for (let period = periods[index]; period && period.start < end; period = periods[index]) {
      const from = Math.max(start, period.start);
      const to = Math.min(end, period.end);
      if (to > from) inside.push({ start: from, end: to, what });
      if (period.end > end) break;
      index += 1;
    }
  }
  return inside;
}
