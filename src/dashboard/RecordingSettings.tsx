import type { JSX } from "preact";
import { Choice } from "../ui/Choice";
import { SiteList } from "./SiteList";

export interface RecordingSettingsProps {
  idleSeconds: number;
  neverRecord: readonly string[];
  /** What is wrong with the list as it was last typed; empty when nothing is. */
  fault: string;
  onIdle(seconds: number): void;
  /** The list as typed, a site a line. */
  onNeverRecord(text: string): void;
}

const thresholds = [15, 60, 180, 300, 900].map((seconds) => ({
  value: String(seconds),
  text: seconds < 60 ? `${seconds} s` : `${seconds / 60} min`,
}));

/** What counts as presence, and what is left out. */
export function RecordingSettings(props: RecordingSettingsProps): JSX.Element {
  return (
    <section class="card">
      <h2>What is recorded</h2>
      <div class="setting">
        <span>You are away after no input for</span>
        <Choice
          label="You are away after no input for"
          options={thresholds}
          chosen={String(props.idleSeconds)}
          onChoose={(value) => props.onIdle(Number(value))}
        />
      </div>
      <SiteList
        label="Never record these sites, one a line (with all their subdomains)"
        sites={props.neverRecord}
        fault={props.fault}
        hint="They leave no trace from now on: their time looks like absence. What was recorded before stays."
        onChange={props.onNeverRecord}
      />
    </section>
  );
}
