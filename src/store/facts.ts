import type { Dismissal } from "../trap/dismissal";
import { type Fact, numberKinds, shownAnswers } from "../trap/facts";
import type { Database } from "./database";

/** All that the user has told about the outcome. */
export interface Told {
  facts: Fact[];
  dismissals: Dismissal[];
}

export async function readTold(db: Database): Promise<Told> {
  const [facts, dismissals] = await Promise.all([db.facts.toArray(), db.dismissals.toArray()]);
  return { facts, dismissals };
}

/** Adds a fact; those before stay. Throws a RangeError, and stores nothing, when its value makes no sense. */
export async function addFact(db: Database, fact: Fact): Promise<void> {
  const isNumber = numberKinds.some((kind) => kind === fact.kind);
  const makesSense = isNumber
    ? Number.isSafeInteger(fact.value) && Number(fact.value) >= 0
    : shownAnswers.some((answer) => answer === fact.value);
  if (!makesSense) throw new RangeError(`${fact.kind} cannot be ${JSON.stringify(fact.value)}`);
  await db.facts.add(fact);
}

/** Hides a sign that the user calls untrue. Resolves with what shows it again, as if it had never been hidden. */
export async function dismiss(db: Database, dismissal: Dismissal): Promise<() => Promise<void>> {
  const id = await db.dismissals.add(dismissal);
  return () => db.dismissals.delete(id);
}

/** Takes back what was told by mistake. Resolves with what puts it back. */
export async function removeFact(db: Database, id: number): Promise<() => Promise<void>> {
  const fact = await db.facts.get(id);
  await db.facts.delete(id);
  return async () => {
    if (fact) await db.facts.put(fact);
  };
}
