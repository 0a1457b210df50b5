import { describe, expect, test } from "vitest";
import { openBlockMerge, openImportMerge } from "../../../src/store/backup/mergeblocks";
import type { Block } from "../../../src/trap/block";
import { blockOf, PLAN } from "../../trap/block";
import { openStore } from "../opened";
import { imported } from "../stocked";

const FROM = Date.parse("2026-03-16T09:00:00Z");
const started = (more: Partial<Block> = {}) =>
  blockOf({ from: FROM, until: FROM + 1_800_000, day: "2026-03-16", ...more });

/** What becomes of the blocks of a file in a store that has some. */
async function mergeBlocks(stored: Block[], file: Block[]) {
  const db = openStore();
  await db.blocks.bulkAdd(stored);
  const { merge, ids } = await openBlockMerge(db, file.length);
  const written = await merge(file);
  return { written, ids: Object.fromEntries(ids), blocks: await db.blocks.orderBy("id").toArray() };
}

describe("blocks", () => {
  test("keep their ids where there are none", async () => {
    const file = [started({ id: -3 }), blockOf({ id: 8, plan: PLAN })];
    expect(await mergeBlocks([], file)).toEqual({ written: 2, ids: { "-3": -3, 8: 8 }, blocks: file });
  });

  test.each<[string, Block, Block]>([
    ["was started at the same instant", started({ id: 5 }), started({ id: 9 })],
    ["is planned for the same", blockOf({ id: 5, plan: PLAN }), blockOf({ id: 9, plan: { ...PLAN } })],
    ["has no plan yet", blockOf({ id: 5 }), blockOf({ id: 9 })],
    ["was planned there and is started here", started({ id: 5, plan: PLAN }), blockOf({ id: 9, plan: PLAN })],
    [
      "has ended earlier here",
      started({ id: 5, until: FROM + 1, outcome: "done" }),
      started({ id: 9, outcome: "away" }),
    ],
  ])("are known again, and stay as they are: one that %s", async (_, stored, file) => {
    expect(await mergeBlocks([stored], [file])).toEqual({ written: 0, ids: { 9: 5 }, blocks: [stored] });
  });

  test.each<[string, Block, Block]>([
    ["was started since", blockOf({ id: 5, plan: PLAN }), started({ id: 9, plan: PLAN })],
    ["was told how it went", started({ id: 5 }), started({ id: 9, outcome: "posted" })],
  ])("are known again, and go on: one that %s", async (_, stored, file) => {
    expect(await mergeBlocks([stored], [file])).toEqual({ written: 1, ids: { 9: 5 }, blocks: [{ ...file, id: 5 }] });
  });

  test.each<[string, Block, Block]>([
    ["was started at another instant", started({ id: 5 }), started({ id: 5, from: FROM + 1 })],
    [
      "is planned for another time",
      blockOf({ id: 5, plan: PLAN }),
      blockOf({ id: 5, plan: { ...PLAN, at: PLAN.at + 1 } }),
    ],
    ["is of another move", started({ id: 5 }), started({ id: 5, move: "write-post" })],
    ["has another title", started({ id: 5 }), started({ id: 5, title: "Other" })],
    ["is of another length", started({ id: 5 }), started({ id: 5, minutes: 31 })],
    ["was started without a plan, where another has none either", started({ id: 5 }), blockOf({ id: 5 })],
  ])("are others, with ids of their own: one that %s", async (_, stored, file) => {
    const { written, ids, blocks } = await mergeBlocks([stored], [file]);
    expect(written).toBe(1);
    expect(ids[5]).not.toBe(5);
    expect(blocks).toContainEqual(stored);
    expect(blocks).toContainEqual({ ...file, id: ids[5] });
    expect(blocks).toHaveLength(2);
  });

  test("that are the same to the letter are as many as on the side with more", async () => {
    const twins = [started({ id: 1 }), started({ id: 2 })];
    expect(await mergeBlocks(twins, twins)).toMatchObject({ written: 0, ids: { 1: 1, 2: 2 } });
    expect(await mergeBlocks([started({ id: 1 })], twins)).toMatchObject({ written: 1, ids: { 1: 1 } });
  });

  test("get ids in the order of time: recent ones above all that are stored, older ones below, never 0", async () => {
    const day = (id: number, text: string) => started({ id, day: text, from: Date.parse(text) });
    const stored = [day(1, "2026-01-10"), day(2, "2026-03-01")];
    const file = [day(1, "2026-01-11"), day(2, "2026-01-19"), day(3, "2026-01-20"), day(4, "2026-04-01")];
    const { ids, blocks } = await mergeBlocks(stored, file);
    expect(ids).toEqual({ 1: -4, 2: -3, 3: 3, 4: 4 });
    expect(blocks.map((block) => block.day)).toEqual([
      "2026-01-11",
      "2026-01-19",
      "2026-01-10",
      "2026-03-01",
      "2026-01-20",
      "2026-04-01",
    ]);
  });
});

describe("imports", () => {
  async function mergeImports(file: (typeof imported)[]) {
    const db = openStore();
    const stored = { ...imported, id: 5 };
    await db.imports.put(stored);
    const { merge, ids } = await openImportMerge(db);
    const written = await merge(file);
    return { written, ids: Object.fromEntries(ids), imports: await db.imports.toArray() };
  }

  test("are known again by tool, days and time, whatever the file was called", async () => {
    const { written, ids, imports } = await mergeImports([{ ...imported, id: 9, at: 1, filename: "other.csv" }]);
    expect([written, ids]).toEqual([0, { 9: 5 }]);
    expect(imports).toEqual([{ ...imported, id: 5 }]);
  });

  test.each([{ tool: "activitywatch" }, { first: "2026-01-31" }, { last: "2026-02-03" }, { days: 1 }, { ms: 5 }])(
    "are others where one of these is: %j",
    async (change) => {
      const { written, ids, imports } = await mergeImports([{ ...imported, id: 5, ...change }]);
      expect([written, ids]).toEqual([1, { 5: 6 }]);
      expect(imports.at(-1)).toEqual({ ...imported, ...change, id: 6 });
    },
  );

  test("keep their ids where there are none", async () => {
    const db = openStore();
    const { merge, ids } = await openImportMerge(db);
    await merge([{ ...imported, id: 12 }]);
    expect([...ids]).toEqual([[12, 12]]);
    expect(await db.imports.toArray()).toEqual([{ ...imported, id: 12 }]);
  });
});
