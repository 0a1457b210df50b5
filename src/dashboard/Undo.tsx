import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { say } from "../texts/say";
import "./undo.css";

/** For so long an act that destroys can be taken back. */
const UNDO_MS = 10_000;

interface Props {
  /** What was done, in a sentence. */
  done: string;
  onUndo(): void;
  /** The time is over, or the user needs it no more. */
  onEnd(): void;
}

/** What was just done, and the one act that takes it back: for each act anew, with a key of its own. */
export function Undo({ done, onUndo, onEnd }: Props): JSX.Element {
  useEffect(() => {
    const timer = setTimeout(onEnd, UNDO_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div class="undo" role="status">
      <p>{done}</p>
      <button type="button" data-act="undo" onClick={onUndo}>
        {say("ui_undo")}
      </button>
      <button type="button" class="link" onClick={onEnd}>
        {say("dashboard_dismiss")}
      </button>
      <i style={{ animationDuration: `${UNDO_MS}ms` }} />
    </div>
  );
}
