import { language, say } from "../texts/say";
import type { Meter, Zone } from "./meter";

/** What the zones are called. */
export const zoneNames: Readonly<Record<Zone, string>> = {
  get "not-enough-data"() {
    return say("zone_notEnoughData");
  },
  get balanced() {
    return say("zone_balanced");
  },
  get drifting() {
    return say("zone_drifting");
  },
  get "factory-trap"() {
    return say("zone_factoryTrap");
  },
};

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** A duration as `2 h 05 m`, `9 m 30 s` (from ten minutes on without seconds) or `45 s`; whole units, rounded down, never more than two. */
export function formatDuration(ms: number): string {
  const { whole, padded } = formats();
  if (ms < MINUTE) return say("duration_seconds", { seconds: whole.format(Math.floor(ms / SECOND)) });
  const minutes = Math.floor((ms % HOUR) / MINUTE);
  if (ms < HOUR) {
    const seconds = Math.floor((ms % MINUTE) / SECOND);
    return seconds === 0 || ms >= 10 * MINUTE
      ? say("duration_minutes", { minutes: whole.format(minutes) })
      : say("duration_minutesSeconds", { minutes: whole.format(minutes), seconds: padded.format(seconds) });
  }
  return say("duration_hoursMinutes", { hours: whole.format(Math.floor(ms / HOUR)), minutes: padded.format(minutes) });
}

/** A duration as rounded hours where a glance must do: `61 h`, below ten hours `4.5 h`, below one `25 m`. */
export function formatHours(ms: number): string {
  const { whole, tenths } = formats();
  if (ms > 0 && ms < HOUR) return formatDuration(Math.floor(ms / MINUTE) * MINUTE || ms);
  const hours = ms / HOUR;
  return say("duration_hours", { hours: hours < 9.95 ? tenths.format(hours) : whole.format(Math.round(hours)) });
}

/** The time of day of an instant, `14:05`; `offset` in minutes ahead of UTC. */
export function formatClock(at: number, offset: number): string {
  return formats().clock.format(at + offset * MINUTE);
}

/** The share as a whole percentage, rounded down: 19.9% must not read as the 20% where the trap ends. Not quite nothing is `<1%`. */
export function formatShare(share: number): string {
  const { percent } = formats();
  const whole = wholePercent(share);
  return whole === 0 && share > 0 ? say("share_below", { share: percent.format(0.01) }) : percent.format(whole / 100);
}

/** The share in whole percent, rounded down. */
export function wholePercent(share: number): number {
  return Math.floor(share * 100 + ROUNDING_ERROR);
}

/** 0.29 × 100 is 28.999999999999996. */
const ROUNDING_ERROR = 1e-9;

/** Zone and hours in one line, for the toolbar. */
export function meterLine({ zone, buildMs, distributionMs }: Meter): string {
  const [building, distributing] = [formatHours(buildMs), formatHours(distributionMs)];
  return say("verdict_line", { zone: zoneNames[zone], building, distributing });
}

interface Formats {
  /** Without separators between thousands: `1234 h`. */
  whole: Intl.NumberFormat;
  padded: Intl.NumberFormat;
  tenths: Intl.NumberFormat;
  percent: Intl.NumberFormat;
  clock: Intl.DateTimeFormat;
}

let made: { tag: string; formats: Formats } | null = null;

/** How the language writes numbers. Tables ask for it in each cell, and making a format takes longer than using it a hundred times. */
function formats(): Formats {
  const tag = language();
  if (made?.tag !== tag) made = { tag, formats: makeFormats(tag) };
  return made.formats;
}

function makeFormats(tag: string): Formats {
  const numbers = (options: Intl.NumberFormatOptions) => new Intl.NumberFormat(tag, { useGrouping: false, ...options });
  return {
    whole: numbers({}),
    padded: numbers({ minimumIntegerDigits: 2 }),
    tenths: numbers({ maximumFractionDigits: 1 }),
    percent: numbers({ style: "percent" }),
    clock: new Intl.DateTimeFormat(tag, { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: "UTC" }),
  };
}
