import { say, sayNumber } from "../texts/say";
import type { BlockState } from "../trap/block";
import type { Fact, FactKind } from "../trap/facts";

/** How a block stands, in a word. */
export function blockStateText(state: BlockState): string {
  return say(`block_state_${state}`);
}

/** What a fact is about. */
export function factKindText(kind: FactKind): string {
  return say(`fact_${kind}`);
}

/** What a fact says. */
export function factValueText(value: Fact["value"]): string {
  return typeof value === "number" ? sayNumber(value) : say(`fact_shown_${value}`);
}
