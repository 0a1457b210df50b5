import { describe, expect, test } from "vitest";
import { addDays, daysFrom } from "../../src/attention/day";
import { type FinishedWeekSources, finishedWeek } from "../../src/trap/finished";
import { firstDay } from "../../src/trap/window";
import { HOUR } from "./draw";

// 2026-03-16 is a Monday.
const monday = "2026-03-16";
const lastWeek = { start: "2026-03-09", end: "2026-03-15" };
const day = (day: string, buildMs = HOUR, distributionMs = 0) => ({ day, buildMs, distributionMs });
const finished = (told: Partial<FinishedWeekSources> = {}) =>
  finishedWeek({
    today: monday,
    weekStartsOn: 1,
    tellsWeek: true,
    seenWeek: null,
    days: [day("2026-03-11")],
    ...told,
  });

describe("a finished week", () => {
  test("is told with the share of its own days", () => {
    const days = [
      day("2026-03-08", 100 * HOUR),
      day(lastWeek.start, 2 * HOUR, HOUR),
      day(lastWeek.end, HOUR),
      day(monday, 0, 100 * HOUR),
    ];
    expect(finished({ days })).toEqual({ ...lastWeek, share: 0.25 });
  });

  test("is told from the first day of the new week to its last", () => {
    expect(finished({ today: "2026-03-15" })).toBeNull();
    for (const today of daysFrom(monday, "2026-03-22")) expect(finished({ today }), today).toMatchObject(lastWeek);
    expect(finished({ today: "2026-03-23" })).toBeNull();
  });

  test.each([
    [1, "2026-03-09"],
    [6, "2026-03-07"],
    [7, "2026-03-08"],
  ])("where weeks begin on day %i began on %s", (weekStartsOn, start) => {
    expect(finished({ weekStartsOn })).toMatchObject({ start, end: addDays(start, 6) });
  });

  test("is over where it was looked at, and a later one too", () => {
    expect(finished({ seenWeek: "2026-03-08" })).toMatchObject(lastWeek);
    expect(finished({ seenWeek: lastWeek.start })).toBeNull();
    expect(finished({ seenWeek: monday })).toBeNull();
  });

  test("is not told of to who does not want it", () => {
    expect(finished({ tellsWeek: false })).toBeNull();
  });

  test("is none without building and without distribution", () => {
    expect(finished({ days: [] })).toBeNull();
    expect(finished({ days: [day("2026-03-11", 0, 0)] })).toBeNull();
    expect(finished({ days: [day("2026-03-08"), day(monday)] })).toBeNull();
    expect(finished({ days: [day("2026-03-11", 1, 0)] })).toMatchObject({ share: 0 });
    expect(finished({ days: [day("2026-03-11", 0, 1)] })).toMatchObject({ share: 1 });
  });

  test("lies whole in the verdict's days, on whatever day weeks begin", () => {
    for (const weekStartsOn of [1, 2, 3, 4, 5, 6, 7])
      for (const today of daysFrom(monday, "2026-03-22")) {
        const days = daysFrom(firstDay("14", today), today).map((one) => day(one));
        const { start = "" } = finished({ today, weekStartsOn, days }) ?? {};
        expect(start >= firstDay("14", today), `${today}, from ${weekStartsOn}`).toBe(true);
      }
  });
});
