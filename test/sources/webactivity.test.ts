import { describe, expect, test } from "vitest";
import { webactivity } from "../../src/sources/webactivity";
import { fixture, isOf, perDay, perHour, read, refusalOf } from "./told";

const backup = (...days: unknown[]) =>
  JSON.stringify([{ url: "github.com", favicon: "", summaryTime: 1, counter: 1, days }]);
const day = (more: object = {}) => ({ counter: 1, date: "3/13/2026", summary: 60, ...more });

describe("Web Activity Time Tracker's files are read day by day:", () => {
  test("the backup", () => {
    const foreign = read(fixture("webactivity.json"));
    expect(foreign.tool).toBe("webactivity");
    expect(perDay(foreign)).toEqual({
      "2026-02-28": { "github.com": 5_400_000 },
      "2026-03-01": { "github.com": 60_000, "reddit.com": 1_801_000 },
      "2026-03-13": { "github.com": 601_000 },
    });
    expect(foreign.skipped).toEqual([]);
  });

  test("the CSV since 2.0, with an empty line after each day", () => {
    expect(perDay(read(fixture("webactivity-2.csv")))).toEqual({
      "2026-03-01": { "github.com": 60_000, "reddit.com": 1_801_000 },
      "2026-03-13": { "github.com": 601_000 },
    });
    const small = fixture("webactivity-2.csv").replace(
      "Date,WebSite,Time(sec),Sessions",
      "date,website,time(sec),sessions",
    );
    expect(perDay(read(small))).toEqual(perDay(read(fixture("webactivity-2.csv"))));
  });

  test("the CSV before, as a British browser wrote it, with a date that the tool itself lost", () => {
    const foreign = read(fixture("webactivity-1.csv"));
    expect(foreign.tool).toBe("webactivity");
    expect(perDay(foreign)).toEqual({
      "2020-07-22": { "github.com": 5_400_000 },
      "2020-08-03": { "github.com": 90_000, "youtube.com": 1_200_000 },
    });
    expect(foreign.skipped).toEqual([{ reason: "noDay", count: 1 }]);
  });

  test("a backup from before there were counters, in German", () => {
    const old = JSON.stringify([{ url: "github.com", summaryTime: 61, days: [{ date: "3.12.2019", summary: 61 }] }]);
    expect(perDay(read(old))).toEqual({ "2019-12-03": { "github.com": 61_000 } });
  });

  test("what a spreadsheet has saved, with semicolons and quotes", () => {
    expect(perDay(read('\uFEFFDate;WebSite;Time(sec);Sessions\n"3/13/2026";"github.com";60;1'))).toEqual({
      "2026-03-13": { "github.com": 60_000 },
    });
  });

  test("at no hour: only the day is known", () => {
    expect(perHour(read(backup(day())))).toEqual({ "2026-03-13": { "github.com@24": 60_000 } });
  });
});

describe("of Web Activity Time Tracker's numbers", () => {
  test("a site's sum and visits are no day's time", () => {
    const text = JSON.stringify([
      { url: "x.com", summaryTime: 9999, counter: 99, days: [day({ summary: 5, counter: 999 })] },
    ]);
    expect(perDay(read(text))).toEqual({ "2026-03-13": { "x.com": 5000 } });
  });

  test("one day in two spellings is added up, the same spelling twice is a copy", () => {
    const foreign = read(backup(day(), day({ date: "13.3.2026", summary: 30 }), day({ summary: 7 })));
    expect(perDay(foreign)).toEqual({ "2026-03-13": { "github.com": 90_000 } });
    expect(foreign.skipped).toEqual([{ reason: "copy", count: 1 }]);
  });

  test("a day that could be two is left out and counted", () => {
    const foreign = read(backup(day(), day({ date: "22/7/2020" }), day({ date: "3/8/2020" })));
    expect(Object.keys(perDay(foreign))).toEqual(["2020-07-22", "2026-03-13"]);
    expect(foreign.skipped).toEqual([{ reason: "unclearDay", count: 1 }]);
  });

  test("a site without days holds nothing, and harms nothing", () => {
    const text = JSON.stringify([
      { url: "x.com", days: null },
      { url: "github.com", days: [day()] },
    ]);
    expect(perDay(read(text))).toEqual({ "2026-03-13": { "github.com": 60_000 } });
  });
});

describe("Web Activity Time Tracker's file is refused with the place that is wrong", () => {
  test.each<[string, string]>([
    [backup(day(), 7), "[0].days[1]"],
    [backup(day({ date: null })), "[0].days[0].date"],
    [backup(day({ summary: "60" })), "[0].days[0].summary"],
    [JSON.stringify([{ url: "x.com", days: {} }]), "[0].days"],
    [JSON.stringify([{ url: 7, days: [] }]), "[0].url"],
    [JSON.stringify([{ url: "x.com", days: [] }, []]), "[1]"],
  ])("in %s", (text, field) => {
    expect(refusalOf(text)).toMatch(
      /^This file of Web Activity Time Tracker cannot be read: .* Nothing was changed\. Export/,
    );
    expect(refusalOf(text)).toContain(`“${field}” should be`);
  });

  test("or the line of a table", () => {
    const csv = (line: string) => refusalOf(`domain,date,time(sec)\nx.com,3/13/2026,60\n${line}`);
    expect(csv("x.com,3/14/2026")).toContain("line 3 has too few columns");
    expect(csv("x.com,3/14/2026,1:00")).toContain("in line 3, “1:00” should be a number of seconds");
  });
});

test("no other tool's file is taken for Web Activity Time Tracker's", () => {
  const names = ["timetracker-4.json", "timetracker-3.json", "timetracker-records.json", "timetracker-records.csv"];
  for (const name of [...names, "activitywatch-all.json"]) expect(isOf(webactivity, fixture(name)), name).toBe(false);
});
