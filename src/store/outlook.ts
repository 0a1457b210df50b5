import { addDays, type DayRow } from "../attention/day";
import type { Catalog } from "../catalog/classify";
import { SITUATION_DAYS, type Situation, situationOf } from "../trap/situation";
import { standardsOf } from "../trap/standards";
import { longestStretch } from "../trap/stretch";
import { addUp } from "../trap/totals";
import { firstDay } from "../trap/window";
import type { Database, StoredDay, StoredSpan } from "./database";
import { readTold, type Told } from "./facts";
import { chooseDays, isRecorded, type Reading, readDays, readSpans, rowsOf } from "./read";

/** All that the meter, the signs and the moves are judged by, of one local day. */
export interface Outlooking extends Reading, Told {
  today: string;
  /** The verdict's spans. */
  spans: StoredSpan[];
  /** The rows of the first days of all. */
  firstRows: DayRow[];
}

/** So many days from the first are looked through for building: as good as always it is the first of them. */
const FIRST_DAYS = 5;

export async function readOutlook(db: Database, today: string): Promise<Outlooking> {
  const [reading, told, spans, first] = await Promise.all([
    readDays(db, addDays(today, 1 - SITUATION_DAYS), today),
    readTold(db),
    readSpans(db, firstDay("14", today), today),
    readFirstDays(db),
  ]);
  return { ...reading, ...told, today, spans, firstRows: first.flatMap(rowsOf) };
}

/** The first days of all. */
async function readFirstDays(db: Database): Promise<readonly StoredDay[]> {
  const first = (count: number) => db.days.orderBy("[day+source]").limit(count).toArray();
  const days = await first(FIRST_DAYS);
  if (days.every(isRecorded)) return days;
  // A day has at most one record of each import's, and one of ours.
  return chooseDays(await first(FIRST_DAYS * (1 + (await db.imports.count())))).slice(0, FIRST_DAYS);
}

/** Every page key whose judgement that takes. */
export function keysIn({ days, firstRows }: Outlooking): string[] {
  return [...new Set([...days, ...firstRows].map(({ key }) => key))];
}

/** The situation at an instant, as the catalog judges what was read. */
export function situationIn(
  { today, days, firstRows, spans, settings, blocks, facts }: Outlooking,
  catalog: Pick<Catalog, "classifyKey" | "channels">,
  now: number,
): Situation {
  const standards = standardsOf(settings, blocks, catalog);
  const firstBuilding = addUp([...firstRows, ...days], standards).days.find(({ buildMs }) => buildMs > 0);
  return situationOf({
    today,
    now,
    rows: days,
    standards,
    longestBuild: longestStretch(spans, standards),
    firstBuildDay: firstBuilding?.day ?? null,
    facts,
    blocks,
    projects: settings.projects,
  });
}
