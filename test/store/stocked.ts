import { gunzipSync, gzipSync } from "node:zlib";
import { rowMs } from "../../src/attention/day";
import type { Heartbeat } from "../../src/attention/heartbeat";
import { writeBackup } from "../../src/store/backup/write";
import type { Database } from "../../src/store/database";
import { recordOf } from "../../src/store/daybook";
import { addFact, dismiss } from "../../src/store/facts";
import { rowsOf } from "../../src/store/read";
import { recordAll } from "../../src/store/record";
import { addRules } from "../../src/store/rules";
import { startTrace } from "../../src/store/trace";
import { blockOf, PLAN } from "../trap/block";
import { openStore, writeSettings } from "./opened";

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
/** Ten minutes before a local midnight. */
export const LATE = Date.parse("2026-03-01T22:50:00Z");
export const OFFSET = 60;

export function beatAt(at: number, page: string | null, more: Partial<Heartbeat> = {}): Heartbeat {
  const seen = { focused: true, private: false, audible: false, presence: "active", cause: "alarm" } as const;
  return { at, offset: OFFSET, page, ...seen, ...more };
}

/** Heartbeats each half minute on one page after another, so many minutes on each. */
export function visits(from: number, pages: readonly [page: string, minutes: number][]): Heartbeat[] {
  const beats: Heartbeat[] = [];
  let at = from;
  for (const [page, minutes] of pages) {
    for (const end = at + minutes * MINUTE; at < end; at += MINUTE / 2) beats.push(beatAt(at, page));
  }
  const [last] = pages.at(-1) ?? [null];
  return [...beats, beatAt(at, last)];
}

/** A life over midnight, part of it in a block. */
export const life = visits(LATE, [
  ["github.com/acme/app", 3],
  ["secret.example/plans", 4],
  ["x.com/home", 13],
  ["secret.example", 2],
  ["reddit.com/r/rust", 5],
]);

export const imported = {
  id: 1,
  tool: "webtime",
  filename: "time.csv",
  at: LATE,
  first: "2026-02-01",
  last: "2026-02-02",
  days: 2,
  ms: 3 * HOUR,
};

/** A store with something in each table. */
export async function stockedStore(db: Database = openStore()): Promise<Database> {
  await writeSettings(db, {
    idleSeconds: 60,
    otherApps: "build",
    ownDomains: ["shop.example"],
    pause: { from: 5, until: 6 },
    nudgedOn: "2026-02-20",
    passedOver: { users: "2026-02-20" },
    projects: [
      { id: "app", name: "App ⚙", domains: ["shop.example"], repositories: ["github.com/acme/app"], isParked: false },
    ],
    keepSpansDays: 90,
    theme: "dark",
  });
  await startTrace(db, LATE);
  await db.blocks.bulkAdd([
    blockOf({ id: 1, from: LATE + 8 * MINUTE, until: LATE + 18 * MINUTE, day: "2026-03-01", outcome: "posted" }),
    blockOf({ id: 2, move: "write-post", title: "Write “it”\n", plan: PLAN, moved: 2 }),
  ]);
  await recordAll(db, life);
  await addRules(db, {
    rules: [
      { text: "reddit.com/r/rust/**", channel: "my-club", since: "2026-03-01" },
      { text: "x.com/home", channel: "feeds", since: null },
    ],
    channels: [{ id: "my-club", label: "Club", category: "distribution" }],
  });
  await addFact(db, { at: LATE, day: "2026-03-01", project: "app", kind: "customers", value: 2 });
  await addFact(db, { at: LATE + 1, day: "2026-03-01", project: null, kind: "shown", value: "result" });
  await dismiss(db, { sign: "comfort", at: LATE, day: "2026-03-01", reason: "a train" });
  await db.stretches.add({ day: "2025-12-01", longestBuildMs: 2 * HOUR });
  await db.imports.add(imported);
  await db.days.bulkAdd([
    recordOf("2026-02-01", [{ day: "2026-02-01", key: "github.com", hours: { 24: HOUR } }], "import:1"),
    recordOf("2026-02-02", [{ day: "2026-02-02", key: "secret.example", hours: { 9: HOUR, 24: HOUR } }], "import:1"),
  ]);
  return db;
}

/** Every row of every table with its key: two stores of the same dump are the same. */
export async function dumpOf(db: Database): Promise<Record<string, [key: unknown, row: unknown][]>> {
  const dump: Record<string, [unknown, unknown][]> = {};
  for (const table of db.tables) {
    const pairs: [unknown, unknown][] = [];
    await table.each((row, { primaryKey }) => {
      pairs.push([primaryKey, row]);
    });
    dump[table.name] = pairs;
  }
  return dump;
}

/** A backup's bytes, unpacked. */
export async function unpacked(blob: Blob): Promise<string> {
  return gunzipSync(await blob.bytes()).toString();
}

export async function backupText(db: Database, now = LATE): Promise<string> {
  return unpacked(await writeBackup(db, { now }));
}

export function packed(text: string | Uint8Array): Blob {
  return new Blob([gzipSync(text)]);
}

/** Milliseconds in all days, of all sources. */
export async function storedMs(db: Database): Promise<number> {
  return (await db.days.toArray()).flatMap(rowsOf).reduce((sum, row) => sum + rowMs(row), 0);
}
