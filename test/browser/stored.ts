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
