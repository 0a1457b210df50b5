import { type JSX, render } from "preact";
import { formatTrace } from "../attention/trace";
import { announceChange } from "../browser/announce";
import { saveFile } from "../browser/save";
import type { Catalog } from "../catalog/classify";
import { urlOfKey } from "../catalog/page";
import { createPseudonyms } from "../catalog/pseudonym";
import { parseSiteLines } from "../catalog/sitelist";
import { createCatalogs } from "../store/catalogs";
import { Database } from "../store/database";
import { readTold } from "../store/facts";
import { describeFailure, failureId } from "../store/failure";
import { type Amounts, follow, readAmounts } from "../store/read";
import { type OwnRules, readOwnRules, removeChannel, removeRule } from "../store/rules";
import { readSettings, type Settings, writeSetting } from "../store/settings";
import { dropTrace, readTrace, startTrace, stopTrace } from "../store/trace";
import { latestNumber } from "../trap/facts";
import { FailureNotice } from "../ui/FailureNotice";
import { siteFault } from "../ui/sitefault";
import { Diagnostics } from "./Diagnostics";
import { OwnWeb } from "./OwnWeb";
import * as own from "./ownrules";
import { RecordingSettings } from "./RecordingSettings";
import { Rules } from "./Rules";
import { WorkCards, watchAllowed } from "./WorkCards";

const db = new Database();
const root = document.getElementById("dashboard") as HTMLElement;

/** What the store holds of all that is shown here. */
interface Known {
  amounts: Amounts;
  settings: Settings;
  /** The newest number that was told; null: none was. */
  customers: number | null;
  own: OwnRules;
  catalog: Catalog;
}

const catalogOf = createCatalogs(db);

let known: Known | null = null;
let pseudonyms = false;
let outcome = "";
let failure: string | null = null;
let neverRecordFault = "";
let domainsFault = "";
let search = "";
let ruleTold: string[] = [];
let verdict = "";

function show(): void {
  render(
    <>
      {failure !== null && <FailureNotice {...describeFailure(failure)} />}
      <h1>Settings and diagnostics</h1>
      {known && <Cards {...known} />}
    </>,
    root,
  );
}

function Cards({ amounts, settings, customers, own: { rules, channels }, catalog }: Known): JSX.Element {
  return (
    <>
      <RecordingSettings
        idleSeconds={settings.idleSeconds}
        neverRecord={settings.neverRecord}
        fault={neverRecordFault}
        onIdle={(seconds) => store(() => writeSetting(db, "idleSeconds", seconds).then(announceChange))}
        onNeverRecord={(text) =>
          store(async () => {
            neverRecordFault = await saveSites("neverRecord", text);
          })
        }
      />
      <WorkCards db={db} settings={settings} catalog={catalog} customers={customers} store={store} act={act} />
      <Rules
        rules={rules}
        channels={catalog.channels}
        search={search}
        told={ruleTold}
        verdict={verdict}
        onTry={(address) => set(() => (verdict = own.explain(address, catalog)))}
        onSearch={(text) => set(() => (search = text))}
        onAdd={(pattern, channel) => tell(() => own.addRule(db, catalog, pattern, channel))}
        onRemove={(text) => store(() => removeRule(db, text).then(announceChange))}
        onExport={() => tell(() => own.exportRules(db))}
        onImport={(file) => tell(() => own.importRules(db, catalog, file))}
      />
      <OwnWeb
        channels={channels}
        domains={settings.ownDomains}
        fault={domainsFault}
        onDomains={(text) =>
          store(async () => {
            domainsFault = await saveSites("ownDomains", text);
          })
        }
        onAddChannel={(label, category) => tell(() => own.addChannel(db, label, category, catalog.channels))}
        onRemoveChannel={(id) => store(() => removeChannel(db, id).then(announceChange))}
      />
      <Diagnostics
        amounts={amounts}
        tracingSince={settings.tracingSince}
        keepSpansDays={settings.keepSpansDays}
        onKeep={(days) => store(() => writeSetting(db, "keepSpansDays", days).then(announceChange))}
        pseudonyms={pseudonyms}
        outcome={outcome}
        onPseudonyms={(wanted) => set(() => (pseudonyms = wanted))}
        onStart={() => store(() => startTrace(db, Date.now()).then(announceChange))}
        // What is under way belongs to the trace: it is looked at before the trace ends.
        onStop={() => store(() => announceChange().then(() => stopTrace(db)))}
        onSave={() => store(saveTrace)}
        onDrop={() => store(() => dropTrace(db))}
      />
    </>
  );
}

function set(change: () => void): void {
  change();
  show();
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

let storing: Promise<unknown> = Promise.resolve();

/** Stores one thing after the other, so that what is told last is about what was done last. */
function store(doIt: () => Promise<unknown>): void {
  act(() => {
    const stored = storing.then(doIt);
    storing = stored.catch(() => {});
    return stored;
  });
}

/** The same for what the rules' card tells. */
function tell(doIt: () => Promise<string[]>): void {
  store(async () => {
    ruleTold = await doIt();
  });
}

/** Stores a list when every line of it is a site, else says which is none and keeps the list that was. */
async function saveSites(name: "neverRecord" | "ownDomains", text: string): Promise<string> {
  const { sites, wrong } = parseSiteLines(text);
  if (wrong.length > 0) return siteFault(wrong);
  await writeSetting(db, name, sites);
  await announceChange();
  return "";
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

follow(
  async () => {
    await db.ready();
    const { settings } = await readSettings(db);
    const { facts } = await readTold(db);
    return {
      settings,
      customers: latestNumber(facts, "customers")?.value ?? null,
      amounts: await readAmounts(db),
      own: await readOwnRules(db),
      catalog: await catalogOf(settings),
    };
  },
  (read) => set(() => (known = read)),
  (error) => set(() => (failure = failureId(error))),
);
watchAllowed(show);
