import { type DayRow, daysFrom } from "../attention/day";
import type { Span } from "../attention/span";
import { say, sayCount } from "../texts/say";
import { type Block, type BlockState, type BlockTime, stateOf } from "./block";
import type { Fact } from "./facts";
import { readMeter, type Zone } from "./meter";
import type { Preferences, Standards } from "./standards";
import { longestStretch } from "./stretch";
import { addUp, type ChannelTime, compareText, type DayTime, noTime, type SiteTime, type Totals } from "./totals";
import { type WeekDays, weekBefore } from "./weekdays";
import { formatShare, wholePercent } from "./words";

export { type WeekDays, weekOf } from "./weekdays";

export type WeekTotals = Pick<
  Totals,
  "buildMs" | "distributionMs" | "neutralMs" | "otherAppsMs" | "feedsMs" | "analyticsMs" | "reachingOutMs"
>;

/** A sign as the week tells it: also one that the user calls untrue. */
export interface WeekSign {
  id: string;
  /** What it says, in the source's words where it has some. */
  words: string;
  level: "possible" | "present" | "severe";
  evidence: string;
  dismissed: boolean;
}

/** A block that was planned for or started in the week. */
export interface WeekBlock extends Pick<Block, "move" | "title" | "channel" | "minutes" | "moved" | "outcome"> {
  state: BlockState;
  /** The local day that it was planned for; null: it was started without a plan. */
  plannedFor: string | null;
  /** The local day that it was started on; null: it was not. */
  startedOn: string | null;
  /** Present and declared time. */
  ms: number;
}

/** Time on a site in a channel on one local day. */
export interface SiteDay extends SiteTime {
  day: string;
}

/** A fact that was told in the week. */
export interface WeekFact extends Pick<Fact, "day" | "kind" | "value" | "project"> {
  /** What was told of the same before; null: nothing was. */
  before: Fact["value"] | null;
}

/** A week in numbers: what every format of the weekly summary is made from. Times are whole milliseconds. */
export interface Week {
  /** ISO 8601, UTC. */
  generatedAt: string;
  week: WeekDays;
  totals: WeekTotals;
  /** Whether `buildMs` holds `otherAppsMs`. */
  otherAppsAreBuild: boolean;
  /** The verdict on this week alone, by the same gate as the meter's. */
  zone: Zone;
  /** Distribution share, 0–1; null without any time. */
  share: number | null;
  /** The share that is aimed at. */
  target: number;
  /** The week before, or null when nothing was recorded in it. */
  previous: { week: WeekDays; totals: WeekTotals; zone: Zone; share: number | null } | null;
  channels: ChannelTime[];
  sites: SiteTime[];
  /** The sites of each day: by day, and in it the longest time first. */
  siteDays: SiteDay[];
  /** Each day from the first to today or the last. */
  days: DayTime[];
  longestBuildMs: number;
  signs: WeekSign[];
  /** By the day that they were for. */
  blocks: WeekBlock[];
  /** The oldest first. */
  facts: WeekFact[];
  /** One move that is suggested for the next week; null: none is. */
  move: string | null;
}

/** What a week is made from: rows that hold the week and the one before and may reach further, the spans of the week alone. */
export interface WeekSources {
  rows: readonly DayRow[];
  spans: readonly Span[];
  standards: Standards;
  signs: readonly WeekSign[];
  /** With their time; those of other weeks are left out. */
  blocks: readonly BlockTime[];
  /** All that were told. */
  facts: readonly Fact[];
  move: string | null;
  /** Today's local day. */
  today: string;
  /** Epoch milliseconds. */
  now: number;
}

export function summarize(week: WeekDays, sources: WeekSources): Week {
  const { rows, spans, standards, signs, move, today, now } = sources;
  const rowsOf = ({ start, end }: WeekDays) => rows.filter(({ day }) => day >= start && day <= end);
  const rowsOfWeek = rowsOf(week);
  const totals = addUp(rowsOfWeek, standards);
  const before = weekBefore(week);
  const totalsBefore = addUp(rowsOf(before), standards);
  return {
    generatedAt: new Date(now).toISOString(),
    week,
    ...judge(totals, standards.preferences),
    target: standards.preferences.target,
    otherAppsAreBuild: standards.preferences.otherApps === "build",
    previous: totalsBefore.days.length > 0 ? { week: before, ...judge(totalsBefore, standards.preferences) } : null,
    channels: totals.channels,
    sites: totals.sites,
    siteDays: siteDaysOf(rowsOfWeek, standards),
    days: daysFrom(week.start, week.end)
      .filter((day) => day <= today)
      .map((day) => dayTime(totals, day)),
    longestBuildMs: longestStretch(spans, standards)?.ms ?? 0,
    signs: [...signs],
    blocks: blocksOf(week, sources),
    facts: factsOf(week, sources.facts),
    move,
  };
}

/**
 * How the share has changed against the week before, in one sentence; null where one of them has none. The points are those between
 * the two percentages as they are told, both rounded down: 14% after 20% is 6 points less, whatever was cut off.
 */
export function changeText({ share, previous }: Pick<Week, "share" | "previous">): string | null {
  if (share === null || previous?.share == null) return null;
  const points = wholePercent(share) - wholePercent(previous.share);
  const before = { share: formatShare(previous.share) };
  if (points === 0) return say("week_shareSame", before);
  return sayCount(points > 0 ? "week_shareMore" : "week_shareLess", Math.abs(points), before);
}

function siteDaysOf(rows: readonly DayRow[], standards: Standards): SiteDay[] {
  const days = [...new Set(rows.map(({ day }) => day))].sort();
  return days.flatMap((day) =>
    addUp(
      rows.filter((row) => row.day === day),
      standards,
    ).sites.map((site) => ({ day, ...site })),
  );
}

function blocksOf({ start, end }: WeekDays, { blocks, now, today }: WeekSources): WeekBlock[] {
  const dayOf = ({ day, plan }: Block) => day ?? plan?.day ?? "";
  return blocks
    .filter((block) => dayOf(block) >= start && dayOf(block) <= end)
    .sort((a, b) => compareText(dayOf(a), dayOf(b)) || a.id - b.id)
    .map((block) => {
      const { move, title, channel, minutes, moved, outcome, plan, day, ms } = block;
      const state = stateOf(block, now, today);
      return {
        move,
        title,
        channel,
        minutes,
        moved,
        outcome,
        state,
        plannedFor: plan?.day ?? null,
        startedOn: day,
        ms,
      };
    });
}

function factsOf({ start, end }: WeekDays, facts: readonly Fact[]): WeekFact[] {
  const ordered = facts.toSorted((a, b) => a.at - b.at);
  return ordered.flatMap(({ day, kind, value, project }, i) => {
    if (day < start || day > end) return [];
    const before = ordered.slice(0, i).findLast((fact) => fact.kind === kind && fact.project === project);
    return { day, kind, value, project, before: before?.value ?? null };
  });
}

function judge(totals: Totals, preferences: Preferences): Pick<Week, "totals" | "zone" | "share"> {
  const { buildMs, distributionMs, neutralMs, otherAppsMs, feedsMs, analyticsMs, reachingOutMs } = totals;
  const { zone, share } = readMeter(totals, preferences);
  return {
    totals: { buildMs, distributionMs, neutralMs, otherAppsMs, feedsMs, analyticsMs, reachingOutMs },
    zone,
    share,
  };
}

function dayTime(totals: Totals, day: string): DayTime {
  const found = totals.days.find((time) => time.day === day);
  return found ?? { day, ...noTime };
}
