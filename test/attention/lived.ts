import { localDay } from "../../src/attention/day";
import type { Heartbeat } from "../../src/attention/heartbeat";
import { mergeHeartbeat, type Recording, type Tracker } from "../../src/attention/merge";
import { cutSpan, joinSpans, type Span } from "../../src/attention/span";
import { MONDAY } from "./life";

const usual: Recording = { idleSeconds: 180, neverRecord: [], pause: null };

/** The spans that heartbeats leave, as `09:00:00-09:00:30 github.com`, in the order in which they were lived. */
export function lived(beats: readonly Heartbeat[], recording: Partial<Recording> = {}): string[] {
  return spansOf(beats, { ...usual, ...recording }).map(draw);
}

/** The tracker after the heartbeats. */
export function trackerAfter(beats: readonly Heartbeat[], recording: Partial<Recording> = {}): Tracker | null {
  return beats.reduce<Tracker | null>(
    (tracker, beat) => mergeHeartbeat(tracker, beat, { ...usual, ...recording }).tracker,
    null,
  );
}

function spansOf(beats: readonly Heartbeat[], recording: Recording): Span[] {
  let tracker: Tracker | null = null;
  let spans: Span[] = [];
  for (const beat of beats) {
    const {
      gained,
      cutBack,
      tracker: next,
    }: ReturnType<typeof mergeHeartbeat> = mergeHeartbeat(tracker, beat, recording);
    for (const span of gained) {
      const last = spans.at(-1);
      const joined = last && joinSpans(last, span);
      spans = joined ? [...spans.slice(0, -1), joined] : [...spans, span];
    }
    if (cutBack !== null) spans = spans.flatMap((span) => cutSpan(span, cutBack).kept ?? []);
    tracker = next;
  }
  return spans;
}

function draw({ key, start, end, offset, audible }: Span): string {
  const day = localDay(start, offset);
  const stretch = `${clock(start, offset)}-${clock(end, offset)} ${key}${audible ? " audible" : ""}`;
  return day === MONDAY ? stretch : `${day} ${stretch}`;
}

function clock(at: number, offset: number): string {
  return new Date(at + offset * 60_000).toISOString().slice(11, 23).replace(".000", "");
}
