import { addDays, type DayRow } from "../attention/day";
import type { Block, BlockTime } from "./block";
import type { Fact } from "./facts";
import { type Meter, readMeter } from "./meter";
import { isOfProject, type Project } from "./project";
import type { Standards } from "./standards";
import type { Stretch } from "./stretch";
import { addUp, type Totals } from "./totals";
import { rowsWithin } from "./window";

/** A project that the user has declared, with its time in the 28 days that end today, milliseconds. */
export interface ProjectTime {
  id: string;
  name: string;
  /** Given up for now: nothing is expected of it. */
  isParked: boolean;
  buildMs: number;
  /** Present and declared time of its blocks. */
  blockMs: number;
}

/** All that warning signs and moves are judged by, as it is now. */
export interface Situation {
  /** Today's local day. */
  today: string;
  /** Epoch milliseconds. */
  now: number;
  /** The share of distribution that the user aims at, 0.2–0.6. */
  target: number;
  /** The 14 local days that end today. */
  totals: Totals;
  meter: Meter;
  /** The longest stretch of building in these days, and the day that it began on; null when there was none. */
  longestBuild: Stretch | null;
  /** The first local day with building that is known; null when there is none. */
  firstBuildDay: string | null;
  facts: readonly Fact[];
  /** Every block that was planned for or started in the last 28 days, those planned for later, and every launch that was made. */
  blocks: readonly BlockTime[];
  projects: readonly ProjectTime[];
}

/** Slop is judged over so many days: three projects are not started in two weeks. */
export const SITUATION_DAYS = 28;

/** What a situation is made from. */
export interface SituationSources {
  today: string;
  now: number;
  /** Rows of at least the last `SITUATION_DAYS` days. */
  rows: readonly DayRow[];
  standards: Standards;
  longestBuild: Stretch | null;
  firstBuildDay: string | null;
  facts: readonly Fact[];
  blocks: readonly Block[];
  projects: readonly Project[];
}

export function situationOf(sources: SituationSources): Situation {
  const { today, now, standards, longestBuild, firstBuildDay, facts } = sources;
  const first = addDays(today, 1 - SITUATION_DAYS);
  const rows = sources.rows.filter(({ day }) => day >= first && day <= today);
  const totals = addUp(rowsWithin(rows, "14", today), standards);
  const spent = new Map(addUp(rows, standards).blocks.map(({ id, ms }) => [id, ms]));
  const blocks = sources.blocks
    .filter(({ day, plan, channel, outcome }) => (day ?? plan?.day ?? "") >= first || (channel === "launch" && outcome))
    .map((block) => ({ ...block, ms: spent.get(block.id) ?? 0 }));
  const projects = sources.projects.map((project) => ({
    id: project.id,
    name: project.name,
    isParked: project.isParked,
    buildMs: addUp(
      rows.filter(({ key }) => isOfProject(project, key)),
      standards,
    ).buildMs,
    blockMs: blocks.filter((block) => block.project === project.id).reduce((sum, { ms }) => sum + ms, 0),
  }));
  const { target } = standards.preferences;
  const meter = readMeter(totals, standards.preferences);
  return { today, now, target, totals, meter, longestBuild, firstBuildDay, facts, blocks, projects };
}
