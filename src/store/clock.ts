import type { Span } from "../attention/span";
import type { StoredSpan } from "./database";

/**
 * The steady clock of spans that were lived before this store's clock began to run: elsewhere, or in a life that a backup brought
 * back. It begins at 0, and the first idle cut-back can reach 15 minutes before that: never as far as this.
 */
export const BEFORE_CLOCK = -3_600_000;

/** A span from elsewhere as one of this store, where no idle cut-back reaches it. Its id has to be below those of its own life. */
export function settleSpan(span: Omit<Span, "elapsed">, id: number): StoredSpan {
  return { ...span, elapsed: BEFORE_CLOCK, id };
}
