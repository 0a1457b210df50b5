import type { JSX } from "preact";
import type { Amounts } from "../store/read";
import { Choice } from "../ui/Choice";

export interface DiagnosticsProps {
  amounts: Amounts;
  /** Since when a trace is recorded, epoch milliseconds; null: none is. */
  tracingSince: number | null;
  pseudonyms: boolean;
  /** What became of the last act; empty before the first. */
  outcome: string;
  onPseudonyms(wanted: boolean): void;
  onStart(): void;
  onStop(): void;
  onSave(): void;
  onDrop(): void;
  /** For how many days stretches are kept; null: for ever. */
  keepSpansDays: number | null;
  onKeep(days: number | null): void;
}

const retentions: { value: string; days: number | null; text: string }[] = [
  { value: "ever", days: null, text: "For ever" },
  { value: "365", days: 365, text: "1 year" },
  { value: "90", days: 90, text: "90 days" },
  { value: "35", days: 35, text: "35 days" },
];

/** For a user who says "it counted wrong": a file that anyone can replay. */
export function Diagnostics(props: DiagnosticsProps): JSX.Element {
  const { amounts, tracingSince, outcome } = props;
  return (
    <>
      <section class="card">
        <h2>Record a trace</h2>
        <p class="quiet">
          A trace holds every heartbeat as the extension saw it: when, which page key, focus, presence, sound. Replaying
          it gives the same totals, so “it counted wrong” becomes a file that anyone can check. It stays on this machine
          until you save it, and ends by itself after seven days.
        </p>
        <p data-trace-beats={amounts.traceBeats}>{traceSentence(amounts.traceBeats, tracingSince)}</p>
        <label>
          <input
            type="checkbox"
            checked={props.pseudonyms}
            onChange={(event) => props.onPseudonyms(event.currentTarget.checked)}
          />{" "}
          Replace the names of sites in the file
        </label>
        <div class="acts">
          {tracingSince === null ? (
            <button type="button" data-act="start" onClick={props.onStart}>
              Record a new trace
            </button>
          ) : (
            <button type="button" data-act="stop" onClick={props.onStop}>
              Stop
            </button>
          )}
          <button type="button" data-act="save" disabled={amounts.traceBeats === 0} onClick={props.onSave}>
            Save the trace
          </button>
          <button
            type="button"
            data-act="drop"
            disabled={amounts.traceBeats === 0 || tracingSince !== null}
            onClick={props.onDrop}
          >
            Delete it
          </button>
        </div>
        <output class="quiet">{outcome}</output>
      </section>
      <section class="card">
        <h2>What is stored</h2>
        <dl>
          <dt>Stretches of attention</dt>
          <dd>{amounts.spans.toLocaleString("en")}</dd>
          <dt>Days</dt>
          <dd>{amounts.days.toLocaleString("en")}</dd>
          <dt>Since</dt>
          <dd>{amounts.firstDay ?? "nothing yet"}</dd>
        </dl>
        <div class="setting">
          <span>Keep the exact stretches</span>
          <Choice
            label="Keep the exact stretches"
            options={retentions}
            chosen={retentions.find(({ days }) => days === props.keepSpansDays)?.value ?? ""}
            onChoose={(value) => props.onKeep(retentions.find((one) => one.value === value)?.days ?? null)}
          />
        </div>
        <p class="quiet">
          The hours of every site and day stay for ever. When their exact stretches go, each day keeps its longest
          stretch of building as a number.
        </p>
      </section>
    </>
  );
}

function traceSentence(beats: number, tracingSince: number | null): string {
  const recorded = beats === 1 ? "1 heartbeat" : `${beats.toLocaleString("en")} heartbeats`;
  if (tracingSince !== null) return `Recording: ${recorded} so far.`;
  return beats > 0 ? `The last trace holds ${recorded}.` : "No trace is recorded.";
}
