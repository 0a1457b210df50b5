import { Dexie, type DexieOptions } from "dexie";
import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { describe, expect, test } from "vitest";
import { NewerDatabaseError } from "../../src/store/database";
import { createRecorder, recordAll } from "../../src/store/record";
import { version1 } from "../../src/store/versions/1";
import { version2 } from "../../src/store/versions/2";
import { version3 } from "../../src/store/versions/3";
import { life } from "../attention/life";
import { openStore, storedAfter, storedIn } from "./opened";

const beats = life`09:00:00 a.com | 09:00:30 a.com`;

/** The version that the release after this one would have. */
const LATER = openStore().verno + 1;

/** A later release of the store, with what it has written. */
async function laterRelease(options: DexieOptions, tables: Record<string, string>): Promise<Dexie> {
  const later = new Dexie("factory-trap-meter", { ...options, IDBKeyRange });
  later.version(LATER).stores(tables);
  await later.open();
  await later.table("settings").put({ name: "from", value: "later" });
  return later;
}

/** Version, tables, indexes and rows, as they are. */
async function shapeOf(indexedDB: IDBFactory): Promise<unknown> {
  const later = new Dexie("factory-trap-meter", { indexedDB, IDBKeyRange });
  await later.open();
  const tables = later.tables.map(({ name, schema }) => [
    name,
    schema.primKey.src,
    schema.indexes.map(({ src }) => src).sort(),
  ]);
  const rows = await Promise.all(later.tables.map((table) => table.toArray()));
  const version = later.verno;
  later.close();
  return { version, tables, rows };
}

const current = { ...version1, ...version2, ...version3 };
const { spans, ...withoutSpans } = current;
const { imports, ...withoutImports } = current;

describe("a database of a newer release", () => {
  test.each([
    ["with the same tables", current],
    ["with a table more", { ...current, goals: "id" }],
    ["with a table less", withoutSpans],
    ["without the table that came last", withoutImports],
    ["with the tables of the first release alone", version1],
    ["with the tables of the first two releases", { ...version1, ...version2 }],
    ["with an index less", { ...current, spans: "++id" }],
    ["with another index", { ...current, spans: "++id, end" }],
    ["with other keys", { ...current, days: "day" }],
    ["with other keys of rules", { ...current, rules: "++id, text" }],
    ["with other keys of imports", { ...current, imports: "filename" }],
  ])("%s is refused again and again, and nothing in it is changed", async (_, tables) => {
    const indexedDB = new IDBFactory();
    (await laterRelease({ indexedDB }, tables)).close();
    const before = await shapeOf(indexedDB);
    const db = openStore(indexedDB);
    const recorder = createRecorder(db);
    for (const beat of beats) await expect(recorder.record(beat)).rejects.toThrow("newer");
    await expect(db.open()).rejects.toBeInstanceOf(NewerDatabaseError);
    await expect(recordAll(openStore(indexedDB), beats)).rejects.toThrow("newer");
    expect(await shapeOf(indexedDB)).toEqual(before);
  });

  test("that takes over while we are running is refused from then on", async () => {
    const indexedDB = new IDBFactory();
    const db = openStore(indexedDB);
    await recordAll(db, beats);
    (await laterRelease({ indexedDB }, { ...current, spans: "++id" })).close();
    const before = await shapeOf(indexedDB);
    await expect(recordAll(db, life`09:01:00 a.com`)).rejects.toThrow("newer");
    await expect(createRecorder(db).record(life`09:01:00 a.com`[0] as (typeof beats)[0])).rejects.toThrow("newer");
    expect(await shapeOf(indexedDB)).toEqual(before);
  });
});

describe("the database", () => {
  test("has version 3, and the tables of every version are frozen", async () => {
    const indexedDB = new IDBFactory();
    const db = openStore(indexedDB);
    await db.open();
    expect(db.verno).toBe(3);
    expect(version1).toEqual({
      spans: "++id, start",
      days: "[day+source]",
      stretches: "day",
      tracker: "",
      trace: "++id",
      settings: "name",
    });
    expect(version2).toEqual({
      rules: "text",
      channels: "id",
      blocks: "++id, until",
      facts: "++id",
      dismissals: "++id",
    });
    expect(version3).toEqual({ imports: "++id" });
    db.close();
    expect(await shapeOf(indexedDB)).toMatchObject({
      version: 3,
      tables: [
        ["blocks", "++id", ["until"]],
        ["channels", "id", []],
        ["days", "[day+source]", []],
        ["dismissals", "++id", []],
        ["facts", "++id", []],
        ["imports", "++id", []],
        ["rules", "text", []],
        ["settings", "name", []],
        ["spans", "++id", ["start"]],
        ["stretches", "day", []],
        ["trace", "++id", []],
        ["tracker", "", []],
      ],
    });
  });

  test("keeps what was recorded when it is closed and opened again", async () => {
    const indexedDB = new IDBFactory();
    const db = openStore(indexedDB);
    await recordAll(db, beats);
    db.close();
    expect(await storedIn(openStore(indexedDB))).toEqual(await storedAfter(beats));
  });

  test("can be deleted, and begins anew", async () => {
    const indexedDB = new IDBFactory();
    const db = openStore(indexedDB);
    await recordAll(db, beats);
    await db.delete();
    expect(await indexedDB.databases()).toEqual([]);
    expect(await storedIn(openStore(indexedDB))).toEqual({ days: [], spans: [], tracker: undefined });
  });
});
