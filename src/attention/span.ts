/**
 * A stretch of attention on one page, without a gap and within one UTC offset.
 *
 *     start          end
 *       |-------------|        clock: epoch milliseconds, may jump
 *                  elapsed     steady: milliseconds of recorded life at `end`, never runs backwards
 */
export interface Span {
  key: string;
  start: number;
  end: number;
  /** Minutes ahead of UTC; the local day of the whole span follows from it. */
  offset: number;
  /** Heard the whole time: an audible stretch is presence without input, and is never cut back. */
  audible: boolean;
  /** Id of the block that ran the whole time; absent: none did. */
  block?: number;
  /** The steady clock at `end`, milliseconds. Orders spans even where the clock was set back. */
  elapsed: number;
}

/** The two spans as one where `next` goes on exactly where `last` ended, else null. */
export function joinSpans(last: Span, next: Span): Span | null {
  const goesOn =
    last.key === next.key &&
    last.offset === next.offset &&
    last.audible === next.audible &&
    last.block === next.block &&
    last.end === next.start &&
    last.elapsed === next.elapsed - (next.end - next.start);
  return goesOn ? { ...last, end: next.end, elapsed: next.elapsed } : null;
}

/**
 * Cuts a span back to an instant of the steady clock.
 *
 *     |---------+=====|    kept, removed
 *              upTo
 *
 * Either part is null when it is empty. An audible span is kept whole.
 */
export function cutSpan(span: Span, upTo: number): { kept: Span | null; removed: Span | null } {
  const surplus = span.audible ? 0 : Math.min(span.elapsed - upTo, span.end - span.start);
  if (surplus <= 0) return { kept: span, removed: null };
  const end = span.end - surplus;
  return {
    kept: end > span.start ? { ...span, end, elapsed: span.elapsed - surplus } : null,
    removed: { ...span, start: end },
  };
}
