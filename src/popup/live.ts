import { addDays } from "../attention/day";
import { announceChange } from "../browser/announce";
import { saveFile } from "../browser/save";
import { today } from "../browser/today";
import { compile, shippedRules } from "../catalog/classify";
import { type WeekFormat, weekFormats } from "../exports";
import { Database } from "../store/database";
import { failureId } from "../store/failure";
import { type Reading, readDays, readSpans, watch } from "../store/read";
import { type Glance, glanceAt } from "../trap/glance";
import { summarize, weekOf } from "../trap/week";
import { firstDay, type Window } from "../trap/window";

export { resetSetting, writeSetting } from "../store/settings";

/** How soon a store that could not be read is tried again while the popup is open. */
const RETRY_MS = 2000;

export const db = new Database();

let reading: Reading | null = null;

/** Calls back with what the store holds, now and at every change; with a failure's id while it cannot be read. */
export function follow(onReading: () => void, onFailure: (id: string) => void): void {
  const subscription = watch(
    async () => readDays(await db.ready(), firstDay("14", today()), today()),
    (value) => {
      reading = value;
      onReading();
    },
    (error) => {
      console.error("The store cannot be read:", error);
      subscription.unsubscribe();
      onFailure(failureId(error));
      setTimeout(() => follow(onReading, onFailure), RETRY_MS);
    },
  );
}

/** What was read last, as one look at a window; null before anything was. */
export function glance(window: Window): Glance | null {
  return reading && glanceAt(reading, classifyKey, today(), window);
}

/** Saves the current week as a file, and says the file's name. */
export async function exportWeek(format: WeekFormat): Promise<string> {
  // The week is up to now, not up to the last heartbeat.
  await announceChange();
  const week = weekOf(today());
  const [{ days, settings }, spans] = await Promise.all([
    readDays(db, addDays(week.start, -7), today()),
    readSpans(db, week.start, week.end),
  ]);
  const summary = summarize(week, {
    rows: days,
    spans,
    classify: classifyKey,
    otherApps: settings.otherApps,
    today: today(),
    now: Date.now(),
  });
  const file = weekFormats[format].make(summary);
  saveFile(file);
  return file.filename;
}

// Compiled last: the database opens meanwhile.
const { classifyKey } = compile(shippedRules());
