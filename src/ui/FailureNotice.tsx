import type { JSX } from "preact";
import { describeFailure } from "../store/failure";
import { Notice } from "./Notice";

/** Why nothing can be recorded or read, by the failure's id. */
export function FailureNotice({ id }: { id: string }): JSX.Element {
  const { what, kept, todo } = describeFailure(id);
  return (
    <Notice kind="fault" title="Recording is stopped">
      <p>
        {what} {kept} {todo}
      </p>
    </Notice>
  );
}
