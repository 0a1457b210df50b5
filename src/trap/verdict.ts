import { say, sayCount } from "../texts/say";
import type { Meter } from "./meter";
import { formatHours, formatShare } from "./words";

const MINUTE_MS = 60_000;

/** What one week can hold of distribution, in words: nobody catches up 40 hours by Sunday. */
const MOST_GAP_MS = 20 * 60 * MINUTE_MS;

/** The verdict in one sentence, with what it rests on. */
export function zoneSentence(meter: Meter): string {
  const share = formatShare(meter.share ?? 0);
  if (meter.zone === "not-enough-data") return missingSentence(meter);
  if (meter.zone === "factory-trap") return say("verdict_trap", { share, gap: gapSentence(meter) });
  if (meter.onlyWatching) return say("verdict_watching", { share });
  if (meter.zone === "drifting") return say("verdict_drifting", { share, gap: gapSentence(meter) });
  return say(meter.mostlyDistributing ? "verdict_distributing" : "verdict_balanced", { share });
}

function gapSentence({ gapMs, target }: Meter): string {
  const isHalf = target === 0.5;
  const goal = formatShare(target);
  return gapMs <= MOST_GAP_MS
    ? say(isHalf ? "verdict_gapToHalf" : "verdict_gap", { hours: formatHours(gapMs), goal })
    : say(isHalf ? "verdict_farFromHalf" : "verdict_far", { hours: formatHours(MOST_GAP_MS), goal });
}

function missingSentence({ missing, buildMs, distributionMs }: Meter): string {
  if (missing.otherApps) return say("verdict_otherApps");
  if (buildMs + distributionMs === 0) return say("verdict_nothingYet");
  const hours = formatHours(Math.ceil(missing.ms / MINUTE_MS) * MINUTE_MS);
  if (missing.days === 0) return say("verdict_hoursMissing", { hours });
  return missing.ms === 0
    ? sayCount("verdict_daysMissing", missing.days)
    : sayCount("verdict_hoursAndDaysMissing", missing.days, { hours });
}
