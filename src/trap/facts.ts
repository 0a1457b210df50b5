/** Numbers that the user tells about the outcome. Unknown is not zero: a sign that lacks one asks for it. */
export const numberKinds = ["customers", "visitors", "users", "revenue"] as const;
export type NumberKind = (typeof numberKinds)[number];

/** What the user showed someone in the last week: the pipeline they built, a result that a user got, or nothing. */
export const shownAnswers = ["pipeline", "result", "nothing"] as const;
export type Shown = (typeof shownAnswers)[number];

interface Told {
  /** Epoch milliseconds. */
  at: number;
  /** Local day. */
  day: string;
  /** Id of the project that it is about; null: of all together. */
  project: string | null;
}

/** `visitors` are a week's, `revenue` is a month's in the user's currency, `customers` and `users` are those so far; from 0. */
export interface NumberFact extends Told {
  kind: NumberKind;
  value: number;
}

export interface ShownFact extends Told {
  kind: "shown";
  value: Shown;
}

/** What the user has told, and when. Facts are never changed: a newer one of the same kind and project holds. */
export type Fact = NumberFact | ShownFact;

export type FactKind = Fact["kind"];

/** All numbers of a kind, the oldest first. */
export function numbersOf(facts: readonly Fact[], kind: NumberKind, project: string | null = null): NumberFact[] {
  const found = facts.filter((fact): fact is NumberFact => fact.kind === kind && fact.project === project);
  return found.sort((a, b) => a.at - b.at);
}

/** The newest number of a kind; null when the user has told none. */
export function latestNumber(
  facts: readonly Fact[],
  kind: NumberKind,
  project: string | null = null,
): NumberFact | null {
  return numbersOf(facts, kind, project).at(-1) ?? null;
}

/** The newest answer to "what did you show someone?"; null when there is none. */
export function latestShown(facts: readonly Fact[]): ShownFact | null {
  const found = facts.filter((fact): fact is ShownFact => fact.kind === "shown");
  return found.sort((a, b) => a.at - b.at).at(-1) ?? null;
}
