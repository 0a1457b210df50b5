import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { say } from "../../texts/say";

/** A chart's values in words: the first of each row says what the others are of. */
export interface NumbersTable {
  /** What the table holds, for screen readers. */
  caption: string;
  heads: readonly string[];
  rows: readonly (readonly string[])[];
}

/** A chart's values as a table, made when it is asked for. */
export function Numbers({ numbers }: { numbers(): NumbersTable }): JSX.Element {
  const [isOpen, setOpen] = useState(false);
  return (
    <details class="numbers" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{say("chart_numbers")}</summary>
      {isOpen && <Rows {...numbers()} />}
    </details>
  );
}

function Rows({ caption, heads, rows }: NumbersTable): JSX.Element {
  const [first, ...others] = heads;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be within reach of the keyboard
    <section class="scrolled" tabIndex={0} aria-label={caption}>
      <table>
        <caption class="unseen">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{first}</th>
            {others.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, ...values]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {values.map((value, i) => (
                <td key={heads[i + 1]}>{value}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
