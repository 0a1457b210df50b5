import { addRows, type DayRow, rowMs } from "../../attention/day";
import type { Database, Import, Source, StoredDay, TrackerRecord } from "../database";
import { recordOf } from "../daybook";
import { rowsOf } from "../read";

/** What was deleted. It is held in memory until nobody can undo it any more. */
export interface Erased {
  /** Milliseconds of attention, of all sources. */
  ms: number;
  /** Local days on which something of it was. */
  days: number;
  spans: number;
  /** Heartbeats of the trace. */
  beats: number;
  isEverything: boolean;
  /** Puts it back as it was, beside what was recorded since. Once; again does nothing. */
  undo(): Promise<void>;
}

/** The part of what was deleted that is told. */
export function amountOf(days: readonly StoredDay[]): Pick<Erased, "ms" | "days"> {
  const ms = days.flatMap(rowsOf).reduce((sum, row) => sum + rowMs(row), 0);
  return { ms, days: new Set(days.map(({ day }) => day)).size };
}

/** Adds the time of a day to what is stored of it by now, in a transaction that is under way. */
export async function addDay(db: Database, { day, source, pages }: StoredDay): Promise<void> {
  const stored = await db.days.get([day, source]);
  const rows = new Map((stored ? rowsOf(stored) : []).map((row) => [placeOf(row), row]));
  for (const change of rowsOf({ day, source, pages })) {
    const row = addRows(rows.get(placeOf(change)), change, 1);
    if (row) rows.set(placeOf(change), row);
  }
  await db.days.put(recordOf(day, [...rows.values()], source));
}

function placeOf({ key, block }: DayRow): string {
  return JSON.stringify([key, block]);
}

/** Drops imports of which nothing is left, in a transaction that is under way. `days` are those that went. Gives what was dropped. */
export async function dropEmptyImports(db: Database, days: readonly StoredDay[]): Promise<Import[]> {
  const sources = new Set(days.map(({ source }) => source));
  const dropped: Import[] = [];
  for (const one of await db.imports.toArray()) {
    const source: Source = `import:${one.id}`;
    if (!sources.has(source)) continue;
    const left = db.days.where("[day+source]").between([one.first], [`${one.last}\uffff`]);
    if (!(await left.primaryKeys()).some(([, other]) => other === source)) dropped.push(one);
  }
  await db.imports.bulkDelete(dropped.map(({ id }) => id));
  return dropped;
}

/** Changes what the recorder knows, in a transaction that is under way. Gives what puts it back, if nothing was recorded since. */
export async function changeTracker(
  db: Database,
  change: (record: TrackerRecord) => TrackerRecord,
): Promise<() => Promise<void>> {
  const before = await db.tracker.get("tracker");
  if (!before) return async () => {};
  const left = change(before);
  await db.tracker.put(left, "tracker");
  return async () => {
    const now = await db.tracker.get("tracker");
    if (JSON.stringify(now) === JSON.stringify(left)) await db.tracker.put(before, "tracker");
  };
}

/** What held the attention does so no more: nothing is counted before the next heartbeat tells what does. */
export function letGo({ tracker, open }: TrackerRecord): TrackerRecord {
  return { tracker: { ...tracker, key: null, audible: false }, open };
}

/** Does something the first time that it is called. */
export function once(act: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => {
    done ??= act();
    return done;
  };
}
