import { addDays, type DayRow, daysFrom, UNKNOWN_HOUR, weekday } from "../attention/day";
import { readMeter, type Zone } from "./meter";
import { DECLARED, type Standards } from "./standards";
import {
  type ChannelTime,
  createReader,
  type DayTime,
  type Meaning,
  noTime,
  type SiteTime,
  sumUp,
  type Totals,
} from "./totals";

/** Milliseconds of one hour of a weekday, over all such days. `buildMs` holds `otherAppsMs` when the user builds in other apps. */
export type HeatCell = Pick<DayTime, "buildMs" | "distributionMs" | "neutralMs" | "otherAppsMs">;

export interface HistoryDay extends DayTime {
  /** The part of `distributionMs` on feeds. */
  feedsMs: number;
}

/** One week, or as much of it as lies in the range. */
export interface HistoryWeek {
  /** First local day of the whole week. */
  start: string;
  buildMs: number;
  distributionMs: number;
  /** Distribution share, 0–1; null without any time. */
  share: number | null;
  /** The verdict on this week alone, by the same gate as the meter's. */
  zone: Zone;
}

/** What a range of days tells. */
export interface Past {
  /** As `addUp` has it from the same rows. */
  totals: Totals;
  /** Every day of the range, also those without time. */
  days: HistoryDay[];
  weeks: HistoryWeek[];
  /** Seven weekdays, Monday first, of 24 local hours. */
  heat: HeatCell[][];
  /** Time of which only the day is known: it is in no cell of `heat`. */
  unknownHourMs: number;
}

/** All days that were added, judged once: a range of them is derived without looking at their rows again. */
export interface History {
  /** Takes the rows of whole days; a day that is there already is replaced. */
  add(rows: readonly DayRow[]): void;
  /** What the local days from the first to the last tell, both included; weeks begin on `startsOn`, 1 Monday … 7 Sunday. */
  range(first: string, last: string, startsOn: number): Past;
}

/** One day in sums. */
interface KnownDay {
  time: HistoryDay;
  analyticsMs: number;
  declaredMs: number;
  /** Milliseconds by hour, four sides each; null when no hour is known. */
  hours: Float64Array;
  unknownHourMs: number;
  /** Each row's place, and the milliseconds there. */
  places: number[];
  ms: number[];
  blocks: { id: number; ms: number }[];
}

/** A channel, or a site in one. */
type Place = Pick<SiteTime, "channel" | "category" | "label"> & { site: string | null };

const sides = ["buildMs", "distributionMs", "neutralMs", "otherAppsMs"] as const;
const HOURS = 24;

export function createHistory(standards: Standards): History {
  const reader = createReader(standards);
  const otherAppsAreBuild = standards.preferences.otherApps === "build";
  const known = new Map<string, KnownDay>();
  const places: Place[] = [];
  const placeOf = createPlaces(places);

  const enter = (into: KnownDay, row: DayRow) => {
    const meaning = reader.meaningOf(row);
    const { side, part } = meaning;
    let ms = 0;
    for (const [key, hourMs] of Object.entries(row.hours)) {
      const hour = Number(key);
      if (!reader.counts(row, hour)) continue;
      ms += hourMs;
      if (side === null) continue;
      if (hour === UNKNOWN_HOUR) into.unknownHourMs += hourMs;
      else addTo(into.hours, hour * sides.length + sides.indexOf(`${side}Ms`), hourMs);
    }
    if (ms === 0) return;
    if (row.block !== undefined) into.blocks.push({ id: row.block, ms });
    if (side === null) return;
    into.time[`${side}Ms`] += ms;
    if (side === "otherApps") {
      if (otherAppsAreBuild) into.time.buildMs += ms;
      return;
    }
    if (part === "analyticsMs") into.analyticsMs += ms;
    else if (part !== null) into.time[part] += ms;
    if (row.key === DECLARED) into.declaredMs += ms;
    into.places.push(placeOf(meaning));
    into.ms.push(ms);
  };

  return {
    add(rows) {
      const added = new Map<string, KnownDay>();
      for (const row of rows) {
        const day = added.get(row.day) ?? emptyDay(row.day);
        added.set(row.day, day);
        enter(day, row);
      }
      for (const [day, sums] of added) known.set(day, sums);
    },
    range(first, last, startsOn) {
      const days = daysFrom(first, last);
      const found = days.flatMap((day) => known.get(day) ?? []);
      const times = days.map((day) => known.get(day)?.time ?? { day, ...noTime, feedsMs: 0 });
      return {
        totals: totalsOf(found, places),
        days: times,
        weeks: weeksOf(times, startsOn, standards),
        heat: heatOf(found, otherAppsAreBuild),
        unknownHourMs: found.reduce((sum, { unknownHourMs }) => sum + unknownHourMs, 0),
      };
    },
  };
}

