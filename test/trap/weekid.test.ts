import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, daysFrom } from "../../src/attention/day";
import { weekAfter, weekOf } from "../../src/trap/weekdays";
import { weekId, weekOfId } from "../../src/trap/weekid";

const startsOn = fc.integer({ min: 1, max: 7 });
const day = fc.integer({ min: 0, max: 80 * 366 }).map((n) => addDays("1990-01-01", n));

describe("a week's name", () => {
  test.each([
    ["2026-03-16", "2026-W12"],
    // ISO 8601: the year of a week is its Thursday's.
    ["2025-12-29", "2026-W01"],
    ["2026-12-28", "2026-W53"],
    ["2027-01-04", "2027-W01"],
    ["2020-12-28", "2020-W53"],
    ["2024-12-30", "2025-W01"],
    ["2021-12-27", "2021-W52"],
    ["2005-01-03", "2005-W01"],
    ["2004-12-27", "2004-W53"],
  ])("is the ISO week where weeks begin on Monday: %s in %s", (start, id) => {
    expect(weekId(weekOf(start))).toBe(id);
    expect(weekOfId(id)).toEqual(weekOf(start));
  });

  test.each([
    [1, "2026-03-16"],
    [2, "2026-03-17"],
    [3, "2026-03-18"],
    [4, "2026-03-19"],
    [5, "2026-03-13"],
    [6, "2026-03-14"],
    [7, "2026-03-15"],
  ])("is of the week around its Thursday: from day %d on, 2026-W12 begins on %s", (first, start) => {
    expect(weekOfId("2026-W12", first)?.start).toBe(start);
    expect(weekId(weekOf(start, first))).toBe("2026-W12");
  });

  test("leads back to its week, for each day that weeks can begin on", () => {
    fc.assert(
      fc.property(day, startsOn, (some, first) => {
        const week = weekOf(some, first);
        expect(weekOfId(weekId(week), first)).toEqual(week);
      }),
      { numRuns: 1000 },
    );
  });

  test("is had by each week once, in years of 52 and of 53 weeks, for each day that weeks can begin on", () => {
    for (let first = 1; first <= 7; first++) {
      const names: string[] = [];
      for (let week = weekOf("2019-06-01", first); week.end < "2033-06-01"; week = weekAfter(week)) {
        names.push(weekId(week));
        expect(weekOfId(weekId(week), first)).toEqual(week);
      }
      expect(names).toEqual([...new Set(names)].sort());
      const lengths = daysFrom("2020-01-01", "2032-12-31")
        .filter((some) => some.endsWith("-01-01"))
        .map((some) => names.filter((name) => name.startsWith(some.slice(0, 4))).length);
      expect(lengths).toEqual([53, 52, 52, 52, 52, 52, 53, 52, 52, 52, 52, 52, 53]);
    }
  });

  test.each([
    "",
    "2026",
    "2026-12",
    "2026-W1",
    "2026-W001",
    "2026-W00",
    "2026-W54",
    "2025-W53",
    "2026-W99",
    "2026W12",
    "2026-w12",
    " 2026-W12",
    "2026-W12\n",
    "2026-W12-1",
    "20260-W12",
    "２０２６-W12",
    "-001-W12",
    "9999-W52",
    "0000-W01",
    "2026-W1e",
    "<b>",
  ])("is not %j", (id) => {
    for (let first = 1; first <= 7; first++) expect(weekOfId(id, first)).toBeNull();
  });

  test("leads nowhere or to a week that has it, whatever it is", () => {
    const odd = fc.oneof(fc.string(), fc.stringMatching(/^\d{4}-W\d{2}$/));
    fc.assert(
      fc.property(odd, startsOn, (id, first) => {
        const week = weekOfId(id, first);
        if (week !== null) expect(weekId(week)).toBe(id);
      }),
      { numRuns: 1000 },
    );
  });
});
