import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cutByBlocks, pausedUntil, type RunningBlock, withoutPause } from "../../src/attention/period";

const hundred = { from: 100, until: 200 };

describe("a period without a pause", () => {
  test("is whole where there is none", () => {
    expect(withoutPause(hundred, null)).toEqual([hundred]);
  });

  test.each([
    ["that ends as it begins", 50, 100],
    ["that begins as it ends", 200, 250],
    ["long before", 0, 10],
    ["long after", 300, 400],
    ["of nothing within it", 150, 150],
    ["that ends before it starts", 180, 120],
  ])("is whole beside a pause %s", (_, from, until) => {
    expect(withoutPause(hundred, { from, until })).toEqual([hundred]);
  });

  test("is what lies before the pause, and after it", () => {
    expect(withoutPause(hundred, { from: 120, until: 150 })).toEqual([
      { from: 100, until: 120 },
      { from: 150, until: 200 },
    ]);
    expect(withoutPause(hundred, { from: 101, until: 199 })).toEqual([
      { from: 100, until: 101 },
      { from: 199, until: 200 },
    ]);
  });

  test("is one part where the pause goes on, or went on", () => {
    expect(withoutPause(hundred, { from: 120, until: 200 })).toEqual([{ from: 100, until: 120 }]);
    expect(withoutPause(hundred, { from: 0, until: 101 })).toEqual([{ from: 101, until: 200 }]);
  });

  test("is nothing within the pause", () => {
    expect(withoutPause(hundred, hundred)).toEqual([]);
    expect(withoutPause(hundred, { from: 0, until: 900 })).toEqual([]);
  });

  test("is nothing when it is empty or runs backwards", () => {
    expect(withoutPause({ from: 100, until: 100 }, null)).toEqual([]);
    expect(withoutPause({ from: 200, until: 100 }, null)).toEqual([]);
    expect(withoutPause({ from: 200, until: 100 }, { from: 120, until: 150 })).toEqual([]);
  });
});

describe("a period cut by blocks", () => {
  test("is whole where none runs", () => {
    expect(cutByBlocks(hundred, [])).toEqual([hundred]);
    expect(cutByBlocks(hundred, [{ id: 1, from: 50, until: 100 }])).toEqual([hundred]);
    expect(cutByBlocks(hundred, [{ id: 1, from: 200, until: 250 }])).toEqual([hundred]);
    expect(cutByBlocks(hundred, [{ id: 1, from: 150, until: 150 }])).toEqual([hundred]);
  });

  test("is three parts around one within it", () => {
    expect(cutByBlocks(hundred, [{ id: 7, from: 101, until: 199 }])).toEqual([
      { from: 100, until: 101 },
      { from: 101, until: 199, id: 7 },
      { from: 199, until: 200 },
    ]);
  });

  test("is one part within one", () => {
    expect(cutByBlocks(hundred, [{ id: 7, ...hundred }])).toEqual([{ ...hundred, id: 7 }]);
    expect(cutByBlocks(hundred, [{ id: 7, from: 0, until: 900 }])).toEqual([{ ...hundred, id: 7 }]);
  });

  test("knows a block with the id 0", () => {
    expect(cutByBlocks(hundred, [{ id: 0, ...hundred }])).toEqual([{ ...hundred, id: 0 }]);
  });

  test("is nothing when it is empty", () => {
    expect(cutByBlocks({ from: 100, until: 100 }, [{ id: 7, from: 0, until: 900 }])).toEqual([]);
  });
});

describe("a pause", () => {
  test.each([
    [99, null],
    [100, 200],
    [199, 200],
    [200, null],
  ])("from 100 to 200, asked at %i, lasts until %s", (at, until) => {
    expect(pausedUntil({ from: 100, until: 200 }, at)).toBe(until);
  });

  test("that there is none of, or that was ended before it began, holds at no instant", () => {
    expect(pausedUntil(null, 150)).toBeNull();
    for (const at of [99, 100, 150, 200]) expect(pausedUntil({ from: 200, until: 100 }, at)).toBeNull();
  });
});

const instant = fc.integer({ min: 0, max: 40 });

test("of a pause, whatever it is, nothing counts at the instants at which it is told, and only then", () => {
  fc.assert(
    fc.property(instant, instant, instant, (at, from, until) => {
      const isCounted = withoutPause({ from: at, until: at + 1 }, { from, until }).length > 0;
      expect(pausedUntil({ from, until }, at) === null).toBe(isCounted);
    }),
  );
});

test("of a period and a pause, whatever they are, each instant beside the pause is left once, and none of it", () => {
  fc.assert(
    fc.property(instant, instant, instant, instant, (from, until, start, end) => {
      const parts = withoutPause({ from, until }, { from: start, until: end });
      for (let at = 0; at < 40; at++) {
        const isLeft = at >= from && at < until && !(at >= start && at < end);
        expect(parts.filter((part) => at >= part.from && at < part.until)).toHaveLength(isLeft ? 1 : 0);
      }
    }),
  );
});

test("of a period and blocks, whatever they are, each instant is in one part, with the block that ran", () => {
  const someBlocks = fc.array(instant, { maxLength: 8 }).map((instants) => {
    const sorted = instants.toSorted((a, b) => a - b);
    return sorted
      .slice(1)
      .flatMap((until, i): RunningBlock[] => (i % 3 === 2 ? [] : [{ id: i, from: sorted[i] ?? 0, until }]));
  });
  fc.assert(
    fc.property(instant, instant, someBlocks, (from, until, blocks) => {
      const parts = cutByBlocks({ from, until }, blocks);
      for (const part of parts) expect(part.until).toBeGreaterThan(part.from);
      expect(parts.every((part, i) => i === 0 || part.from === parts[i - 1]?.until)).toBe(true);
      for (let at = 0; at < 40; at++) {
        const within = parts.filter((part) => at >= part.from && at < part.until);
        expect(within).toHaveLength(at >= from && at < until ? 1 : 0);
        const running = blocks.find((block) => at >= block.from && at < block.until);
        if (within[0]) expect(within[0].id).toBe(running?.id);
      }
    }),
  );
});
