import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { DayRow } from "../../src/attention/day";
import { type Foreign, ForeignError, previewOf } from "../../src/sources";
import { realDay } from "../../src/sources/dates";
import { fixture, NOW, read } from "./told";

// Whatever a file holds: it is read to rows that can be lived, or refused in words. Never anything else, and never slowly.

const names = [
  "timetracker-4.json",
  "timetracker-3.json",
  "timetracker-records.json",
  "timetracker-records.csv",
  "timetracker-records-0.csv",
  "webactivity.json",
  "webactivity-1.csv",
  "webactivity-2.csv",
  "activitywatch-all.json",
  "activitywatch-bucket.json",
];
const files = names.map(fixture);
const today = new Date(NOW).toISOString().slice(0, 10);

/** What reading a file takes at most, milliseconds; small ones take one or two. */
const SLOW_MS = 2000;

/** Reads a text and looks at what becomes of it. */
function survives(text: string): void {
  const start = performance.now();
  const outcome = outcomeOf(text);
  expect(performance.now() - start).toBeLessThan(SLOW_MS);
  if (outcome instanceof ForeignError) {
    expect(outcome.message).toContain("Nothing was changed.");
    expect(outcome.message.length).toBeLessThan(600);
    return;
  }
  expect(outcome.rows.length).toBeGreaterThan(0);
  expect(outcome.rows.filter((row) => !isLived(row))).toEqual([]);
  expect(new Set(outcome.rows.map(({ day, key }) => `${day} ${key}`)).size).toBe(outcome.rows.length);
  expect(Number.isSafeInteger(previewOf(outcome).ms)).toBe(true);
  expect(outcome.skipped.filter(({ count }) => count < 1)).toEqual([]);
}

/** What a text is read to, or the error that refuses it; any other error is a fault. */
function outcomeOf(text: string): Foreign | ForeignError {
  try {
    return read(text);
  } catch (error) {
    if (error instanceof ForeignError) return error;
    throw error;
  }
}

/** Whether a row is of a day that could have been lived, on some page, with whole milliseconds in hours that there are. */
function isLived({ day, key, hours }: DayRow): boolean {
  const entries = Object.entries(hours).map(([hour, ms]) => [Number(hour), ms] as const);
  const isReal = realDay(day) === day && day >= "2000-01-01" && day <= today && typeof key === "string" && key !== "";
  const isWhole = entries.every(
    ([hour, ms]) => Number.isInteger(hour) && hour >= 0 && hour <= 24 && Number.isSafeInteger(ms),
  );
  return isReal && isWhole && entries.length > 0 && entries.every(([, ms]) => ms > 0);
}

const holds = <T>(values: fc.Arbitrary<T>, claim: (value: T) => void, numRuns = 300) =>
  fc.assert(fc.property(values, claim), { numRuns });

const hostileText = fc.constantFrom(
  "__proto__",
  "constructor",
  "",
  "\u0000",
  "=HYPERLINK(1)",
  "<img src=x onerror=alert(1)>",
  "\u202e.com",
  ".".repeat(5000),
  "x".repeat(20_000),
  "-1",
  "NaN",
  "2026-03-01",
  "99999999",
  "20260301",
  "\uD800",
);
const hostileNumber = fc.constantFrom(
  0,
  -0,
  -1,
  0.1,
  1e-300,
  2 ** 31,
  2 ** 53,
  1e21,
  1e300,
  -1e300,
  8.64e15,
  90_000,
  3600,
);
const anything: fc.Arbitrary<unknown> = fc.oneof(
  hostileText,
  hostileNumber,
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom(null, true, [], {}, [[]], { "": {} }),
);

/** The paths to everything that a JSON value holds. */
function pathsIn(value: unknown, path: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== "object" || value === null) return [path];
  const entries: [string | number, unknown][] = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return [path, ...entries.flatMap(([key, one]) => pathsIn(one, [...path, key]))];
}

/** A JSON value with another one at a path. */
function replaced(value: unknown, [key, ...rest]: (string | number)[], by: unknown): unknown {
  if (key === undefined) return by;
  if (Array.isArray(value)) return value.map((one, index) => (index === key ? replaced(one, rest, by) : one));
  const entries = Object.entries(value as object).map(([name, one]) => [
    name,
    name === key ? replaced(one, rest, by) : one,
  ]);
  return Object.fromEntries(entries);
}

