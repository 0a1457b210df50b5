import { describe, expect, test } from "vitest";
import { openTally } from "../../src/sources/tally";
import { perHour, readingOf } from "./told";

const at = (text: string) => Date.parse(`${text}Z`);
const entry = (more: object = {}) => ({ site: "x.com", written: "1/3", day: "2026-03-01", ms: 1000, ...more });

describe("a site's day", () => {
  test("is a whole number of milliseconds at an unknown hour, and rows stand by day and key", () => {
    const tally = openTally(readingOf());
    tally.addSiteDay(entry({ day: "2026-03-02", ms: 0.6 }));
    tally.addSiteDay(entry({ site: "y.com" }));
    tally.addSiteDay(entry({ site: "b.com" }));
    expect(tally.rows()).toEqual([
      { day: "2026-03-01", key: "b.com", hours: { 24: 1000 } },
      { day: "2026-03-01", key: "y.com", hours: { 24: 1000 } },
      { day: "2026-03-02", key: "x.com", hours: { 24: 1 } },
    ]);
  });

  test("without time is nothing, and not left out either", () => {
    const tally = openTally(readingOf());
    for (const ms of [0, 0.4, -0.4]) tally.addSiteDay(entry({ ms, day: null }));
    expect([tally.rows(), tally.skipped()]).toEqual([[], []]);
  });

  test("is left out when it leaves no trace", () => {
    const tally = openTally(readingOf({ isNever: (key) => key === "x.com" }));
    tally.addSiteDay(entry());
    expect(tally.keyOf("https://x.com/")).toBeNull();
    expect(tally.keyOf("https://y.com/")).toBe("y.com");
    expect([tally.rows(), tally.skipped()]).toEqual([[], [{ reason: "neverRecord", count: 2 }]]);
  });

  test.each(["__proto__", "constructor", "toString.example", "[::1]:3000", "127.0.0.1:8080"])(
    "can be of %s",
    (site) => {
      const tally = openTally(readingOf());
      tally.addSiteDay(entry({ site }));
      expect(tally.rows()).toEqual([{ day: "2026-03-01", key: site.toLowerCase(), hours: { 24: 1000 } }]);
    },
  );

  test.each([
    "",
    " ",
    "a b",
    "a/b",
    "a?b",
    "a#b",
    "u@a.com",
    "*.com",
    "a:b",
    "http://a.com",
    "javascript:alert(1)",
    "a\\b",
    ".",
  ])("cannot be of %j", (site) => {
    const tally = openTally(readingOf());
    tally.addSiteDay(entry({ site }));
    expect([tally.rows(), tally.skipped()]).toEqual([[], [{ reason: "noSite", count: 1 }]]);
  });
});

describe("a stretch", () => {
  const hours = (start: string, end: string) => {
    const tally = openTally(readingOf());
    tally.addStretch(at(start), at(end), "x.com");
    return perHour({ rows: tally.rows() });
  };

  test("is cut at local hours and midnights", () => {
    expect(hours("2026-03-01T22:30", "2026-03-01T23:15")).toEqual({
      "2026-03-01": { "x.com@23": 1_800_000 },
      "2026-03-02": { "x.com@0": 900_000 },
    });
  });

  test("is cut where the clock is set forwards and backwards, to the millisecond", () => {
    expect(hours("2026-03-29T00:59:59.999", "2026-03-29T01:00:00.002")).toEqual({
      "2026-03-29": { "x.com@1": 1, "x.com@3": 2 },
    });
    expect(hours("2026-10-25T00:30", "2026-10-25T01:30")).toEqual({ "2026-10-25": { "x.com@2": 3_600_000 } });
  });

  test("is added to what the hour has already", () => {
    const tally = openTally(readingOf());
    tally.addStretch(at("2026-03-01T09:00"), at("2026-03-01T09:10"), "x.com");
    tally.addStretch(at("2026-03-01T09:30"), at("2026-03-01T09:40"), "x.com");
    expect(perHour({ rows: tally.rows() })).toEqual({ "2026-03-01": { "x.com@10": 1_200_000 } });
  });
});

test("an instant could have been lived from 2000 to the end of today, by the user's clock", () => {
  const tally = openTally(readingOf());
  expect(tally.isLived(at("1999-12-31T23:00"))).toBe(true);
  expect(tally.isLived(at("2026-05-01T21:59:59.999"))).toBe(true);
  expect(tally.skipped()).toEqual([]);
  expect(tally.isLived(at("1999-12-31T22:59:59.999"))).toBe(false);
  expect(tally.isLived(at("2026-05-01T22:00"))).toBe(false);
  expect(tally.skipped()).toEqual([{ reason: "otherDay", count: 2 }]);
});

test("reasons are told in one order, each with how often", () => {
  const tally = openTally(readingOf());
  for (const reason of ["private", "noSite", "private"] as const) tally.skip(reason);
  expect(tally.skipped()).toEqual([
    { reason: "noSite", count: 1 },
    { reason: "private", count: 2 },
  ]);
});
