import { localDay } from "../attention/day";
import type { Heartbeat } from "../attention/heartbeat";
import { LONGEST_GAP_MS, mergeHeartbeat, type Tracker } from "../attention/merge";
import type { RunningBlock } from "../attention/period";
import type { TracedBeat } from "../attention/trace";
import type { Database, StoredDay } from "./database";
import { openDaybook } from "./daybook";
import { readSettings, type Settings } from "./settings";
import { openSpanbook } from "./spanbook";

export interface Recorder {
  /**
   * Stores a heartbeat after all those before it, and resolves with what it changed; null when it was stored along with an earlier
   * one. Rejects when that failed; it then waits for the next one's try.
   */
  record(beat: Heartbeat): Promise<Step | null>;
  /** The last heartbeat, stored or waiting; null when there is none, or the store cannot say. */
  last(): Promise<Pick<Heartbeat, "at" | "presence"> | null>;
}

/** What was known before some heartbeats, what is known after, and what they have made of their days. */
export interface Step {
  before: Tracker | null;
  after: Tracker | null;
  days: StoredDay[];
}

/** Heartbeats that wait while the store cannot be written; beyond that the oldest go. A day of heavy use has about 10,000. */
const MOST_WAITING = 10_000;

/**
 * Writes heartbeats in the order in which they come, those that arrive together in one transaction.
 * When the store cannot be written they wait, and the next heartbeat tries again with all of them.
 */
export function createRecorder(db: Database): Recorder {
  let waiting: Heartbeat[] = [];
  let writing: Promise<unknown> = Promise.resolve();

  const write = async (): Promise<Step | null> => {
    if (waiting.length === 0) return null;
    const batch = waiting;
    waiting = [];
    try {
      return await recordAll(await db.ready(), batch);
    } catch (error) {
      waiting = [...batch, ...waiting].slice(-MOST_WAITING);
      throw error;
    }
  };

  return {
    record(beat) {
      waiting.push(beat);
      const written = writing.then(write);
      writing = written.catch(() => {});
      return written;
    },
    async last() {
      await writing;
      return waiting.at(-1) ?? readTracker(db);
    },
  };
}

async function readTracker(db: Database): Promise<Tracker | null> {
  try {
    return (await (await db.ready()).tracker.get("tracker"))?.tracker ?? null;
  } catch {
    return null;
  }
}

/** Merges heartbeats into the stored state, with their spans and days, in ONE transaction: all or nothing. */
export async function recordAll(db: Database, beats: readonly Heartbeat[]): Promise<Step> {
  return db.transaction("rw", [db.spans, db.days, db.tracker, db.trace, db.settings, db.blocks], async () => {
    const days = openDaybook(db);
    const [stored, { settings }, blocks] = await Promise.all([
      db.tracker.get("tracker"),
      readSettings(db),
      readRunning(db, earliestOf(beats) - LONGEST_GAP_MS),
      // As a rule this is the day, and the only one, that will be changed.
      beats[0] && days.open(localDay(beats[0].at, beats[0].offset)),
    ]);
    const spans = openSpanbook(db, stored?.open ?? null);
    let tracker = stored?.tracker ?? null;
    for (const beat of beats) {
      const merge = mergeHeartbeat(tracker, beat, settings, blocks);
      for (const span of merge.gained) await Promise.all([spans.add(span), days.enter(span, 1)]);
      if (merge.cutBack !== null) for (const span of await spans.cutBack(merge.cutBack)) await days.enter(span, -1);
      tracker = merge.tracker;
      if (isTracing(settings, beat.at)) await db.trace.add(traced(beat, merge.tracker.key, settings));
    }
    const keep = async () => tracker && db.tracker.put({ tracker, open: spans.open() }, "tracker");
    const [written] = await Promise.all([days.write(), spans.write(), keep()]);
    return { before: stored?.tracker ?? null, after: tracker, days: written };
  });
}

/** A batch may be a whole trace: too many for one call's arguments. */
function earliestOf(beats: readonly Heartbeat[]): number {
  return beats.reduce((earliest, { at }) => Math.min(earliest, at), Number.POSITIVE_INFINITY);
}

/** The blocks that run at an instant or end after it, in order. */
async function readRunning(db: Database, at: number): Promise<RunningBlock[]> {
  const blocks = await db.blocks.where("until").above(at).toArray();
  return blocks
    .flatMap(({ id, from, until }) => (from === null || until === null ? [] : { id, from, until }))
    .sort((a, b) => a.from - b.from);
}

/** A trace ends by itself: a forgotten one must not grow for ever. */
const LONGEST_TRACE_MS = 7 * 24 * 3_600_000;

function isTracing({ tracingSince }: Settings, at: number): boolean {
  return tracingSince !== null && at >= tracingSince && at < tracingSince + LONGEST_TRACE_MS;
}

/** What of a heartbeat may stand in a trace: a page that is never recorded stands in none. */
function traced(beat: Heartbeat, held: string | null, { idleSeconds, pause }: Settings): TracedBeat {
  const page = beat.focused && !beat.private ? held : null;
  return { beat: { ...beat, page }, recording: { idleSeconds, pause } };
}
