import { say } from "../texts/say";
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
  /** Until when nothing is recorded, epoch milliseconds, after now; null: it is. */
  pausedUntil: number | null;
  running: Pick<Block, "title" | "until"> | null;
  due: Pick<Block, "title"> | null;
  /** Whether the user is nudged to a move. */
  isNudged: boolean;
  /** Whether a finished week waits to be looked at. */
  isWeekReady: boolean;
}

/** An instant, and the minutes ahead of UTC of the user's clock at any. */
interface Now {
  at: number;
  offsetAt(at: number): number;
}

/** One degree of the dial is less than a pixel at any size that a toolbar has. */
const STEPS = 180;
const MINUTE_MS = 60_000;

/** The face for a meter. Of several claims on badge and tooltip the first wins: paused, running block, due plan, nudge, finished week, share. */
export function faceOf(meter: Meter, { pausedUntil, running, due, isNudged, isWeekReady }: Claims, now: Now): Face {
  const line = meterLine(meter);
  const hasVerdict = meter.zone !== "not-enough-data" && meter.share !== null;
  const face: Face = {
    zone: meter.zone,
    needle: meter.share === null ? null : Math.round((1 - meter.share) * STEPS) / STEPS,
    target: meter.target,
    // A badge has no room for the space that some languages write in a percentage.
    badge: hasVerdict ? formatShare(meter.share ?? 0).replace(/\s/g, "") : "",
    tooltip: line,
  };
  if (pausedUntil !== null) {
    const clock = formatClock(pausedUntil, now.offsetAt(pausedUntil));
    return { ...face, zone: "paused", needle: null, badge: "", tooltip: say("face_paused", { clock }) };
  }
  if (running?.until) {
    const minutes = Math.max(1, Math.ceil((running.until - now.at) / MINUTE_MS));
    const left = say("face_badgeLeft", { minutes });
    return { ...face, badge: left, tooltip: `${say("face_left", { left, title: running.title })}\n${line}` };
  }
  if (due)
    return { ...face, badge: say("face_badgeDue"), tooltip: `${say("face_due", { title: due.title })}\n${line}` };
  if (isNudged) return { ...face, badge: say("face_badgeMove"), tooltip: `${say("face_nudge")}\n${line}` };
  if (isWeekReady) return { ...face, badge: say("face_badgeWeek"), tooltip: `${say("face_week")}\n${line}` };
  return face;
}

/** The face while nothing can be recorded; `what` says why. */
export function stoppedFace(what: string): Face {
  return { zone: "stopped", needle: null, target: 0.5, badge: "!", tooltip: say("face_stopped", { what }) };
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
