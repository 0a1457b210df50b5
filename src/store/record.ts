import type { Heartbeat } from "../attention/heartbeat";
import { mergeHeartbeat, type Tracker } from "../attention/merge";
import type { RunningBlock } from "../attention/period";
import { cutSpan, joinSpans, type Span } from "../attention/span";
import type { TracedBeat } from "../attention/trace";
import type { Database, StoredSpan } from "./database";
import { type Daybook, openDaybook } from "./daybook";
import { readSettings, type Settings } from "./settings";

export interface Recorder {
  /**
   * Stores a heartbeat after all those before it, and resolves with what it changed; null when it was stored along with an earlier
   * one. Rejects when that failed; it then waits for the next one's try.
   */
  record(beat: Heartbeat): Promise<Step | null>;
}

/** What was known before some heartbeats, and after. */
export interface Step {
  before: Tracker | null;
  after: Tracker | null;
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
  };
}

/** Merges heartbeats into the stored state, with their spans and days, in ONE transaction: all or nothing. */
export async function recordAll(db: Database, beats: readonly Heartbeat[]): Promise<Step> {
  return db.transaction("rw", [db.spans, db.days, db.tracker, db.trace, db.settings, db.blocks], async () => {
    const [stored, { settings }] = await Promise.all([db.tracker.get("tracker"), readSettings(db)]);
    let tracker = stored?.tracker ?? null;
    let open = stored?.open ?? null;
    const blocks = await readRunning(
      db,
      Math.min(tracker?.at ?? Number.POSITIVE_INFINITY, ...beats.map(({ at }) => at)),
    );
    const book = openDaybook(db);
    for (const beat of beats) {
      const merge = mergeHeartbeat(tracker, beat, settings, blocks);
      for (const span of merge.gained) open = await addSpan(db, book, open, span);
      if (merge.cutBack !== null) open = await cutSpans(db, book, open, merge.cutBack);
      tracker = merge.tracker;
      if (isTracing(settings, beat.at)) await db.trace.add(traced(beat, merge.tracker.key, settings));
    }
    await book.write();
    if (tracker) await db.tracker.put({ tracker, open }, "tracker");
    return { before: stored?.tracker ?? null, after: tracker };
  });
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

async function addSpan(db: Database, book: Daybook, open: StoredSpan | null, span: Span): Promise<StoredSpan> {
  await book.enter(span, 1);
  const joined = open && joinSpans(open, span);
  if (!joined) return { ...span, id: await db.spans.add(span) };
  const longer = { ...joined, id: open.id };
  await db.spans.put(longer);
  return longer;
}

/** Takes silent attention after an instant of the steady clock out of the spans and the days. Returns what is left of the open span. */
async function cutSpans(
  db: Database,
  book: Daybook,
  open: StoredSpan | null,
  upTo: number,
): Promise<StoredSpan | null> {
  const tail = await db.spans
    .orderBy("id")
    .reverse()
    .until((span) => span.elapsed <= upTo)
    .toArray();
  let left = open;
  for (const span of tail) {
    const { kept, removed } = cutSpan(span, upTo);
    if (!removed) continue;
    await book.enter(removed, -1);
    const shorter = kept && { ...kept, id: span.id };
    if (shorter) await db.spans.put(shorter);
    else await db.spans.delete(span.id);
    if (span.id === open?.id) left = shorter;
  }
  return left;
}