function emptyDay(day: string): KnownDay {
  return {
    time: { day, ...noTime, feedsMs: 0 },
    analyticsMs: 0,
    declaredMs: 0,
    hours: new Float64Array(HOURS * sides.length),
    unknownHourMs: 0,
    places: [],
    ms: [],
    blocks: [],
  };
}

/** Numbers places in the order in which they are met. */
function createPlaces(places: Place[]): (meaning: Meaning) => number {
  const byMeaning = new Map<Meaning, number>();
  const byName = new Map<string, number>();
  return (meaning) => {
    const known = byMeaning.get(meaning);
    if (known !== undefined) return known;
    const { channel, category, label, site } = meaning;
    const name = `${channel} ${site ?? ""}`;
    const place = byName.get(name) ?? places.push({ channel, category, label, site }) - 1;
    byName.set(name, place);
    byMeaning.set(meaning, place);
    return place;
  };
}

function totalsOf(days: readonly KnownDay[], places: readonly Place[]): Totals {
  const perPlace = new Float64Array(places.length);
  const parts = { feedsMs: 0, analyticsMs: 0, declaredMs: 0 };
  const blocks = new Map<number, { id: number; ms: number }>();
  for (const day of days) {
    day.places.forEach((place, i) => {
      addTo(perPlace, place, day.ms[i] ?? 0);
    });
    parts.feedsMs += day.time.feedsMs;
    parts.analyticsMs += day.analyticsMs;
    parts.declaredMs += day.declaredMs;
    for (const { id, ms } of day.blocks) blocks.set(id, { id, ms: ms + (blocks.get(id)?.ms ?? 0) });
  }
  const channels = new Map<string, ChannelTime>();
  const sites: SiteTime[] = [];
  places.forEach(({ site, ...place }, i) => {
    const ms = perPlace[i] ?? 0;
    if (ms === 0) return;
    channels.set(place.channel, { ...place, ms: ms + (channels.get(place.channel)?.ms ?? 0) });
    if (site !== null) sites.push({ site, ...place, ms });
  });
  const times = days.map(({ time: { feedsMs: _, ...time } }) => time);
  return sumUp({ days: times, channels: channels.values(), sites, blocks: blocks.values(), parts });
}

function weeksOf(days: readonly HistoryDay[], startsOn: number, { preferences }: Standards): HistoryWeek[] {
  const [first] = days;
  if (!first) return [];
  const before = (weekday(first.day) - startsOn + 7) % 7;
  const weeks: HistoryWeek[] = [];
  for (let from = -before; from < days.length; from += 7) {
    const within = days.slice(Math.max(0, from), from + 7);
    const none = { feedsMs: 0, analyticsMs: 0, declaredMs: 0 };
    const totals = sumUp({ days: within, channels: [], sites: [], blocks: [], parts: none });
    const { share, zone } = readMeter(totals, preferences);
    const { buildMs, distributionMs } = totals;
    weeks.push({ start: addDays(first.day, from), buildMs, distributionMs, share, zone });
  }
  return weeks;
}

function heatOf(days: readonly KnownDay[], otherAppsAreBuild: boolean): HeatCell[][] {
  const size = HOURS * sides.length;
  const sums = new Float64Array(7 * size);
  for (const { time, hours } of days) {
    const from = (weekday(time.day) - 1) * size;
    for (let i = 0; i < size; i++) addTo(sums, from + i, hours[i] ?? 0);
  }
  const cell = (at: number): HeatCell => {
    const [buildMs = 0, distributionMs = 0, neutralMs = 0, otherAppsMs = 0] = sums.subarray(at, at + sides.length);
    return { buildMs: buildMs + (otherAppsAreBuild ? otherAppsMs : 0), distributionMs, neutralMs, otherAppsMs };
  };
  return Array.from({ length: 7 }, (_, weekday) =>
    Array.from({ length: HOURS }, (_, hour) => cell(weekday * size + hour * sides.length)),
  );
}

function addTo(sums: Float64Array, at: number, ms: number): void {
  sums[at] = (sums[at] ?? 0) + ms;
}
