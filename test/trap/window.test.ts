import { expect, test } from "vitest";
import { firstDay, rowsWithin, VERDICT_DAYS, windows } from "../../src/trap/window";
import { rows } from "./draw";

test("a window ends today and holds 1, 7 or 14 days", () => {
  expect(windows.map((window) => firstDay(window, "2026-03-05"))).toEqual(["2026-03-05", "2026-02-27", "2026-02-20"]);
  expect(VERDICT_DAYS).toBe(14);
});

test("rows of its first day and of today are within, those of the day before and of tomorrow are not", () => {
  const drawn = rows`
    2026-02-19 github.com 1m
    2026-02-20 github.com 1m
    2026-02-26 github.com 1m
    2026-02-27 github.com 1m
    2026-03-04 github.com 1m
    2026-03-05 github.com 1m
    2026-03-06 github.com 1m
  `;
  const days = (window: (typeof windows)[number]) => rowsWithin(drawn, window, "2026-03-05").map(({ day }) => day);
  expect(days("14")).toEqual(["2026-02-20", "2026-02-26", "2026-02-27", "2026-03-04", "2026-03-05"]);
  expect(days("7")).toEqual(["2026-02-27", "2026-03-04", "2026-03-05"]);
  expect(days("today")).toEqual(["2026-03-05"]);
});
