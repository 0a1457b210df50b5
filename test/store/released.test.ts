import { readFileSync } from "node:fs";
import { Dexie, type IndexableType } from "dexie";
import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { describe, expect, test } from "vitest";
import { readAmounts, readDays, readSpans } from "../../src/store/read";
import { recordAll } from "../../src/store/record";
import { readTrace } from "../../src/store/trace";
import { openStore } from "./opened";

/** A store as a release left it: its tables as they were declared, and every row with its key. */
interface Release {
  version: number;
  tables: Record<string, string>;
  rows: Record<string, [key: IndexableType, row: unknown][]>;
}

async function leftBy({ version, tables, rows }: Release): Promise<IDBFactory> {
  const indexedDB = new IDBFactory();
  const db = new Dexie("factory-trap-meter", { indexedDB, IDBKeyRange });
  db.version(version).stores(tables);
  for (const [name, pairs] of Object.entries(rows)) {
    const { keyPath } = db.table(name).schema.primKey;
    for (const [key, row] of pairs) await (keyPath ? db.table(name).put(row) : db.table(name).put(row, key));
  }
  db.close();
  return indexedDB;
}

/** Frozen: what 0.1.0 stored of a small life. A later release reads it, or is broken. */
const release1: Release = JSON.parse(readFileSync("test/fixtures/store-1.json", "utf8"));

describe("what 0.1.0 has stored", () => {
  test("is read whole by this release", async () => {
    const db = openStore(await leftBy(release1));
    expect(await readAmounts(db)).toEqual({ spans: 4, days: 2, firstDay: "2026-03-01", traceBeats: 2 });
    const { days, settings, unreadable } = await readDays(db, "2026-03-01", "2026-03-02");
    expect(days).toEqual([
      { day: "2026-03-01", key: "github.com/acme/app", hours: { 23: 60_000 } },
      { day: "2026-03-02", key: "github.com/acme/app", hours: { 0: 30_000 } },
      { day: "2026-03-02", key: "other-apps:", hours: { 0: 45_000 } },
      { day: "2026-03-02", key: "x.com/*/status/*", hours: { 0: 20_000 } },
    ]);
    expect(settings).toMatchObject({ idleSeconds: 60, neverRecord: ["secret.example"], otherApps: "build" });
    expect(unreadable).toEqual([]);
    expect(await readSpans(db, "2026-03-01", "2026-03-02")).toHaveLength(4);
    expect(await readTrace(db)).toHaveLength(2);
  });

  test("goes on where it ended", async () => {
    const db = openStore(await leftBy(release1));
    const { tracker } = (await db.tracker.get("tracker")) ?? {};
    const at = (tracker?.at ?? 0) + 10_000;
    const seen = { focused: false, private: false, presence: "active", audible: false, page: null } as const;
    await recordAll(db, [{ at, offset: 60, cause: "alarm", ...seen }]);
    const { days } = await readDays(db, "2026-03-02", "2026-03-02");
    expect(days.find(({ key }) => key === "other-apps:")?.hours).toEqual({ 0: 55_000 });
    expect(await db.spans.count()).toBe(4);
  });
});
