import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, type DayRow, daysFrom, UNKNOWN_HOUR, weekday } from "../../src/attention/day";
import { OTHER_APPS } from "../../src/attention/heartbeat";
import { createHistory, type HeatCell } from "../../src/trap/history";
import { DECLARED, type Standards } from "../../src/trap/standards";
import { addUp } from "../../src/trap/totals";
import { blockOf } from "./block";
import { HOUR, MINUTE, rows, standards } from "./draw";

const MONDAY = 1;
const SUNDAY = 7;

function historyOf(drawn: readonly DayRow[], judged: Standards = standards()) {
  const history = createHistory(judged);
  history.add(drawn);
  return history;
}

describe("a range of days", () => {
  // 2026-03-02 is a Monday.
  const history = historyOf(rows`
    2026-03-01 github.com 1h
    2026-03-02 github.com 2h
    2026-03-02 x.com 30m
    2026-03-04 x.com/home 10m
    2026-03-05 x.com 1h
  `);

  test("holds its first day and its last, and none beside them", () => {
    const { totals, days } = history.range("2026-03-02", "2026-03-04", MONDAY);
    expect(totals).toMatchObject({ buildMs: 2 * HOUR, distributionMs: 40 * MINUTE, feedsMs: 10 * MINUTE });
    expect(days.map(({ day }) => day)).toEqual(["2026-03-02", "2026-03-03", "2026-03-04"]);
  });

  test("has a day without time among its days, but not among its totals'", () => {
    const { totals, days } = history.range("2026-03-02", "2026-03-04", MONDAY);
    expect(days[1]).toEqual({
      day: "2026-03-03",
      buildMs: 0,
      distributionMs: 0,
      neutralMs: 0,
      otherAppsMs: 0,
      reachingOutMs: 0,
      feedsMs: 0,
    });
    expect(totals.days.map(({ day }) => day)).toEqual(["2026-03-02", "2026-03-04"]);
  });

  test("tells feeds of each day", () => {
    const { days } = history.range("2026-03-04", "2026-03-05", MONDAY);
    expect(days.map(({ feedsMs }) => feedsMs)).toEqual([10 * MINUTE, 0]);
  });

  test("without days holds nothing", () => {
    const { totals, days, weeks, unknownHourMs } = history.range("2026-03-04", "2026-03-03", MONDAY);
    expect(totals).toEqual(addUp([], standards()));
    expect({ days, weeks, unknownHourMs }).toEqual({ days: [], weeks: [], unknownHourMs: 0 });
  });

  test("that nothing is known of holds nothing but its days", () => {
    const { totals, days } = history.range("2020-01-01", "2020-01-02", MONDAY);
    expect(totals).toEqual(addUp([], standards()));
    expect(days).toHaveLength(2);
  });
});

describe("a day that is added again", () => {
  test("is replaced, and the others stay", () => {
    const history = historyOf(rows`
      2026-03-02 github.com 1h
      2026-03-03 github.com 1h
    `);
    history.add(rows`2026-03-03 x.com 20m`);
    const { totals } = history.range("2026-03-02", "2026-03-03", MONDAY);
    expect(totals).toMatchObject({ buildMs: HOUR, distributionMs: 20 * MINUTE });
    expect(totals.sites.map(({ site }) => site)).toEqual(["github.com", "x.com"]);
  });
});

describe("the weeks of a range", () => {
  const history = historyOf(rows`
    2026-03-01 github.com 3h
    2026-03-01 x.com 1h
    2026-03-02 github.com 2h
    2026-03-16 x.com 30m
  `);
  const weeks = (first: string, last: string, startsOn: number) =>
    history.range(first, last, startsOn).weeks.map(({ start, share }) => [start, share]);

  test("begin on the day that weeks begin on, the first before the range where it began before", () => {
    expect(weeks("2026-03-01", "2026-03-08", MONDAY)).toEqual([
      ["2026-02-23", 0.25],
      ["2026-03-02", 0],
    ]);
    expect(weeks("2026-03-01", "2026-03-08", SUNDAY)).toEqual([
      ["2026-03-01", 1 / 6],
      ["2026-03-08", null],
    ]);
    expect(weeks("2026-03-02", "2026-03-08", MONDAY)).toEqual([["2026-03-02", 0]]);
  });

  test("stand in a row: one without time has no share", () => {
    expect(weeks("2026-03-02", "2026-03-16", MONDAY)).toEqual([
      ["2026-03-02", 0],
      ["2026-03-09", null],
      ["2026-03-16", 1],
    ]);
  });

  test("are of their days within the range alone", () => {
    expect(history.range("2026-03-02", "2026-03-02", SUNDAY).weeks).toEqual([
      { start: "2026-03-01", buildMs: 2 * HOUR, distributionMs: 0, share: 0, zone: "not-enough-data" },
    ]);
  });

  test("have the meter's zone, by the user's target", () => {
    const drawn = rows`
      2026-03-02 github.com 3h
      2026-03-03 github.com 2h
      2026-03-04 x.com 2h
    `;
    const zone = (target: number) =>
      historyOf(drawn, standards({ target })).range("2026-03-02", "2026-03-08", MONDAY).weeks[0]?.zone;
    expect([zone(0.3), zone(0.5)]).toEqual(["balanced", "drifting"]);
  });
});

