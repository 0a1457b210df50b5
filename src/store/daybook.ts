import { addRows, type DayRow, splitByHour } from "../attention/day";
import type { Span } from "../attention/span";
import type { Database, Source, StoredDay } from "./database";
import { rowsOf } from "./read";

/** The day records that one transaction changes: each read once, changed in memory, written once. */
export interface Daybook {
  /** Reads a day before it is changed: where there is something else to wait for, too. */
  open(day: string): Promise<unknown>;
  /** Adds a span to its days, or takes it away with the sign −1. */
  enter(span: Pick<Span, "key" | "block" | "start" | "end" | "offset">, sign: 1 | -1): Promise<void>;
  /** Adds the time of a row to its day. */
  add(row: DayRow): Promise<void>;
  /** Writes what was changed, and resolves with it; a day without time leaves no record. */
  write(): Promise<StoredDay[]>;
}

interface OpenDay {
  rows: Map<string, DayRow>;
  isChanged: boolean;
}

export function openDaybook(db: Database): Daybook {
  const opened = new Map<string, OpenDay>();

  const open = async (day: string) => {
    const known = opened.get(day);
    if (known) return known;
    const stored = await db.days.get([day, "recorded"]);
    const rows = new Map((stored ? rowsOf(stored) : []).map((row) => [placeOf(row), row]));
    const one = { rows, isChanged: false };
    opened.set(day, one);
    return one;
  };

  const change = async (by: DayRow, sign: 1 | -1) => {
    const one = await open(by.day);
    const { rows } = one;
    one.isChanged = true;
    const place = placeOf(by);
    const row = addRows(rows.get(place), by, sign);
    if (row) rows.set(place, row);
    else rows.delete(place);
  };

  const put = (record: StoredDay) =>
    record.pages.length > 0 ? db.days.put(record) : db.days.delete([record.day, record.source]);

  return {
    open,
    async enter(span, sign) {
      for (const row of splitByHour(span)) await change(row, sign);
    },
    add: (row) => change(row, 1),
    async write() {
      const changed = [...opened].filter(([, { isChanged }]) => isChanged);
      const records = changed.map(([day, { rows }]) => recordOf(day, [...rows.values()]));
      for (const record of records) await put(record);
      return records;
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
