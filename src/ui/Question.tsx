import type { JSX } from "preact";
import type { FactKind, NumberKind, Shown } from "../trap/facts";
import "./question.css";

interface Props {
  kind: FactKind;
  /** What asks: it tells the fields apart where a page asks the same twice. */
  asker: string;
  onAnswer(value: number | Shown): void;
  /** Not now; left out where a question can simply be left. */
  onPass?(): void;
}

const numbers: Record<NumberKind, { ask: string; none: string }> = {
  customers: { ask: "How many paying customers do you have?", none: "None yet" },
  visitors: { ask: "How many visitors did your site have last week?", none: "None" },
  users: { ask: "How many people use it?", none: "Nobody yet" },
  revenue: { ask: "Revenue last month?", none: "None" },
};

const shown: { value: Shown; text: string }[] = [
  { value: "pipeline", text: "The pipeline" },
  { value: "result", text: "A result that a user got" },
  { value: "nothing", text: "Nothing" },
];

/** No outcome is larger, in any currency. */
const MOST = 999_999_999_999;

/** One question of the check-in, with the shortest way to answer it. */
export function Question({ kind, asker, onAnswer, onPass }: Props): JSX.Element {
  const pass = onPass && (
    <button type="button" class="link" onClick={onPass}>
      Not now
    </button>
  );
  return kind === "shown" ? (
    <fieldset class="factquestion" data-kind={kind}>
      <legend>What did you show someone last week?</legend>
      <div class="answers">
        {shown.map(({ value, text }) => (
          <button key={value} type="button" data-answer={value} onClick={() => onAnswer(value)}>
            {text}
          </button>
        ))}
        {pass}
      </div>
    </fieldset>
  ) : (
    <form
      key={kind}
      class="factquestion"
      data-kind={kind}
      onSubmit={(event) => {
        event.preventDefault();
        onAnswer(Number(new FormData(event.currentTarget).get("number")));
        event.currentTarget.reset();
      }}
    >
      <label for={`${asker}-${kind}`}>{numbers[kind].ask}</label>
      <div class="answers">
        <input id={`${asker}-${kind}`} type="number" name="number" required min={0} max={MOST} step={1} />
        <button type="submit">Save</button>
        <button type="button" data-answer="0" onClick={() => onAnswer(0)}>
          {numbers[kind].none}
        </button>
        {pass}
      </div>
    </form>
  );
}
