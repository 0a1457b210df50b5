import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { announceChange, recordNow } from "../../browser/announce";
import { saveFile } from "../../browser/save";
import { today } from "../../browser/today";
import { type RestoreMode, restoreBackup } from "../../store/backup/restore";
import { writeBackup } from "../../store/backup/write";
import { say } from "../../texts/say";
import { Choice } from "../../ui/Choice";
import type { Desk } from "../desk";
import { Ask } from "./Ask";
import { FilePicker } from "./FilePicker";
import { JobProgress, useJob } from "./job";
import { formatBytes } from "./StoredAmounts";

/** Everything as one file. */
export function Backup({ desk }: { desk: Desk }): JSX.Element {
  const job = useJob();
  const back = () =>
    job.run(async (run) => {
      // What is under way is recorded first: it belongs to the file.
      await recordNow();
      const content = await writeBackup(desk.db, { now: Date.now(), ...run });
      const filename = `factory-trap-backup-${today()}.jsonl.gz`;
      saveFile({ filename, mime: "application/gzip", content });
      return say("data_backup_saved", { name: filename, size: formatBytes(content.size) });
    });
  return (
    <section class="card" aria-labelledby="backup">
      <h2 id="backup">{say("data_backup")}</h2>
      <p class="quiet">{say("data_backup_what")}</p>
      <div class="acts">
        <button type="button" class="primary" data-act="backup" disabled={job.progress !== null} onClick={back}>
          {say("data_backup_act")}
        </button>
      </div>
      <JobProgress job={job} label={say("data_backup")} />
    </section>
  );
}

/** And back. */
export function Restore({ desk }: { desk: Desk }): JSX.Element {
  const job = useJob();
  const [mode, setMode] = useState<RestoreMode>("merge");
  const [file, setFile] = useState<File | null>(null);
  const restore = (chosen: File) => {
    setFile(null);
    job.run(async (run) => {
      await recordNow();
      const { days, spans } = await restoreBackup(desk.db, chosen, { mode, ...run });
      await announceChange();
      return say("data_restore_done", { name: chosen.name, days, spans });
    });
  };
  return (
    <section class="card" aria-labelledby="restore">
      <h2 id="restore">{say("data_restore")}</h2>
      <div class="setting">
        <span>{say("data_restore_mode")}</span>
        <Choice<RestoreMode>
          label={say("data_restore_mode")}
          options={[
            { value: "merge", text: say("data_restore_merge") },
            { value: "replace", text: say("data_restore_replace") },
          ]}
          chosen={mode}
          onChoose={setMode}
        />
      </div>
      <p class="quiet">{say(mode === "merge" ? "data_restore_mergeWhat" : "data_restore_replaceWhat")}</p>
      <FilePicker
        act="restore"
        label={say("data_restore_act")}
        accept=".gz,.jsonl,application/gzip"
        isBusy={job.progress !== null}
        onFile={(chosen) => (mode === "replace" ? setFile(chosen) : restore(chosen))}
      />
      {file && (
        <Ask
          question={say("data_restore_ask", { name: file.name })}
          confirm={say("data_restore_confirm")}
          act="confirm-replace"
          onConfirm={() => restore(file)}
          onKeep={() => setFile(null)}
        />
      )}
      <JobProgress job={job} label={say("data_restore")} />
    </section>
  );
}
