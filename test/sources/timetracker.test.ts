import { describe, expect, test } from "vitest";
import { timetracker } from "../../src/sources/timetracker";
import { fixture, isOf, parsedBy, perDay, perHour, read, refusalOf } from "./told";

const backup = (...rows: unknown[]) => JSON.stringify({ __meta__: { version: "4.0.0", ts: 1 }, __stat__: rows });
const row = (more: object = {}) => ({ host: "github.com", date: "20260301", focus: 60_000, time: 1, ...more });

describe("Time Tracker's files are read day by day:", () => {
  test("the backup since 4.0, without the parts of sites that it counts a second time", () => {
    const foreign = read(fixture("timetracker-4.json"));
    expect(foreign.tool).toBe("timetracker");
    expect(perDay(foreign)).toEqual({
      "2026-03-01": { "github.com": 5_400_000, "reddit.com": 1_860_500, "localhost:3000": 720_000 },
      "2026-03-02": { "file:": 300_000, "x.com": 900_000 },
      "2026-03-04": { "x.com": 45_000, "xn--bcher-kva.example": 120_000 },
    });
    expect(foreign.skipped).toEqual([{ reason: "section", count: 1 }]);
  });

  test("the backup before 4.0, with the storage as it was", () => {
    const foreign = read(fixture("timetracker-3.json"));
    expect(foreign.tool).toBe("timetracker");
    expect(perDay(foreign)).toEqual({
      "2021-09-10": { "github.com": 3000 },
      "2024-02-29": { "github.com": 4_200_000, "youtube.com": 1_500_000 },
      "2024-03-01": { "github.com": 600_000 },
    });
    expect(foreign.skipped).toEqual([{ reason: "section", count: 2 }]);
  });

  test("records as JSON, with seconds in a text", () => {
    expect(perDay(read(fixture("timetracker-records.json")))).toEqual({
      "2026-03-01": { "github.com": 5_400_000, "reddit.com": 1_800_000 },
      "2026-03-02": { "github.com": 59_000 },
    });
  });

  test("records as CSV, with a comma in an alias that nobody quoted", () => {
    expect(perDay(read(fixture("timetracker-records.csv")))).toEqual({
      "2026-03-01": { "github.com": 5_400_000, "news.ycombinator.com": 600_000 },
      "2026-03-02": { "github.com": 59_000 },
    });
  });

  test("records as an old release wrote them in Chinese, with how long tabs were open", () => {
    expect(perDay(read(fixture("timetracker-records-0.csv")))).toEqual({
      "2022-06-05": { "zhihu.com": 1_800_000 },
      "2022-06-06": { "github.com": 3_600_000 },
    });
  });

  test("records that a spreadsheet has saved, with semicolons and quotes", () => {
    const csv = 'Date;Domain;Site Name;Duration;Visits\n20260301;github.com;"Git; ""Hub""";5400;12\n';
    expect(perDay(read(csv))).toEqual({ "2026-03-01": { "github.com": 5_400_000 } });
  });

  test("at no hour: only the day is known", () => {
    expect(perHour(read(backup(row())))).toEqual({ "2026-03-01": { "github.com@24": 60_000 } });
  });
});

describe("of Time Tracker's numbers", () => {
  test("visits, run time and total are no attention", () => {
    const old = JSON.stringify({
      "20260301github.com": { time: 9, run: 9_000_000, total: 9_000_000 },
      "20260301x.com": { focus: 1 },
    });
    expect(perDay(read(old))).toEqual({ "2026-03-01": { "x.com": 1 } });
  });

  test("a missing focus is none", () => {
    expect(perDay(read(backup(row(), row({ host: "x.com", focus: undefined }))))).toEqual({
      "2026-03-01": { "github.com": 60_000 },
    });
  });

  test("the same site and day a second time is a copy, two spellings of a site are not", () => {
    const foreign = read(backup(row(), row({ focus: 5000 }), row({ host: "www.github.com", focus: 1000 })));
    expect(perDay(foreign)).toEqual({ "2026-03-01": { "github.com": 61_000 } });
    expect(foreign.skipped).toEqual([{ reason: "copy", count: 1 }]);
  });
});

