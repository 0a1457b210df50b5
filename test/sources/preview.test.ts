import { expect, test } from "vitest";
import { previewOf } from "../../src/sources/preview";

const HOUR = 3_600_000;
const row = (day: string, key: string, hours: number) => ({ day, key, hours: { 24: hours * HOUR } });

test("a preview has first and last day, days, sites and time; browser pages and other apps are on no site", () => {
  const rows = [
    { day: "2026-03-01", key: "chrome:", hours: { 9: 1, 10: 2 } },
    row("2026-03-01", "github.com/a/b", 2),
    row("2026-03-01", "github.com/a/c", 1),
    row("2026-03-04", "other-apps:", 1),
    row("2026-03-04", "x.com", 1),
  ];
  expect(previewOf({ rows })).toEqual({
    first: "2026-03-01",
    last: "2026-03-04",
    days: 2,
    sites: 2,
    ms: 5 * HOUR + 3,
    overfullDays: 0,
  });
});

test("a day of 25 hours can be, one of more is told", () => {
  const rows = (hours: number) => [
    row("2026-03-01", "a.com", 24),
    row("2026-03-01", "b.com", hours),
    row("2026-03-02", "b.com", 1),
  ];
  expect(previewOf({ rows: rows(1) }).overfullDays).toBe(0);
  expect(previewOf({ rows: rows(1.001) }).overfullDays).toBe(1);
});
