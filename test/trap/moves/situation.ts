import { addDays } from "../../../src/attention/day";
import type { Category } from "../../../src/catalog/channels";
import type { BlockTime } from "../../../src/trap/block";
import type { NumberFact, NumberKind } from "../../../src/trap/facts";
import type { Meter } from "../../../src/trap/meter";
import type { Move } from "../../../src/trap/moves/move";
import type { Situation } from "../../../src/trap/situation";
import type { SiteTime, Totals } from "../../../src/trap/totals";
import { HOUR, MINUTE } from "../draw";

const DAY = 24 * HOUR;

/** A Monday, at noon UTC. */
export const TODAY = "2026-03-16";

/** A move like the others, but for what is said of it. */
export function moveOf(more: Partial<Move> = {}): Move {
  return {
    id: "a-move",
    title: "Make a move",
    why: "Because.",
    how: "Begin.",
    url: "https://example.com/",
    minutes: 30,
    stage: "any",
    channel: "outreach",
    source: { name: "A book", url: "https://example.org/" },
    ...more,
  };
}

/** Minutes on a site, as `[site, channel, minutes, category]`; distribution unless said. */
export type Visit = [site: string, channel: string, minutes: number, category?: Category];

export interface Story extends Partial<Pick<Situation, "facts" | "blocks" | "firstBuildDay">> {
  visits?: Visit[];
  /** How many days later than `TODAY` it is. */
  later?: number;
}

/** The situation of a story at noon; one with no visits, facts and blocks is a new user's. */
export function situationOf({ visits = [], later = 0, facts = [], blocks = [], firstBuildDay = null }: Story = {}) {
  const today = addDays(TODAY, later);
  const situation: Situation = {
    today,
    now: Date.parse(`${today}T12:00:00Z`),
    target: 0.5,
    totals: totalsOf(visits),
    meter,
    longestBuild: null,
    firstBuildDay,
    facts,
    blocks,
    projects: [],
  };
  return situation;
}

/** Moves are not ranked by the verdict. */
const meter: Meter = {
  zone: "not-enough-data",
  share: null,
  buildMs: 0,
  distributionMs: 0,
  gapMs: 0,
  onlyWatching: false,
  mostlyDistributing: false,
  target: 0.5,
  missing: { ms: 0, days: 0, otherApps: false },
};

function totalsOf(visits: readonly Visit[]): Totals {
  const sites = visits.map(
    ([site, channel, minutes, category = "distribution"]): SiteTime => ({
      site,
      channel,
      category,
      label: channel,
      ms: minutes * MINUTE,
    }),
  );
  sites.sort((a, b) => b.ms - a.ms);
  const sum = (some: readonly SiteTime[]) => some.reduce((total, { ms }) => total + ms, 0);
  const spentOn = (wanted: Category) => sites.filter(({ category }) => category === wanted);
  const partOf = (wanted: string) => sum(spentOn("distribution").filter(({ channel }) => channel === wanted));
  const distributionMs = sum(spentOn("distribution"));
  const [feedsMs, analyticsMs] = [partOf("feeds"), partOf("analytics")];
  return {
    buildMs: sum(spentOn("build")),
    distributionMs,
    neutralMs: sum(spentOn("neutral")),
    otherAppsMs: 0,
    factoryMs: 0,
    feedsMs,
    analyticsMs,
    reachingOutMs: distributionMs - feedsMs - analyticsMs,
    declaredMs: 0,
    blocks: [],
    channels: sites,
    sites,
    days: [],
  };
}

interface BlockStory extends Partial<BlockTime> {
  /** How many days ago it was started; null when it was not. */
  ago?: number | null;
  /** For how many days ago it was planned; below 0 is ahead. */
  plannedAgo?: number;
}

/** A block at eight o'clock, of which as much was spent as was meant. */
export function blockOf(
  move: Pick<Move, "id" | "channel">,
  { ago = null, plannedAgo, ...more }: BlockStory,
): BlockTime {
  const at = (days: number) => Date.parse(`${TODAY}T08:00:00Z`) - days * DAY;
  const from = ago === null ? null : at(ago);
  return {
    id: 1,
    move: move.id,
    title: "A move",
    channel: move.channel,
    project: null,
    minutes: 30,
    plan: plannedAgo === undefined ? null : { when: "I wake", at: at(plannedAgo), day: addDays(TODAY, -plannedAgo) },
    moved: 0,
    from,
    day: ago === null ? null : addDays(TODAY, -ago),
    until: from === null ? null : from + 30 * MINUTE,
    outcome: null,
    ms: from === null ? 0 : 30 * MINUTE,
    ...more,
  };
}

/** A number that was told so many days ago, at noon. */
export function told(kind: NumberKind, value: number, ago = 0, project: string | null = null): NumberFact {
  return { kind, value, at: Date.parse(`${TODAY}T12:00:00Z`) - ago * DAY, day: addDays(TODAY, -ago), project };
}
