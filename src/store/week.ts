import { addDays, localDay } from "../attention/day";
import type { Catalog } from "../catalog/classify";
import { outlookOf, weekSigns } from "../trap/outlook";
import { standardsOf } from "../trap/standards";
import { summarize, type Week, type WeekDays } from "../trap/week";
import type { Database } from "./database";
import { keysIn, readOutlook, situationIn } from "./outlook";

/** A suggestion is for the week to come: of weeks before the last one it would be of no use. */
const SUGGESTED_FOR_DAYS = 7;

/**
 * Reads a week as it is judged today, its signs as of its last day, or of today where it is not over. `judge` gives what is known of
 * some page keys; `now` is epoch milliseconds, `today` its local day.
 */
export async function readWeek(
  db: Database,
  judge: (keys: string[]) => Promise<Pick<Catalog, "classifyKey" | "channels">>,
  week: WeekDays,
  now: number,
  today: string,
): Promise<Week> {
  const asOf = week.end < today ? week.end : today;
  const read = await readOutlook(db, asOf);
  const known = {
    ...read,
    facts: read.facts.filter(({ day }) => day <= asOf),
    dismissals: read.dismissals.filter(({ day }) => day <= asOf),
  };
  const catalog = await judge(keysIn(known));
  const situation = situationIn(known, catalog, asOf === today ? now : endOf(asOf));
  const isRecent = asOf >= addDays(today, -SUGGESTED_FOR_DAYS);
  const [offer] = isRecent ? outlookOf(situation, known.dismissals, {}).offers : [];
  const summary = summarize(week, {
    rows: known.days,
    spans: known.spans.filter(({ start, offset }) => localDay(start, offset) >= week.start),
    standards: standardsOf(known.settings, known.blocks, catalog),
    signs: weekSigns(situation, known.dismissals),
    blocks: situation.blocks,
    facts: known.facts,
    move: offer?.title ?? null,
    today,
    now,
  });
  const thinned = await db.stretches.where("day").between(week.start, week.end, true, true).toArray();
  const longest = thinned.map(({ longestBuildMs }) => longestBuildMs);
  return { ...summary, longestBuildMs: Math.max(summary.longestBuildMs, ...longest) };
}

/** The last instant of a local day by this machine's clock, epoch milliseconds. */
function endOf(day: string): number {
  return new Date(`${addDays(day, 1)}T00:00`).getTime() - 1;
}
