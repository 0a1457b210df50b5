import { describe, expect, test } from "vitest";
import { siteOf } from "../../../src/catalog/page";
import type { Database } from "../../../src/store/database";
import { eraseSite } from "../../../src/store/erase/site";
import { recordAll } from "../../../src/store/record";
import { openStore } from "../opened";
import { backupText, beatAt, dumpOf, HOUR, LATE, life, MINUTE, stockedStore, storedMs, visits } from "../stocked";

const erase = (db: Database, site: string) => eraseSite(db, (key) => siteOf(key) === site);
/** Heartbeats that go on where the stocked store's life ends. */
const END = LATE + 27 * MINUTE;

describe("deleting a site", () => {
  test("leaves its name in no table and in no backup", async () => {
    const db = await stockedStore();
    await recordAll(db, visits(END, [["secret.example/last", 2]]));
    expect(JSON.stringify(await dumpOf(db)).match(/secret/g)?.length).toBeGreaterThan(10);
    const erased = await erase(db, "secret.example");
    expect(JSON.stringify(await dumpOf(db))).not.toContain("secret");
    expect(await backupText(db)).not.toContain("secret");
    // 8 minutes of three pages, and two hours that were imported.
    expect(erased).toMatchObject({ ms: 8 * MINUTE + 2 * HOUR, days: 3, spans: 3, isEverything: false });
    expect(erased.beats).toBe(8 + 4 + 5);
  });

  test("takes nothing of the others", async () => {
    const db = await stockedStore();
    const before = await dumpOf(db);
    const ms = await storedMs(db);
    await erase(db, "secret.example");
    const after = await dumpOf(db);
    expect(await storedMs(db)).toBe(ms - 6 * MINUTE - 2 * HOUR);
    const others = (rows: unknown[] = []) => rows.filter((row) => !JSON.stringify(row).includes("secret"));
    expect(after.spans).toEqual(others(before.spans));
    expect(after.trace?.length).toBe(before.trace?.length);
    for (const name of ["settings", "rules", "blocks", "facts", "imports", "stretches"])
      expect(after[name]).toEqual(before[name]);
    expect((await erase(db, "github")).ms).toBe(0);
    expect(await dumpOf(db)).toEqual(after);
  });

  test("leaves no record of a day that had nothing else", async () => {
    const db = await stockedStore();
    await erase(db, "secret.example");
    expect(await db.days.get(["2026-02-02", "import:1"])).toBeUndefined();
    expect(await db.days.get(["2026-02-01", "import:1"])).toBeDefined();
    expect(await db.imports.count()).toBe(1);
  });

  test("leaves no import of which nothing is left", async () => {
    const db = await stockedStore();
    const before = await dumpOf(db);
    const { undo } = await eraseSite(db, (key) => key === "secret.example" || key === "github.com");
    expect(await db.imports.count()).toBe(0);
    await undo();
    expect(await dumpOf(db)).toEqual(before);
  });

  test("can be taken back, to the letter, and once", async () => {
    const db = await stockedStore();
    await recordAll(db, visits(END, [["secret.example/last", 2]]));
    const before = await dumpOf(db);
    const { undo } = await erase(db, "secret.example");
    expect(await dumpOf(db)).not.toEqual(before);
    await undo();
    expect(await dumpOf(db)).toEqual(before);
    await undo();
    expect(await dumpOf(db)).toEqual(before);
  });

  test("goes on with the open page as if it had just come: nothing is counted twice, nothing crashes", async () => {
    const db = await stockedStore();
    await recordAll(db, visits(END, [["secret.example", 2]]));
    const at = END + 2 * MINUTE;
    await erase(db, "secret.example");
    expect((await db.tracker.get("tracker"))?.open).toBeNull();
    const ms = await storedMs(db);
    await recordAll(db, [beatAt(at + MINUTE / 2, "secret.example")]);
    expect(await storedMs(db)).toBe(ms);
    await recordAll(db, [beatAt(at + MINUTE, "secret.example"), beatAt(at + 2 * MINUTE, "github.com")]);
    expect(await storedMs(db)).toBe(ms + 1.5 * MINUTE);
    expect(await db.spans.orderBy("id").last()).toMatchObject({
      key: "secret.example",
      start: at + MINUTE / 2,
      end: at + 2 * MINUTE,
    });
  });

  test("leaves the open span where it is another site's", async () => {
    const db = await stockedStore();
    const before = await db.tracker.get("tracker");
    await erase(db, "secret.example");
    expect(await db.tracker.get("tracker")).toEqual(before);
    const spans = await db.spans.count();
    await recordAll(db, [beatAt(END + MINUTE, "reddit.com/r/rust")]);
    expect(await db.spans.count()).toBe(spans);
  });

  test("taken back after more was recorded, is as if it had never been, but for the seconds in between", async () => {
    const more = visits(END + 2 * MINUTE, [
      ["github.com/acme/app", 1],
      ["secret.example", 1],
      ["x.com/home", 2],
    ]);
    const [db, untouched] = [await stockedStore(), await stockedStore()];
    for (const one of [db, untouched]) await recordAll(one, visits(END, [["secret.example", 2]]));
    const { undo } = await erase(db, "secret.example");
    await recordAll(db, more);
    await recordAll(untouched, more);
    await undo();
    const [is, was] = [await dumpOf(db), await dumpOf(untouched)];
    expect(is.days).toEqual(was.days);
    expect(is.trace).toEqual(was.trace);
    expect(await storedMs(db)).toBe(await storedMs(untouched));
    const spans = (rows: [unknown, unknown][] = []) => rows.map(([, row]) => row);
    expect(spans(is.spans)).toEqual(spans(was.spans));
  });

  test("is cut back by idleness as ever", async () => {
    const db = openStore();
    await recordAll(
      db,
      visits(LATE, [
        ["github.com", 4],
        ["secret.example", 1],
        ["x.com/home", 1],
      ]),
    );
    await erase(db, "secret.example");
    await recordAll(db, [beatAt(LATE + 6 * MINUTE, "x.com/home", { presence: "idle", cause: "idle" })]);
    // Three minutes without input: all of x.com, and the last minute of github.com.
    expect(await db.spans.toArray()).toMatchObject([{ key: "github.com", end: LATE + 3 * MINUTE }]);
    expect(await storedMs(db)).toBe(3 * MINUTE);
  });

  test("knows pages called like a property of every object", async () => {
    const db = openStore();
    await recordAll(
      db,
      visits(LATE, [
        ["__proto__", 1],
        ["constructor", 1],
      ]),
    );
    expect((await erase(db, "__proto__")).ms).toBe(MINUTE);
    expect(await db.spans.toArray()).toMatchObject([{ key: "constructor" }]);
  });
});

test("The stocked life is what these numbers are of", () => {
  expect(life.at(-1)?.at).toBe(END);
});
