import type { Meter, Zone } from "./meter";

/** What the zones are called. */
export const zoneNames: Record<Zone, string> = {
  "not-enough-data": "Not enough data yet",
  balanced: "Balanced",
  drifting: "Drifting",
  "factory-trap": "Factory trap",
};

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** What one week can hold of distribution, in words: nobody catches up 40 hours by Sunday. */
const MOST_GAP_MS = 20 * HOUR;

/** A duration as `2 h 05 m`, `9 m 30 s` (from ten minutes on without seconds) or `45 s`; whole units, rounded down, never more than two. */
export function formatDuration(ms: number): string {
  if (ms < MINUTE) return `${Math.floor(ms / SECOND)} s`;
  if (ms < HOUR) {
    const seconds = Math.floor((ms % MINUTE) / SECOND);
    return seconds === 0 || ms >= 10 * MINUTE
      ? `${Math.floor(ms / MINUTE)} m`
      : `${Math.floor(ms / MINUTE)} m ${pad(seconds)} s`;
  }
  return `${Math.floor(ms / HOUR)} h ${pad(Math.floor((ms % HOUR) / MINUTE))} m`;
}

/** A duration as rounded hours where a glance must do: `61 h`, below ten hours `4.5 h`, below one `25 m`. */
export function formatHours(ms: number): string {
  if (ms === 0) return "0 h";
  if (ms < HOUR) return formatDuration(Math.floor(ms / MINUTE) * MINUTE || ms);
  const hours = ms / HOUR;
  return hours < 9.95 ? `${Number(hours.toFixed(1))} h` : `${Math.round(hours)} h`;
}

/** The time of day of an instant, `14:05`; `offset` in minutes ahead of UTC. */
export function formatClock(at: number, offset: number): string {
  return new Date(at + offset * MINUTE).toISOString().slice(11, 16);
}

/** The share as a whole percentage, rounded down: 19.9% must not read as the 20% where the trap ends. Not quite nothing is `<1%`. */
export function formatShare(share: number): string {
  const percent = Math.floor(share * 100 + ROUNDING_ERROR);
  return percent === 0 && share > 0 ? "<1%" : `${percent}%`;
}

/** 0.29 × 100 is 28.999999999999996. */
const ROUNDING_ERROR = 1e-9;

/** The verdict in one sentence, with what it rests on. */
export function zoneSentence(meter: Meter): string {
  const share = formatShare(meter.share ?? 0);
  if (meter.zone === "not-enough-data") return missingSentence(meter);
  if (meter.zone === "factory-trap") return `Only ${share} goes to being found. ${gapSentence(meter)}`;
  if (meter.onlyWatching)
    return `${share} of your time, but nearly all of it watching numbers and scrolling. Reach out to someone.`;
  if (meter.zone === "drifting") return `${share} of your time goes to being found. ${gapSentence(meter)}`;
  return meter.mostlyDistributing
    ? `Mostly distributing: ${share}.`
    : `${share} of your time: you build, and you are being found.`;
}

/** Zone and hours in one line, for the toolbar. */
export function meterLine(meter: Meter): string {
  const hours = `${formatHours(meter.buildMs)} building, ${formatHours(meter.distributionMs)} distributing`;
  return `${zoneNames[meter.zone]} · 14 days: ${hours}`;
}

function gapSentence({ gapMs, target }: Meter): string {
  const isHalf = target === 0.5;
  if (gapMs <= MOST_GAP_MS) {
    const goal = isHalf ? "half and half" : formatShare(target);
    return `${formatHours(gapMs)} more would make it ${goal}.`;
  }
  const goal = isHalf ? "Half and half" : `Your ${formatShare(target)}`;
  return `${goal} is more than ${formatHours(MOST_GAP_MS)} away: start with the next move.`;
}

function missingSentence({ missing, buildMs, distributionMs }: Meter): string {
  if (missing.otherApps) return "Most of your time is in other apps.";
  if (buildMs + distributionMs === 0)
    return "Browse as usual. The verdict needs 5 hours of building and distribution on 3 days.";
  const parts = [
    ...(missing.ms > 0
      ? [`${formatHours(Math.ceil(missing.ms / MINUTE) * MINUTE)} more of building or distribution`]
      : []),
    ...(missing.days > 0 ? [`${missing.days} more ${missing.days === 1 ? "day" : "days"}`] : []),
  ];
  return `Still needed for a verdict: ${parts.join(" and ")}.`;
}

function pad(n: number): string {
  return String(n).padStart(2, "0");
}
