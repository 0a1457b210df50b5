import { addDays, localDay } from "../../attention/day";
import type { Rows } from "../backup/tables";
import { BEFORE_CLOCK } from "../clock";
import { openCursor } from "../cursor";
import type { Database, StoredSpan, TrackerRecord } from "../database";
import { FURTHEST_OFFSET_MS } from "../read";
import { addDay, amountOf, changeTracker, dropEmptyImports, type Erased, letGo, once } from "./erased";

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const ROWS_HELD = 2000;

/** A span that reaches into the days which go, and what is left of it before them and after. */
interface Cut {
  whole: StoredSpan;
  before: StoredSpan | null;
  after: StoredSpan | null;
}

/**
 * Deletes all time of the local days from the first to the last, both included: of all sources, with its spans, stretches and
 * heartbeats in the trace. Spans are cut at midnight. All or nothing.
 */
export async function eraseDays(db: Database, first: string, last: string): Promise<Erased> {
  const tables = [db.days, db.imports, db.spans, db.stretches, db.trace, db.tracker];
  const isIn = (day: string) => day >= first && day <= last;
  return db.transaction("rw", tables, async () => {
    const someDays = db.days.where("[day+source]").between([first], [`${last}\uffff`]);
    const days = await someDays.toArray();
    await someDays.delete();
    const imports = await dropEmptyImports(db, days);
    const someStretches = db.stretches.where("day").between(first, last, true, true);
    const stretches = await someStretches.toArray();
    await someStretches.delete();
    const beats = await takeBeats(db, isIn);
    const cuts = await cutSpans(db, first, last);
    const putTrackerBack = await changeTracker(db, (record) => afterCuts(record, cuts, isIn));
    const undo = () =>
      db.transaction("rw", tables, async () => {
        for (const day of days) await addDay(db, day);
        await db.imports.bulkPut(imports);
        await db.trace.bulkPut(beats);
        for (const stretch of stretches) if (!(await db.stretches.get(stretch.day))) await db.stretches.put(stretch);
        // Before the spans: it is compared with how it was left.
        await putTrackerBack();
        await mend(db, cuts);
      });
    return { ...amountOf(days), spans: cuts.length, beats: beats.length, isEverything: false, undo: once(undo) };
  });
}

async function takeBeats(db: Database, isIn: (day: string) => boolean): Promise<Rows["trace"][]> {
  const taken: Rows["trace"][] = [];
  const next = openCursor(db.trace, ROWS_HELD);
  for (let rows = await next(); rows.length > 0; rows = await next()) {
    taken.push(...rows.filter(({ beat }) => isIn(localDay(beat.at, beat.offset))));
  }
  await db.trace.bulkDelete(taken.map(({ id }) => id));
  return taken;
}

/** The longest that a span could have run before the first day. */
const LONGEST_SPAN_MS = 31 * DAY_MS;

/** Cuts the days out of all spans. */
async function cutSpans(db: Database, first: string, last: string): Promise<Cut[]> {
  const from = Date.parse(first);
  const until = Date.parse(addDays(last, 1));
  const spans = await db.spans
    .where("start")
    .between(from - FURTHEST_OFFSET_MS - LONGEST_SPAN_MS, until + FURTHEST_OFFSET_MS)
    .toArray();
  // A part before has to lie below all that are stored, where no idle cut-back reaches it.
  let lowest = (await db.spans.orderBy("id").first())?.id ?? 0;
  const cuts = spans.flatMap((whole): Cut[] => {
    const shift = whole.offset * MINUTE_MS;
    const [begins, ends] = [from - shift, until - shift];
    if (whole.end <= begins || whole.start >= ends) return [];
    const after = whole.end > ends ? { ...whole, start: ends } : null;
    const before = whole.start < begins ? shorten(whole, begins) : null;
    if (!before || !after) return [{ whole, before, after }];
    lowest -= 1;
    return [{ whole, before: { ...before, id: lowest, elapsed: BEFORE_CLOCK }, after }];
  });
  await db.spans.bulkDelete(cuts.map(({ whole }) => whole.id));
  await db.spans.bulkPut(cuts.flatMap(({ before, after }) => [before, after]).filter((span) => span !== null));
  return cuts;
}

/** What the recorder knows when the days are gone: it goes on with what is left of its span, and counts nothing of a time that went. */
function afterCuts(record: TrackerRecord, cuts: readonly Cut[], isIn: (day: string) => boolean): TrackerRecord {
  const cut = cuts.find(({ whole }) => whole.id === record.open?.id);
  const { tracker, open } = isIn(localDay(record.tracker.at, record.tracker.offset)) ? letGo(record) : record;
  return { tracker, open: cut ? cut.after : open };
}

/** Puts the parts that went back to where they were; what was left after them may have gone on, or gone. */
async function mend(db: Database, cuts: readonly Cut[]): Promise<void> {
  const record = await db.tracker.get("tracker");
  for (const { whole, before, after } of cuts) {
    const now = after && (await db.spans.get(after.id));
    if (before) await db.spans.delete(before.id);
    const mended = now ? { ...now, start: whole.start } : shorten(whole, after?.start ?? whole.end);
    await db.spans.put(mended);
    if (now && record?.open?.id === now.id) await db.tracker.put({ ...record, open: mended }, "tracker");
  }
}

function shorten(span: StoredSpan, end: number): StoredSpan {
  return { ...span, end, elapsed: span.elapsed - (span.end - end) };
}
