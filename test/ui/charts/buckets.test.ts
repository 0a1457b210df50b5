import { describe, expect, test } from "vitest";
import { addDays } from "../../../src/attention/day";
import { type DrawnDay, groupDays, MOST_DAYS, MOST_DAYS_IN_WEEKS } from "../../../src/ui/charts/buckets";

const MONDAY = 1;
const SUNDAY = 7;

/** Days in a row, each with some time of every kind. */
function days(first: string, length: number): DrawnDay[] {
  return Array.from({ length }, (_, i) => ({
    day: addDays(first, i),
    buildMs: 2,
    distributionMs: 3,
    neutralMs: 5,
    otherAppsMs: 7,
    reachingOutMs: 1,
    feedsMs: 1,
  }));
}

describe("bars", () => {
  test.each([
    [MOST_DAYS, "day"],
    [MOST_DAYS + 1, "week"],
    [MOST_DAYS_IN_WEEKS, "week"],
    [MOST_DAYS_IN_WEEKS + 1, "month"],
  ] as const)("of %i days are one a %s", (length, grain) => {
    expect(groupDays(days("2026-01-01", length), MONDAY).grain).toBe(grain);
  });

  test("of weeks begin on the day that weeks begin on; the first and the last are what there is of them", () => {
    // 2026-03-04 is a Wednesday.
    const drawn = days("2026-03-04", MOST_DAYS + 1);
    const ends = (startsOn: number) => {
      const { buckets } = groupDays(drawn, startsOn);
      return [buckets[0], buckets[1], buckets.at(-1)].map((bucket) => [bucket?.first, bucket?.last]);
    };
    expect(ends(MONDAY)).toEqual([
      ["2026-03-04", "2026-03-08"],
      ["2026-03-09", "2026-03-15"],
      ["2026-06-29", "2026-07-02"],
    ]);
    expect(ends(SUNDAY)[0]).toEqual(["2026-03-04", "2026-03-07"]);
  });

  test("of months begin on the first", () => {
    const { buckets } = groupDays(days("2026-01-30", MOST_DAYS_IN_WEEKS + 1), MONDAY);
    expect(buckets.slice(0, 2).map(({ first, last }) => [first, last])).toEqual([
      ["2026-01-30", "2026-01-31"],
      ["2026-02-01", "2026-02-28"],
    ]);
  });

  test("hold all the time of their days, and feeds where they are known", () => {
    const { buckets } = groupDays(days("2026-03-02", MOST_DAYS + 1), MONDAY);
    expect(buckets[0]).toEqual({
      first: "2026-03-02",
      last: "2026-03-08",
      buildMs: 14,
      distributionMs: 21,
      neutralMs: 35,
      otherAppsMs: 49,
      feedsMs: 7,
    });
    const [{ feedsMs: _, ...unknown } = { day: "" }] = days("2026-03-02", 1);
    expect(groupDays([unknown as DrawnDay], MONDAY).buckets[0]?.feedsMs).toBe(0);
  });

  test("leave the days as they are", () => {
    const drawn = days("2026-03-02", MOST_DAYS + 1);
    groupDays(drawn, MONDAY);
    expect(drawn).toEqual(days("2026-03-02", MOST_DAYS + 1));
  });
});
