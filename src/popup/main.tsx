import { render } from "preact";
import { addDays, localDay } from "../attention/day";
import { announceChange } from "../browser/changed";
import { watchFailure } from "../browser/health";
import { openDashboard } from "../browser/pages";
import { saveFile } from "../browser/save";
import { compile, shippedRules } from "../catalog/classify";
import { type WeekFormat, weekFormats } from "../exports";
import { Database } from "../store/database";
import { describeFailure, failureId } from "../store/failure";
import { type Reading, readDays, readSpans, watch } from "../store/read";
import { resetSetting, writeSetting } from "../store/settings";
import { summarize, weekOf } from "../trap/week";
import { firstDay, type Window } from "../trap/window";
import { Popup } from "./Popup";

/** How soon a store that could not be read is tried again while the popup is open. */
const RETRY_MS = 2000;

const db = new Database();
const { classifyKey } = compile(shippedRules());
const root = document.getElementById("popup") as HTMLElement;

let reading: Reading | null = null;
/** Why the store cannot be used: as this page finds it, and as the background says. */
let ownFailure: string | null = null;
let toldFailure: string | null = null;
let shownWindow: Window = "14";
let outcome = "";

function show(): void {
  const failure = ownFailure ?? toldFailure;
  // The first picture is one with numbers.
  if (reading === null && failure === null) return;
  render(
    <Popup
      reading={reading}
      failure={failure === null ? null : describeFailure(failure)}
      today={today()}
      window={shownWindow}
      outcome={outcome}
      onWindow={(window) => {
        shownWindow = window;
        show();
      }}
      classify={classifyKey}
      onSetting={(name, value) => void change(() => writeSetting(db, name, value))}
      onReset={(name) => void change(() => resetSetting(db, name))}
      onExport={(format) => void saveWeek(format)}
      onDashboard={() => void openDashboard().then(() => window.close())}
    />,
    root,
  );
}

function follow(): void {
  const subscription = watch(
    async () => readDays(await db.ready(), firstDay("14", today()), today()),
    (value) => {
      reading = value;
      ownFailure = null;
      show();
    },
    (error) => {
      console.error("The store cannot be read:", error);
      subscription.unsubscribe();
      ownFailure = failureId(error);
      show();
      setTimeout(follow, RETRY_MS);
    },
  );
}

async function change(write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    ownFailure = failureId(error);
    show();
  }
  await announceChange();
}

async function saveWeek(format: WeekFormat): Promise<void> {
  try {
    outcome = `Saved as ${await exportWeek(format)}`;
  } catch (error) {
    outcome = `The week was not saved: ${(error as Error).message}. Nothing is lost; try again.`;
  }
  show();
}

/** Saves the current week as a file, and says the file's name. */
async function exportWeek(format: WeekFormat): Promise<string> {
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

function today(): string {
  const now = new Date();
  return localDay(now.getTime(), -now.getTimezoneOffset());
}

watchFailure((id) => {
  toldFailure = id;
  show();
});
follow();
void announceChange();
