import { type DayRow, rowMs } from "../attention/day";
import { OTHER_APPS } from "../attention/heartbeat";
import type { Category } from "../catalog/channels";
import type { Verdict } from "../catalog/classify";
import { siteOf } from "../catalog/page";

/** Milliseconds of a channel, or of a site in a channel. */
export interface ChannelTime {
  channel: string;
  category: Category;
  /** What people read as the channel's name. */
  label: string;
  ms: number;
}

export interface SiteTime extends ChannelTime {
  site: string;
}

export interface DayTime {
  day: string;
  buildMs: number;
  distributionMs: number;
  neutralMs: number;
  otherAppsMs: number;
  /** The part of `distributionMs` that reaches somebody: neither feeds nor analytics. */
  reachingOutMs: number;
}

/**
 * Where the time of some days went, in milliseconds. Browser pages are in none of it.
 *
 * `buildMs` (B) holds `otherAppsMs` when the user builds in other apps. `factoryMs` (A) is the part of B on agents, automation and
 * CI; `feedsMs` (F), `analyticsMs` (M) and `reachingOutMs` (R) are the parts of `distributionMs` (D).
 */
export interface Totals {
  buildMs: number;
  distributionMs: number;
  neutralMs: number;
  otherAppsMs: number;
  factoryMs: number;
  feedsMs: number;
  analyticsMs: number;
  reachingOutMs: number;
  /** The longest time first. */
  channels: ChannelTime[];
  /** The longest time first. A site with pages of several channels stands once for each. */
  sites: SiteTime[];
  /** Only days with time, in order. */
  days: DayTime[];
}

/** Watching and scrolling are distribution, and reach nobody. */
const watchingChannels = new Set(["feeds", "analytics"]);
const factoryChannels = new Set(["ai", "automation", "ci"]);

/** Adds up day rows as the catalog sees them now. `otherApps` says whether other apps are building. */
export function addUp(
  rows: readonly DayRow[],
  classify: (key: string) => Verdict,
  otherApps: "build" | "apart" | null,
): Totals {
  const channels = new Map<string, ChannelTime>();
  const sites = new Map<string, SiteTime>();
  const days = new Map<string, DayTime>();
  const dayOf = (day: string) =>
    entry(days, day, { day, buildMs: 0, distributionMs: 0, neutralMs: 0, otherAppsMs: 0, reachingOutMs: 0 });

  for (const row of rows) {
    const ms = rowMs(row);
    if (row.key === OTHER_APPS) {
      dayOf(row.day).otherAppsMs += ms;
      if (otherApps === "build") dayOf(row.day).buildMs += ms;
      continue;
    }
    const site = siteOf(row.key);
    if (site === null) continue;
    const { category, channel, label } = classify(row.key);
    dayOf(row.day)[`${category}Ms`] += ms;
    if (category === "distribution" && !watchingChannels.has(channel)) dayOf(row.day).reachingOutMs += ms;
    entry(channels, channel, { channel, category, label, ms: 0 }).ms += ms;
    entry(sites, `${channel} ${site}`, { site, channel, category, label, ms: 0 }).ms += ms;
  }

  const spentOn = (isCounted: (channel: string) => boolean) =>
    sum([...channels.values()].filter(({ channel }) => isCounted(channel)).map(({ ms }) => ms));
  const perDay = [...days.values()].sort((a, b) => compareText(a.day, b.day));
  return {
    buildMs: sum(perDay.map((day) => day.buildMs)),
    distributionMs: sum(perDay.map((day) => day.distributionMs)),
    neutralMs: sum(perDay.map((day) => day.neutralMs)),
    otherAppsMs: sum(perDay.map((day) => day.otherAppsMs)),
    factoryMs: spentOn((channel) => factoryChannels.has(channel)),
    feedsMs: spentOn((channel) => channel === "feeds"),
    analyticsMs: spentOn((channel) => channel === "analytics"),
    reachingOutMs: sum(perDay.map((day) => day.reachingOutMs)),
    channels: [...channels.values()].sort((a, b) => b.ms - a.ms || compareText(a.channel, b.channel)),
    sites: [...sites.values()].sort(
      (a, b) => b.ms - a.ms || compareText(a.site, b.site) || compareText(a.channel, b.channel),
    ),
    days: perDay,
  };
}

function entry<T>(map: Map<string, T>, key: string, initial: T): T {
  const found = map.get(key) ?? initial;
  map.set(key, found);
  return found;
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, n) => total + n, 0);
}
