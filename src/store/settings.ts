import { isIdleThreshold, type Recording } from "../attention/merge";
import { parseSite } from "../catalog/page";
import type { FactKind } from "../trap/facts";
import type { Theme } from "../trap/glance";
import type { Nudging } from "../trap/nudge";
import type { Project } from "../trap/project";
import type { OffHours, Preferences } from "../trap/standards";
import type { Database } from "./database";

/** What the user decides. */
export interface Settings extends Recording, Preferences {
  /** Since when heartbeats are kept as a trace for diagnosis, epoch milliseconds; null: they are not. */
  tracingSince: number | null;
  projects: readonly Project[];
  /** Questions of the check-in that were passed over, and the local day of that. */
  passedOver: Readonly<Partial<Record<FactKind, string>>>;
  nudge: Nudging;
  /** The local day of the last nudge; null: there was none. */
  nudgedOn: string | null;
  /** The user's own domains, as `parseSite` writes them. */
  ownDomains: readonly string[];
  /** How often the user's rules have changed: whoever holds compiled ones compiles again when it is another number. */
  rulesChanged: number;
  /** For how many days spans are kept; null: for ever. Day rows always are. */
  keepSpansDays: number | null;
  /** Light, dark, or as the system has it. */
  theme: Theme;
  /** The day that weeks begin on: 1 Monday … 7 Sunday. */
  weekStartsOn: number;
  /** Whether a finished week is told of, on the badge. */
  tellsWeek: boolean;
  /** First local day of the last finished week that was looked at; null: none was. */
  seenWeek: string | null;
  /** First local day of the last finished week that a notification told of; null: none did. */
  toldWeek: string | null;
  /** Whether each finished week is saved as a file by itself. */
  savesWeeks: boolean;
  /** First local day of the last finished week that was saved by itself; null: none was. */
  savedWeek: string | null;
}

export type { Theme } from "../trap/glance";
export const themes: readonly Theme[] = ["system", "light", "dark"];

export interface ReadSettings {
  settings: Settings;
  /** Names of settings whose stored value makes no sense; their defaults are used, the stored values are left as they are. */
  unreadable: string[];
}

interface Definition<T> {
  initial: T;
  isValid(value: unknown): boolean;
}

/** Spans are needed for so long: warning signs look back four weeks, and the week's summary one more. */
const SHORTEST_RETENTION_DAYS = 35;

const isWhole = (value: unknown, least: number, most: number) =>
  Number.isInteger(value) && Number(value) >= least && Number(value) <= most;

const isSiteList = (value: unknown) =>
  Array.isArray(value) && value.every((item) => typeof item === "string" && parseSite(item) === item);

const isDay = (value: unknown) =>
  typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value));

const isRecord = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isTextList = (value: unknown) => Array.isArray(value) && value.every((item) => typeof item === "string");

const isProject = (value: unknown) => {
  const { id, name, domains, repositories, isParked } = Object(value) as Partial<Project>;
  return (
    [id, name].every((text) => typeof text === "string" && text !== "") &&
    isSiteList(domains) &&
    isTextList(repositories) &&
    typeof isParked === "boolean"
  );
};

const isNudging = (value: unknown) => {
  const { isOn, quietFrom, quietUntil } = Object(value) as Partial<Nudging>;
  return typeof isOn === "boolean" && isWhole(quietFrom, 0, 24) && isWhole(quietUntil, 0, 24);
};

const isOffHours = (value: unknown) => {
  const { days, from, until } = Object(value) as Partial<OffHours>;
  return (
    Array.isArray(days) && days.every((day) => isWhole(day, 1, 7)) && isWhole(from, 0, 24) && isWhole(until, 0, 24)
  );
};

const isPause = (value: unknown) => {
  if (value === null) return true;
  const { from, until } = Object(value);
  return Number.isFinite(from) && Number.isFinite(until);
};

