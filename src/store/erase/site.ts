import { openCursor } from "../cursor";
import type { Database, StoredDay, StoredSpan } from "../database";
import { addDay, amountOf, changeTracker, dropEmptyImports, type Erased, letGo, once } from "./erased";

/** Whether a page key is of the site that goes. */
type Matches = (key: string) => boolean;

/**
 * Deletes all time on some pages, of all days and sources, with its spans. Of heartbeats in the trace the page goes: what they tell
 * of the others stays right. All or nothing.
 */
export async function eraseSite(db: Database, matches: Matches): Promise<Erased> {
  const tables = [db.days, db.imports, db.spans, db.trace, db.tracker];
  return db.transaction("rw", tables, async () => {
    const days = await takePages(db, matches);
    const imports = await dropEmptyImports(db, days);
    const spans = await takeSpans(db, matches);
    const pages = await takeTraced(db, matches);
    const putTrackerBack = await changeTracker(db, (record) => {
      const { tracker, open } = matches(record.tracker.key ?? "") ? letGo(record) : record;
      return { tracker, open: open && matches(open.key) ? null : open };
    });
    const undo = () =>
      db.transaction("rw", tables, async () => {
        for (const day of days) await addDay(db, day);
        await db.imports.bulkPut(imports);
        await db.spans.bulkPut(spans);
        await putTracedBack(db, pages);
        await putTrackerBack();
      });
    return { ...amountOf(days), spans: spans.length, beats: pages.size, isEverything: false, undo: once(undo) };
  });
}

/** So many rows are looked at together; a day has as much in it as a hundred spans. */
const ROWS_HELD = 2000;
const DAYS_HELD = 50;

/** Takes pages out of all days. Gives the days with these pages alone. */
async function takePages(db: Database, matches: Matches): Promise<StoredDay[]> {
  const taken: StoredDay[] = [];
  const next = openCursor(db.days, DAYS_HELD);
  for (let days = await next(); days.length > 0; days = await next()) {
    for (const day of days) {
      const pages = day.pages.filter(({ key }) => matches(key));
      if (pages.length === 0) continue;
      taken.push({ ...day, pages });
      const rest = day.pages.filter(({ key }) => !matches(key));
      if (rest.length > 0) await db.days.put({ ...day, pages: rest });
      else await db.days.delete([day.day, day.source]);
    }
  }
  return taken;
}

async function takeSpans(db: Database, matches: Matches): Promise<StoredSpan[]> {
  const taken: StoredSpan[] = [];
  const next = openCursor(db.spans, ROWS_HELD);
  for (let spans = await next(); spans.length > 0; spans = await next()) {
    taken.push(...spans.filter(({ key }) => matches(key)));
  }
  await db.spans.bulkDelete(taken.map(({ id }) => id));
  return taken;
}

/** Takes pages out of heartbeats. Gives them by the heartbeat's id. */
async function takeTraced(db: Database, matches: Matches): Promise<Map<number, string>> {
  const taken = new Map<number, string>();
  const next = openCursor(db.trace, ROWS_HELD);
  for (let beats = await next(); beats.length > 0; beats = await next()) {
    for (const { id, beat } of beats) if (beat.page !== null && matches(beat.page)) taken.set(id, beat.page);
  }
  await setTraced(db, [...taken.keys()], () => null);
  return taken;
}

async function putTracedBack(db: Database, pages: ReadonlyMap<number, string>): Promise<void> {
  await setTraced(db, [...pages.keys()], (id) => pages.get(id) ?? null);
}

async function setTraced(db: Database, ids: number[], pageOf: (id: number) => string | null): Promise<void> {
  const traced = (await db.trace.bulkGet(ids)).filter((one) => one !== undefined);
  await db.trace.bulkPut(traced.map((one) => ({ ...one, beat: { ...one.beat, page: pageOf(one.id) } })));
}
