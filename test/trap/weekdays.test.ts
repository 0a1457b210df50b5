import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, daysFrom, weekday } from "../../src/attention/day";
import { weekAfter, weekBefore, weekOf } from "../../src/trap/weekdays";

const startsOn = fc.integer({ min: 1, max: 7 });
const day = fc.integer({ min: 0, max: 80 * 366 }).map((n) => addDays("1990-01-01", n));

describe("the week that holds a day", () => {
  test.each([
    ["2026-03-01", "2026-02-23", "2026-03-01"],
    ["2026-03-02", "2026-03-02", "2026-03-08"],
    ["2026-03-05", "2026-03-02", "2026-03-08"],
    ["2026-03-08", "2026-03-02", "2026-03-08"],
    ["2026-03-09", "2026-03-09", "2026-03-15"],
    ["2026-01-01", "2025-12-29", "2026-01-04"],
    ["2024-02-29", "2024-02-26", "2024-03-03"],
  ])("%s is in %s to %s, Monday to Sunday unless said otherwise", (some, start, end) => {
    expect(weekOf(some)).toEqual({ start, end });
  });

  test.each([
    [1, "2026-03-02"],
    [2, "2026-03-03"],
    [3, "2026-03-04"],
    [4, "2026-03-05"],
    [5, "2026-02-27"],
    [6, "2026-02-28"],
    [7, "2026-03-01"],
  ])("is found for weeks that begin on day %d: 2026-03-05 is in the one from %s", (first, start) => {
    expect(weekOf("2026-03-05", first).start).toBe(start);
  });

  test("is seven days from the wanted one on, and holds it", () => {
    fc.assert(
      fc.property(day, startsOn, (some, first) => {
        const { start, end } = weekOf(some, first);
        expect(weekday(start)).toBe(first);
        expect(daysFrom(start, end)).toHaveLength(7);
        expect(start <= some && some <= end).toBe(true);
      }),
    );
  });
});

describe("the weeks around one", () => {
  test("lie beside it", () => {
    const week = { start: "2026-03-01", end: "2026-03-07" };
    expect(weekBefore(week)).toEqual({ start: "2026-02-22", end: "2026-02-28" });
    expect(weekAfter(week)).toEqual({ start: "2026-03-08", end: "2026-03-14" });
    expect(week).toEqual({ start: "2026-03-01", end: "2026-03-07" });
  });

  test.each([
    ["a new year", "2025-12-22", "2025-12-29", "2026-01-05"],
    ["a leap day", "2024-02-19", "2024-02-26", "2024-03-04"],
    ["the clocks' change", "2026-03-16", "2026-03-23", "2026-03-30"],
  ])("are seven days away also over %s", (_, before, start, after) => {
    expect(weekBefore(weekOf(start))).toEqual(weekOf(before));
    expect(weekAfter(weekOf(start))).toEqual(weekOf(after));
  });

  test("lead back to it, whatever day weeks begin on", () => {
    fc.assert(
      fc.property(day, startsOn, (some, first) => {
        const week = weekOf(some, first);
        expect(weekAfter(weekBefore(week))).toEqual(week);
        expect(weekBefore(week)).toEqual(weekOf(addDays(week.start, -1), first));
        expect(weekAfter(week)).toEqual(weekOf(addDays(week.end, 1), first));
      }),
    );
  });
});
