import { describe, expect, test } from "vitest";
import { openDayMerge, openSpanMerge } from "../../../src/store/backup/mergetime";
import { BEFORE_CLOCK } from "../../../src/store/clock";
import type { Database, StoredSpan } from "../../../src/store/database";
import { recordOf } from "../../../src/store/daybook";
import { recordAll } from "../../../src/store/record";
import { openStore } from "../opened";
import { HOUR, LATE, MINUTE, OFFSET, visits } from "../stocked";

const none = { blocks: new Map<number, number>(), imports: new Map<number, number>() };
const DAY = "2026-03-01";

describe("days of a file", () => {
  const row = (key: string, hours: Record<number, number>, block?: number) =>
    block === undefined ? { day: DAY, key, hours } : { day: DAY, key, block, hours };

  test("are added, and joined hour by hour with those that are stored; what is known is not written", async () => {
    const db = openStore();
    await db.days.bulkAdd([
      recordOf(DAY, [row("a.com", { 9: 5, 10: 5 })]),
      recordOf("2026-02-28", [{ ...row("a.com", { 1: 1 }), day: "2026-02-28" }]),
    ]);
    const merge = openDayMerge(db, none);
    const written = await merge([
      recordOf("2026-02-28", [{ ...row("b.com", { 1: 1 }), day: "2026-02-28" }]),
      recordOf(DAY, [row("b.com", { 9: 4, 10: 6 })]),
      recordOf("2026-03-02", [
        { ...row("z.com", { 2: 2 }), day: "2026-03-02" },
        { ...row("a.com", { 2: 2 }), day: "2026-03-02" },
      ]),
    ]);
    expect(written).toBe(2);
    expect(await db.days.toArray()).toEqual([
      recordOf("2026-02-28", [{ ...row("a.com", { 1: 1 }), day: "2026-02-28" }]),
      recordOf(DAY, [row("a.com", { 9: 5 }), row("b.com", { 10: 6 })]),
      {
        day: "2026-03-02",
        source: "recorded",
        pages: [
          { key: "a.com", hours: { 2: 2 } },
          { key: "z.com", hours: { 2: 2 } },
        ],
      },
    ]);
  });

  test("belong to the store's blocks and imports; without a block where the file does not say which", async () => {
    const db = openStore();
    const ids = { blocks: new Map([[1, 7]]), imports: new Map([[2, 9]]) };
    await openDayMerge(
      db,
      ids,
    )([
      recordOf(DAY, [row("x.com", { 24: 3 })], "import:2"),
      recordOf(DAY, [row("a.com", { 1: 1 }, 1), row("a.com", { 1: 2 }, 4), row("a.com", { 1: 4 })]),
    ]);
    expect(await db.days.toArray()).toEqual([
      recordOf(DAY, [row("x.com", { 24: 3 })], "import:9"),
      recordOf(DAY, [row("a.com", { 1: 6 }), row("a.com", { 1: 1 }, 7)]),
    ]);
  });
});

describe("spans of a file", () => {
  const span = (key: string, start: number, end: number, more: Partial<StoredSpan> = {}) =>
    ({
      key,
      start: LATE + start * MINUTE,
      end: LATE + end * MINUTE,
      offset: OFFSET,
      audible: false,
      ...more,
    }) as StoredSpan;

  async function merge(db: Database, spans: StoredSpan[], ids = none): Promise<number> {
    return (await openSpanMerge(db, ids, spans.length))(spans);
  }

  test("get ids from 1 where there are none, with the blocks of the store", async () => {
    const db = openStore();
    const file = [span("a.com", 0, 1, { block: 1 }), span("b.com", 1, 2, { block: 4 })];
    expect(await merge(db, file, { ...none, blocks: new Map([[1, 7]]) })).toBe(2);
    expect(await db.spans.toArray()).toEqual([
      { ...span("a.com", 0, 1, { block: 7 }), elapsed: BEFORE_CLOCK, id: 1 },
      { ...span("b.com", 1, 2), elapsed: BEFORE_CLOCK, id: 2 },
    ]);
  });

  test("are added below those that are stored, in their order", async () => {
    const db = openStore();
    const own = span("own.com", 0, 1, { elapsed: 5, id: 2 });
    await db.spans.put(own);
    await merge(db, [span("a.com", -9, -8), span("b.com", 3, 4)]);
    const stored = await db.spans.orderBy("id").toArray();
    expect(stored.map(({ id, key }) => [id, key])).toEqual([
      [0, "a.com"],
      [1, "b.com"],
      [2, "own.com"],
    ]);
  });

  test("are known by their start and page: the longer counts, with the id it has here", async () => {
    const db = openStore();
    const stored = { ...span("a.com", 0, 5), elapsed: 5, id: 1 };
    await db.spans.put(stored);
    expect(await merge(db, [span("a.com", 0, 5), span("a.com", 0, 4)])).toBe(0);
    expect(await db.spans.toArray()).toEqual([stored]);
    expect(await merge(db, [span("a.com", 0, 6)])).toBe(1);
    expect(await db.spans.toArray()).toEqual([{ ...stored, end: LATE + 6 * MINUTE }]);
    expect(await merge(db, [span("b.com", 0, 6), span("a.com", 1, 6)])).toBe(2);
  });

  test("do not touch the one that the recorder is about to make longer", async () => {
    const db = openStore();
    await recordAll(db, visits(LATE, [["a.com", 2]]));
    const before = await db.spans.toArray();
    expect(await merge(db, [span("a.com", 0, 9)])).toBe(0);
    expect(await db.spans.toArray()).toEqual(before);
  });

  test("of a day whose spans were let go of stay away, and only these", async () => {
    const db = openStore();
    await db.stretches.add({ day: DAY, longestBuildMs: HOUR });
    // Ten minutes before a local midnight, and after it.
    expect(await merge(db, [span("a.com", 0, 1), span("a.com", 9.99, 11), span("b.com", 10, 11)])).toBe(1);
    expect((await db.spans.toArray()).map(({ key }) => key)).toEqual(["b.com"]);
  });

  test("of years are looked up day by day", async () => {
    const db = openStore();
    const file = Array.from({ length: 400 }, (_, i) => span("a.com", i * 1440, i * 1440 + 5));
    expect(await merge(db, file)).toBe(400);
    expect(await merge(db, file)).toBe(0);
    expect(await db.spans.count()).toBe(400);
  });
});
