import { addDays } from "../attention/day";
import { type Fact, type FactKind, latestNumber, latestShown } from "./facts";

/** What the check-in asks, one question at a time, in this order. Revenue is asked for only of those who have told it once. */
const questions: readonly FactKind[] = ["customers", "visitors", "users", "revenue", "shown"];

/** A fact is asked for again after a week, and so is a question that was passed over. */
const AGAIN_AFTER_DAYS = 7;

/** What to ask today; null when nothing is due. `passedOver` has the local days on which questions were. */
export function nextQuestion(
  facts: readonly Fact[],
  passedOver: Readonly<Partial<Record<FactKind, string>>>,
  today: string,
): FactKind | null {
  const isRecent = (day: string | undefined) => day !== undefined && today < addDays(day, AGAIN_AFTER_DAYS);
  const due = questions.find((kind) => {
    const told = kind === "shown" ? latestShown(facts) : latestNumber(facts, kind);
    if (kind === "revenue" && !told) return false;
    return !isRecent(told?.day) && !isRecent(passedOver[kind]);
  });
  return due ?? null;
}
