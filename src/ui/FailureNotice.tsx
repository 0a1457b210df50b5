import type { JSX } from "preact";
import { say } from "../texts/say";
import { Notice } from "./Notice";

interface FailureNoticeProps {
  /** What happened, what was kept and what to do, each in a sentence. */
  what: string;
  kept: string;
  todo: string;
}

/** Why nothing can be recorded or read. */
export function FailureNotice({ what, kept, todo }: FailureNoticeProps): JSX.Element {
  return (
    <Notice kind="fault" title={say("ui_fault")}>
      <p>
        {what} {kept} {todo}
      </p>
    </Notice>
  );
}