describe("left out and counted", () => {
  test.each<[string, object, string]>([
    ["a tab group", { host: "_g_12" }, "section"],
    ["a part of a site", { host: "github.com/acme" }, "section"],
    ["a pattern", { host: "*.github.com" }, "section"],
    ["a day that the calendar has not", { date: "20260231" }, "noDay"],
    ["a date of another form", { date: "2026-03-01" }, "noDay"],
    ["tomorrow", { date: "20260502" }, "otherDay"],
    ["a day before 2000", { date: "19991231" }, "otherDay"],
    ["more than 25 hours", { focus: 90_000_001 }, "tooLong"],
    ["less than nothing", { focus: -1 }, "wrongTime"],
    ["no site", { host: "" }, "noSite"],
    ["words instead of a site", { host: "my notes" }, "noSite"],
  ])("is %s", (_, wrong, reason) => {
    const foreign = read(backup(row({ host: "x.com" }), row(wrong)));
    expect(perDay(foreign)).toEqual({ "2026-03-01": { "x.com": 60_000 } });
    expect(foreign.skipped).toEqual([{ reason, count: 1 }]);
  });

  test("is not what is just possible: today, the first day of 2000, a day of 25 hours", () => {
    const all = [row({ date: "20260501" }), row({ date: "20000101" }), row({ focus: 90_000_000 })];
    expect(read(backup(...all))).toMatchObject({ rows: { length: 3 }, skipped: [] });
  });

  test("are records that are merged by date, by category or by tab group", () => {
    const merged = [
      { host: "github.com", focus: "60", time: 1 },
      { date: "20260301", cate: "Work", focus: "60", time: 1 },
      { date: "20260302", group: "Work", focus: "60", time: 1 },
    ];
    expect(parsedBy(timetracker, JSON.stringify(merged))).toEqual({
      rows: [],
      skipped: [
        { reason: "noSite", count: 2 },
        { reason: "noDay", count: 1 },
      ],
    });
  });
});

describe("Time Tracker's file is refused with the place that is wrong", () => {
  test.each<[string, string]>([
    [backup(row(), "x"), "__stat__[1]"],
    [backup(row({ host: 7 })), "__stat__[0].host"],
    [backup(row({ date: 20260301 })), "__stat__[0].date"],
    [backup(row({ focus: "60" })), "__stat__[0].focus"],
    [JSON.stringify({ __stat__: {} }), "__stat__"],
    [JSON.stringify({ "20260301x.com": 7 }), "20260301x.com"],
    [JSON.stringify({ "20260301x.com": { focus: [] } }), "20260301x.com.focus"],
    [JSON.stringify([{ host: "x.com", date: "20260301", focus: "much" }]), "[0].focus"],
    [JSON.stringify([{ host: 7, date: "20260301", focus: "1" }]), "[0].host"],
    [JSON.stringify([{ host: "x.com", date: "20260301", focus: "1" }, null]), "[1]"],
  ])("in %s", (text, field) => {
    expect(refusalOf(text)).toMatch(
      /^This file of Time Tracker for Browser cannot be read: .* Nothing was changed\. Export/,
    );
    expect(refusalOf(text)).toContain(`“${field}” should be`);
  });

  test("or the line of a table", () => {
    const csv = (line: string) => refusalOf(`Date,Domain,Duration,Visits\r\n20260301,x.com,60,1\r\n\r\n${line}\r\n`);
    expect(csv("20260302,x.com,60")).toContain("line 4 has too few columns");
    expect(csv("20260302,x.com,1 h,1")).toContain("in line 4, “1 h” should be a number of seconds");
  });
});

test("no other tool's file is taken for Time Tracker's", () => {
  for (const name of ["webactivity.json", "webactivity-1.csv", "webactivity-2.csv", "activitywatch-all.json"])
    expect(isOf(timetracker, fixture(name)), name).toBe(false);
});