const definitions: { [K in keyof Settings]: Definition<Settings[K]> } = {
  // 3 min: ActivityWatch's threshold; RescueTime's is 5. Browsers allow no less than 15 s.
  idleSeconds: { initial: 180, isValid: isIdleThreshold },
  neverRecord: { initial: [], isValid: isSiteList },
  ownDomains: { initial: [], isValid: isSiteList },
  rulesChanged: { initial: 0, isValid: (value) => isWhole(value, 0, Number.MAX_SAFE_INTEGER) },
  pause: { initial: null, isValid: isPause },
  otherApps: { initial: null, isValid: (value) => value === null || value === "build" || value === "apart" },
  projects: { initial: [], isValid: (value) => Array.isArray(value) && value.every(isProject) },
  passedOver: { initial: {}, isValid: (value) => isRecord(value) && Object.values(value).every(isDay) },
  // Off until asked for: a notice that nobody wanted teaches to ignore notices.
  nudge: { initial: { isOn: false, quietFrom: 20, quietUntil: 9 }, isValid: isNudging },
  nudgedOn: { initial: null, isValid: (value) => value === null || isDay(value) },
  // Half and half (Weinberg and Mares, *Traction*); adjustable within what leaves both sides a part.
  target: {
    initial: 0.5,
    isValid: (value) => Number(value) >= 0.2 && Number(value) <= 0.6 && typeof value === "number",
  },
  feedsCount: { initial: true, isValid: (value) => typeof value === "boolean" },
  offHours: { initial: [], isValid: (value) => Array.isArray(value) && value.every(isOffHours) },
  keepSpansDays: {
    initial: null,
    isValid: (value) => value === null || isWhole(value, SHORTEST_RETENTION_DAYS, 36_500),
  },
  theme: { initial: "system", isValid: (value) => themes.some((theme) => theme === value) },
  weekStartsOn: { initial: 1, isValid: (value) => isWhole(value, 1, 7) },
  tellsWeek: { initial: true, isValid: (value) => typeof value === "boolean" },
  seenWeek: { initial: null, isValid: (value) => value === null || isDay(value) },
  toldWeek: { initial: null, isValid: (value) => value === null || isDay(value) },
  savesWeeks: { initial: false, isValid: (value) => typeof value === "boolean" },
  savedWeek: { initial: null, isValid: (value) => value === null || isDay(value) },
  tracingSince: { initial: null, isValid: (value) => value === null || Number.isFinite(value) },
};

const names = Object.keys(definitions) as (keyof Settings)[];

/** What holds while the store cannot say otherwise. */
export const initialSettings = Object.fromEntries(
  names.map((name) => [name, definitions[name].initial]),
) as unknown as Settings;

/** Every setting, stored or default. */
export async function readSettings(db: Database): Promise<ReadSettings> {
  const stored = new Map((await db.settings.toArray()).map(({ name, value }) => [name, value]));
  const unreadable = names.filter((name) => stored.has(name) && !definitions[name].isValid(stored.get(name)));
  const settings = Object.fromEntries(
    names.map((name) => {
      const usable = stored.has(name) && !unreadable.includes(name);
      return [name, usable ? stored.get(name) : initialSettings[name]];
    }),
  );
  return { settings: settings as unknown as Settings, unreadable };
}

/** Stores one setting. Throws a RangeError, and stores nothing, when the value makes no sense. */
export async function writeSetting<K extends keyof Settings>(db: Database, name: K, value: Settings[K]): Promise<void> {
  if (!definitions[name].isValid(value)) throw new RangeError(`${name} cannot be ${JSON.stringify(value)}`);
  await db.settings.put({ name, value });
}

/** Gives a setting its default again. */
export async function resetSetting(db: Database, name: string): Promise<void> {
  await db.settings.delete(name);
}

/** Whether there is a setting of that name, and the value makes sense for it. */
export function isSetting(name: string, value: unknown): boolean {
  return Object.hasOwn(definitions, name) && definitions[name as keyof Settings].isValid(value);
}
