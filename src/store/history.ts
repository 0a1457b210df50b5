import type { DayRow } from "../attention/day";
import type { Block } from "../trap/block";
import type { Database, StoredDay } from "./database";
import { chooseDays, rowsOf } from "./read";
import { type ReadSettings, readSettings } from "./settings";

/** What days of all years are judged by, beside the catalog. */
export interface Judging extends ReadSettings {
  /** Every block there is, the oldest first. */
  blocks: Block[];
}

/** Settings and blocks of one instant. */
export async function readJudging(db: Database): Promise<Judging> {
  return db.transaction("r", [db.settings, db.blocks], async () => {
    const [read, blocks] = await Promise.all([readSettings(db), db.blocks.orderBy("id").toArray()]);
    return { ...read, blocks };
  });
}

export interface HistoryRequest {
  /** The first local day that is asked for; absent: the first of all. */
  from?: string;
  /** The days from this one on come first, together: the first picture is made of them alone. Absent: the last `CHUNK_DAYS`. */
  firstFrom?: string;
  /**
   * Takes the rows of some whole days, in order; `first` is the local day from which on everything is known with them; empty: there
   * is nothing before them.
   */
  onDays(rows: DayRow[], first: string): void | Promise<void>;
  /** Ends the reading. */
  signal?: AbortSignal;
}

/** So many days are read and judged in about 15 ms: well below what a person feels, even on a slow machine. */
const CHUNK_DAYS = 60;

/**
 * Reads day records from the newest to the oldest, some days at a time, each lot in a transaction of its own, and lets everything
 * else have its turn in between. Resolves with whether it came to the end: not when the signal ended it. Rejects with why the store
 * cannot be read.
 */
export async function readHistory(db: Database, request: HistoryRequest): Promise<boolean> {
  const { from, firstFrom, onDays, signal } = request;
  const tell = async (stored: StoredDay[], first: string) => {
    if (signal?.aborted) return;
    await onDays(chooseDays(stored).flatMap(rowsOf), first);
    await nextTurn();
  };
  if (firstFrom !== undefined) {
    // Which days there are before them can wait until they are seen; whether there are any cannot.
    const [stored, before] = await Promise.all([daysBetween(db, firstFrom, "\uffff"), dayBefore(db, firstFrom)]);
    if (before === undefined) {
      if (stored.length > 0) await tell(stored, from ?? "");
      return !signal?.aborted;
    }
    await tell(stored, firstFrom);
  }
  const days = (await daysStored(db, from)).filter((day) => firstFrom === undefined || day < firstFrom);
  for (let before = days.length; before > 0 && !signal?.aborted; before -= CHUNK_DAYS) {
    const at = Math.max(0, before - CHUNK_DAYS);
    const [first, last] = [days[at], days[before - 1]];
    if (first === undefined || last === undefined) break;
    // The newest day may have begun since the days were looked up.
    const isNewest = before === days.length && firstFrom === undefined;
    await tell(await daysBetween(db, first, isNewest ? "\uffff" : last), at === 0 ? (from ?? "") : first);
  }
  return !signal?.aborted;
}

/** A day with a record before a local day; undefined where there is none. */
function dayBefore(db: Database, day: string): Promise<StoredDay | undefined> {
  return db.days.where("[day+source]").below([day]).first();
}

/** The local days with records, the oldest first. */
async function daysStored(db: Database, from: string | undefined): Promise<string[]> {
  const wanted =
    from === undefined ? db.days.orderBy("[day+source]") : db.days.where("[day+source]").aboveOrEqual([from]);
  const keys = await wanted.primaryKeys();
  return [...new Set(keys.map(([day]) => day))];
}

function daysBetween(db: Database, first: string, last: string): Promise<StoredDay[]> {
  return db.days
    .where("[day+source]")
    .between([first], [`${last}\uffff`])
    .toArray();
}

/** A task of its own for what comes next. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
