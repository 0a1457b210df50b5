import { addDays, type DayRow, daysFrom, weekday } from "../attention/day";
import type { Span } from "../attention/span";
import { readMeter, type Zone } from "./meter";
import type { Preferences, Standards } from "./standards";
import { longestStretch } from "./stretch";
import { addUp, type ChannelTime, type DayTime, noTime, type SiteTime, type Totals } from "./totals";

/** First and last local day, both included. */
export interface WeekDays {
  start: string;
  end: string;
}

export type WeekTotals = Pick<
  Totals,
  "buildMs" | "distributionMs" | "neutralMs" | "otherAppsMs" | "feedsMs" | "analyticsMs" | "reachingOutMs"
>;

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
}

/** What a week is made from: rows that hold the week and the one before and may reach further, the spans of the week alone. */
export interface WeekSources {
  rows: readonly DayRow[];
  spans: readonly Span[];
  standards: Standards;
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

export function summarize(week: WeekDays, { rows, spans, standards, today, now }: WeekSources): Week {
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
    days: daysFrom(week.start, today < week.end ? today : week.end).map((day) => dayTime(totals, day)),
    longestBuildMs: longestStretch(spans, standards)?.ms ?? 0,
  };
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
