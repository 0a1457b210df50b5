import type { Block } from "./block";
import type { Meter, Zone } from "./meter";
import { formatClock, formatShare, meterLine } from "./words";

/** What the toolbar shows, as plain values: two faces that are equal look the same. */
export interface Face {
  zone: Zone | "stopped" | "paused";
  /** Where the needle points, build share 0–1 in steps that a 38 px icon can show; null: no needle. */
  needle: number | null;
  /** The share that is aimed at: where the dial's zones lie. */
  target: number;
  badge: string;
  tooltip: string;
}

/** What claims the badge before the share does. */
export interface Claims {
  /** Until when nothing is recorded, epoch milliseconds; null: it is. */
  pausedUntil: number | null;
  running: Pick<Block, "title" | "until"> | null;
  due: Pick<Block, "title"> | null;
  /** Whether the user is nudged to a move. */
  isNudged: boolean;
}

/** An instant, with the minutes ahead of UTC of the user's clock. */
interface Instant {
  at: number;
  offset: number;
}

/** One degree of the dial is less than a pixel at any size that a toolbar has. */
const STEPS = 180;
const MINUTE_MS = 60_000;

/** The face for a meter. Of several claims on badge and tooltip the first wins: paused, running block, due plan, nudge, share. */
export function faceOf(meter: Meter, { pausedUntil, running, due, isNudged }: Claims, now: Instant): Face {
  const line = meterLine(meter);
  const hasVerdict = meter.zone !== "not-enough-data" && meter.share !== null;
  const face: Face = {
    zone: meter.zone,
    needle: meter.share === null ? null : Math.round((1 - meter.share) * STEPS) / STEPS,
    target: meter.target,
    badge: hasVerdict ? formatShare(meter.share ?? 0) : "",
    tooltip: line,
  };
  if (pausedUntil !== null && pausedUntil > now.at) {
    const until = formatClock(pausedUntil, now.offset);
    return { ...face, zone: "paused", needle: null, badge: "", tooltip: `Paused until ${until}: nothing is recorded` };
  }
  if (running?.until) {
    const left = `${Math.max(1, Math.ceil((running.until - now.at) / MINUTE_MS))}m`;
    return { ...face, badge: left, tooltip: `${left} left: ${running.title}\n${line}` };
  }
  if (due) return { ...face, badge: "due", tooltip: `Due now: ${due.title}\n${line}` };
  if (isNudged) return { ...face, badge: "move", tooltip: `One move towards users is waiting\n${line}` };
  return face;
}

/** The face while nothing can be recorded; `what` says why. */
export function stoppedFace(what: string): Face {
  return { zone: "stopped", needle: null, target: 0.5, badge: "!", tooltip: `Recording is stopped: ${what}` };
}

/** The next instant at which the face changes by itself, epoch milliseconds; null when none is promised. */
export function nextPromise(
  { pausedUntil, running }: Pick<Claims, "pausedUntil" | "running">,
  planned: Pick<Block, "plan"> | null,
  now: number,
): number | null {
  const promised = [pausedUntil, running?.until, planned?.plan?.at].filter((at) => at != null && at > now) as number[];
  return promised.length > 0 ? Math.min(...promised) : null;
}