describe("the heat of a range", () => {
  const at = (day: string, hour: number, key = "github.com", ms = HOUR): DayRow => ({
    day,
    key,
    hours: { [hour]: ms },
  });
  const warm = (cells: readonly HeatCell[][]) =>
    cells.flatMap((hours, i) =>
      hours.flatMap((cell, hour) => {
        const sides = Object.entries(cell).filter(([, ms]) => ms > 0);
        return sides.map(([side, ms]) => `${i + 1} ${hour} ${side} ${ms / MINUTE}`);
      }),
    );
  const heatOf = (drawn: DayRow[], judged?: Standards) =>
    historyOf(drawn, judged).range("2026-03-01", "2026-03-31", MONDAY);

  test("is seven weekdays of 24 hours, Monday first", () => {
    const { heat } = heatOf([]);
    expect(heat.map((hours) => hours.length)).toEqual(Array(7).fill(24));
    expect(warm(heatOf([at("2026-03-02", 0), at("2026-03-08", 23)]).heat)).toEqual([
      "1 0 buildMs 60",
      "7 23 buildMs 60",
    ]);
  });

  test("adds up the same weekday's hour over weeks, by side", () => {
    const drawn = [
      at("2026-03-02", 9),
      at("2026-03-09", 9),
      at("2026-03-09", 9, "x.com", MINUTE),
      at("2026-03-09", 9, "youtube.com", 2 * MINUTE),
      at("2026-03-10", 9),
      at("2026-03-10", 9, "about:"),
    ];
    expect(warm(heatOf(drawn).heat)).toEqual([
      "1 9 buildMs 120",
      "1 9 distributionMs 1",
      "1 9 neutralMs 2",
      "2 9 buildMs 60",
    ]);
  });

  test("has other apps in build for those who build there", () => {
    const drawn = [at("2026-03-02", 9, OTHER_APPS), at("2026-03-02", 9, "github.com", MINUTE)];
    expect(warm(heatOf(drawn, standards({ otherApps: "build" })).heat)).toEqual([
      "1 9 buildMs 61",
      "1 9 otherAppsMs 60",
    ]);
    expect(warm(heatOf(drawn).heat)).toEqual(["1 9 buildMs 1", "1 9 otherAppsMs 60"]);
  });

  test("leaves out what no hour is known of, and tells how much that is", () => {
    const { heat, unknownHourMs, totals } = heatOf([at("2026-03-02", UNKNOWN_HOUR), at("2026-03-02", 23)]);
    expect(warm(heat)).toEqual(["1 23 buildMs 60"]);
    expect({ unknownHourMs, buildMs: totals.buildMs }).toEqual({ unknownHourMs: HOUR, buildMs: 2 * HOUR });
  });

  test("leaves out hours that do not count, and what is nothing even where no hour is known of it", () => {
    const drawn = [at("2026-03-02", 9), at("2026-03-02", 10), at("2026-03-02", UNKNOWN_HOUR, "about:")];
    const { heat, unknownHourMs } = heatOf(drawn, standards({ offHours: [{ days: [1], from: 9, until: 10 }] }));
    expect({ warm: warm(heat), unknownHourMs }).toEqual({ warm: ["1 10 buildMs 60"], unknownHourMs: 0 });
  });
});

