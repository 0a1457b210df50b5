import { restoreExactly } from "../backup/restore";
import { type BackupOptions, packTables } from "../backup/write";
import { openCursor } from "../cursor";
import type { Database, StoredDay, StoredSpan, TrackerRecord } from "../database";
import { inOneGo } from "../transaction";
import { addDay, amountOf, type Erased, once } from "./erased";

const DAYS_HELD = 50;

/**
 * Deletes everything, as if newly installed. What there was is held packed, in memory. All or nothing.
 * Rejects with the signal's reason; then nothing was changed.
 */
export async function eraseEverything(db: Database, options: BackupOptions): Promise<Erased> {
  return inOneGo(db, "rw", db.tables, options.signal, async () => {
    const amounts = await countAll(db);
    const before = await db.tracker.get("tracker");
    const packed = await packTables(db, { ...options, isExact: true });
    for (const table of db.tables) await table.clear();
    const undo = () => inOneGo(db, "rw", db.tables, undefined, () => putBack(db, packed, before));
    return { ...amounts, isEverything: true, undo: once(undo) };
  });
}

async function countAll(db: Database): Promise<Omit<Erased, "isEverything" | "undo">> {
  let ms = 0;
  const days = new Set<string>();
  const next = openCursor(db.days, DAYS_HELD);
  for (let stored = await next(); stored.length > 0; stored = await next()) {
    ms += amountOf(stored).ms;
    for (const { day } of stored) days.add(day);
  }
  return { ms, days: days.size, spans: await db.spans.count(), beats: await db.trace.count() };
}

/** What was recorded since everything was deleted. */
interface Since {
  spans: StoredSpan[];
  days: StoredDay[];
  record: TrackerRecord | undefined;
}

async function putBack(db: Database, packed: Blob, before: TrackerRecord | undefined): Promise<void> {
  const [spans, days, record] = await Promise.all([db.spans.toArray(), db.days.toArray(), db.tracker.get("tracker")]);
  const since = later({ spans, days, record }, before);
  await restoreExactly(db, packed);
  for (const day of since.days) await addDay(db, day);
  await db.spans.bulkPut(since.spans);
  const tracked = since.record ?? before;
  if (tracked) await db.tracker.put(tracked, "tracker");
  else await db.tracker.clear();
}

/** The same on the steady clock of the life before: an idle cut-back goes through spans by it. */
function later({ spans, days, record }: Since, before: TrackerRecord | undefined): Since {
  if (!record || !before) return { spans, days, record };
  const by = before.tracker.elapsed + Math.max(0, record.tracker.at - record.tracker.elapsed - before.tracker.at);
  const shift = (span: StoredSpan) => ({ ...span, elapsed: span.elapsed + by });
  const { tracker, open } = record;
  const { elapsed, inputAt } = tracker;
  return {
    spans: spans.map(shift),
    days,
    record: {
      tracker: { ...tracker, elapsed: elapsed + by, inputAt: inputAt === null ? null : inputAt + by },
      open: open && shift(open),
    },
  };
}
