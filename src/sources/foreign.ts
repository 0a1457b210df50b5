import type { DayRow } from "../attention/day";
import { sayCount } from "../texts/say";

/** Why entries of a file were left out, in the order in which it is told. */
export const reasons = [
  "noSite",
  "noDay",
  "unclearDay",
  "otherDay",
  "tooLong",
  "wrongTime",
  "copy",
  "section",
  "private",
  "neverRecord",
] as const;
export type Reason = (typeof reasons)[number];

/** Entries of a file that were left out. */
export interface Skipped {
  reason: Reason;
  count: number;
}

/** What another tool's file holds. */
export interface Foreign {
  /** Id of the tool. */
  tool: string;
  /** By day, then by key; every hour has a whole number of milliseconds. */
  rows: DayRow[];
  skipped: Skipped[];
}

/** What the reading of a file has to be told. */
export interface Reading {
  /** The catalog's page key of a URL; null when it is none. */
  keyOf(url: string): string | null;
  /** Minutes that the user's clock is, or was, ahead of UTC at an instant. */
  offsetAt(at: number): number;
  /** Now, epoch milliseconds: what is still to come was not lived. */
  now: number;
  /** Whether the user has said that a page leaves no trace. */
  isNever?(key: string): boolean;
}

/** A file that cannot be read. The message is for the user: what is wrong, that nothing was changed, and what to do. */
export class ForeignError extends Error {
  override name = "ForeignError";

  constructor(
    message: string,
    /** What was found in it and could not be used. */
    readonly skipped: readonly Skipped[] = [],
  ) {
    super(message);
  }
}

/** What was left out, a sentence for each reason. */
export function saySkipped(skipped: readonly Skipped[]): string[] {
  return skipped.map(({ reason, count }) => sayCount(`import_skipped_${reason}`, count));
}
