import { localDay } from "../attention/day";
import type { Span } from "../attention/span";
import type { Database } from "./database";
import { readSpans } from "./read";

/**
 * Lets go of the spans of all days before `firstKept`, a local day. Of each such day the longest stretch of building stays as a
 * number; day rows are not touched. A day goes whole or not at all, and what is interrupted goes on at the next call.
 * `longest` gives the milliseconds of the longest stretch among a day's spans.
 */
export async function thinSpans(
  db: Database,
  firstKept: string,
  longest: (spans: readonly Span[]) => number,
): Promise<void> {
  for (;;) {
    const oldest = await db.spans.orderBy("start").first();
    const day = oldest && localDay(oldest.start, oldest.offset);
    if (day === undefined || day >= firstKept) return;
    await db.transaction("rw", [db.spans, db.stretches], async () => {
      const spans = await readSpans(db, day, day);
      await db.stretches.put({ day, longestBuildMs: longest(spans) });
      await db.spans.bulkDelete(spans.map(({ id }) => id));
    });
  }
}
