import { describe, expect, test } from "vitest";
import { addDays } from "../../../src/attention/day";
import { ticksOf } from "../../../src/ui/charts/ticks";

const days = (first: string, length: number, each = 1) => Array.from({ length }, (_, i) => addDays(first, i * each));
const months = (first: number, length: number) =>
  Array.from({ length }, (_, i) => new Date(Date.UTC(first, i)).toISOString().slice(0, 10));

describe("labels on the axis of time", () => {
  test("name every day where there is room for it, else every second, every week, every second week", () => {
    const labels = (width: number) => ticksOf(days("2026-03-02", 15), "day", width).map(({ label }) => label);
    expect(labels(15 * 58)).toHaveLength(15);
    expect(labels(15 * 58 - 1)).toHaveLength(8);
    expect(labels(15 * 29 - 1)).toEqual(["Mar 2", "Mar 9", "Mar 16"]);
    expect(labels((15 * 58) / 7 - 1)).toEqual(["Mar 2", "Mar 16"]);
  });

  test("name months where they begin, with the year where it is new", () => {
    const ticks = ticksOf(days("2025-11-17", 20, 7), "week", 400);
    expect(ticks).toEqual([
      { index: 2, label: "Dec\n2025" },
      { index: 7, label: "Jan\n2026" },
      { index: 11, label: "Feb" },
      { index: 15, label: "Mar" },
    ]);
  });

  test("name a month that begins with the first day", () => {
    expect(ticksOf(days("2026-03-01", 60), "day", 150).map(({ index }) => index)).toEqual([0, 31]);
  });

  test("name fewer months the less room there is, and every fifth year at last", () => {
    const count = (width: number) => ticksOf(months(2015, 120), "month", width).length;
    expect([count(120 * 58), count(40 * 58), count(20 * 58), count(10 * 58), count(2 * 58)]).toEqual([
      120, 40, 20, 10, 2,
    ]);
  });

  test("are never closer than there is room", () => {
    for (const width of [200, 500, 1000])
      for (const length of [1, 5, 30, 120]) {
        const ticks = ticksOf(days("2026-01-15", length), "day", width);
        const apart = ticks.slice(1).map(({ index }, i) => ((index - (ticks[i]?.index ?? 0)) * width) / length);
        expect(Math.min(58, ...apart)).toBe(58);
      }
  });

  test("of no days are none", () => {
    expect(ticksOf([], "day", 500)).toEqual([]);
  });
});
