import { addDays } from "../attention/day";

/** A sign that the user has called untrue. It hides for some days; the week tells that it was dismissed. */
export interface Dismissal {
  /** Id of the sign. */
  sign: string;
  /** Epoch milliseconds. */
  at: number;
  /** Local day. */
  day: string;
  /** Why, in the user's words; empty when they gave no reason. */
  reason: string;
}

/** One window of the verdict: what the sign saw then has left it by the time it may come back. */
const HIDDEN_DAYS = 14;

/** Whether a sign is hidden on a local day. */
export function isDismissed(dismissals: readonly Dismissal[], sign: string, today: string): boolean {
  return dismissals.some((one) => one.sign === sign && today < addDays(one.day, HIDDEN_DAYS));
}
