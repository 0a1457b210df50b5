import { type Heartbeat, OTHER_APPS, type Presence } from "./heartbeat";
import { cutByBlocks, type Period, type RunningBlock, withoutPause } from "./period";
import type { Span } from "./span";

/** A longer gap between two heartbeats is sleep, not a late alarm: it counts nothing. Alarms come each 30 s, up to 60 s late. */
export const LONGEST_GAP_MS = 90_000;

/** What can be heard holds presence without input for so long: a film or a call, not a radio left on. */
const LONGEST_LISTENING_MS = 2 * 3_600_000;

/** What the user decides about recording. */
export interface Recording {
  /** Idle threshold, seconds, 15–900. */
  idleSeconds: number;
  /** Hosts that leave no trace, with their subdomains. */
  neverRecord: readonly string[];
  /** A pause, epoch milliseconds; nothing is counted from its start to its end. */
  pause: Period | null;
}

/** Browsers tell of idleness from 15 s on; beyond 15 min nobody is present who does nothing. */
export function isIdleThreshold(seconds: unknown): seconds is number {
  return Number.isInteger(seconds) && Number(seconds) >= 15 && Number(seconds) <= 900;
}

/** All that the next heartbeat needs to know of the ones before. Stored with the spans: nothing depends on memory. */
export interface Tracker {
  at: number;
  offset: number;
  presence: Presence;
  /** Page key that holds the attention since `at`, `OTHER_APPS`, or null when nothing countable does. */
  key: string | null;
  audible: boolean;
  /** The steady clock at `at`, milliseconds: what `stepOf` makes of all steps between heartbeats. */
  elapsed: number;
  /** The steady clock at the last input, known while idle; null when a locked screen or a sleep has ended that presence. */
  inputAt: number | null;
}

export interface Merge {
  tracker: Tracker;
  /** Attention gained since the last heartbeat: none, one stretch, or two around a pause. */
  gained: Span[];
  /** Silent attention after this instant of the steady clock was no presence after all; null when nothing changes. */
  cutBack: number | null;
}

/**
 * Merges one heartbeat into the tracker's state. Pure.
 *
 * The time between two heartbeats belongs to what the earlier one saw, in the earlier one's local time:
 *
 *     last ------------- beat
 *      github.com (gained)      x.com from here on
 *
 * unless the browser was started in between, the clock ran backwards or the gap is longer than `LONGEST_GAP_MS`.
 * Time within one of the blocks, which do not overlap and are ordered, is a span of its own. The first `idle` after other presence says that the last input was one threshold ago, and cuts back to it.
 */
export function mergeHeartbeat(
  last: Tracker | null,
  beat: Heartbeat,
  recording: Recording,
  blocks: readonly RunningBlock[] = [],
): Merge {
  const gap = last ? beat.at - last.at : 0;
  const elapsed = last ? last.elapsed + stepOf(gap, last, beat) : 0;
  const turnsIdle = beat.presence === "idle" && last?.presence !== "idle";
  const lastInput = elapsed - recording.idleSeconds * 1000;
  const held = heldPage(beat, recording.neverRecord);
  return {
    tracker: {
      at: beat.at,
      offset: beat.offset,
      presence: beat.presence,
      key: held,
      audible: beat.audible && held !== null && held !== OTHER_APPS,
      elapsed,
      inputAt: beat.presence === "idle" ? inputBefore(last, lastInput, slept(gap, last, beat)) : null,
    },
    gained: last && bridges(gap, beat) ? gainedSince(last, beat.at, recording.pause, blocks) : [],
    cutBack: turnsIdle ? lastInput : null,
  };
}

/**
 * How far back a heartbeat may be dated that tells late of what it has found, epoch milliseconds: not before the heartbeat before it,
 * and a gap that counts nothing stays one.
 */
export function earliestDate(lastAt: number, now: number): number {
  const isBridged = now - lastAt <= LONGEST_GAP_MS;
  return isBridged ? Math.min(lastAt, now) : Math.max(lastAt + LONGEST_GAP_MS + 1, now - LONGEST_GAP_MS);
}

/**
 * How far the steady clock goes on over a gap.
 *
 *     attended ----- sleep, or the clock set forwards ----- active
 *
 * Idleness is measured in time awake, so such a gap may hold as good as nothing of it: were it counted, an `idle` soon
 * after it could not be cut back to an input before it. The seconds awake in it are unknown; at most one alarm's 30.
 */
function stepOf(gap: number, last: Tracker, beat: Heartbeat): number {
  const unseen = slept(gap, last, beat) && last.presence === "active" && beat.presence === "active";
  return unseen ? 0 : Math.max(0, gap);
}

/** Whether the machine has slept since the last heartbeat, as far as that is known: while something holds the attention, alarms come. */
function slept(gap: number, last: Tracker | null, beat: Heartbeat): boolean {
  const isAttended = last !== null && last.key !== null && (last.presence === "active" || last.audible);
  return isAttended && gap > LONGEST_GAP_MS && beat.cause !== "startup";
}

/** The last input before an `idle` heartbeat, on the steady clock. After a locked screen or a sleep there was none that counts. */
function inputBefore(last: Tracker | null, lastInput: number, hasSlept: boolean): number | null {
  if (last?.presence === "locked" || hasSlept) return null;
  return last?.presence === "idle" ? last.inputAt : lastInput;
}

function bridges(gap: number, beat: Heartbeat): boolean {
  return beat.cause !== "startup" && gap > 0 && gap <= LONGEST_GAP_MS;
}

function heldPage(beat: Heartbeat, neverRecord: readonly string[]): string | null {
  if (beat.private) return null;
  if (!beat.focused) return OTHER_APPS;
  return beat.page !== null && !isListed(beat.page, neverRecord) ? beat.page : null;
}

/** Whether the page key's host is one of the hosts or a subdomain of one. */
function isListed(key: string, hosts: readonly string[]): boolean {
  const site = key.split("/", 1)[0] ?? key;
  const host = site.replace(/:\d+$/, "");
  return hosts.some((listed) => site === listed || host === listed || host.endsWith(`.${listed}`));
}

function gainedSince(last: Tracker, until: number, pause: Period | null, blocks: readonly RunningBlock[]): Span[] {
  const { key, at, offset, audible, presence, inputAt } = last;
  if (key === null || presence === "locked") return [];
  if (presence === "idle" && (!audible || inputAt === null)) return [];
  const listeningEnds = inputAt === null ? until : at + inputAt + LONGEST_LISTENING_MS - last.elapsed;
  const counted = withoutPause({ from: at, until: Math.min(until, listeningEnds) }, pause);
  return counted
    .flatMap((period) => cutByBlocks(period, blocks))
    .map(({ from, until: end, id }) => {
      const span = { key, start: from, end, offset, audible, elapsed: last.elapsed + end - at };
      return id === undefined ? span : { ...span, block: id };
    });
}
