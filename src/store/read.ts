import { liveQuery, type Subscription } from "dexie";
import { addDays, type DayRow, localDay } from "../attention/day";
import type { Block } from "../trap/block";
import type { Database, StoredDay, StoredSpan } from "./database";
import { type ReadSettings, readSettings } from "./settings";

/** What a reader of some days sees of the store, all of one instant. */
export interface Reading extends ReadSettings {
  days: DayRow[];
  /** The newest blocks, the oldest of them first. */
  blocks: Block[];
}

/** Blocks beyond these are older than any window that is judged: a day has a handful. */
const NEWEST_BLOCKS = 300;

/** The day rows from one local day to another, both included, with the settings that judge them. */
export async function readDays(db: Database, first: string, last: string): Promise<Reading> {
  return db.transaction("r", [db.days, db.settings, db.blocks], async () => {
    const [days, read, blocks] = await Promise.all([
      db.days
        .where("[day+source]")
        .between([first], [`${last}\uffff`])
        .toArray(),
      readSettings(db),
      db.blocks.orderBy("id").reverse().limit(NEWEST_BLOCKS).toArray(),
    ]);
    return { days: days.flatMap(rowsOf), ...read, blocks: blocks.reverse() };
  });
}

/** A stored day as rows. */
export function rowsOf({ day, pages }: StoredDay): DayRow[] {
  return pages.map((page) => ({ day, ...page }));
}

/** The furthest that a local clock is ahead of UTC, or behind. */
const FURTHEST_OFFSET_MS = 14 * 3_600_000;

/** The spans that began on the local days from one to another, both included, in the order of their start. */
export async function readSpans(db: Database, first: string, last: string): Promise<StoredSpan[]> {
  const from = Date.parse(first) - FURTHEST_OFFSET_MS;
  const before = Date.parse(addDays(last, 1)) + FURTHEST_OFFSET_MS;
  const spans = await db.spans.where("start").between(from, before).toArray();
  return spans.filter(({ start, offset }) => localDay(start, offset) >= first && localDay(start, offset) <= last);
}

/** Runs the query now and after every change, in whatever context, of what it read. */
export function watch<T>(
  query: () => Promise<T>,
  onValue: (value: T) => void,
  onError: (error: unknown) => void,
): Subscription {
  return liveQuery(query).subscribe({ next: onValue, error: onError });
}

/** How soon a store that could not be read is tried again. */
const RETRY_MS = 2000;

/** Watches on after an error, too: a store that could not be read is tried again until it can. */
export function follow<T>(
  query: () => Promise<T>,
  onValue: (value: T) => void,
  onError: (error: unknown) => void,
): void {
  const subscription = watch(query, onValue, (error) => {
    console.error("The store cannot be read:", error);
    subscription.unsubscribe();
    onError(error);
    setTimeout(() => follow(query, onValue, onError), RETRY_MS);
  });
}

/** How much is stored. */
export interface Amounts {
  spans: number;
  days: number;
  /** The first local day with a record, or null. */
  firstDay: string | null;
  /** Heartbeats of the trace that is recorded, or was last. */
  traceBeats: number;
}

export async function readAmounts(db: Database): Promise<Amounts> {
  const [spans, days, first, traceBeats] = await Promise.all([
    db.spans.count(),
    db.days.count(),
    db.days.orderBy("[day+source]").first(),
    db.trace.count(),
  ]);
  return { spans, days, firstDay: first?.day ?? null, traceBeats };
}
