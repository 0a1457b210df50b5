import { IDBFactory } from "fake-indexeddb";
import { describe, expect, test } from "vitest";
import { rowMs } from "../../src/attention/day";
import {
  declareBlock,
  dropPlan,
  finishBlock,
  type Instant,
  type Intent,
  movePlan,
  planBlock,
  startBlock,
  startPlanned,
} from "../../src/store/blocks";
import type { Database } from "../../src/store/database";
import { readDays, rowsOf } from "../../src/store/read";
import { recordAll } from "../../src/store/record";
import { DECLARED } from "../../src/trap/standards";
import { instant, life } from "../attention/life";
import { openStore, storedIn } from "./opened";

const intent: Intent = {
  move: "dm-five",
  title: "Write to five people",
  channel: "outreach",
  project: "app",
  minutes: 30,
};
const plan = { when: "I wake", at: instant("08:00:00"), day: "2026-03-02" };
const MINUTE = 60_000;

const at = (time: string, offset = 0): Instant => ({ at: instant(time), offset });
const blockIn = async (db: Database, id: number) => (await db.blocks.get(id)) ?? null;
/** Minutes of each page, and the block that it was in. */
const minutesIn = async (db: Database) =>
  Object.fromEntries(
    (await db.days.toArray())
      .flatMap(rowsOf)
      .map((row) => [`${row.key}${row.block === undefined ? "" : ` #${row.block}`}`, rowMs(row) / MINUTE]),
  );

describe("starting a block", () => {
  test("lets it run from now on for its minutes, on the local day of now", async () => {
    const db = openStore();
    const id = await startBlock(db, intent, at("23:50:00", 60));
    expect(await blockIn(db, id)).toEqual({
      ...intent,
      id,
      plan: null,
      moved: 0,
      from: instant("23:50:00"),
      until: instant("2026-03-03 00:20:00"),
      day: "2026-03-03",
      outcome: null,
    });
  });

  test("ends the one that runs, and no other", async () => {
    const db = openStore();
    const over = await startBlock(db, intent, at("09:00:00"));
    const running = await startBlock(db, intent, at("09:30:00"));
    const next = await startBlock(db, intent, at("09:59:59.999"));
    expect(await blockIn(db, over)).toMatchObject({ until: instant("09:30:00") });
    expect(await blockIn(db, running)).toMatchObject({ until: instant("09:59:59.999"), outcome: null });
    expect(await blockIn(db, next)).toMatchObject({ from: instant("09:59:59.999"), until: instant("10:29:59.999") });
  });

  test("leaves one that is over to the millisecond as it was", async () => {
    const db = openStore();
    const first = await startBlock(db, intent, at("09:00:00"));
    await startBlock(db, intent, at("09:30:00"));
    await startBlock(db, intent, at("11:00:00"));
    expect((await blockIn(db, first))?.until).toBe(instant("09:30:00"));
  });
});

describe("a plan", () => {
  test("is kept, and runs when it is started, with what was planned for it", async () => {
    const db = openStore();
    const id = await planBlock(db, intent, plan);
    const planned = { ...intent, id, plan, moved: 0, from: null, day: null, until: null, outcome: null };
    expect(await blockIn(db, id)).toEqual(planned);
    await startPlanned(db, id, at("09:00:00"));
    const running = { from: instant("09:00:00"), until: instant("09:30:00"), day: "2026-03-02" };
    expect(await blockIn(db, id)).toEqual({ ...planned, ...running });
  });

  test("that is started ends the block that runs", async () => {
    const db = openStore();
    const running = await startBlock(db, intent, at("09:00:00"));
    const id = await planBlock(db, intent, plan);
    await startPlanned(db, id, at("09:10:00"));
    expect((await blockIn(db, running))?.until).toBe(instant("09:10:00"));
  });

  test("is started once: a block that was does not begin again", async () => {
    const db = openStore();
    const id = await planBlock(db, intent, plan);
    await startPlanned(db, id, at("09:00:00"));
    await startPlanned(db, id, at("11:00:00"));
    expect(await blockIn(db, id)).toMatchObject({ from: instant("09:00:00"), until: instant("09:30:00") });
  });

  test("that is gone starts nothing", async () => {
    const db = openStore();
    await startPlanned(db, 7, at("09:00:00"));
    expect(await db.blocks.count()).toBe(0);
  });

  test("is put off to another time, and how often is counted", async () => {
    const db = openStore();
    const id = await planBlock(db, intent, plan);
    const other = await planBlock(db, intent, plan);
    const later = { when: "after lunch", at: instant("13:00:00"), day: "2026-03-02" };
    await movePlan(db, id, plan);
    await movePlan(db, id, later);
    expect(await blockIn(db, id)).toMatchObject({ plan: later, moved: 2 });
    expect(await blockIn(db, other)).toMatchObject({ plan, moved: 0 });
  });

  test("of a block that was started is not put off any more", async () => {
    const db = openStore();
    const id = await planBlock(db, intent, plan);
    await startPlanned(db, id, at("09:00:00"));
    await movePlan(db, id, { ...plan, when: "later" });
    expect(await blockIn(db, id)).toMatchObject({ plan, moved: 0 });
  });

  test("is let go of, and a block that was started stays", async () => {
    const db = openStore();
    const dropped = await planBlock(db, intent, plan);
    const kept = await planBlock(db, intent, plan);
    const started = await startBlock(db, intent, at("09:00:00"));
    for (const id of [dropped, started]) await dropPlan(db, id);
    expect((await db.blocks.toArray()).map(({ id }) => id)).toEqual([kept, started]);
  });
});

describe("finishing a block", () => {
  test("ends one that runs, and says how it went", async () => {
    const db = openStore();
    const id = await startBlock(db, intent, at("09:00:00"));
    await finishBlock(db, id, "posted", instant("09:10:00"));
    expect(await blockIn(db, id)).toMatchObject({ until: instant("09:10:00"), outcome: "posted" });
  });

  test("leaves the end of one that had ended by itself", async () => {
    const db = openStore();
    const id = await startBlock(db, intent, at("09:00:00"));
    await finishBlock(db, id, "done", instant("12:00:00"));
    expect(await blockIn(db, id)).toMatchObject({ until: instant("09:30:00"), outcome: "done" });
  });

  test("of a plan, and of one that is gone, does nothing", async () => {
    const db = openStore();
    const id = await planBlock(db, intent, plan);
    await finishBlock(db, id, "done", instant("12:00:00"));
    await finishBlock(db, id + 1, "done", instant("12:00:00"));
    expect(await db.blocks.toArray()).toMatchObject([{ id, until: null, outcome: null }]);
  });
});

describe("the time in a block", () => {
  test("is counted with it until it ends by itself", async () => {
    const db = openStore();
    const id = await startBlock(db, intent, at("09:00:00"));
    await recordAll(db, life`08:50:00 github.com … 09:10:00 x.com … 10:00:00 x.com`);
    expect(await minutesIn(db)).toEqual({
      "github.com": 10,
      [`github.com #${id}`]: 10,
      [`x.com #${id}`]: 20,
      "x.com": 30,
    });
    const { spans } = await storedIn(db);
    expect(spans.map(({ key, block }) => `${key} ${block}`)).toEqual([
      "github.com undefined",
      `github.com ${id}`,
      `x.com ${id}`,
      "x.com undefined",
    ]);
  });

  test("is counted to its very end, one heartbeat after the other", async () => {
    const db = openStore();
    const id = await startBlock(db, intent, at("09:00:00"));
    for (const beat of life`08:59:30 x.com … 09:31:00 x.com`) await recordAll(db, [beat]);
    expect(await minutesIn(db)).toEqual({ "x.com": 1.5, [`x.com #${id}`]: 30 });
  });

  test("is counted where the clock was set back into it, with heartbeats that had to wait", async () => {
    const db = openStore();
    const id = await startBlock(db, intent, at("09:00:00"));
    await recordAll(db, life`10:00:00 x.com`);
    await recordAll(db, life`10:01:00 x.com | 09:05:00 x.com | 09:06:00 x.com`);
    expect(await minutesIn(db)).toEqual({ "x.com": 1, [`x.com #${id}`]: 1 });
  });

  test("is counted with it until it is finished early, and from then on without", async () => {
    const db = openStore();
    const id = await startBlock(db, intent, at("09:00:00"));
    await recordAll(db, life`09:00:00 x.com … 09:10:00 x.com`);
    await finishBlock(db, id, "posted", instant("09:10:00"));
    await recordAll(db, life`09:10:30 x.com … 09:15:00 x.com`);
    expect(await minutesIn(db)).toEqual({ [`x.com #${id}`]: 10, "x.com": 5 });
  });

  test("is each block's own where one follows another", async () => {
    const db = openStore();
    const first = await startBlock(db, intent, at("09:00:00"));
    await recordAll(db, life`09:00:00 x.com … 09:10:00 x.com`);
    const second = await startBlock(db, intent, at("09:10:00"));
    await recordAll(db, life`09:10:30 x.com … 10:00:00 x.com`);
    expect(await minutesIn(db)).toEqual({ [`x.com #${first}`]: 10, [`x.com #${second}`]: 30, "x.com": 20 });
  });

  test("is counted though heartbeats had to wait, and a new background stores them after its end", async () => {
    const indexedDB = new IDBFactory();
    const before = openStore(indexedDB);
    await recordAll(before, life`08:59:00 x.com`);
    const id = await startBlock(before, intent, at("09:00:00"));
    before.close();
    const db = openStore(indexedDB);
    await recordAll(db, life`09:00:00 x.com … 10:00:00 x.com`);
    expect(await minutesIn(db)).toEqual({ "x.com": 31, [`x.com #${id}`]: 30 });
  });

  test("is taken back by idleness, from it and from what lay before it", async () => {
    const db = openStore();
    await recordAll(db, life`09:00:00 x.com … 09:08:00 x.com`);
    const id = await startBlock(db, intent, at("09:08:00"));
    await recordAll(db, life`09:08:30 x.com | 09:09:00 x.com | 09:09:30 x.com`);
    expect(await minutesIn(db)).toEqual({ "x.com": 8, [`x.com #${id}`]: 1.5 });
    await recordAll(db, life`09:10:00 x.com idle`);
    expect(await minutesIn(db)).toEqual({ "x.com": 7 });
  });

  test("belongs to the block that runs at that time, and to no plan", async () => {
    const db = openStore();
    await planBlock(db, intent, plan);
    await recordAll(db, life`08:00:00 x.com … 08:10:00 x.com`);
    expect(await minutesIn(db)).toEqual({ "x.com": 10 });
  });

  test("is read with the days, by any page of the extension", async () => {
    const indexedDB = new IDBFactory();
    const id = await startBlock(openStore(indexedDB), intent, at("09:00:00"));
    await recordAll(openStore(indexedDB), life`09:00:00 x.com … 09:10:00 x.com`);
    const { days, blocks } = await readDays(openStore(indexedDB), "2026-03-02", "2026-03-02");
    expect(days).toEqual([{ day: "2026-03-02", key: "x.com", block: id, hours: { 9: 10 * MINUTE } }]);
    expect(blocks).toMatchObject([{ id, channel: "outreach" }]);
  });
});

describe("declaring a block done away from the computer", () => {
  const declared = async (db: Database) =>
    (await db.days.toArray()).flatMap(rowsOf).filter(({ key }) => key === DECLARED);

  test("counts its minutes on the local day and hour of now", async () => {
    const db = openStore();
    const id = await startBlock(db, intent, at("22:00:00"));
    await declareBlock(db, id, 20, at("23:10:00", 60));
    expect(await declared(db)).toEqual([{ day: "2026-03-03", key: DECLARED, block: id, hours: { 0: 20 * MINUTE } }]);
    expect(await blockIn(db, id)).toMatchObject({ until: instant("22:30:00"), outcome: "away" });
  });

  test("counts at most what was planned for it", async () => {
    const minutes = async (said: number) => {
      const db = openStore();
      const id = await startBlock(db, intent, at("09:00:00"));
      await declareBlock(db, id, said, at("10:00:00"));
      return (await minutesIn(db))[`${DECLARED} #${id}`];
    };
    expect(await minutes(29)).toBe(29);
    expect(await minutes(30)).toBe(30);
    expect(await minutes(31)).toBe(30);
  });

  test("said twice counts once, and said again with more adds what is more", async () => {
    const db = openStore();
    const id = await startBlock(db, intent, at("23:00:00"));
    for (const said of [20, 20, 10]) await declareBlock(db, id, said, at("23:40:00"));
    expect(await minutesIn(db)).toEqual({ [`${DECLARED} #${id}`]: 20 });
    await declareBlock(db, id, 30, at("2026-03-03 08:00:00"));
    expect((await declared(db)).map(rowMs)).toEqual([20 * MINUTE, 10 * MINUTE]);
  });

  test("adds nothing to what was present in it", async () => {
    const db = openStore();
    const id = await startBlock(db, intent, at("09:00:00"));
    await recordAll(db, life`09:00:00 x.com … 09:10:00 apps … 09:12:00 apps`);
    await declareBlock(db, id, 30, at("09:12:00"));
    expect(await minutesIn(db)).toEqual({ "other-apps: #1": 2, "x.com #1": 10, [`${DECLARED} #1`]: 18 });
  });

  test("adds nothing at all where it was all present", async () => {
    const db = openStore();
    const id = await startBlock(db, intent, at("09:00:00"));
    await recordAll(db, life`09:00:00 x.com … 09:30:00 x.com`);
    await declareBlock(db, id, 30, at("09:30:00"));
    expect(await minutesIn(db)).toEqual({ [`x.com #${id}`]: 30 });
    expect((await blockIn(db, id))?.outcome).toBe("away");
  });

  test("does not mistake another block's time for its own", async () => {
    const db = openStore();
    const [first, second] = [
      await startBlock(db, intent, at("09:00:00")),
      await startBlock(db, intent, at("10:00:00")),
    ];
    for (const id of [first, second]) await declareBlock(db, id, 30, at("11:00:00"));
    expect(await minutesIn(db)).toEqual({ [`${DECLARED} #${first}`]: 30, [`${DECLARED} #${second}`]: 30 });
  });

  test("ends it when it runs", async () => {
    const db = openStore();
    const id = await startBlock(db, intent, at("09:00:00"));
    await declareBlock(db, id, 30, at("09:05:00"));
    expect((await blockIn(db, id))?.until).toBe(instant("09:05:00"));
  });

  test("makes a plan that was never started a block of today", async () => {
    const db = openStore();
    const id = await planBlock(db, intent, { ...plan, day: "2026-02-27" });
    await declareBlock(db, id, 30, at("09:05:00"));
    const now = instant("09:05:00");
    expect(await blockIn(db, id)).toMatchObject({ from: now, until: now, day: "2026-03-02", outcome: "away" });
    expect(await minutesIn(db)).toEqual({ [`${DECLARED} #${id}`]: 30 });
  });

  test("joins the time that the day has", async () => {
    const db = openStore();
    await recordAll(db, life`08:00:00 github.com … 08:10:00 github.com`);
    const id = await planBlock(db, intent, plan);
    await declareBlock(db, id, 30, at("09:05:00"));
    expect(await minutesIn(db)).toEqual({ "github.com": 10, [`${DECLARED} #${id}`]: 30 });
  });

  test("of one that is gone stores nothing", async () => {
    const db = openStore();
    await declareBlock(db, 7, 30, at("09:05:00"));
    expect(await db.days.count()).toBe(0);
  });
});
