import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { formatTrace } from "../../attention/trace";
import { announceChange, recordNow } from "../../browser/announce";
import { saveFile } from "../../browser/save";
import { today } from "../../browser/today";
import { urlOfKey } from "../../catalog/page";
import { createPseudonyms } from "../../catalog/pseudonym";
import type { Database } from "../../store/database";
import { dropTrace, readTrace, startTrace, stopTrace } from "../../store/trace";
import { say, sayCount } from "../../texts/say";
import type { ViewProps } from "../desk";
import { useLive } from "../live";

/** For a user who says "it counted wrong": a file that anyone can replay. */
export function DiagnosticsView({ desk }: ViewProps): JSX.Element {
  const { db, settings, store } = desk;
  const traceBeats = useLive(desk, () => db.trace.count(), []) ?? 0;
  const [hasPseudonyms, setPseudonyms] = useState(false);
  const [outcome, setOutcome] = useState("");
  const { tracingSince } = settings;
  const act = (doIt: () => Promise<unknown>, told = "") =>
    store(async () => {
      await doIt();
      setOutcome(told);
    });
  return (
    <section class="card" id="trace">
      <h2>{say("trace_record")}</h2>
      <p class="quiet">{say("trace_recordHint")}</p>
      <p data-trace-beats={traceBeats}>{traceSentence(traceBeats, tracingSince)}</p>
      <label>
        <input
          type="checkbox"
          checked={hasPseudonyms}
          onChange={(event) => setPseudonyms(event.currentTarget.checked)}
        />{" "}
        {say("trace_pseudonyms")}
      </label>
      <div class="acts">
        {tracingSince === null ? (
          <button
            type="button"
            data-act="start"
            onClick={() => act(() => startTrace(db, Date.now()).then(announceChange))}
          >
            {say("trace_start")}
          </button>
        ) : (
          <button
            type="button"
            data-act="stop"
            // What is under way belongs to the trace: it is looked at before the trace ends.
            onClick={() => act(() => recordNow().then(() => stopTrace(db)))}
          >
            {say("trace_stop")}
          </button>
        )}
        <button
          type="button"
          data-act="save"
          disabled={traceBeats === 0}
          onClick={() => store(async () => setOutcome(await saveTrace(db, hasPseudonyms)))}
        >
          {say("trace_save")}
        </button>
        <button
          type="button"
          data-act="drop"
          disabled={traceBeats === 0 || tracingSince !== null}
          onClick={() => act(() => dropTrace(db), say("trace_dropped"))}
        >
          {say("trace_drop")}
        </button>
      </div>
      <output class="quiet">{outcome}</output>
    </section>
  );
}

/** Saves the trace as a file, and says as which. */
async function saveTrace(db: Database, hasPseudonyms: boolean): Promise<string> {
  const filename = `factory-trap-trace-${today()}.jsonl`;
  const urlOf = hasPseudonyms ? withPseudonyms() : urlOfKey;
  saveFile({ filename, mime: "application/x-ndjson", text: formatTrace(await readTrace(db), urlOf) });
  return say("trace_saved", { file: filename });
}

function withPseudonyms(): (key: string) => string {
  const pseudonymOf = createPseudonyms();
  return (key) => urlOfKey(pseudonymOf(key));
}

function traceSentence(beats: number, tracingSince: number | null): string {
  if (tracingSince !== null) return sayCount("trace_recording", beats);
  return beats > 0 ? sayCount("trace_holds", beats) : say("trace_none");
}
