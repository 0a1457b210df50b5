import type { JSX } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";
import { say } from "../../texts/say";

interface Props {
  question: string;
  /** What is done, on its button, and its `data-act`. */
  confirm: string;
  act: string;
  onConfirm(): void;
  /** Nothing is to be done. */
  onKeep(): void;
}

/** Asks before much is changed. The answer that changes nothing has the focus at first, and Escape gives it too. */
export function Ask({ question, confirm, act, onConfirm, onKeep }: Props): JSX.Element {
  const id = useId();
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => keep.current?.focus(), [question]);
  return (
    <div
      class="ask"
      role="alertdialog"
      aria-labelledby={id}
      onKeyDown={({ key }) => {
        if (key === "Escape") onKeep();
      }}
    >
      <p id={id}>{question}</p>
      <div class="acts">
        <button type="button" class="danger" data-act={act} onClick={onConfirm}>
          {confirm}
        </button>
        <button type="button" data-act="keep" ref={keep} onClick={onKeep}>
          {say("data_keep")}
        </button>
      </div>
    </div>
  );
}
