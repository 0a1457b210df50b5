import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { joinPages } from "../../../src/store/backup/hourwise";
import type { StoredDay } from "../../../src/store/database";
import { recordOf } from "../../../src/store/daybook";
import { rowsOf } from "../../../src/store/read";
import { DECLARED } from "../../../src/trap/standards";

type Pages = StoredDay["pages"];

const MINUTE = 60_000;
const page = (key: string, hours: Record<number, number>, block?: number): Pages[number] =>
  block === undefined ? { key, hours } : { key, block, hours };

/** Pages in the order in which they are stored. */
const sorted = (pages: Pages) => recordOf("", rowsOf({ day: "", source: "recorded", pages })).pages;

describe("a day that two sides know", () => {
  test("has in each hour the pages of the side with more time in it, whole", () => {
    const ours = [page("a.com", { 9: 20, 10: 10 }), page("b.com", { 9: 20 })];
    const other = [page("a.com", { 9: 30, 10: 20 }), page("c.com", { 10: 30, 11: 5 })];
    expect(sorted(joinPages(ours, other))).toEqual([
      page("a.com", { 9: 20, 10: 20 }),
      page("b.com", { 9: 20 }),
      page("c.com", { 10: 30, 11: 5 }),
    ]);
  });

  test("is ours where it is the same, and then ours itself", () => {
    const ours = [page("a.com", { 9: 20 })];
    expect(joinPages(ours, [page("b.com", { 9: 20 })])).toBe(ours);
    expect(joinPages(ours, [page("b.com", { 9: 10 }), page("c.com", { 9: 10 })])).toBe(ours);
    expect(joinPages(ours, [])).toBe(ours);
    expect(joinPages(ours, [page("b.com", { 9: 21 })])).toEqual([page("b.com", { 9: 21 })]);
  });

  test("keeps the time of blocks apart", () => {
    const ours = [page("a.com", { 9: 5 }, 1), page("a.com", { 9: 5, 10: 3 })];
    const other = [page("a.com", { 9: 11 }, 2)];
    expect(sorted(joinPages(ours, other))).toEqual([page("a.com", { 10: 3 }), page("a.com", { 9: 11 }, 2)]);
  });

  test("has what was declared on either side, block by block, whatever else was in that hour", () => {
    const ours = [page(DECLARED, { 9: 10 }, 1), page("a.com", { 9: 50 })];
    const other = [page(DECLARED, { 9: 15 }, 1), page(DECLARED, { 9: 7 }, 2), page("b.com", { 9: 40 })];
    expect(sorted(joinPages(ours, other))).toEqual([
      page("a.com", { 9: 50 }),
      page(DECLARED, { 9: 15 }, 1),
      page(DECLARED, { 9: 7 }, 2),
    ]);
  });

  test("knows a page called like a property of every object", () => {
    const joined = joinPages([], [page("__proto__", { 1: 2 }), page("constructor", { 1: 2 })]);
    expect(joined.map(({ key }) => key)).toEqual(["__proto__", "constructor"]);
  });
});

/** A day of at most an hour in each hour. */
const days: fc.Arbitrary<Pages> = fc
  .uniqueArray(
    fc.record({
      key: fc.constantFrom("a.com", "b.com", "c.com", DECLARED),
      block: fc.constantFrom(undefined, 1, 2),
      minutes: fc.dictionary(fc.constantFrom("0", "9", "23"), fc.integer({ min: 1, max: 20 }), {
        noNullPrototype: true,
      }),
    }),
    { selector: ({ key, block }) => `${key} ${block}`, maxLength: 6 },
  )
  .map((rows) =>
    rows
      .filter(({ minutes }) => Object.keys(minutes).length > 0)
      .map(({ key, block, minutes }) =>
        page(key, Object.fromEntries(Object.entries(minutes).map(([hour, n]) => [hour, n * MINUTE])), block),
      ),
  );

/** Milliseconds that were lived, by hour. */
function livedIn(pages: Pages): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { key, hours } of pages) {
    if (key === DECLARED) continue;
    for (const [hour, ms] of Object.entries(hours)) sums[hour] = (sums[hour] ?? 0) + ms;
  }
  return sums;
}

describe("whatever two sides know", () => {
  test("each hour has as much as the side with more", () => {
    fc.assert(
      fc.property(days, days, (ours, other) => {
        const [joined, a, b] = [livedIn(joinPages(ours, other)), livedIn(ours), livedIn(other)];
        for (const hour of new Set([...Object.keys(joined), ...Object.keys(a), ...Object.keys(b)]))
          expect(joined[hour]).toBe(Math.max(a[hour] ?? 0, b[hour] ?? 0));
      }),
      { numRuns: 200 },
    );
  });

  test("joining it again, or the other way round, changes nothing", () => {
    fc.assert(
      fc.property(days, days, (ours, other) => {
        const joined = joinPages(ours, other);
        expect(joinPages(joined, other)).toBe(joined);
        expect(joinPages(joined, ours)).toBe(joined);
        expect(livedIn(joinPages(other, ours))).toEqual(livedIn(joined));
      }),
      { numRuns: 200 },
    );
  });
});