const file = fc.constantFrom(...files);
const json = fc.constantFrom(...files.filter((text) => /^[[{]/.test(text)).map((text): unknown => JSON.parse(text)));

describe("a file is read or refused in words", () => {
  test("wherever it breaks off", () => {
    holds(fc.tuple(file, fc.double({ min: 0, max: 1, noNaN: true })), ([text, part]) => {
      survives(text.slice(0, Math.floor(text.length * part)));
    });
  });

  test("whatever stands in the place of anything in it", () => {
    const changed = json.chain((value) =>
      fc.tuple(fc.constantFrom(...pathsIn(value)), anything).map(([path, by]) => replaced(value, path, by)),
    );
    holds(changed, (value) => survives(JSON.stringify(value)), 1000);
  });

  test("whatever letters are lost, doubled or put in", () => {
    const edit = fc.tuple(fc.nat(6000), fc.nat(40), fc.oneof(hostileText, fc.string({ unit: "binary", maxLength: 5 })));
    holds(fc.tuple(file, fc.array(edit, { maxLength: 4 })), ([text, edits]) => {
      survives(edits.reduce((now, [at, length, by]) => now.slice(0, at) + by + now.slice(at + length), text));
    });
  });

  test("whatever cells a table has", () => {
    const header = fc.constantFrom(
      "Date,WebSite,Time(sec),Sessions",
      "domain,date,time(sec)",
      "Date,Domain,Duration,Visits",
    );
    const cell = fc.oneof(
      hostileText,
      fc.constantFrom("20260301", "3/1/2026", "x.com", "60", '"a""b"', '"', "1e9", "9".repeat(15)),
    );
    const table = fc.tuple(header, fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 6 }));
    holds(table, ([first, rows]) => survives([first, ...rows.map((cells) => cells.join(","))].join("\n")));
  });

  test("whatever bytes it is made of", () => {
    const decoder = new TextDecoder();
    holds(fc.uint8Array({ maxLength: 300 }), (bytes) => survives(decoder.decode(bytes)));
    holds(fc.uint8Array({ maxLength: 300 }), (bytes) => survives(`{"buckets":${decoder.decode(bytes)}`));
  });

  test("whatever is within the forms of its tools", () => {
    const form = fc.constantFrom(
      (value: unknown): unknown => ({ __stat__: value }),
      (value: unknown) => ({ __stat__: [value] }),
      (value: unknown) => ({ "20260301x.com": value }),
      (value: unknown) => [{ host: "x.com", date: "20260301", focus: value }],
      (value: unknown) => [{ url: "x.com", days: [{ date: "3/1/2026", summary: value }] }],
      (value: unknown) => [{ url: value, days: [{ date: "3/1/2026", summary: 60 }] }],
      (value: unknown) => ({ buckets: value }),
      (value: unknown) => ({ buckets: { b: { type: "web.tab.current", events: [value] } } }),
      (value: unknown) => ({
        type: "afkstatus",
        events: [{ timestamp: value, duration: value, data: { status: value } }],
      }),
    );
    holds(fc.tuple(form, anything), ([wrap, value]) => survives(JSON.stringify(wrap(value))), 1000);
  });

  test.each(["1e999", "1e308", "-1e999"])("with the number %s", (number) => {
    survives(`{"__stat__": [{"host": "x.com", "date": "20260301", "focus": ${number}}]}`);
    survives(`[{"url": "x.com", "days": [{"date": "3/1/2026", "summary": ${number}}]}]`);
    for (const type of ["web.tab.current", "currentwindow", "afkstatus"]) {
      const data = '{"url": "https://x.com/", "app": "Code", "status": "not-afk"}';
      const page = `{"timestamp": "2026-03-02T09:00:00Z", "duration": 60, "data": ${data}}`;
      const event = `{"timestamp": "2026-03-02T09:00:00Z", "duration": ${number}, "data": ${data}}`;
      survives(
        `{"buckets": [{"type": "web.tab.current", "events": [${page}]}, {"type": "${type}", "events": [${event}]}]}`,
      );
    }
  });
});

describe("a file of any size and depth is not read slowly", () => {
  test("with brackets in brackets", () => {
    const deep = 200_000;
    for (const [open, close] of [
      ["[", "]"],
      ['{"a":', "}"],
    ] as const) {
      survives(open.repeat(deep));
      survives(`${open.repeat(deep)}1${close.repeat(deep)}`);
      survives(
        `{"__stat__":[{"host":"x.com","date":"20260301","focus":1,"x":${open.repeat(deep)}1${close.repeat(deep)}}]}`,
      );
    }
  });

  test("with events that all overlap, and as many periods of presence", () => {
    const at = (second: number) => new Date(Date.parse("2026-03-02T00:00:00Z") + second * 1000).toISOString();
    const count = 20_000;
    const pages = Array.from({ length: count }, (_, i) => ({
      timestamp: at(i),
      duration: 80_000,
      data: { url: `https://x${i % 9}.com/` },
    }));
    const here = Array.from({ length: count }, (_, i) => ({
      timestamp: at(i * 3),
      duration: 1,
      data: { status: "not-afk" },
    }));
    survives(
      JSON.stringify({
        buckets: [
          { type: "web.tab.current", events: pages },
          { type: "afkstatus", events: here },
        ],
      }),
    );
  });

  test("with a hundred thousand entries", () => {
    const entry = (i: number) => ({ host: `${i % 977}.example`, date: String(20240101 + (i % 28)), focus: i, time: 1 });
    survives(JSON.stringify({ __stat__: Array.from({ length: 100_000 }, (_, i) => entry(i)) }));
    const lines = Array.from(
      { length: 100_000 },
      (_, i) => `${i % 977}.example,${1 + (i % 12)}/${1 + (i % 28)}/2024,${i % 999}`,
    );
    survives(`domain,date,time(sec)\n${lines.join("\n")}`);
  });
});
