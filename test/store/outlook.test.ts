import { describe, expect, test } from "vitest";
import { addDays } from "../../src/attention/day";
import { startBlock } from "../../src/store/blocks";
import type { Database } from "../../src/store/database";
import { recordOf } from "../../src/store/daybook";
import { addFact, dismiss } from "../../src/store/facts";
import { keysIn, readOutlook, situationIn } from "../../src/store/outlook";
import { recordAll } from "../../src/store/record";
import { writeSetting } from "../../src/store/settings";
import { instant, life } from "../attention/life";
import { catalog, HOUR, MINUTE, row } from "../trap/draw";
import { openStore } from "./opened";

const TODAY = "2026-03-02";
const NOW = instant("12:00:00");
const ago = (days: number) => addDays(TODAY, -days);

/** Puts an hour on a page in a day. */
async function live(db: Database, day: string, key = "github.com"): Promise<void> {
  await db.days.put(recordOf(day, [row(day, key, HOUR)]));
}

const situation = async (db: Database) => situationIn(await readOutlook(db, TODAY), catalog, NOW);

describe("an outlook", () => {
  test("of a new store holds nothing, and can be judged", async () => {
    const read = await readOutlook(openStore(), TODAY);
    expect(read).toMatchObject({
      today: TODAY,
      days: [],
      blocks: [],
      facts: [],
      dismissals: [],
      spans: [],
      firstRows: [],
    });
    expect(keysIn(read)).toEqual([]);
    expect(situationIn(read, catalog, NOW)).toMatchObject({ firstBuildDay: null, longestBuild: null, now: NOW });
  });

  test("holds what the user has told, and the settings that judge it", async () => {
    const db = openStore();
    await addFact(db, { kind: "customers", value: 2, at: 1, day: TODAY, project: null });
    await dismiss(db, { sign: "comfort", at: 1, day: TODAY, reason: "" });
    await writeSetting(db, "target", 0.3);
    const read = await readOutlook(db, TODAY);
    expect(read).toMatchObject({ facts: [{ value: 2 }], dismissals: [{ sign: "comfort" }], settings: { target: 0.3 } });
    expect(situationIn(read, catalog, NOW)).toMatchObject({ target: 0.3, facts: [{ value: 2 }] });
  });

  test("holds the 28 days that end today, and of the days before them the first five", async () => {
    const db = openStore();
    for (const days of [100, 90, 80, 70, 60, 50, 28, 27, 0, -1]) await live(db, ago(days));
    const { days, firstRows } = await readOutlook(db, TODAY);
    expect(days.map(({ day }) => day)).toEqual([ago(27), ago(0)]);
    expect(firstRows.map(({ day }) => day)).toEqual([100, 90, 80, 70, 60].map(ago));
  });

  test("holds the spans of the 14 days that end today", async () => {
    const db = openStore();
    for (const day of [ago(14), ago(13), ago(0)])
      await recordAll(db, life`${day} 09:00:00 github.com startup | ${day} 09:01:00 x.com`);
    expect((await readOutlook(db, TODAY)).spans.map(({ start }) => start)).toEqual(
      [ago(13), ago(0)].map((day) => instant(`${day} 09:00:00`)),
    );
  });

  test("asks about every page that judging it takes, once each", async () => {
    const db = openStore();
    await live(db, ago(100), "n8n.io");
    await live(db, ago(1), "x.com");
    await live(db, ago(0), "x.com");
    const read = await readOutlook(db, TODAY);
    expect(keysIn(read).sort()).toEqual(["n8n.io", "x.com"]);
  });

  test("can be judged by what was asked about alone", async () => {
    const db = openStore();
    await startBlock(
      db,
      { move: "a", title: "A", channel: "outreach", project: null, minutes: 30 },
      { at: instant("09:00:00"), offset: 0 },
    );
    await recordAll(db, life`08:50:00 github.com … 09:10:00 apps … 09:40:00 x.com/home | 09:41:00 about:`);
    const read = await readOutlook(db, TODAY);
    const asked = new Set(keysIn(read));
    const classifyKey = (key: string) => {
      if (!asked.has(key)) throw new Error(`${key} was not asked about`);
      return catalog.classifyKey(key);
    };
    expect(situationIn(read, { classifyKey, channels: catalog.channels }, NOW)).toEqual(await situation(db));
  });
});

describe("the situation in it", () => {
  test("counts a block's time for it", async () => {
    const db = openStore();
    const intent = { move: "a", title: "A", channel: "outreach", project: null, minutes: 30 };
    await startBlock(db, intent, { at: instant("09:00:00"), offset: 0 });
    await recordAll(db, life`08:50:00 github.com … 09:10:00 github.com`);
    const { totals, blocks, longestBuild } = await situation(db);
    expect(totals).toMatchObject({ buildMs: 10 * MINUTE, reachingOutMs: 10 * MINUTE });
    expect(blocks).toMatchObject([{ ms: 10 * MINUTE }]);
    expect(longestBuild).toEqual({ day: TODAY, ms: 10 * MINUTE });
  });

  test("knows the first day with building, though it is long ago", async () => {
    const db = openStore();
    await live(db, ago(100), "x.com");
    await live(db, ago(90));
    await live(db, ago(3));
    expect((await situation(db)).firstBuildDay).toBe(ago(90));
  });

  test("finds the first day with building in the last 28 where the first days of all have none", async () => {
    const db = openStore();
    for (const days of [100, 99, 98, 97, 96]) await live(db, ago(days), "x.com");
    await live(db, ago(3));
    expect((await situation(db)).firstBuildDay).toBe(ago(3));
  });

  test("knows no first day with building where nobody built", async () => {
    const db = openStore();
    await live(db, ago(3), "x.com");
    expect((await situation(db)).firstBuildDay).toBeNull();
  });

  test("counts no day twice that is among the first and the last", async () => {
    const db = openStore();
    await live(db, ago(3));
    expect((await situation(db)).totals.buildMs).toBe(HOUR);
  });
});
