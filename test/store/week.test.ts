import { describe, expect, test } from "vitest";
import { addDays } from "../../src/attention/day";
import type { Database } from "../../src/store/database";
import { recordOf } from "../../src/store/daybook";
import { addFact, dismiss } from "../../src/store/facts";
import { recordAll } from "../../src/store/record";
import { thinSpans } from "../../src/store/retention";
import { readWeek } from "../../src/store/week";
import { instant, life } from "../attention/life";
import { catalog, HOUR, row } from "../trap/draw";
import { openStore } from "./opened";

/** A Wednesday. */
const TODAY = "2026-03-18";
const NOW = instant(`${TODAY} 12:00:00`);
const WEEK = { start: "2026-03-16", end: "2026-03-22" };
const LAST = { start: "2026-03-09", end: "2026-03-15" };
const OLD = { start: "2026-02-23", end: "2026-03-01" };

const read = (db: Database, week = WEEK) => readWeek(db, async () => catalog, week, NOW, TODAY);

/** Builds all day for three weeks, which is a trap. */
async function build(db: Database): Promise<void> {
  for (let ago = 0; ago < 28; ago++) {
    const day = addDays(TODAY, -ago);
    await db.days.put(recordOf(day, [row(day, "github.com", 4 * HOUR)]));
  }
}

describe("a week that is read", () => {
  test("holds its days up to today, and is compared with the one before", async () => {
    const db = openStore();
    await build(db);
    const { days, totals, previous, week } = await read(db);
    expect(week).toEqual(WEEK);
    expect(days.map(({ day }) => day)).toEqual(["2026-03-16", "2026-03-17", TODAY]);
    expect(totals.buildMs).toBe(12 * HOUR);
    expect(previous?.totals.buildMs).toBe(28 * HOUR);
  });

  test("that is over has signs as of its last day: what was told later does not count, nor what was dismissed later", async () => {
    const db = openStore();
    await build(db);
    await addFact(db, { kind: "customers", value: 0, at: 1, day: "2026-03-10", project: null });
    await addFact(db, { kind: "customers", value: 3, at: 2, day: TODAY, project: null });
    await dismiss(db, { sign: "super-system", at: 2, day: TODAY, reason: "" });
    const signOf = async (week: typeof WEEK) => (await read(db, week)).signs.find(({ id }) => id === "super-system");
    expect(await signOf(LAST)).toMatchObject({ level: "present", dismissed: false });
    expect(await signOf(WEEK)).toBeUndefined();
  });

  test("suggests a move while the next week can still use it", async () => {
    const db = openStore();
    await build(db);
    expect((await read(db, WEEK)).move).not.toBeNull();
    expect((await read(db, LAST)).move).not.toBeNull();
    expect((await read(db, OLD)).move).toBeNull();
  });

  test("keeps its longest stretch of building when its spans are gone", async () => {
    const db = openStore();
    await recordAll(db, life`2026-03-10 09:00:00 github.com startup … 2026-03-10 10:00:00 x.com`);
    expect((await read(db, LAST)).longestBuildMs).toBe(HOUR);
    await thinSpans(db, WEEK.start, () => HOUR);
    expect((await read(db, LAST)).longestBuildMs).toBe(HOUR);
    expect((await read(db, WEEK)).longestBuildMs).toBe(0);
  });

  test("asks what its pages are, once each", async () => {
    const db = openStore();
    await build(db);
    const asked: string[][] = [];
    await readWeek(
      db,
      async (keys) => {
        asked.push(keys);
        return catalog;
      },
      WEEK,
      NOW,
      TODAY,
    );
    expect(asked).toEqual([["github.com"]]);
  });
});
