import type { DayRow } from "../../src/attention/day";
import { compile } from "../../src/catalog/classify";
import type { Block } from "../../src/trap/block";
import { readMeter, TARGET_SHARE } from "../../src/trap/meter";
import { type Preferences, type Standards, standardsOf } from "../../src/trap/standards";
import { addUp, type Totals } from "../../src/trap/totals";

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;

const units: Record<string, number> = { h: HOUR, m: MINUTE, s: SECOND, ms: 1 };

/** `1h 30m` → milliseconds. */
export function duration(text: string): number {
  return text.split(" ").reduce((sum, part) => {
    const [, number = "", unit = ""] = /^([\d.]+)(h|ms|m|s)$/.exec(part) ?? [];
    const ms = Number(number) * (units[unit] ?? Number.NaN);
    if (!Number.isInteger(ms)) throw new Error(`"${part}" is no duration`);
    return sum + ms;
  }, 0);
}

/** Milliseconds of one page in one day, in full hours from midnight on. */
export function row(day: string, key: string, ms: number): DayRow {
  const hours: Record<number, number> = {};
  for (let hour = 0; hour * HOUR < ms; hour++) hours[hour] = Math.min(HOUR, ms - hour * HOUR);
  return { day, key, hours };
}

/**
 * Day rows, drawn one a line: day, page key, duration.
 *
 *     rows`
 *       2026-03-02 github.com 1h 30m
 *       2026-03-03 x.com/home 20m
 *     `
 */
export function rows(picture: TemplateStringsArray): DayRow[] {
  const lines = picture.join("").trim().split("\n");
  return lines.map((line) => {
    const [, day = "", key = "", time = ""] = /^\s*(\S+) (\S+) (.+?)\s*$/.exec(line) ?? [];
    return row(day, key, duration(time));
  });
}

/** A few sites, so that no change to the shipped lists changes a test of what time means. */
export const catalog = compile(
  Object.entries({
    "github.com": "code-hosting",
    "github.com/traffic": "analytics",
    "claude.ai": "ai",
    "n8n.io": "automation",
    "circleci.com": "ci",
    "x.com": "social",
    "x.com/home": "feeds",
    "plausible.io": "analytics",
    "indiehackers.com": "community",
    "youtube.com": "video",
  }).map(([text, channel]) => ({ text, channel })),
);

/** What time is judged by: the few sites, and other apps apart, unless said otherwise. */
export function standards(
  said: Partial<Preferences> = {},
  judging = catalog,
  blocks: readonly Block[] = [],
): Standards {
  const preferences = { otherApps: "apart", target: TARGET_SHARE, feedsCount: true, offHours: [], ...said } as const;
  return standardsOf(preferences, blocks, judging);
}

export interface Hours {
  /** B, D, and the parts F and M of D, milliseconds. */
  build?: number;
  distribution?: number;
  feeds?: number;
  analytics?: number;
  otherApps?: number;
  /** On how many days; all on the first but for a minute of building on each of the others. */
  days?: number;
}

/** Totals with these sums. */
export function totalsOf({
  build = 0,
  distribution = 0,
  feeds = 0,
  analytics = 0,
  otherApps = 0,
  days = 3,
}: Hours): Totals {
  const rest = days - 1;
  return {
    ...addUp([], standards()),
    buildMs: build,
    distributionMs: distribution,
    feedsMs: feeds,
    analyticsMs: analytics,
    reachingOutMs: distribution - feeds - analytics,
    otherAppsMs: otherApps,
    days: Array.from({ length: days }, (_, i) => ({
      day: `2026-03-${String(i + 1).padStart(2, "0")}`,
      buildMs: i === 0 ? build - rest * MINUTE : MINUTE,
      distributionMs: i === 0 ? distribution : 0,
      neutralMs: 0,
      otherAppsMs: i === 0 ? otherApps : 0,
      reachingOutMs: i === 0 ? distribution - feeds - analytics : 0,
    })),
  };
}

/** The meter over these sums. */
export function meterOf(hours: Hours, otherApps: "build" | "apart" | null = "apart", target = TARGET_SHARE) {
  return readMeter(totalsOf(hours), { otherApps, target });
}
