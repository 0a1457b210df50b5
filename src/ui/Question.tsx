import type { JSX } from "preact";
import { say, type TextName } from "../texts/say";
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

const numbers: Record<NumberKind, { ask: TextName; none: TextName }> = {
  customers: { ask: "ui_askCustomers", none: "ui_askCustomersNone" },
  visitors: { ask: "ui_askVisitors", none: "ui_askVisitorsNone" },
  users: { ask: "ui_askUsers", none: "ui_askUsersNone" },
  revenue: { ask: "ui_askRevenue", none: "ui_askRevenueNone" },
};

const shown: { value: Shown; text: TextName }[] = [
  { value: "pipeline", text: "ui_askShownPipeline" },
  { value: "result", text: "ui_askShownResult" },
  { value: "nothing", text: "ui_askShownNothing" },
];

/** No outcome is larger, in any currency. */
const MOST = 999_999_999_999;

/** One question of the check-in, with the shortest way to answer it. */
export function Question({ kind, asker, onAnswer, onPass }: Props): JSX.Element {
  const pass = onPass && (
    <button type="button" class="link" onClick={onPass}>
      {say("ui_askPass")}
    </button>
  );
  return kind === "shown" ? (
    <fieldset class="factquestion" data-kind={kind}>
      <legend>{say("ui_askShown")}</legend>
      <div class="answers">
        {shown.map(({ value, text }) => (
          <button key={value} type="button" data-answer={value} onClick={() => onAnswer(value)}>
            {say(text)}
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
      <label for={`${asker}-${kind}`}>{say(numbers[kind].ask)}</label>
      <div class="answers">
        <input id={`${asker}-${kind}`} type="number" name="number" required min={0} max={MOST} step={1} />
        <button type="submit">{say("ui_askSave")}</button>
        <button type="button" data-answer="0" onClick={() => onAnswer(0)}>
          {say(numbers[kind].none)}
        </button>
        {pass}
      </div>
    </form>
  );
}
