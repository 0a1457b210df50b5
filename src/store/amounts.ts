import type { Database } from "./database";

/** How much is stored. */
export interface Amounts {
  spans: number;
  /** Local days with a record, recorded or imported. */
  days: number;
  /** The first local day with a record, or null. */
  firstDay: string | null;
  /** Heartbeats of the trace that is recorded, or was last. */
  traceBeats: number;
}

export async function readAmounts(db: Database): Promise<Amounts> {
  const [spans, days, first, traceBeats] = await Promise.all([
    db.spans.count(),
    countDays(db),
    db.days.orderBy("[day+source]").first(),
    db.trace.count(),
  ]);
  return { spans, days, firstDay: first?.day ?? null, traceBeats };
}

/** How many local days have a record. Only imports can give one more than one: then the keys are read. */
async function countDays(db: Database): Promise<number> {
  if ((await db.imports.count()) === 0) return db.days.count();
  const keys = await db.days.toCollection().primaryKeys();
  return new Set(keys.map(([day]) => day)).size;
}
