import { describe, expect, test } from "vitest";
import { eraseEverything } from "../../../src/store/erase/everything";
import { recordAll } from "../../../src/store/record";
import { openStore } from "../opened";
import { backupText, beatAt, dumpOf, HOUR, LATE, MINUTE, stockedStore, storedMs, visits } from "../stocked";

const END = LATE + 27 * MINUTE;

describe("deleting everything", () => {
  test("leaves nothing, and tells how much it was", async () => {
    const db = await stockedStore();
    expect(await eraseEverything(db, { now: END })).toMatchObject({
      ms: 27 * MINUTE + 3 * HOUR,
      days: 4,
      spans: 7,
      beats: 55,
      isEverything: true,
    });
    for (const [name, rows] of Object.entries(await dumpOf(db))) expect(rows, name).toEqual([]);
    expect((await backupText(db)).split("\n")).toHaveLength(3);
  });

  test("can be taken back, to the letter, and once", async () => {
    const db = await stockedStore();
    const before = await dumpOf(db);
    expect(Object.values(before).filter((rows) => rows.length === 0)).toEqual([]);
    const { undo } = await eraseEverything(db, { now: END });
    await undo();
    expect(await dumpOf(db)).toEqual(before);
    await undo();
    expect(await dumpOf(db)).toEqual(before);
  });

  test("takes back also what no reader of a backup would take", async () => {
    const db = await stockedStore();
    await db.settings.put({ name: "target", value: "much" });
    await db.rules.put({ text: "no pattern", channel: "", since: null });
    const before = await dumpOf(db);
    await (await eraseEverything(db, { now: END })).undo();
    expect(await dumpOf(db)).toEqual(before);
  });

  test("of an empty store is nothing, and can be taken back", async () => {
    const db = openStore();
    const { undo, ...erased } = await eraseEverything(db, { now: END });
    expect(erased).toEqual({ ms: 0, days: 0, spans: 0, beats: 0, isEverything: true });
    await undo();
    for (const rows of Object.values(await dumpOf(db))) expect(rows).toEqual([]);
  });

  test("taken back after more was recorded, keeps both lives, and the recorder goes on", async () => {
    const db = await stockedStore();
    const before = await dumpOf(db);
    const { undo } = await eraseEverything(db, { now: END });
    await recordAll(
      db,
      visits(END + MINUTE, [
        ["new.example", 2],
        ["x.com/home", 1],
      ]),
    );
    const since = await db.spans.toArray();
    await undo();
    const after = await dumpOf(db);
    expect(after.spans?.slice(0, 7)).toEqual(before.spans);
    expect(after.spans).toHaveLength(9);
    expect((await db.spans.toArray()).slice(7)).toMatchObject(since.map(({ elapsed, ...span }) => span));
    expect(await storedMs(db)).toBe(30 * MINUTE + 3 * HOUR);
    await recordAll(db, [beatAt(END + 5 * MINUTE, "x.com/home")]);
    expect(await db.spans.count()).toBe(9);
    expect(await storedMs(db)).toBe(31 * MINUTE + 3 * HOUR);
    // A minute without input: the last one goes, and nothing before it.
    await recordAll(db, [beatAt(END + 5 * MINUTE + 1000, "x.com/home", { presence: "idle", cause: "idle" })]);
    expect(await storedMs(db)).toBe(30 * MINUTE + 1000 + 3 * HOUR);
    expect((await dumpOf(db)).spans?.slice(0, 8)).toEqual(after.spans?.slice(0, 8));
  });

  test("holds up what is recorded meanwhile, which is of the new life", async () => {
    const db = await stockedStore();
    let recording: Promise<unknown> | undefined;
    const onProgress = () => {
      recording ??= recordAll(db, visits(END + MINUTE, [["new.example", 1]]));
    };
    const { undo } = await eraseEverything(db, { now: END, onProgress });
    await recording;
    expect(await storedMs(db)).toBe(MINUTE);
    await undo();
    expect(await storedMs(db)).toBe(28 * MINUTE + 3 * HOUR);
  });

  test("can be cancelled, and then nothing is changed", async () => {
    const db = await stockedStore();
    const before = await dumpOf(db);
    const controller = new AbortController();
    const onProgress = () => controller.abort();
    await expect(eraseEverything(db, { now: END, signal: controller.signal, onProgress })).rejects.toMatchObject({
      name: "AbortError",
    });
    expect(await dumpOf(db)).toEqual(before);
  });
});
