import type { JSX } from "preact";
import type { WeekFormatId } from "../exports";
import { say, type TextName } from "../texts/say";
import type { PauseLength } from "./acts";

export interface FootProps {
  /** What became of the last export; empty before the first. */
  outcome: string;
  /** Whether the week is saved and copied without its sites. */
  leavesSitesOut: boolean;
  onLeaveSitesOut(wanted: boolean): void;
  /** Saves the current week. */
  onExport(format: WeekFormatId): void;
  /** Copies the current week, as Markdown. */
  onCopy(): void;
  onDashboard(): void;
  onPause(length: PauseLength): void;
}

/** What the formats are called. How they are made is loaded when one is asked for. */
const formats: Record<WeekFormatId, TextName> = {
  "week-json": "exports_format_json",
  "week-md": "exports_format_md",
  "week-csv": "exports_format_csv",
  "week-png": "exports_format_png",
};

const pauses: { length: PauseLength; text: TextName }[] = [
  { length: "15", text: "popup_pauseQuarter" },
  { length: "60", text: "popup_pauseHour" },
  { length: "tomorrow", text: "popup_pauseTomorrow" },
];

/** What is done rarely: saving the week, the dashboard, a pause. */
export function Foot(props: FootProps): JSX.Element {
  return (
    <footer class="foot">
      <section class="week" aria-labelledby="week">
        <h2 id="week">{say("popup_week")}</h2>
        <label>
          <input
            type="checkbox"
            data-act="leave-sites-out"
            checked={props.leavesSitesOut}
            onChange={({ currentTarget }) => props.onLeaveSitesOut(currentTarget.checked)}
          />
          {say("popup_leaveSitesOut")}
        </label>
        <div class="formats">
          {Object.entries(formats).map(([format, label]) => (
            <button
              key={format}
              type="button"
              data-export={format}
              onClick={() => props.onExport(format as WeekFormatId)}
            >
              {say(label)}
            </button>
          ))}
          <button
            type="button"
            data-act="copy-week"
            aria-label={say("popup_copyAs")}
            title={say("popup_copyAs")}
            onClick={props.onCopy}
          >
            {say("popup_copy")}
          </button>
        </div>
      </section>
      <output>{props.outcome}</output>
      <div class="acts">
        <button type="button" data-act="dashboard" onClick={props.onDashboard}>
          {say("popup_dashboard")}
        </button>
        <select
          name="pause"
          aria-label={say("popup_pauseRecording")}
          value=""
          onChange={({ currentTarget }) => {
            props.onPause(currentTarget.value as PauseLength);
            currentTarget.value = "";
          }}
        >
          <option value="" hidden>
            {say("popup_pause")}
          </option>
          {pauses.map(({ length, text }) => (
            <option key={length} value={length}>
              {say(text)}
            </option>
          ))}
        </select>
      </div>
    </footer>
  );
}
