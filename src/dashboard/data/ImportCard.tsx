import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { announceChange } from "../../browser/announce";
import { offsetAt } from "../../browser/today";
import { siteOf } from "../../catalog/page";
import {
  type Foreign,
  ForeignError,
  LARGEST_FILE,
  previewOf,
  readForeign,
  saySkipped,
  toolName,
} from "../../sources/index";
import type { Import } from "../../store/database";
import { addImport, alreadyImported, readCoverage, readImports, removeImport } from "../../store/imports";
import { language, say, sayCount, sayNumber } from "../../texts/say";
import { formatHours } from "../../trap/words";
import { dayText } from "../daytext";
import type { Desk } from "../desk";
import { readText } from "../filetext";
import { useLive } from "../live";
import { FilePicker } from "./FilePicker";
import { JobProgress, useJob } from "./job";

/** A file that was read and waits for the user's word. */
interface Offer {
  filename: string;
  foreign: Foreign;
  /** How many of its days are recorded here already. */
  covered: number;
}

/** Time from other tools: what a file holds is shown before any of it counts, and what was imported can be taken out again. */
export function ImportCard({ desk }: { desk: Desk }): JSX.Element {
  const { db, catalog, settings } = desk;
  const [offer, setOffer] = useState<Offer | null>(null);
  const job = useJob();
  const imports = useLive(desk, () => readImports(db), []);

  const look = (file: File) => {
    setOffer(null);
    job.run(async () => {
      if (file.size > LARGEST_FILE) return say("import_tooLarge", { name: file.name });
      const foreign = readForeign(await textOf(file), {
        keyOf: catalog.keyOf,
        offsetAt,
        now: Date.now(),
        isNever: (key) => settings.neverRecord.includes(siteOf(key) ?? ""),
      });
      const { before, coveredDays } = await readCoverage(db, foreign);
      if (before) throw alreadyImported(before);
      setOffer({ filename: file.name, foreign, covered: coveredDays });
      return "";
    });
  };
  const take = ({ foreign, filename }: Offer) => {
    setOffer(null);
    job.run(async () => {
      const { days, ms } = await addImport(db, foreign, { filename, at: Date.now() });
      await announceChange();
      return sayCount("import_done", days, { name: filename, time: formatHours(ms) });
    });
  };
  const remove = (one: Import) =>
    desk.store(async () => {
      const putBack = await removeImport(db, one.id);
      // That it was imported is not true any more.
      job.forget();
      if (putBack) await desk.offerUndo(say("import_removed", { name: one.filename }), putBack);
    });

  return (
    <section class="card" aria-labelledby="import">
      <h2 id="import">{say("import_title")}</h2>
      <p class="quiet">{say("import_what")}</p>
      <FilePicker
        act="import"
        label={say("import_act")}
        accept=".json,.csv,application/json,text/csv"
        isBusy={job.progress !== null}
        onFile={look}
      />
      {offer && <Preview offer={offer} onTake={() => take(offer)} onLeave={() => setOffer(null)} />}
      <JobProgress job={job} label={say("import_title")} />
      {imports && imports.length > 0 && <ImportList imports={imports} onRemove={remove} />}
    </section>
  );
}

interface PreviewProps {
  offer: Offer;
  onTake(): void;
  onLeave(): void;
}

function Preview({ offer: { filename, foreign, covered }, onTake, onLeave }: PreviewProps): JSX.Element {
  const { first, last, days, sites, ms, overfullDays } = previewOf(foreign);
  return (
    <div class="ask preview" data-preview={foreign.tool}>
      <p>
        <b>{say("import_preview", { name: filename, tool: toolName(foreign.tool) })}</b>
      </p>
      <dl>
        <dt>{say("import_days")}</dt>
        <dd data-preview-days={days}>
          {sayNumber(days)} ({rangeText(first, last)})
        </dd>
        <dt>{say("import_sites")}</dt>
        <dd>{sayNumber(sites)}</dd>
        <dt>{say("table_time")}</dt>
        <dd data-preview-ms={ms}>{formatHours(ms)}</dd>
      </dl>
      {covered > 0 && <p>{sayCount("import_covered", covered)}</p>}
      {overfullDays > 0 && <p>{sayCount("import_overfull", overfullDays)}</p>}
      {saySkipped(foreign.skipped).map((line) => (
        <p key={line} class="quiet">
          {line}
        </p>
      ))}
      <div class="acts">
        <button type="button" class="primary" data-act="confirm-import" onClick={onTake}>
          {say("import_take")}
        </button>
        <button type="button" onClick={onLeave}>
          {say("import_leave")}
        </button>
      </div>
    </div>
  );
}

function ImportList({ imports, onRemove }: { imports: readonly Import[]; onRemove(one: Import): void }): JSX.Element {
  return (
    <ul class="told">
      {imports.map((one) => (
        <li key={one.id} class="setting" data-import={one.id}>
          <span>
            <b>{toolName(one.tool)}</b> <bdi>{one.filename}</bdi>
            <br />
            <span class="quiet">
              {sayCount("import_imported", one.days, {
                range: rangeText(one.first, one.last),
                time: formatHours(one.ms),
              })}
            </span>
          </span>
          <button
            type="button"
            class="link"
            aria-label={say("import_removeOne", { name: one.filename })}
            onClick={() => onRemove(one)}
          >
            {say("import_remove")}
          </button>
        </li>
      ))}
    </ul>
  );
}

/** What a file holds. Throws a ForeignError where the browser cannot read it. */
async function textOf(file: File): Promise<string> {
  const text = await readText(file);
  if (text !== null) return text;
  throw new ForeignError(`${say("backup_fault_unreadable")} ${say("job_nothingChanged")} ${say("backup_todo_again")}`);
}

/** `1–31 March 2026`, as the language writes it. */
function rangeText(first: string, last: string): string {
  const form = new Intl.DateTimeFormat(language(), { dateStyle: "medium", timeZone: "UTC" });
  return first === last ? dayText(first) : form.formatRange(new Date(first), new Date(last));
}
