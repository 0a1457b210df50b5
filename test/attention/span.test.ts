import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cutSpan, joinSpans, type Span } from "../../src/attention/span";

const span: Span = { key: "github.com", start: 1000, end: 5000, offset: 60, audible: false, elapsed: 90_000 };
const next: Span = { ...span, start: 5000, end: 6000, elapsed: 91_000 };

describe("joinSpans", () => {
  test("makes one span of two when the second goes on where the first ended", () => {
    expect(joinSpans(span, next)).toEqual({ ...span, end: 6000, elapsed: 91_000 });
  });

  test("joins two spans in one block, and keeps those in different ones apart", () => {
    const first = { ...span, block: 1 };
    expect(joinSpans(first, { ...next, block: 1 })).toEqual({ ...first, end: 6000, elapsed: 91_000 });
    expect(joinSpans(first, { ...next, block: 2 })).toBeNull();
    expect(joinSpans(first, next)).toBeNull();
  });

  test.each([
    ["another page", { key: "x.com" }],
    ["another offset", { offset: 0 }],
    ["another loudness", { audible: true }],
    ["a block", { block: 1 }],
    ["a gap of a millisecond", { start: 5001 }],
    ["an overlap of a millisecond", { start: 4999 }],
    ["the same time on the clock, but later in life", { elapsed: 91_001 }],
    ["the same time on the clock, but earlier in life", { elapsed: 90_999 }],
  ])("keeps two spans apart that differ by %s", (_, change) => {
    expect(joinSpans(span, { ...next, ...change })).toBeNull();
  });

  test("leaves its arguments as they were", () => {
    joinSpans(Object.freeze({ ...span }), Object.freeze({ ...next }));
    cutSpan(Object.freeze({ ...span }), 88_000);
  });
});

describe("cutSpan", () => {
  test("keeps a span whole that ended by then, to the millisecond", () => {
    expect(cutSpan(span, 90_000)).toEqual({ kept: span, removed: null });
  });

  test("takes one millisecond from a span that ended a millisecond later", () => {
    expect(cutSpan(span, 89_999)).toEqual({
      kept: { ...span, end: 4999, elapsed: 89_999 },
      removed: { ...span, start: 4999 },
    });
  });

  test("keeps one millisecond of a span that began a millisecond before", () => {
    expect(cutSpan(span, 86_001)).toEqual({
      kept: { ...span, end: 1001, elapsed: 86_001 },
      removed: { ...span, start: 1001 },
    });
  });

  test("leaves both parts in the block that ran", () => {
    const { kept, removed } = cutSpan({ ...span, block: 7 }, 88_000);
    expect([kept?.block, removed?.block]).toEqual([7, 7]);
  });

  test.each([86_000, 85_999, -1_000_000])("removes a span whole that began then or after (%i)", (upTo) => {
    expect(cutSpan(span, upTo)).toEqual({ kept: null, removed: span });
  });

  test("never takes from an audible span", () => {
    const heard = { ...span, audible: true };
    expect(cutSpan(heard, 0)).toEqual({ kept: heard, removed: null });
  });

  test("parts a span into two that together are as long", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1000, max: 100_000 }), fc.integer({ min: 1, max: 90_000 }), (upTo, length) => {
        const whole = { ...span, end: span.start + length };
        const { kept, removed } = cutSpan(whole, upTo);
        const lengths = [kept, removed].map((part) => (part ? part.end - part.start : 0));
        expect(lengths[0]).toBe(Math.min(length, Math.max(0, length - (whole.elapsed - upTo))));
        expect((lengths[0] ?? 0) + (lengths[1] ?? 0)).toBe(length);
        if (kept && removed) expect(kept.end).toBe(removed.start);
      }),
    );
  });
});
