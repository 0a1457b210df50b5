import { addDays, daysFrom } from "../../attention/day";
import { type Fact, latestNumber, type NumberKind } from "../facts";
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
  /** What it says, in the source's words where it has some; in the user's language, as `clearsWhen`. */
  readonly words: string;
  /** Whether the words stand in the source. */
  isQuoted: boolean;
  /** Good news, and shown as such. */
  isGood: boolean;
  /** One sentence: what makes it go away, or for good news what keeps it. */
  readonly clearsWhen: string;
  read(situation: Situation): Reading;
}

/** There is nothing of it, or it has cleared. */
export const nothing: Reading = { level: "none", evidence: "", asks: null };

export function finding(level: "possible" | "present" | "severe", evidence: string): Reading {
  return { level, evidence, asks: null };
}

/** A number is missing to judge it, and it would matter. */
export function question(kind: NumberKind, evidence: string, project: string | null = null): Reading {
  return { level: "unknown", evidence, asks: { kind, project } };
}

/** How many days ago a local day was. */
export function daysSince(day: string, today: string): number {
  return daysFrom(addDays(day, 1), today).length;
}

/** What a week's number tells of today is gone after two: as long as the verdict looks back. */
const RECENT_DAYS = 14;

/** Whether a fact is at most 14 local days old. */
export function isRecent(fact: Pick<Fact, "day">, today: string): boolean {
  return fact.day >= addDays(today, -RECENT_DAYS);
}

/** Whether the newest number of all together, or of one project, is so great: a project's is a part of all's. */
export function hasReached(facts: readonly Fact[], kind: NumberKind, least: number): boolean {
  const projects = new Set(facts.map(({ project }) => project));
  return [...projects].some((project) => (latestNumber(facts, kind, project)?.value ?? 0) >= least);
}
