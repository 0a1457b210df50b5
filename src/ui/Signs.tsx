import type { JSX } from "preact";
import { say, sayCount, sayNumber, type TextName } from "../texts/say";
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
  onDismiss(sign: ShownSign): void;
  /** The sign that was dismissed last, while that can be taken back. */
  hidden: Pick<ShownSign, "words" | "isQuoted"> | null;
  onUndo(): void;
}

/** How strongly a sign shows, in a word: the mark's colour and shape are not its only carriers. */
const levels: Record<Exclude<Level, "none">, TextName> = {
  severe: "ui_signSevere",
  present: "ui_signPresent",
  unknown: "ui_signUnknown",
  possible: "ui_signPossible",
};

/** Where there are more, all but the strongest wait under a fold. */
const MOST_SHOWN = 2;

/** The warning signs that show, each with its evidence: of the strongest at once, of the others when opened. */
export function Signs({ signs, empty, onFact, onDismiss, hidden, onUndo }: Props): JSX.Element {
  const warnings = signs.filter(({ isGood, level }) => !isGood && (level === "present" || level === "severe"));
  // One of many leaves the first screen room for the move: a popup is read in ten seconds.
  const shown = signs.length > MOST_SHOWN ? 1 : signs.length;
  const row = (sign: ShownSign, i: number) => (
    <SignRow key={sign.id} sign={sign} isFirst={i === 0} onFact={onFact} onDismiss={onDismiss} />
  );
  return (
    <section class="signs" aria-labelledby="signs">
      <h2 id="signs" tabIndex={-1}>
        {say("ui_signs")}
        {warnings.length > 0 && <span class="count"> {sayNumber(warnings.length)}</span>}
      </h2>
      <p class="quiet" role="status">
        {hidden && (
          <>
            {say("ui_signHidden", { words: wordsOf(hidden) })}{" "}
            <button type="button" class="link" data-act="undo-dismiss" onClick={onUndo}>
              {say("ui_undo")}
            </button>
          </>
        )}
      </p>
      {signs.length === 0 && <p class="quiet">{empty}</p>}
      <ul>{signs.slice(0, shown).map(row)}</ul>
      {signs.length > shown && (
        <details class="more">
          <summary>{moreWords(signs.slice(shown))}</summary>
          <ul>{signs.slice(shown).map((sign, i) => row(sign, shown + i))}</ul>
        </details>
      )}
    </section>
  );
}

/** `1 more present, 4 to look at`. */
function moreWords(signs: readonly ShownSign[]): string {
  const here = signs.filter(({ isGood, level }) => !isGood && (level === "present" || level === "severe")).length;
  const others = signs.length - here;
  if (here === 0) return sayCount("ui_signsToLookAt", others);
  return others === 0 ? sayCount("ui_signsPresent", here) : sayCount("ui_signsBoth", here, { others });
}

type RowProps = Pick<Props, "onFact" | "onDismiss"> & { sign: ShownSign; isFirst: boolean };

function SignRow({ sign, isFirst, onFact, onDismiss }: RowProps): JSX.Element {
  const { id, level, isGood, evidence, clearsWhen, asks } = sign;
  return (
    <li data-sign={id} data-level={level} class={isGood ? "good" : level}>
      <details>
        <summary>
          <span class="mark" aria-hidden="true" />
          <span class="words">{wordsOf(sign)}</span>
          <span class="level">{say(isGood ? "ui_signGood" : levels[level as keyof typeof levels])}</span>
          {isFirst && <span class="evidence">{evidence}</span>}
        </summary>
        {!isFirst && <p>{evidence}</p>}
        {asks ? <Ask sign={id} asks={asks} onFact={onFact} /> : <p class="quiet">{clearsWhen}</p>}
        {!isGood && (
          <button type="button" class="link" data-act="dismiss" onClick={() => onDismiss(sign)}>
            {say("ui_signDismiss")}
          </button>
        )}
      </details>
    </li>
  );
}

type AskProps = Pick<Props, "onFact"> & { sign: string; asks: NonNullable<ShownSign["asks"]> };

function wordsOf({ words, isQuoted }: Pick<ShownSign, "words" | "isQuoted">): string {
  return isQuoted ? quote(words) : words;
}

/** In the language's quotation marks, once; plain ones within become its single ones. */
function quote(words: string): string {
  const bare = words.replace(/^["“„«「](.*)["”“»」]$/, "$1");
  return say("ui_signQuote", {
    words: bare.replace(/"([^"]*)"/g, (_, within) => say("ui_signQuoteWithin", { words: within })),
  });
}

function Ask({ sign, asks, onFact }: AskProps): JSX.Element {
  const { kind, project } = asks;
  return <Question asker={sign} kind={kind} onAnswer={(value) => onFact(kind, Number(value), project)} />;
}