describe("whatever the rows, their chunks and the range", () => {
  const FIRST = "2026-02-20";
  const key = fc.constantFrom(
    "github.com",
    "github.com/traffic",
    "claude.ai",
    "n8n.io",
    "x.com",
    "x.com/home",
    "plausible.io",
    "youtube.com",
    "nobody.example",
    "localhost:3000",
    "about:",
    "devtools:",
    OTHER_APPS,
    DECLARED,
  );
  const hours = fc.dictionary(
    fc.integer({ min: 0, max: UNKNOWN_HOUR }).map(String),
    // Few durations, so that many are equal.
    fc.integer({ min: 1, max: 5 }).map((n) => n * MINUTE),
    { minKeys: 1, maxKeys: 4 },
  );
  const someRow = fc.record({ day: fc.nat(30), key, hours, block: fc.constantFrom(undefined, undefined, 1, 2, 3) }).map(
    ({ day, block, ...one }): DayRow => ({
      day: addDays(FIRST, day),
      ...one,
      ...(block === undefined ? {} : { block }),
    }),
  );
  const someRows = fc
    .array(someRow, { maxLength: 60 })
    .map((drawn) => drawn.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)));
  const said = fc.record({
    otherApps: fc.constantFrom("build" as const, "apart" as const, null),
    feedsCount: fc.boolean(),
    offHours: fc.constantFrom(
      [],
      [{ days: [1, 3], from: 9, until: 17 }],
      [{ days: [5], from: 22, until: 6 }],
      [{ days: [7], from: 0, until: 24 }],
    ),
  });
  const someBlocks = [blockOf({ id: 1, channel: "outreach" }), blockOf({ id: 2, channel: "analytics" })];
  const judgedBy = (preferences: Parameters<typeof standards>[0]) => standards(preferences, undefined, someBlocks);
  const range = fc.tuple(fc.nat(32), fc.nat(32)).map(([a, b]) => ({
    first: addDays(FIRST, Math.min(a, b)),
    last: addDays(FIRST, Math.max(a, b)),
  }));
  const within = (drawn: readonly DayRow[], { first, last }: { first: string; last: string }) =>
    drawn.filter(({ day }) => day >= first && day <= last);
  const sum = (numbers: number[]) => numbers.reduce((total, n) => total + n, 0);

  test("the totals are those that are added up from the rows", () => {
    fc.assert(
      fc.property(someRows, said, range, fc.integer({ min: 1, max: 9 }), (drawn, preferences, asked, length) => {
        const judged = judgedBy(preferences);
        const history = createHistory(judged);
        const days = [...new Set(drawn.map(({ day }) => day))].reverse();
        for (let i = 0; i < days.length; i += length) {
          const chunk = days.slice(i, i + length);
          history.add(drawn.filter(({ day }) => chunk.includes(day)));
        }
        expect(history.range(asked.first, asked.last, MONDAY).totals).toEqual(addUp(within(drawn, asked), judged));
      }),
      { numRuns: 300 },
    );
  });

  test("days, weeks and heat hold the same time as the totals, each in its place", () => {
    fc.assert(
      fc.property(someRows, said, range, fc.integer({ min: 1, max: 7 }), (drawn, preferences, asked, startsOn) => {
        const judged = judgedBy(preferences);
        const past = historyOf(drawn, judged).range(asked.first, asked.last, startsOn);
        const { totals, days, weeks, heat, unknownHourMs } = past;

        expect(days.map(({ day }) => day)).toEqual(daysFrom(asked.first, asked.last));
        const known = new Map(totals.days.map((time) => [time.day, time]));
        for (const { feedsMs, ...time } of days) {
          const rest = { buildMs: 0, distributionMs: 0, neutralMs: 0, otherAppsMs: 0, reachingOutMs: 0 };
          expect(time).toEqual(known.get(time.day) ?? { day: time.day, ...rest });
        }
        expect(sum(days.map(({ feedsMs }) => feedsMs))).toBe(totals.feedsMs);

        for (const { start } of weeks) expect(weekday(start)).toBe(startsOn);
        expect(sum(weeks.map(({ buildMs }) => buildMs))).toBe(totals.buildMs);
        expect(sum(weeks.map(({ distributionMs }) => distributionMs))).toBe(totals.distributionMs);

        // Without unknown hours: only their sum over all sides is told.
        const timed = drawn.map((one) => {
          const { [UNKNOWN_HOUR]: _, ...rest } = one.hours;
          return { ...one, hours: rest };
        });
        const expected = addUp(within(timed, asked), judged);
        const cells = heat.flat();
        for (const side of ["buildMs", "distributionMs", "neutralMs", "otherAppsMs"] as const)
          expect(sum(cells.map((cell) => cell[side]))).toBe(expected[side]);
        const all = ({ buildMs, distributionMs, neutralMs, otherAppsMs }: HeatCell) =>
          buildMs + distributionMs + neutralMs + (preferences.otherApps === "build" ? 0 : otherAppsMs);
        expect(unknownHourMs).toBe(all(totals) - all(expected));
      }),
      { numRuns: 200 },
    );
  });
});
