import type { JSX } from "preact";
import { type WeekFormat, weekFormats } from "../exports";
import type { PauseLength } from "./acts";

export interface FootProps {
  /** What became of the last export; empty before the first. */
  outcome: string;
  /** Saves the current week. */
  onExport(format: WeekFormat): void;
  onDashboard(): void;
  onPause(length: PauseLength): void;
}

const pauses: { length: PauseLength; text: string }[] = [
  { length: "15", text: "15 minutes" },
  { length: "60", text: "1 hour" },
  { length: "tomorrow", text: "until tomorrow" },
];

/** What is done rarely: saving the week, the dashboard, a pause. */
export function Foot({ outcome, onExport, onDashboard, onPause }: FootProps): JSX.Element {
  return (
    <footer class="foot">
      <h2>This week</h2>
      {Object.entries(weekFormats).map(([format, { label }]) => (
        <button key={format} type="button" data-export={format} onClick={() => onExport(format as WeekFormat)}>
          {label}
        </button>
      ))}
      <output>{outcome}</output>
      <div class="acts">
        <button type="button" data-act="dashboard" onClick={onDashboard}>
          Settings
        </button>
        <select
          name="pause"
          aria-label="Pause recording"
          value=""
          onChange={({ currentTarget }) => {
            onPause(currentTarget.value as PauseLength);
            currentTarget.value = "";
          }}
        >
          <option value="" hidden>
            Pause …
          </option>
          {pauses.map(({ length, text }) => (
            <option key={length} value={length}>
              Pause {text}
            </option>
          ))}
        </select>
      </div>
    </footer>
  );
}
