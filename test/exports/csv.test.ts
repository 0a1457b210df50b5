import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { withoutSites } from "../../src/exports";
import { weekCsv } from "../../src/exports/csv";
import type { SiteDay, Week } from "../../src/trap/week";
import { HOUR, MINUTE } from "../trap/draw";
import { anyWeek, week } from "./weeks";

/** Reads CSV by the grammar of RFC 4180, with nothing let pass. */
function parse(file: string): string[][] {
  const text = file.replace(/^\ufeff/, "");
  const records: string[][] = [];
  let at = 0;
  const field = (): string => {
    if (text[at] !== '"') {
      const [plain = ""] = text.slice(at).match(/^[^"\r\n,]*/) ?? [];
      at += plain.length;
      return plain;
    }
    const [quoted] = text.slice(at).match(/^"(?:[^"]|"")*"/) ?? [];
    if (quoted === undefined) throw new Error(`a quote at ${at} does not end`);
    at += quoted.length;
    return quoted.slice(1, -1).replaceAll('""', '"');
  };
  while (at < text.length) {
    const record = [field()];
    while (text[at] === ",") {
      at++;
      record.push(field());
    }
    if (text.slice(at, at + 2) !== "\r\n") throw new Error(`a record does not end at ${at}`);
    at += 2;
    records.push(record);
  }
  return records;
}

const heads = ["day", "site", "channel", "label", "category", "ms", "hours"];
const time: SiteDay = {
  day: "2026-03-02",
  site: "x.com",
  channel: "social",
  category: "distribution",
  label: "Social",
  ms: 1,
};
const withTimes = (...siteDays: SiteDay[]): Week => ({ ...week, siteDays });
const siteCell = (site: string) => parse(weekCsv(withTimes({ ...time, site })).text)[1]?.[1];
const labelCell = (label: string) => parse(weekCsv(withTimes({ ...time, label })).text)[1]?.[3];

/** What would be more than text in a spreadsheet. */
const odd = fc
  .array(
    fc.constantFrom(
      ...["=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n", "\r\n", '"', "'", ",", ";", " ", "\u00a0"],
      ...["\u200b", "\ufeff", "\u202e", "\u0000", "a", "1", "cmd|' /C calc'!A0", "HYPERLINK(", ")", "\ud83c"],
    ),
  )
  .map((pieces) => pieces.join(""));
const name = fc.oneof(odd, fc.string({ unit: "binary" }), fc.webUrl());

describe("the CSV of a week", () => {
  test("is a file named by the week's first day", () => {
    const { filename, mime } = weekCsv(week);
    expect([filename, mime]).toEqual(["factory-trap-week-2026-03-02.csv", "text/csv"]);
  });

  test("reads as drawn, each line ended as RFC 4180 has it", () => {
    expect(weekCsv(week).text.split("\r\n")).toEqual([
      "day,site,channel,label,category,ms,hours",
      "2026-03-02,github.com,code-hosting,Code hosting,build,10800000,3.0000",
      "2026-03-02,claude.ai,ai,AI & agents,build,3600000,1.0000",
      "2026-03-03,x.com,social,Social,distribution,2700000,0.7500",
      "2026-03-03,x.com,feeds,Feeds,distribution,630000,0.1750",
      "2026-03-04,youtube.com,video,Video,neutral,3600000,1.0000",
      "2026-03-04,plausible.io,analytics,Analytics,distribution,300000,0.0833",
      "",
    ]);
  });

  test("of a week without time has its heads alone", () => {
    expect(weekCsv(withTimes()).text).toBe(`${heads.join(",")}\r\n`);
  });

  test("says hours with four digits and a point, of a millisecond and of a long day", () => {
    const cells = (ms: number) => parse(weekCsv(withTimes({ ...time, ms })).text)[1]?.slice(5);
    expect(cells(1)).toEqual(["1", "0.0000"]);
    expect(cells(180)).toEqual(["180", "0.0001"]);
    expect(cells(25 * HOUR + MINUTE)).toEqual([`${25 * HOUR + MINUTE}`, "25.0167"]);
  });

  test("has an empty site where sites are left out, and all the time", () => {
    const records = parse(weekCsv(withoutSites(week)).text).slice(1);
    expect(records.map(([, site]) => site)).toEqual(["", "", "", "", "", ""]);
    expect(records.reduce((sum, cells) => sum + Number(cells[5]), 0)).toBe(
      week.sites.reduce((sum, { ms }) => sum + ms, 0),
    );
  });

  test("begins with a byte order mark where a name is not ASCII, and only there", () => {
    const textWith = (label: string) => weekCsv(withTimes({ ...time, label })).text;
    expect(textWith("Entwürfe")).toMatch(/^\ufeffday,site,/);
    expect(textWith("\u0080")).toMatch(/^\ufeffday,/);
    expect(textWith("\u007f")).toMatch(/^day,/);
    expect(textWith("Social")).toMatch(/^day,/);
    expect(labelCell("日本語")).toBe("日本語");
  });

  test("is read back as it was, for any week", () => {
    fc.assert(
      fc.property(anyWeek, (some) => {
        const [first, ...records] = parse(weekCsv(some).text);
        expect(first).toEqual(heads);
        expect(records).toEqual(
          some.siteDays.map(({ day, site, channel, label, category, ms }) => [
            day,
            site,
            channel,
            label,
            category,
            `${ms}`,
            (ms / HOUR).toFixed(4),
          ]),
        );
      }),
    );
  });
});

describe("what could be a formula", () => {
  test.each([
    ["=1+1", "'=1+1"],
    ["+1", "'+1"],
    ["-1", "'-1"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["\t=1", "'\t'=1"],
    ["\r=1", "'\r'=1"],
    ["\n=1", "'\n'=1"],
    ["\tx", "'\tx"],
    ["\nx", "'\nx"],
    ["＝1+1", "'＝1+1"],
    ["＋1", "'＋1"],
    ["－1", "'－1"],
    ["＠SUM(A1)", "'＠SUM(A1)"],
    [" =1", "' =1"],
    ["\u200b=1", "'\u200b=1"],
    ["\ufeff=1", "'\ufeff=1"],
    ["\u202e=1", "'\u202e=1"],
    ['"=1', `'"=1`],
    ["a;=1", "a;'=1"],
    ["a;b; @x", "a;b;' @x"],
    ["a\n=1", "a\n'=1"],
  ])("has an apostrophe before it: %j is %j", (text, cell) => {
    expect([siteCell(text), labelCell(text)]).toEqual([cell, cell]);
  });

  test.each([
    "x.com",
    "a=b",
    "1-2",
    "user@example.com",
    "a;b",
    "a, b",
    'say "hi"',
    "'=1",
    "日本語.jp",
    "a\nb",
    "xn--80ak6aa92e.com",
  ])("is nothing else: %j", (text) => {
    expect([siteCell(text), labelCell(text)]).toEqual([text, text]);
  });

  const isFormula = (cell: string) => /^[\s\u200b\ufeff\u202e\0]*[=+\-@＝＋－＠]/.test(cell);

  test("begins no cell, whatever a site and a channel are called; each is read back but for apostrophes", () => {
    fc.assert(
      fc.property(name, name, (site, label) => {
        const records = parse(weekCsv(withTimes({ ...time, site, label }, time)).text);
        expect(records.map((cells) => cells.length)).toEqual([7, 7, 7]);
        expect(records[2]).toEqual(["2026-03-02", "x.com", "social", "Social", "distribution", "1", "0.0000"]);
        for (const [written, cell = ""] of [
          [site, records[1]?.[1]],
          [label, records[1]?.[3]],
        ] as const) {
          expect(isFormula(cell) || /^[\t\r\n]/.test(cell), JSON.stringify(cell)).toBe(false);
          expect(cell.replaceAll("'", "")).toBe(written.replaceAll("'", ""));
        }
      }),
      { numRuns: 1000 },
    );
  });

  test("begins no cell where a spreadsheet takes the semicolon or the tab to part cells", () => {
    fc.assert(
      fc.property(name, (label) => {
        const [, row = ""] = weekCsv(withTimes({ ...time, label })).text.split(/^(?=2026-03-02)/m);
        for (const cell of row.split(/[;\t\r\n]/).slice(1)) expect(isFormula(cell.replace(/^"+/, "")), row).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });
});
