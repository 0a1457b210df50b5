import { setTimeout as spend } from "node:timers/promises";
import type { Span } from "../../src/attention/span";

/** Where the attention went, by the test's own clock. */
export interface Change {
  scenario: string;
  /** Epoch milliseconds. */
  at: number;
  /** Page key, or what it begins with, up to a slash; null where nothing that is judged here has the attention. */
  key: string | null;
  /** How far what is stored may be from this, milliseconds. */
  boundMs: number;
}

/** A change as the store has it. */
export interface Finding extends Change {
  /** Milliseconds that the change came late; negative: early, or lost, where the same page goes on. */
  lateMs: number;
  /** Length of the visit that begins here. */
  truthMs: number;
  countedMs: number;
}

/** What the user really did. */
export class Truth {
  readonly changes: Change[] = [];
  private scenario = "";
  private boundMs = 0;

  begin(scenario: string, boundMs: number): void {
    this.scenario = scenario;
    this.boundMs = boundMs;
  }

  /** The attention is here from now on, or was from a known instant on. */
  mark(key: string | null, { at = Date.now(), boundMs = this.boundMs } = {}): void {
    this.changes.push({ scenario: this.scenario, at, key, boundMs });
  }

  /** The attention goes there by this act, at an instant that nobody knows better than to be half-way through it. */
  async go<T>(key: string | null, act: () => Promise<T>, stayMs = 0): Promise<T> {
    const start = Date.now();
    const gone = await act();
    this.mark(key, { at: (start + Date.now()) / 2 });
    await spend(stayMs);
    return gone;
  }
}

/** Milliseconds of a key within a stretch of time. */
function countedMs(spans: readonly Span[], key: string, from: number, to: number): number {
  return spans
    .filter((span) => span.key === key || span.key.startsWith(`${key}/`))
    .reduce((sum, { start, end }) => sum + Math.max(0, Math.min(end, to) - Math.max(start, from)), 0);
}

function middle(a: Change | undefined, b: Change | undefined): number {
  if (a && b) return (a.at + b.at) / 2;
  return a ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
}

/** Until when nothing of what was left by a change should be counted: about until it comes back. */
function until(changes: readonly Change[], leaving: number, key: string): number {
  const back = changes.findIndex(
    (change, i) => i > leaving && change.key !== null && `${change.key}/`.startsWith(`${key}/`),
  );
  return back < 0 ? Number.POSITIVE_INFINITY : middle(changes[back - 1], changes[back]);
}

/**
 * Judges each change from the middle of the visit before it to the middle of the visit after it; what is left, until it comes back:
 *
 *       github.com      |      x.com       |      reddit.com      |   github.com
 *     ---------+========|========+---------|----------------------|--------
 *              |        |        judged: too much or too little of x.com
 *              |========|=========================================+
 *                                judged: too much or too little of github.com
 */
export function judge(changes: readonly Change[], spans: readonly Span[]): Finding[] {
  return changes.map((change, i) => {
    const [before, after] = [changes[i - 1], changes[i + 1]];
    const [from, to] = [middle(before, change), middle(change, after)];
    const [left, entered] = [before?.key ?? null, change.key];
    let late: number[];
    if (left === entered) late = left === null ? [] : [countedMs(spans, left, from, to) - (to - from)];
    else {
      late = [
        left === null ? 0 : countedMs(spans, left, from, until(changes, i, left)) - (change.at - from),
        entered === null ? 0 : to - change.at - countedMs(spans, entered, from, to),
      ];
    }
    return {
      ...change,
      lateMs: late.reduce((worst, one) => (Math.abs(one) > Math.abs(worst) ? one : worst), 0),
      truthMs: entered === null || !after ? 0 : after.at - change.at,
      countedMs:
        entered === null || !after
          ? 0
          : countedMs(
              spans,
              entered,
              left === entered ? change.at : from,
              after.key === entered ? after.at : middle(after, changes[i + 2]),
            ),
    };
  });
}
