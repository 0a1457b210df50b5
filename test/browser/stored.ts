import type { DayRow } from "../../src/attention/day";
import type { Span } from "../../src/attention/span";
import type { StoredDay } from "../../src/store/database";
import type { Page } from "./session";

/** What the store holds, read past the product's own code. */
export interface Stored {
  days: DayRow[];
  spans: Span[];
  /** Instant of the last heartbeat, epoch milliseconds. */
  lastBeatAt: number;
}

/** Reads the store from one of the extension's pages. */
export async function readStored(page: Page): Promise<Stored> {
  return page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const db = await done(indexedDB.open("factory-trap-meter"));
    const read = db.transaction(["days", "spans", "tracker"]);
    const [days, spans, state] = await Promise.all([
      done(read.objectStore("days").getAll()),
      done(read.objectStore("spans").getAll()),
      done(read.objectStore("tracker").get("tracker")),
    ]);
    db.close();
    const rows = (days as StoredDay[]).flatMap(({ day, pages }) => pages.map((page) => ({ day, ...page })));
    return { days: rows, spans, lastBeatAt: state?.tracker.at ?? 0 };
  });
}

/** Milliseconds by page key, over all days. */
export function msByKey(days: readonly DayRow[]): Record<string, number> {
  const totals: Record<string, number> = {};
  for (const { key, hours } of days) {
    for (const ms of Object.values(hours)) totals[key] = (totals[key] ?? 0) + ms;
  }
  return totals;
}

/** Writes rows into the store, past the product's own code, and has the background look. */
export function put(page: Page, tables: Record<string, readonly object[]>): Promise<void> {
  return page.evaluate(async (stored: typeof tables) => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open("factory-trap-meter");
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    await new Promise<void>((resolve, reject) => {
      const change = db.transaction(Object.keys(stored), "readwrite");
      for (const [name, rows] of Object.entries(stored)) for (const row of rows) change.objectStore(name).put(row);
      change.oncomplete = () => resolve();
      change.onabort = () => reject(change.error);
    });
    db.close();
    const { runtime } = (globalThis as unknown as { chrome: { runtime: { sendMessage(m: string): Promise<void> } } })
      .chrome;
    await runtime.sendMessage("changed");
  }, tables);
}

/** Everything that is stored but the tracker, which goes on by itself: as text that tells two stores apart. */
export function readAll(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const db = await done(indexedDB.open("factory-trap-meter"));
    const names = [...db.objectStoreNames].filter((name) => name !== "tracker");
    const read = db.transaction(names);
    const tables = await Promise.all(names.map(async (name) => [name, await done(read.objectStore(name).getAll())]));
    db.close();
    // The pages of a day have no order.
    return JSON.stringify(tables, (name, value) =>
      name === "pages" ? value.map((page: object) => JSON.stringify(page)).sort() : value,
    );
  });
}
