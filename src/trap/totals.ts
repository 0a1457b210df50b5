import type { DayRow } from "../attention/day";
import { OTHER_APPS } from "../attention/heartbeat";
import type { Category } from "../catalog/channels";
import type { Verdict } from "../catalog/classify";
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

/** What a page's time is, and where it stands. */
export interface Meaning extends Pick<Verdict, "category" | "channel" | "label"> {
  /** What it counts as. Other apps outside of blocks are in no category, and the browser's own pages in nothing: null. */
  side: Category | "otherApps" | null;
  /** Null: on no site. */
  site: string | null;
  /** The part of distribution that it is; null: it is none of that. */
  part: "feedsMs" | "analyticsMs" | "reachingOutMs" | null;
}

/** Reads rows as the standards judge them now. */
export interface Reader {
  /** What a row's time is: one object for all rows of the same page and block. */
  meaningOf(row: Pick<DayRow, "key" | "block">): Meaning;
  /** Whether the time in one of a row's hours counts. */
  counts(row: Pick<DayRow, "day" | "key">, hour: number): boolean;
}

/** A reader that judges each page once and looks at each day's hours once: good for rows of many days. */
export function createReader(standards: Standards): Reader {
  const { offHours } = standards.preferences;
  const meanings = new Map<string, Meaning>();
  const offs = new Map<string, boolean[]>();
  return {
    meaningOf({ key, block }) {
      const place = block === undefined ? key : `${key} ${block}`;
      const known = meanings.get(place) ?? meaningIn(standards, key, block);
      meanings.set(place, known);
      return known;
    },
    counts({ day, key }, hour) {
      // What is declared was spent for a move: it counts at any hour.
      if (offHours.length === 0 || key === DECLARED) return true;
      const off = entry(offs, day, []);
      off[hour] ??= isOff(offHours, day, hour);
      return !off[hour];
    },
  };
}

function meaningIn(standards: Standards, key: string, block: number | undefined): Meaning {
  const { category, channel, label, inBlock } = judge(standards, key, block);
  const site = siteOf(key);
  const judged = { category, channel, label, site, part: null };
  if (key === OTHER_APPS && !inBlock) return { ...judged, side: "otherApps" };
  if (site === null && !inBlock) return { ...judged, side: null };
  return { ...judged, side: category, part: category === "distribution" ? partOf(channel, inBlock) : null };
}

function partOf(channel: string, inBlock: boolean): "feedsMs" | "analyticsMs" | "reachingOutMs" {
  if (channel === "feeds") return "feedsMs";
  return channel === "analytics" && !inBlock ? "analyticsMs" : "reachingOutMs";
}

/** Adds up day rows as the standards judge them now. */
export function addUp(rows: readonly DayRow[], standards: Standards): Totals {
  const { otherApps } = standards.preferences;
  const { meaningOf, counts } = createReader(standards);
  const channels = new Map<string, ChannelTime>();
  const sites = new Map<string, SiteTime>();
  const days = new Map<string, DayTime>();
  const blocks = new Map<number, { id: number; ms: number }>();
  const parts = { feedsMs: 0, analyticsMs: 0, declaredMs: 0 };

  for (const row of rows) {
    const { day, key, block, hours } = row;
    const ms = countingMs(hours, (hour) => !counts(row, hour));
    if (ms === 0) continue;
    const time = entry(days, day, { day, ...noTime });
    const { side, category, channel, label, site, part } = meaningOf(row);
    if (block !== undefined) entry(blocks, block, { id: block, ms: 0 }).ms += ms;
    if (side === null) continue;
    time[`${side}Ms`] += ms;
    if (side === "otherApps") {
      if (otherApps === "build") time.buildMs += ms;
      continue;
    }
    if (part === "reachingOutMs") time.reachingOutMs += ms;
    else if (part !== null) parts[part] += ms;
    if (key === DECLARED) parts.declaredMs += ms;
    entry(channels, channel, { channel, category, label, ms: 0 }).ms += ms;
    if (site !== null) entry(sites, `${channel} ${site}`, { site, channel, category, label, ms: 0 }).ms += ms;
  }

  return sumUp({
    days: days.values(),
    channels: channels.values(),
    sites: sites.values(),
    blocks: blocks.values(),
    parts,
  });
}

/** What totals are made of, in any order. */
export interface Sums {
  days: Iterable<DayTime>;
  channels: Iterable<ChannelTime>;
  sites: Iterable<SiteTime>;
  blocks: Iterable<{ id: number; ms: number }>;
  parts: Pick<Totals, "feedsMs" | "analyticsMs" | "declaredMs">;
}

/** The totals of what was added up by day, channel, site and block. */
export function sumUp({ days, channels, sites, blocks, parts }: Sums): Totals {
  const perDay = [...days].filter(hasTime).sort((a, b) => compareText(a.day, b.day));
  const perChannel = [...channels].sort((a, b) => b.ms - a.ms || compareText(a.channel, b.channel));
  const over = (name: Exclude<keyof DayTime, "day">) => sum(perDay.map((day) => day[name]));
  return {
    buildMs: over("buildMs"),
    distributionMs: over("distributionMs"),
    neutralMs: over("neutralMs"),
    otherAppsMs: over("otherAppsMs"),
    reachingOutMs: over("reachingOutMs"),
    ...parts,
    factoryMs: sum(perChannel.filter(({ channel }) => factoryChannels.has(channel)).map(({ ms }) => ms)),
    blocks: [...blocks],
    channels: perChannel,
    sites: [...sites].sort((a, b) => b.ms - a.ms || compareText(a.site, b.site) || compareText(a.channel, b.channel)),
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
