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
  /** How many recorded days come first, together: the first picture is made of them alone. Default `CHUNK_DAYS`. */
  firstDays?: number;
  /**
   * Takes the rows of some whole days, in order; `first` is the local day from which on everything is known with them; empty: there
   * is nothing before them.
   */
  onDays(rows: DayRow[], first: string): void;
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
  const { from, firstDays = CHUNK_DAYS, onDays, signal } = request;
  const days = await daysStored(db, from);
  for (let before = days.length, length = firstDays; before > 0; before -= length, length = CHUNK_DAYS) {
    const at = Math.max(0, before - length);
    const [first, last] = [days[at], days[before - 1]];
    if (first === undefined || last === undefined || signal?.aborted) break;
    // The newest day may have begun since the days were looked up.
    const stored = await daysBetween(db, first, before === days.length ? "\uffff" : last);
    if (signal?.aborted) break;
    onDays(chooseDays(stored).flatMap(rowsOf), at === 0 ? (from ?? "") : first);
    await nextTurn();
  }
  return !signal?.aborted;
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
