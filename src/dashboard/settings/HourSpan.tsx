import type { JSX } from "preact";
import { say } from "../../texts/say";
import { formatHour } from "./hours";

interface Props {
  /** What is chosen, for screen readers. */
  labels: { from: string; until: string };
  /** The hours that are chosen at first, 0–23 as the beginning, 1–24 as the end. */
  from: number;
  until: number;
}

/** Two full hours of the day, `from` and `until`, in the order in which the language says it. */
export function HourSpan({ labels, from, until }: Props): JSX.Element {
  const parts = say("settings_hourSpan").split(/(\{from\}|\{until\})/);
  return (
    <span class="hourspan">
      {parts.map((part) => {
        if (part === "{from}") return <HourSelect key={part} name="from" label={labels.from} hour={from} />;
        if (part === "{until}") return <HourSelect key={part} name="until" label={labels.until} hour={until} />;
        return part;
      })}
    </span>
  );
}

function HourSelect({ name, label, hour }: { name: "from" | "until"; label: string; hour: number }): JSX.Element {
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
