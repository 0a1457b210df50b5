import { localDay, localHour } from "../attention/day";
import type { Tracker } from "../attention/merge";
import type { Verdict } from "../catalog/classify";
import type { Zone } from "./meter";

/** Whether, and when not, the user wants to be nudged. */
export interface Nudging {
  isOn: boolean;
  /** Local hours 0–24 between which it is quiet; over midnight where `quietUntil` is not after `quietFrom`. */
  quietFrom: number;
  quietUntil: number;
}

/** A natural break, at which a notice irritates least: back from idleness, or leaving a page of building. */
export interface Moment {
  wasIdle: boolean;
  wasBuilding: boolean;
  isIdle: boolean;
  isBuilding: boolean;
  /** Local day and hour (0–23). */
  day: string;
  hour: number;
}

/** The moment at which a heartbeat was stored, from what was known before and after it. */
export function momentOf(
  { before, after }: { before: Tracker | null; after: Tracker | null },
  classify: (key: string) => Verdict,
): Moment {
  const isBuilding = (tracker: Tracker | null) =>
    tracker?.key != null && tracker.presence === "active" && classify(tracker.key).category === "build";
  const { at, offset } = after ?? { at: 0, offset: 0 };
  return {
    wasIdle: before !== null && before.presence !== "active",
    wasBuilding: isBuilding(before),
    isIdle: after?.presence !== "active",
    isBuilding: isBuilding(after),
    day: localDay(at, offset),
    hour: localHour(at, offset),
  };
}

/** Whether to nudge now: at most once a day, only where building dominates, and never in quiet hours. */
export function isNudgeDue(nudging: Nudging, nudgedOn: string | null, zone: Zone, moment: Moment): boolean {
  const isBreak = (moment.wasIdle && !moment.isIdle) || (moment.wasBuilding && !moment.isBuilding && !moment.isIdle);
  const dominates = zone === "factory-trap" || zone === "drifting";
  return nudging.isOn && dominates && isBreak && nudgedOn !== moment.day && !isQuiet(nudging, moment.hour);
}

function isQuiet({ quietFrom, quietUntil }: Nudging, hour: number): boolean {
  return quietFrom < quietUntil ? hour >= quietFrom && hour < quietUntil : hour >= quietFrom || hour < quietUntil;
}
