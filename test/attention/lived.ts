import { localDay } from "../../src/attention/day";
import type { Heartbeat } from "../../src/attention/heartbeat";
import { type Merge, mergeHeartbeat, type Recording, type Tracker } from "../../src/attention/merge";
import type { RunningBlock } from "../../src/attention/period";
import { cutSpan, joinSpans, type Span } from "../../src/attention/span";
import { MONDAY } from "./life";

/** The settings of who has set nothing. */
export const usual: Recording = { idleSeconds: 180, neverRecord: [], pause: null };

/** The spans that heartbeats leave, as `09:00:00-09:00:30 github.com`, with `#7` in block 7, in the order in which they were lived. */
export function lived(
  beats: readonly Heartbeat[],
  recording: Partial<Recording> = {},
  blocks: readonly RunningBlock[] = [],
): string[] {
  return spansOf(beats, recording, blocks).map(draw);
}

/** The tracker after the heartbeats. */
export function trackerAfter(beats: readonly Heartbeat[], recording: Partial<Recording> = {}): Tracker | null {
  return beats.reduce<Tracker | null>(
    (tracker, beat) => mergeHeartbeat(tracker, beat, { ...usual, ...recording }).tracker,
    null,
  );
}

/** The same spans as they are. */
export function spansOf(
  beats: readonly Heartbeat[],
  recording: Partial<Recording>,
  blocks: readonly RunningBlock[],
): Span[] {
  let tracker: Tracker | null = null;
  let spans: Span[] = [];
  for (const beat of beats) {
    const merge: Merge = mergeHeartbeat(tracker, beat, { ...usual, ...recording }, blocks);
    for (const span of merge.gained) {
      const last = spans.at(-1);
      const joined = last && joinSpans(last, span);
      spans = joined ? [...spans.slice(0, -1), joined] : [...spans, span];
    }
    const { cutBack } = merge;
    if (cutBack !== null) spans = spans.flatMap((span) => cutSpan(span, cutBack).kept ?? []);
    tracker = merge.tracker;
  }
  return spans;
}

function draw({ key, start, end, offset, audible, block }: Span): string {
  const day = localDay(start, offset);
  const marks = `${audible ? " audible" : ""}${block === undefined ? "" : ` #${block}`}`;
  const stretch = `${clock(start, offset)}-${clock(end, offset)} ${key}${marks}`;
  return day === MONDAY ? stretch : `${day} ${stretch}`;
}

function clock(at: number, offset: number): string {
  return new Date(at + offset * 60_000).toISOString().slice(11, 23).replace(".000", "");
}
