import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import { say } from "../../texts/say";
import { type Fact, type NumberKind, numbersOf } from "../../trap/facts";
import { NumberTrend } from "../../ui/charts/NumberTrend";
import { factKindText } from "../told";

interface Props {
  kind: NumberKind;
  facts: readonly Fact[];
}

/** How one number went, over all that was told of it. */
export function FactTrend({ kind, facts }: Props): JSX.Element {
  const told = useMemo(() => numbersOf(facts, kind).map(({ day, value }) => ({ day, value })), [facts, kind]);
  return (
    <div>
      <h3>{factKindText(kind)}</h3>
      <NumberTrend told={told} label={factKindText(kind)} summary={say("facts_trend", { kind: factKindText(kind) })} />
    </div>
  );
}
