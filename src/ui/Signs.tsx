import type { JSX } from "preact";
import type { NumberKind } from "../trap/facts";
import type { ShownSign } from "../trap/outlook";
import type { Level } from "../trap/signs/sign";
import { Question } from "./Question";
import "./signs.css";

interface Props {
  signs: readonly ShownSign[];
  /** What an empty list means. */
  empty: string;
  onFact(kind: NumberKind, value: number, project: string | null): void;
  onDismiss(sign: string): void;
}

/** How strongly a sign shows, in a word: the mark's colour and shape are not its only carriers. */
const levels: Record<Exclude<Level, "none">, string> = {
  severe: "Severe",
  present: "Present",
  unknown: "Tell me more",
  possible: "Possible",
};

/** The warning signs that show, each with its evidence: the strongest opened, the others folded. */
export function Signs({ signs, empty, onFact, onDismiss }: Props): JSX.Element {
  const warnings = signs.filter(({ isGood, level }) => !isGood && (level === "present" || level === "severe"));
  return (
    <section class="signs" aria-labelledby="signs">
      <h2 id="signs">Warning signs{warnings.length > 0 && <span class="count"> {warnings.length}</span>}</h2>
      {signs.length === 0 && <p class="quiet">{empty}</p>}
      <ul>
        {signs.map((sign, i) => (
          <li key={sign.id} data-sign={sign.id} data-level={sign.level} class={sign.isGood ? "good" : sign.level}>
            <details open={i === 0}>
              <summary>
                <span class="mark" aria-hidden="true" />
                <span class="words">{sign.isQuoted ? `“${sign.words.replace(/^[“"]|[”"]$/g, "")}”` : sign.words}</span>
                <span class="level">{sign.isGood ? "Good news" : levels[sign.level as keyof typeof levels]}</span>
              </summary>
              <p>{sign.evidence}</p>
              {sign.asks ? <Ask asks={sign.asks} onFact={onFact} /> : <p class="quiet">{sign.clearsWhen}</p>}
              {!sign.isGood && (
                <button type="button" class="link" data-act="dismiss" onClick={() => onDismiss(sign.id)}>
                  Not true for me
                </button>
              )}
            </details>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Ask({ asks, onFact }: { asks: NonNullable<ShownSign["asks"]> } & Pick<Props, "onFact">): JSX.Element {
  return <Question kind={asks.kind} onAnswer={(value) => onFact(asks.kind, Number(value), asks.project)} />;
}
