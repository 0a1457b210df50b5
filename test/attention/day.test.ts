import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, addRows, daysFrom, localDay, rowMs, splitByHour, weekday } from "../../src/attention/day";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe("localDay", () => {
  test.each([
    ["2026-03-02T23:59:59.999Z", 0, "2026-03-02"],
    ["2026-03-03T00:00:00.000Z", 0, "2026-03-03"],
    ["2026-03-02T18:29:59.999Z", 330, "2026-03-02"],
    ["2026-03-02T18:30:00.000Z", 330, "2026-03-03"],
    ["2026-03-02T03:29:59.999Z", -210, "2026-03-01"],
    ["2026-03-02T03:30:00.000Z", -210, "2026-03-02"],
    ["2025-12-31T10:00:00.000Z", 840, "2026-01-01"],
    ["2026-01-01T11:59:59.999Z", -720, "2025-12-31"],
  ])("%s, %i minutes ahead of UTC, is on %s", (at, offset, day) => {
    expect(localDay(Date.parse(at), offset)).toBe(day);
  });
});

describe("days", () => {
  test.each([
    ["2026-02-28", 1, "2026-03-01"],
    ["2028-02-28", 1, "2028-02-29"],
    ["2026-01-01", -1, "2025-12-31"],
    ["2026-03-28", 2, "2026-03-30"],
    ["2026-03-02", 0, "2026-03-02"],
  ])("%s and %i days is %s", (day, n, expected) => {
    expect(addDays(day, n)).toBe(expected);
  });

  test("weeks begin on Monday and end on Sunday", () => {
    expect(daysFrom("2026-03-02", "2026-03-08").map(weekday)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  test("days from one to itself are one day, and to an earlier one none", () => {
    expect(daysFrom("2026-03-02", "2026-03-02")).toEqual(["2026-03-02"]);
    expect(daysFrom("2026-03-02", "2026-03-01")).toEqual([]);
  });

  test("days from one to another leave none out where summer time begins or a year ends", () => {
    expect(daysFrom("2025-12-31", "2026-12-31")).toHaveLength(366);
    expect(daysFrom("2026-03-28", "2026-03-30")).toEqual(["2026-03-28", "2026-03-29", "2026-03-30"]);
  });
});

describe("splitByHour", () => {
  const key = "github.com";
  const split = (start: string, end: string, offset: number) =>
    splitByHour({ key, start: Date.parse(start), end: Date.parse(end), offset });

  test("parts a span at midnight", () => {
    expect(split("2026-03-02T23:40:00Z", "2026-03-03T00:10:00Z", 0)).toEqual([
      { day: "2026-03-02", key, hours: { 23: 20 * MINUTE } },
      { day: "2026-03-03", key, hours: { 0: 10 * MINUTE } },
    ]);
  });

  test("gives midnight itself to the new day, and the millisecond before it to the old one", () => {
    expect(split("2026-03-02T23:59:59.999Z", "2026-03-03T00:00:00.001Z", 0)).toEqual([
      { day: "2026-03-02", key, hours: { 23: 1 } },
      { day: "2026-03-03", key, hours: { 0: 1 } },
    ]);
    expect(split("2026-03-02T23:59:00Z", "2026-03-03T00:00:00Z", 0)).toEqual([
      { day: "2026-03-02", key, hours: { 23: MINUTE } },
    ]);
  });

  test.each([
    ["+05:30", 330, { 13: 30 * MINUTE, 14: 30 * MINUTE }],
    ["-03:30", -210, { 4: 30 * MINUTE, 5: 30 * MINUTE }],
    ["+05:45", 345, { 13: 15 * MINUTE, 14: 45 * MINUTE }],
  ])("parts hours where they begin at %s", (_, offset, hours) => {
    expect(split("2026-03-02T08:00:00Z", "2026-03-02T09:00:00Z", offset)).toEqual([{ day: "2026-03-02", key, hours }]);
  });

  test("gives every row of a span the block that ran, and none a block that did not", () => {
    const night = {
      key,
      start: Date.parse("2026-03-02T23:40:00Z"),
      end: Date.parse("2026-03-03T00:10:00Z"),
      offset: 0,
    };
    expect(splitByHour({ ...night, block: 7 }).map(({ block }) => block)).toEqual([7, 7]);
    expect(splitByHour(night).every((row) => !("block" in row))).toBe(true);
  });

  test("an empty span gives no row", () => {
    expect(split("2026-03-02T08:00:00Z", "2026-03-02T08:00:00Z", 0)).toEqual([]);
  });

  test("every millisecond falls in exactly one hour of one day, whatever the offset", () => {
    const spans = fc.record({
      start: fc.integer({ min: Date.parse("2026-03-01"), max: Date.parse("2026-03-03") }),
      length: fc.integer({ min: 0, max: 60 * HOUR }),
      offset: fc.integer({ min: -12 * 60, max: 14 * 60 }),
    });
    fc.assert(
      fc.property(spans, ({ start, length, offset }) => {
        const rows = splitByHour({ key, start, end: start + length, offset });
        expect(rows.reduce((sum, row) => sum + rowMs(row), 0)).toBe(length);
        for (const row of rows) for (const ms of Object.values(row.hours)) expect(ms).toBeLessThanOrEqual(HOUR);
        expect(new Set(rows.map(({ day }) => day)).size).toBe(rows.length);
      }),
    );
  });
});

describe("addRows", () => {
  const day = "2026-03-02";
  const key = "github.com";

  test("adds hour by hour, and to nothing", () => {
    const change = { day, key, hours: { 9: 5, 10: 7 } };
    expect(addRows(undefined, change, 1)).toEqual(change);
    expect(addRows({ day, key, hours: { 8: 1, 9: 1 } }, change, 1)).toEqual({ day, key, hours: { 8: 1, 9: 6, 10: 7 } });
  });

  test("keeps an hour of which a millisecond is left, and drops it when nothing is", () => {
    const row = { day, key, hours: { 9: 6, 10: 7 } };
    expect(addRows(row, { day, key, hours: { 10: 6 } }, -1)).toEqual({ day, key, hours: { 9: 6, 10: 1 } });
    expect(addRows(row, { day, key, hours: { 10: 7 } }, -1)).toEqual({ day, key, hours: { 9: 6 } });
  });

  test("keeps the block that ran", () => {
    const row = { day, key, block: 7, hours: { 9: 6 } };
    expect(addRows(undefined, row, 1)).toEqual(row);
    expect(addRows(row, { ...row, hours: { 9: 5 } }, -1)).toEqual({ ...row, hours: { 9: 1 } });
  });

  test("leaves no row when nothing is left", () => {
    expect(addRows({ day, key, hours: { 9: 6 } }, { day, key, hours: { 9: 6 } }, -1)).toBeNull();
    expect(addRows({ day, key, hours: { 9: 7 } }, { day, key, hours: { 9: 6 } }, -1)).not.toBeNull();
  });

  test("leaves its arguments as they were", () => {
    const row = Object.freeze({ day, key, hours: Object.freeze({ 9: 6 }) });
    expect(addRows(row, row, 1)).toEqual({ day, key, hours: { 9: 12 } });
  });
});
