import type { NumberKind } from "../facts";
import type { Situation } from "../situation";

/** How strongly a sign shows. Between "present" and "clears" it is possible; `unknown`: a fact is missing to judge it. */
export type Level = "none" | "unknown" | "possible" | "present" | "severe";

/** What a sign says of a situation. */
export interface Reading {
  level: Level;
  /** One sentence with numbers; for `unknown` what is missing and why. Empty for `none`. */
  evidence: string;
  /** The number that is missing; null when none is. */
  asks: { kind: NumberKind; project: string | null } | null;
}

/** One of the source's warning signs, or of its good news. */
export interface Sign {
  id: string;
  /** What it says, in the source's words where it has some. */
  words: string;
  /** Whether the words stand in the source. */
  isQuoted: boolean;
  /** Good news, and shown as such. */
  isGood: boolean;
  /** One sentence: what makes it go away, or for good news what keeps it. */
  clearsWhen: string;
  read(situation: Situation): Reading;
}
