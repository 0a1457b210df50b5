import type { JSX } from "preact";
import "./choice.css";

interface Props<T extends string> {
  /** What is chosen, for screen readers. */
  label: string;
  options: readonly { value: T; text: string }[];
  chosen: T;
  onChoose(value: T): void;
}

/** One of a few, side by side. Radio buttons underneath: arrow keys and screen readers know them. */
export function Choice<T extends string>({ label, options, chosen, onChoose }: Props<T>): JSX.Element {
  return (
    <fieldset class="choice">
      <legend>{label}</legend>
      {options.map(({ value, text }) => (
        <label key={value}>
          <input type="radio" name={label} value={value} checked={value === chosen} onChange={() => onChoose(value)} />
          <span>{text}</span>
        </label>
      ))}
    </fieldset>
  );
}
