import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import type { DayRow } from "../../src/attention/day";
import type { Heartbeat } from "../../src/attention/heartbeat";
import type { Tracker } from "../../src/attention/merge";
import type { Span } from "../../src/attention/span";
import { Database } from "../../src/store/database";
import { rowsOf } from "../../src/store/read";
import { recordAll } from "../../src/store/record";
import { type Settings, writeSetting } from "../../src/store/settings";

/** A store on a memory of its own, or on one that another store has left. */
export function openStore(indexedDB = new IDBFactory()): Database {
  return new Database({ indexedDB, IDBKeyRange });
}

export interface Stored {
  days: DayRow[];
  spans: Span[];
  tracker: Tracker | undefined;
}

/** All that was recorded; spans without their ids, which are but an order. */
export async function storedIn(db: Database): Promise<Stored> {
  const spans = await db.spans.orderBy("id").toArray();
  const record = await db.tracker.get("tracker");
  return {
    days: (await db.days.toArray()).flatMap(rowsOf),
    spans: spans.map(({ id, ...span }) => span),
    tracker: record?.tracker,
  };
}

/** What a new store holds after the heartbeats, under the settings. */
export async function storedAfter(beats: readonly Heartbeat[], settings: Partial<Settings> = {}): Promise<Stored> {
  const db = openStore();
  await writeSettings(db, settings);
  await recordAll(db, beats);
  return storedIn(db);
}

/** Writes several settings. */
export async function writeSettings(db: Database, settings: Partial<Settings>): Promise<void> {
  for (const name of Object.keys(settings) as (keyof Settings)[]) {
    await writeSetting(db, name, settings[name] as Settings[typeof name]);
  }
}
