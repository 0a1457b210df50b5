import { type Current, currentOf } from "./block";
import { nextQuestion } from "./checkin";
import { type Dismissal, isDismissed } from "./dismissal";
import type { FactKind } from "./facts";
import { moves } from "./moves/catalogue";
import type { Move } from "./moves/move";
import { explain, rankMoves } from "./moves/rank";
import { readSigns } from "./signs";
import type { Reading, Sign } from "./signs/sign";
import type { Situation } from "./situation";
import type { WeekSign } from "./week";

/** A sign that shows, as plain values. */
export type ShownSign = Omit<Sign, "read"> & Reading;

/** A move on offer, and why this one now. */
export interface Offer extends Move {
  reason: string;
}

/** What the popup tells beside the meter, as plain values. */
export interface Outlook {
  /** Signs that show, in the order in which they are shown; without those that the user calls untrue. */
  signs: ShownSign[];
  /** What the check-in asks; null when nothing is due. */
  question: FactKind | null;
  /** The best first. */
  offers: Offer[];
  now: Current;
}

/** Moves beyond these are asked for by nobody in one look. */
const MOST_OFFERS = 12;

export function outlookOf(
  situation: Situation,
  dismissals: readonly Dismissal[],
  passedOver: Readonly<Partial<Record<FactKind, string>>>,
): Outlook {
  const { today, facts, blocks, now } = situation;
  // Signs are part of the verdict: before there is one they would judge an anecdote.
  const read = situation.meter.zone === "not-enough-data" ? [] : readSigns(situation);
  const shown = read.filter(({ sign }) => !isDismissed(dismissals, sign.id, today));
  const question = nextQuestion(facts, passedOver, today);
  const isAsked = shown.some(({ asks }) => asks?.kind === question && asks.project === null);
  return {
    signs: shown.map(({ sign: { read: _, ...sign }, ...reading }) => ({ ...sign, ...reading })),
    // What a sign asks already is not asked twice.
    question: isAsked ? null : question,
    offers: rankMoves(moves, situation)
      .slice(0, MOST_OFFERS)
      .map((move) => ({ ...move, reason: explain(move, situation) })),
    now: currentOf(blocks, now, today),
  };
}

/** The signs as a week tells them: what asks is no finding, and good news is its zone and blocks. */
export function weekSigns(situation: Situation, dismissals: readonly Dismissal[]): WeekSign[] {
  return readSigns(situation).flatMap(({ sign: { id, words, isGood }, level, evidence }) => {
    if (isGood || level === "none" || level === "unknown") return [];
    return { id, words, level, evidence, dismissed: isDismissed(dismissals, id, situation.today) };
  });
}
