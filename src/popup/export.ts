import { recordNow } from "../browser/announce";
import { askCatalog } from "../browser/ask";
import { weekPicture } from "../browser/picture";
import { saveFile } from "../browser/save";
import { today } from "../browser/today";
import { judgesOf } from "../catalog/judges";
import { type WeekFormatId, weekFile, withoutSites } from "../exports";
import { readSettings } from "../store/settings";
import { readWeek } from "../store/week";
import type { Week } from "../trap/week";
import { weekOf } from "../trap/weekdays";
import { db } from "./open";

// What the popup loads at the first export, and not before.

/** Saves the current week as a file, and says the file's name. */
export async function saveWeek(format: WeekFormatId, leavesSitesOut: boolean): Promise<string> {
  const week = await currentWeek(leavesSitesOut);
  const file = format === "week-png" ? weekPicture(week) : weekFile(format, week);
  saveFile(file);
  return file.filename;
}

/** Puts the current week into the clipboard, as Markdown. Browsers allow that for some seconds after a click: reading a week takes far less. */
export async function copyWeek(leavesSitesOut: boolean): Promise<void> {
  const { text } = weekFile("week-md", await currentWeek(leavesSitesOut));
  await navigator.clipboard.writeText(text);
}

async function currentWeek(leavesSitesOut: boolean): Promise<Week> {
  // The week is up to now, not up to the last heartbeat.
  await recordNow();
  const { settings } = await readSettings(db);
  const judge = async (keys: string[]) => {
    const question = { keys, url: null };
    return judgesOf(question, await askCatalog(question));
  };
  const week = await readWeek(db, judge, weekOf(today(), settings.weekStartsOn), Date.now(), today());
  return leavesSitesOut ? withoutSites(week) : week;
}
