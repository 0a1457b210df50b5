import type { Meter, Zone } from "./meter";
import { formatShare, meterLine } from "./words";

/** What the toolbar shows, as plain values: two faces that are equal look the same. */
export interface Face {
  zone: Zone | "stopped";
  /** Where the needle points, build share 0–1 in steps that a 38 px icon can show; null: no needle. */
  needle: number | null;
  badge: string;
  tooltip: string;
}

/** One degree of the dial is less than a pixel at any size that a toolbar has. */
const STEPS = 180;

export function faceOf(meter: Meter): Face {
  const hasVerdict = meter.zone !== "not-enough-data" && meter.share !== null;
  return {
    zone: meter.zone,
    needle: meter.share === null ? null : Math.round((1 - meter.share) * STEPS) / STEPS,
    badge: hasVerdict ? formatShare(meter.share ?? 0) : "",
    tooltip: meterLine(meter),
  };
}

/** The face while nothing can be recorded; `what` says why. */
export function stoppedFace(what: string): Face {
  return { zone: "stopped", needle: null, badge: "!", tooltip: `Recording is stopped: ${what}` };
}
