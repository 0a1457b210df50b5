import { render } from "preact";
import { formatTrace } from "../attention/trace";
import { announceChange } from "../browser/announce";
import { saveFile } from "../browser/save";
import { parseSite, urlOfKey } from "../catalog/page";
import { createPseudonyms } from "../catalog/pseudonym";
import { Database } from "../store/database";
import { describeFailure, failureId } from "../store/failure";
import { type Amounts, readAmounts, watch } from "../store/read";
import { initialSettings, readSettings, writeSetting } from "../store/settings";
import { dropTrace, readTrace, startTrace, stopTrace } from "../store/trace";
import { Notice } from "../ui/Notice";
import { Diagnostics } from "./Diagnostics";
import { RecordingSettings } from "./RecordingSettings";

const db = new Database();
const root = document.getElementById("dashboard") as HTMLElement;

let amounts: Amounts | null = null;
let settings = initialSettings;
let pseudonyms = false;
let outcome = "";
let failure: string | null = null;
let listFault = "";

function show(): void {
  const fault = failure === null ? null : describeFailure(failure);
  render(
    <>
      {fault && (
        <Notice kind="fault" title="The storage cannot be used">
          <p>
            {fault.what} {fault.kept} {fault.todo}
          </p>
        </Notice>
      )}
      <h1>Settings and diagnostics</h1>
      {amounts && (
        <>
          <RecordingSettings
            idleSeconds={settings.idleSeconds}
            neverRecord={settings.neverRecord}
            fault={listFault}
            onIdle={(seconds) => act(() => writeSetting(db, "idleSeconds", seconds).then(announceChange))}
            onNeverRecord={(text) => act(() => saveNeverRecord(text))}
          />
          <Diagnostics
            amounts={amounts}
            tracingSince={settings.tracingSince}
            keepSpansDays={settings.keepSpansDays}
            onKeep={(days) => act(() => writeSetting(db, "keepSpansDays", days).then(announceChange))}
            pseudonyms={pseudonyms}
            outcome={outcome}
            onPseudonyms={(wanted) => {
              pseudonyms = wanted;
              show();
            }}
            onStart={() => act(() => startTrace(db, Date.now()).then(announceChange))}
            // What is under way belongs to the trace: it is looked at before the trace ends.
            onStop={() => act(() => announceChange().then(() => stopTrace(db)))}
            onSave={() => act(saveTrace)}
            onDrop={() => act(() => dropTrace(db))}
          />
        </>
      )}
    </>,
    root,
  );
}

function act(doIt: () => Promise<unknown>): void {
  doIt().then(
    (told) => {
      failure = null;
      outcome = typeof told === "string" ? told : "";
      show();
    },
    (error) => {
      failure = failureId(error);
      show();
    },
  );
}

/** Stores the list when every line of it is a site, else tells which is none and keeps the list that was. */
async function saveNeverRecord(text: string): Promise<void> {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const wrong = lines.filter((line) => parseSite(line) === null);
  listFault =
    wrong.length > 0
      ? `Not saved: ${wrong.map((line) => `“${line.trim()}”`).join(", ")} is no site. Write it as example.org.`
      : "";
  if (wrong.length > 0) return;
  await writeSetting(db, "neverRecord", [...new Set(lines.map((line) => parseSite(line) ?? ""))].sort());
  await announceChange();
}

async function saveTrace(): Promise<string> {
  const urlOf = pseudonyms ? withPseudonyms() : urlOfKey;
  const filename = `factory-trap-trace-${new Date().toISOString().slice(0, 10)}.jsonl`;
  saveFile({ filename, mime: "application/x-ndjson", text: formatTrace(await readTrace(db), urlOf) });
  return `Saved as ${filename}`;
}

function withPseudonyms(): (key: string) => string {
  const pseudonymOf = createPseudonyms();
  return (key) => urlOfKey(pseudonymOf(key));
}

watch(
  async () => {
    await db.ready();
    return { amounts: await readAmounts(db), settings: (await readSettings(db)).settings };
  },
  (read) => {
    amounts = read.amounts;
    settings = read.settings;
    show();
  },
  (error) => {
    failure = failureId(error);
    show();
  },
);
