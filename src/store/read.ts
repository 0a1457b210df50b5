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
    return { days: chooseDays(days).flatMap(rowsOf), ...read, blocks: blocks.reverse() };
  });
}

/**
 * One record for each local day, in the order of their days: what was recorded here, else what was imported last. Records of a day
 * are never added up: they tell of the same hours.
 */
export function chooseDays(stored: readonly StoredDay[]): readonly StoredDay[] {
  if (stored.every(isRecorded)) return stored;
  const chosen = new Map<string, StoredDay>();
  for (const one of stored) {
    const other = chosen.get(one.day);
    if (!other || rankOf(one) > rankOf(other)) chosen.set(one.day, one);
  }
  return [...chosen.values()];
}

/** Whether a day's record was recorded here. */
export function isRecorded({ source }: Pick<StoredDay, "source">): boolean {
  return source === "recorded";
}

/** What was recorded comes first, unless it is nothing; then imports, the last first. */
function rankOf(stored: StoredDay): number {
  if (isRecorded(stored)) return stored.pages.length > 0 ? Number.POSITIVE_INFINITY : -1;
  return Number(stored.source.slice("import:".length));
}

/** A stored day as rows. */
export function rowsOf({ day, pages }: StoredDay): DayRow[] {
  return pages.map((page) => ({ day, ...page }));
}

/** No local clock is further ahead of UTC, or behind: a backup with such a one is refused. */
export const FURTHEST_OFFSET_MS = 16 * 3_600_000;

/** The spans that began on the local days from one to another, both included, in the order of their start. */
export async function readSpans(db: Database, first: string, last: string): Promise<StoredSpan[]> {
  const from = Date.parse(first) - FURTHEST_OFFSET_MS;
  const before = Date.parse(addDays(last, 1)) + FURTHEST_OFFSET_MS;
  const spans = await db.spans.where("start").between(from, before).toArray();
  return spans.filter(({ start, offset }) => localDay(start, offset) >= first && localDay(start, offset) <= last);
}
