import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { download } from "../../browser/downloads";
import { closeOwnTab } from "../../browser/tab";
import { today } from "../../browser/today";
import { weekFile } from "../../exports/index";
import { readWeek } from "../../store/week";
import { say } from "../../texts/say";
import { weekOf } from "../../trap/weekdays";
import { Notice } from "../../ui/Notice";
import type { Desk, ViewProps } from "../desk";
import { saveSetting } from "../settings/setting";

/** Saved files go here, below the downloads folder. */
const FOLDER = "factory-trap-meter";

/** Saves a finished week by itself, to read and to compute with, and closes; only what went wrong is left to be seen. */
export function SaveWeek({ desk, detail }: ViewProps): JSX.Element {
  const start = detail ?? today();
  const [hasFailed, setFailed] = useState(false);
  useEffect(() => {
    saveWeek(desk, start)
      .then(closeOwnTab)
      .catch((error) => {
        console.error("The week was not saved:", error);
        setFailed(true);
      });
  }, [start]);
  return hasFailed ? (
    <Notice kind="fault" title={say("week_notSaved")}>
      <p>{say("week_notSavedTodo")}</p>
    </Notice>
  ) : (
    <p>{say("week_saving")}</p>
  );
}

async function saveWeek({ db, settings, catalog }: Desk, start: string): Promise<void> {
  const days = weekOf(start, settings.weekStartsOn);
  // Once, whatever becomes of it: a file that cannot be written must not open a tab at each wake-up.
  await saveSetting(db, "savedWeek", days.start);
  const week = await readWeek(db, async () => catalog, days, Date.now(), today());
  for (const format of ["week-md", "week-json"] as const) {
    const file = weekFile(format, week);
    await download({ ...file, filename: `${FOLDER}/${file.filename}` });
  }
}
