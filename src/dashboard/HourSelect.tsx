import type { JSX } from "preact";
import { formatHour } from "./work";

interface Props {
  name: "from" | "until";
  label: string;
  /** The hour that is chosen at first, 0–23 as the beginning, 1–24 as the end. */
  hour: number;
}

/** A full hour of the day. */
export function HourSelect({ name, label, hour }: Props): JSX.Element {
  const first = name === "from" ? 0 : 1;
  return (
    <select name={name} aria-label={label}>
      {Array.from({ length: 24 }, (_, i) => first + i).map((value) => (
        <option key={value} value={value} selected={value === hour}>
          {formatHour(value)}
        </option>
      ))}
    </select>
  );
}
