import { type Figure, isKept } from "./figure";

/** What one bench has found, and what went wrong in it. */
export interface Outcome {
  bench: string;
  figures: Figure[];
  failures: string[];
}

/** Whether the run has failed: a bench could not measure, or a firm budget is broken. */
export function hasFailed({ figures, failures }: Outcome): boolean {
  return failures.length > 0 || figures.some((figure) => figure.budget?.isFirm && isKept(figure) === false);
}
