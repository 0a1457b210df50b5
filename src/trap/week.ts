import { addDays, type DayRow, daysFrom, weekday } from "../attention/day";
import type { Span } from "../attention/span";
import { type Block, type BlockState, type BlockTime, stateOf } from "./block";
import type { Fact } from "./facts";
import { readMeter, type Zone } from "./meter";
import type { Preferences, Standards } from "./standards";
import { longestStretch } from "./stretch";
import { addUp, type ChannelTime, compareText, type DayTime, noTime, type SiteTime, type Totals } from "./totals";

/** First and last local day, both included. */
export interface WeekDays {
  start: string;
  end: string;
}

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
  /** The week before, or null when nothing was recorded in it. */
  previous: { week: WeekDays; totals: WeekTotals; zone: Zone; share: number | null } | null;
  channels: ChannelTime[];
  sites: SiteTime[];
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

/** The week, Monday to Sunday, that holds a local day. */
export function weekOf(day: string): WeekDays {
  const start = addDays(day, 1 - weekday(day));
  return { start, end: addDays(start, 6) };
}

export function summarize(week: WeekDays, sources: WeekSources): Week {
  const { rows, spans, standards, signs, move, today, now } = sources;
  const within = ({ start, end }: WeekDays) =>
    addUp(
      rows.filter(({ day }) => day >= start && day <= end),
      standards,
    );
  const totals = within(week);
  const before: WeekDays = { start: addDays(week.start, -7), end: addDays(week.start, -1) };
  const totalsBefore = within(before);
  return {
    generatedAt: new Date(now).toISOString(),
    week,
    ...judge(totals, standards.preferences),
    otherAppsAreBuild: standards.preferences.otherApps === "build",
    previous: totalsBefore.days.length > 0 ? { week: before, ...judge(totalsBefore, standards.preferences) } : null,
    channels: totals.channels,
    sites: totals.sites,
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
