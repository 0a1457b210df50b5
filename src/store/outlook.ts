import { addDays } from "../attention/day";
import type { Catalog } from "../catalog/classify";
import { type Situation, SITUATION_DAYS, situationOf } from "../trap/situation";
import { type Standards, standardsOf } from "../trap/standards";
import { longestStretch } from "../trap/stretch";
import { addUp } from "../trap/totals";
import { firstDay } from "../trap/window";
import type { Database } from "./database";
import { readTold, type Told } from "./facts";
import { type Reading, readDays, readSpans, rowsOf } from "./read";
import type { Settings } from "./settings";

/** All that the popup tells of, as it is stored now. */
export interface Outlooking extends Reading, Told {
  catalog: Catalog;
  situation: Situation;
}

/** Reads what the meter, the signs and the moves are judged by. `catalogOf` gives the catalog that holds under some settings. */
export async function readSituation(
  db: Database,
  catalogOf: (settings: Settings) => Promise<Catalog>,
  { today, now }: { today: string; now: number },
): Promise<Outlooking> {
  const [reading, told, spans] = await Promise.all([
    readDays(db, addDays(today, 1 - SITUATION_DAYS), today),
    readTold(db),
    readSpans(db, firstDay("14", today), today),
  ]);
  const { days, settings, blocks } = reading;
  const catalog = await catalogOf(settings);
  const standards = standardsOf(settings, blocks, catalog);
  const situation = situationOf({
    today,
    now,
    rows: days,
    standards,
    longestBuild: longestStretch(spans, standards),
    firstBuildDay: await readFirstBuildDay(db, standards),
    facts: told.facts,
    blocks,
    projects: settings.projects,
  });
  return { ...reading, ...told, catalog, situation };
}

/** The first local day with building; null when there is none. As good as always the first day of all. */
async function readFirstBuildDay(db: Database, standards: Standards): Promise<string | null> {
  const found = await db.days
    .orderBy("[day+source]")
    .filter((stored) => addUp(rowsOf(stored), standards).buildMs > 0)
    .first();
  return found?.day ?? null;
}
