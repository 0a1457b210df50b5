import type { Table } from "dexie";
import type { DayRow } from "../../src/attention/day";
import type { Span } from "../../src/attention/span";
import type { Database } from "../../src/store/database";
import { rowsOf } from "../../src/store/read";
import type { Page } from "./session";

// The store, read and written past the product's own code, from one of the extension's pages.

type TableName = { [K in keyof Database]: Database[K] extends Table ? K : never }[keyof Database];
type Tables = { [K in TableName]: Database[K] extends Table<infer Row, infer _Key, infer _Added> ? Row[] : never };

/** All rows of some tables; of every table where none is named. */
export function readTables<K extends TableName = TableName>(page: Page, ...names: K[]): Promise<Pick<Tables, K>> {
  return page.evaluate(async (wanted: string[]) => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const db = await done(indexedDB.open("factory-trap-meter"));
    const all = wanted.length > 0 ? wanted : [...db.objectStoreNames];
    const read = db.transaction(all);
    const rows = await Promise.all(all.map(async (name) => [name, await done(read.objectStore(name).getAll())]));
    db.close();
    return Object.fromEntries(rows);
  }, names) as Promise<Pick<Tables, K>>;
}

/** The settings that are stored, by name. */
export async function readSettings(page: Page): Promise<Record<string, unknown>> {
  const { settings } = await readTables(page, "settings");
  return Object.fromEntries(settings.map(({ name, value }) => [name, value]));
}

/** What the store holds of attention. */
export interface Stored {
  days: DayRow[];
  spans: Span[];
  /** Instant of the last heartbeat, epoch milliseconds. */
  lastBeatAt: number;
}

export async function readStored(page: Page): Promise<Stored> {
  const { days, spans, tracker } = await readTables(page, "days", "spans", "tracker");
  return { days: days.flatMap(rowsOf), spans, lastBeatAt: tracker[0]?.tracker.at ?? 0 };
}

/** Everything that is stored but the tracker, which goes on by itself: as text that tells two stores apart. */
export async function readAll(page: Page): Promise<string> {
  const { tracker: _, ...tables } = await readTables(page);
  // The pages of a day have no order.
  return JSON.stringify(tables, (name, value) =>
    name === "pages" ? value.map((one: object) => JSON.stringify(one)).sort() : value,
  );
}

/** Milliseconds by page key, over all days. */
export function msByKey(days: readonly DayRow[]): Record<string, number> {
  const totals: Record<string, number> = {};
  for (const { key, hours } of days) {
    for (const ms of Object.values(hours)) totals[key] = (totals[key] ?? 0) + ms;
  }
  return totals;
}

/** Writes rows, instead of everything that is there where `empties` says so, and has the background look. */
export async function put(
  page: Page,
  tables: Partial<Record<TableName, readonly object[]>>,
  { empties = false } = {},
): Promise<void> {
  await page.evaluate(
    async (rowsByTable: Record<string, object[]>, isInstead: boolean) => {
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open("factory-trap-meter");
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      await new Promise<void>((resolve, reject) => {
        const change = db.transaction([...db.objectStoreNames], "readwrite");
        if (isInstead) for (const name of db.objectStoreNames) change.objectStore(name).clear();
        for (const [name, rows] of Object.entries(rowsByTable))
          for (const row of rows) change.objectStore(name).put(row);
        change.oncomplete = () => resolve();
        change.onabort = () => reject(change.error);
      });
      db.close();
    },
    tables as Record<string, object[]>,
    empties,
  );
  await announceChange(page);
}

/** Has the background look at what was changed; resolves when it has. */
export function announceChange(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const { runtime } = (globalThis as unknown as { chrome: { runtime: { sendMessage(m: string): Promise<void> } } })
      .chrome;
    await runtime.sendMessage("changed");
  });
}

/** Leaves the database, with what is in it, as a release of the future would: in a version we do not know. Nobody is told. */
export function raiseVersion(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open("factory-trap-meter", 990);
        request.onupgradeneeded = () => request.result.createObjectStore("tomorrow");
        request.onsuccess = () => {
          request.result.close();
          resolve();
        };
        request.onerror = () => reject(request.error);
      }),
  );
}
