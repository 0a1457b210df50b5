import { describe, expect, test } from "vitest";
import { addDays, type DayRow } from "../../src/attention/day";
import type { Database, StoredDay } from "../../src/store/database";
import { type HistoryRequest, readHistory, readJudging } from "../../src/store/history";
import { initialSettings } from "../../src/store/settings";
import { blockOf } from "../trap/block";
import { openStore, writeSettings } from "./opened";

const MINUTE = 60_000;

function stored(day: string, ...keys: string[]): StoredDay {
  return { day, source: "recorded", pages: keys.map((key) => ({ key, hours: { 9: MINUTE } })) };
}

async function storeOf(...days: StoredDay[]): Promise<Database> {
  const db = openStore();
  await db.days.bulkPut(days);
  return db;
}

/** What was read, lot by lot: from which day on everything was known, and the rows. */
async function read(db: Database, request: Partial<HistoryRequest> = {}) {
  const lots: { first: string; rows: DayRow[] }[] = [];
  const isWhole = await readHistory(db, {
    onDays(rows, first) {
      lots.push({ first, rows });
    },
    ...request,
  });
  return { lots, isWhole };
}

const daysOf = (rows: readonly DayRow[]) => [...new Set(rows.map(({ day }) => day))];

describe("readHistory", () => {
  const FIRST = "2026-01-01";
  const many = (length: number) => Array.from({ length }, (_, i) => stored(addDays(FIRST, i), "a.com"));

  test("gives the newest days first, 60 at a time, and each day once", async () => {
    const { lots, isWhole } = await read(await storeOf(...many(130)));
    expect(lots.map(({ first, rows }) => [first, daysOf(rows).length])).toEqual([
      [addDays(FIRST, 70), 60],
      [addDays(FIRST, 10), 60],
      ["", 10],
    ]);
    expect(daysOf(lots.flatMap(({ rows }) => rows)).sort()).toEqual(many(130).map(({ day }) => day));
    expect(isWhole).toBe(true);
  });

  test("gives a lot's days in order, with all their pages", async () => {
    const db = await storeOf(stored("2026-03-02", "a.com", "b.com"), stored("2026-03-01", "a.com"));
    expect((await read(db)).lots).toEqual([
      {
        first: "",
        rows: [
          { day: "2026-03-01", key: "a.com", hours: { 9: MINUTE } },
          { day: "2026-03-02", key: "a.com", hours: { 9: MINUTE } },
          { day: "2026-03-02", key: "b.com", hours: { 9: MINUTE } },
        ],
      },
    ]);
  });

  test("gives the days from the one that is asked for in the first lot, whatever was recorded on them", async () => {
    const from = (day: number, db: Database) => read(db, { firstFrom: addDays(FIRST, day) });
    const shape = ({ lots }: Awaited<ReturnType<typeof read>>) =>
      lots.map(({ first, rows }) => [first, daysOf(rows).length]);
    const db = await storeOf(...many(100));
    expect(shape(await from(9, db))).toEqual([
      [addDays(FIRST, 9), 91],
      ["", 9],
    ]);
    expect(shape(await from(100, db))).toEqual([
      [addDays(FIRST, 100), 0],
      [addDays(FIRST, 40), 60],
      ["", 40],
    ]);
    // With them everything is known.
    expect(shape(await from(0, db))).toEqual([["", 100]]);
    expect(shape(await from(-1, db))).toEqual([["", 100]]);
    expect(await from(0, await storeOf())).toEqual({ lots: [], isWhole: true });
  });

  test("waits for what is made of a lot before it reads the next", async () => {
    const order: string[] = [];
    await readHistory(await storeOf(...many(61)), {
      async onDays(rows) {
        order.push(`begins with ${daysOf(rows).length}`);
        await new Promise((resolve) => setTimeout(resolve, 5));
        order.push("ends");
      },
    });
    expect(order).toEqual(["begins with 60", "ends", "begins with 1", "ends"]);
  });

  test("makes a last lot of a single day, and none of no day", async () => {
    expect((await read(await storeOf(...many(61)))).lots.map(({ rows }) => rows.length)).toEqual([60, 1]);
    expect((await read(await storeOf(...many(60)))).lots).toHaveLength(1);
    expect(await read(await storeOf())).toEqual({ lots: [], isWhole: true });
  });

  test("counts days with records: a gap of years costs nothing", async () => {
    const db = await storeOf(stored("2011-05-05", "a.com"), ...many(59));
    expect((await read(db)).lots.map(({ rows }) => rows[0]?.day)).toEqual(["2011-05-05"]);
  });

  test("begins on the day that is asked for, which is known then even where nothing was recorded", async () => {
    const db = await storeOf(
      stored("2026-03-01", "a.com"),
      stored("2026-03-03", "a.com"),
      stored("2026-03-04", "a.com"),
    );
    const { lots } = await read(db, { from: "2026-03-02" });
    expect(lots.map(({ first, rows }) => [first, daysOf(rows)])).toEqual([
      ["2026-03-02", ["2026-03-03", "2026-03-04"]],
    ]);
    expect(daysOf((await read(db, { from: "2026-03-01" })).lots[0]?.rows ?? [])).toContain("2026-03-01");
  });

  test("reads each day from the source that goes before the others", async () => {
    const imported: StoredDay = { ...stored("2026-03-02", "b.com"), source: "import:1" };
    const db = await storeOf(stored("2026-03-02", "a.com"), imported, { ...imported, day: "2026-03-03" });
    const [lot] = (await read(db)).lots;
    expect(lot?.rows.map(({ day, key }) => `${day} ${key}`)).toEqual(["2026-03-02 a.com", "2026-03-03 b.com"]);
  });

  test("counts a day of several sources once", async () => {
    const twice = many(61).flatMap((one): StoredDay[] => [one, { ...one, source: "import:1" }]);
    expect((await read(await storeOf(...twice))).lots.map(({ rows }) => daysOf(rows).length)).toEqual([60, 1]);
  });

  test("has a day that begins while it reads in the first lot", async () => {
    const db = await storeOf(...many(3));
    const reading = read(db);
    const writing = db.days.put(stored(addDays(FIRST, 3), "a.com"));
    const { lots } = await reading;
    await writing;
    expect(lots.map(({ rows }) => daysOf(rows).at(-1))).toEqual([addDays(FIRST, 3)]);
  });

  test("ends when it is told to, between two lots, and says so", async () => {
    const db = await storeOf(...many(180));
    const ending = new AbortController();
    const lots: string[] = [];
    const onDays = (_: DayRow[], first: string) => {
      lots.push(first);
      if (lots.length === 2) ending.abort();
    };
    expect(await readHistory(db, { onDays, signal: ending.signal })).toBe(false);
    expect(lots).toEqual([addDays(FIRST, 120), addDays(FIRST, 60)]);
    expect(await read(db, { signal: AbortSignal.abort() })).toEqual({ lots: [], isWhole: false });
  });

  test("lets others have their turn between two lots", async () => {
    const db = await storeOf(...many(180));
    const turns: string[] = [];
    const onDays = () => {
      turns.push("lot");
      setTimeout(() => turns.push("other"));
    };
    await readHistory(db, { onDays });
    expect(turns).toEqual(["lot", "other", "lot", "other", "lot", "other"]);
  });

  test("rejects with what keeps the store from being read", async () => {
    const db = await storeOf(...many(1));
    db.close();
    await expect(read(db)).rejects.toMatchObject({ name: "DatabaseClosedError" });
  });
});

describe("readJudging", () => {
  test("gives the settings, and which of them could not be read", async () => {
    const db = openStore();
    await writeSettings(db, { target: 0.4 });
    await db.settings.put({ name: "feedsCount", value: "sometimes" });
    const { settings, unreadable } = await readJudging(db);
    expect({ settings, unreadable }).toEqual({
      settings: { ...initialSettings, target: 0.4 },
      unreadable: ["feedsCount"],
    });
  });

  test("gives every block, the oldest first, however many there are", async () => {
    const db = openStore();
    const { id: _, ...block } = blockOf();
    await db.blocks.bulkAdd(Array.from({ length: 301 }, () => block));
    const { blocks } = await readJudging(db);
    expect(blocks.map(({ id }) => id)).toEqual(Array.from({ length: 301 }, (_, i) => i + 1));
  });
});
