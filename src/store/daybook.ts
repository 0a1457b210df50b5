import { addRows, type DayRow, splitByHour } from "../attention/day";
import type { Span } from "../attention/span";
import type { Database, Source, StoredDay } from "./database";
import { rowsOf } from "./read";

/** The day records that one transaction changes: each read once, changed in memory, written once. */
export interface Daybook {
  /** Adds a span to its days, or takes it away with the sign −1. */
  enter(span: Pick<Span, "key" | "block" | "start" | "end" | "offset">, sign: 1 | -1): Promise<void>;
  /** Adds the time of a row to its day. */
  add(row: DayRow): Promise<void>;
  /** Writes what was changed; a day without time leaves no record. */
  write(): Promise<void>;
}

export function openDaybook(db: Database): Daybook {
  const opened = new Map<string, Map<string, DayRow>>();

  const open = async (day: string) => {
    const known = opened.get(day);
    if (known) return known;
    const stored = await db.days.get([day, "recorded"]);
    const rows = new Map((stored ? rowsOf(stored) : []).map((row) => [placeOf(row), row]));
    opened.set(day, rows);
    return rows;
  };

  const change = async (by: DayRow, sign: 1 | -1) => {
    const rows = await open(by.day);
    const place = placeOf(by);
    const row = addRows(rows.get(place), by, sign);
    if (row) rows.set(place, row);
    else rows.delete(place);
  };

  return {
    async enter(span, sign) {
      for (const row of splitByHour(span)) await change(row, sign);
    },
    add: (row) => change(row, 1),
    async write() {
      for (const [day, rows] of opened) {
        if (rows.size > 0) await db.days.put(recordOf(day, [...rows.values()]));
        else await db.days.delete([day, "recorded"]);
      }
    },
  };
}

/** A day's rows as they are stored: ordered by key and block, so that the same time is the same record however it was lived. */
export function recordOf(day: string, rows: readonly DayRow[], source: Source = "recorded"): StoredDay {
  const pages = rows.map(({ day: _, ...page }) => page);
  return { day, source, pages: pages.sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1)) };
}

/** What tells the rows of a day apart, in the order in which they are stored. */
function placeOf({ key, block }: Pick<DayRow, "key" | "block">): string {
  return block === undefined ? key : `${key} ${block}`;
}
