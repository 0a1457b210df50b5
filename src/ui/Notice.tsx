import type { ComponentChildren, JSX } from "preact";
import "./notice.css";

interface Props {
  title: string;
  /** A fault is told at once by screen readers; a question waits. */
  kind: "fault" | "question";
  children: ComponentChildren;
}

/** Something that needs the user: what it is, in a box of its own. */
export function Notice({ title, kind, children }: Props): JSX.Element {
  return (
    <section class={kind === "fault" ? "notice fault" : "notice"} role={kind === "fault" ? "alert" : undefined}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}
