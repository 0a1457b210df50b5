import type { DayRow } from "../attention/day";
import { OTHER_APPS } from "../attention/heartbeat";
import type { Category } from "../catalog/channels";
import { siteOf } from "../catalog/page";
import { DECLARED, isOff, judge, type Standards } from "./standards";

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
 * Where the time of some days went, in milliseconds. Browser pages are in none of it, nor are hours that do not count.
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
  /** The part of `reachingOutMs` that the user has declared. */
  declaredMs: number;
  /** Present and declared time of each block, by id. */
  blocks: { id: number; ms: number }[];
  /** The longest time first. */
  channels: ChannelTime[];
  /** The longest time first. A site with pages of several channels stands once for each. */
  sites: SiteTime[];
  /** Only days with time, in order. */
  days: DayTime[];
}

const factoryChannels = new Set(["ai", "automation", "ci"]);

/** Adds up day rows as the standards judge them now. */
export function addUp(rows: readonly DayRow[], standards: Standards): Totals {
  const { otherApps, offHours } = standards.preferences;
  const channels = new Map<string, ChannelTime>();
  const sites = new Map<string, SiteTime>();
  const days = new Map<string, DayTime>();
  const blocks = new Map<number, { id: number; ms: number }>();
  const parts = { feedsMs: 0, analyticsMs: 0, declaredMs: 0 };

  for (const { day, key, block, hours } of rows) {
    // What is declared was spent for a move: it counts at any hour.
    const ms = countingMs(hours, (hour) => key !== DECLARED && isOff(offHours, day, hour));
    if (ms === 0) continue;
    const time = entry(days, day, { day, ...noTime });
    const { category, channel, label, inBlock } = judge(standards, key, block);
    if (block !== undefined) entry(blocks, block, { id: block, ms: 0 }).ms += ms;
    if (key === OTHER_APPS && !inBlock) {
      time.otherAppsMs += ms;
      if (otherApps === "build") time.buildMs += ms;
      continue;
    }
    const site = siteOf(key);
    if (site === null && !inBlock) continue;
    time[`${category}Ms`] += ms;
    if (category === "distribution") {
      if (channel === "feeds") parts.feedsMs += ms;
      else if (channel === "analytics" && !inBlock) parts.analyticsMs += ms;
      else time.reachingOutMs += ms;
    }
    if (key === DECLARED) parts.declaredMs += ms;
    entry(channels, channel, { channel, category, label, ms: 0 }).ms += ms;
    if (site !== null) entry(sites, `${channel} ${site}`, { site, channel, category, label, ms: 0 }).ms += ms;
  }

  const perDay = [...days.values()].filter(hasTime).sort((a, b) => compareText(a.day, b.day));
  const over = (name: Exclude<keyof DayTime, "day">) => sum(perDay.map((day) => day[name]));
  return {
    buildMs: over("buildMs"),
    distributionMs: over("distributionMs"),
    neutralMs: over("neutralMs"),
    otherAppsMs: over("otherAppsMs"),
    reachingOutMs: over("reachingOutMs"),
    ...parts,
    factoryMs: sum([...channels.values()].filter(({ channel }) => factoryChannels.has(channel)).map(({ ms }) => ms)),
    blocks: [...blocks.values()],
    channels: [...channels.values()].sort((a, b) => b.ms - a.ms || compareText(a.channel, b.channel)),
    sites: [...sites.values()].sort(
      (a, b) => b.ms - a.ms || compareText(a.site, b.site) || compareText(a.channel, b.channel),
    ),
    days: perDay,
  };
}

/** A day on which nothing was counted. */
export const noTime: Omit<DayTime, "day"> = {
  buildMs: 0,
  distributionMs: 0,
  neutralMs: 0,
  otherAppsMs: 0,
  reachingOutMs: 0,
};

function hasTime({ buildMs, distributionMs, neutralMs, otherAppsMs }: DayTime): boolean {
  return buildMs + distributionMs + neutralMs + otherAppsMs > 0;
}

function countingMs(hours: DayRow["hours"], isLeftOut: (hour: number) => boolean): number {
  return sum(Object.entries(hours).map(([hour, ms]) => (isLeftOut(Number(hour)) ? 0 : ms)));
}

function entry<K, T>(map: Map<K, T>, key: K, initial: T): T {
  const found = map.get(key) ?? initial;
  map.set(key, found);
  return found;
}

/** Orders texts by code unit. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, n) => total + n, 0);
}
