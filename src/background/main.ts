import { addDays, localDay } from "../attention/day";
import { onChange } from "../browser/changed";
import { tellFailure } from "../browser/health";
import { observe } from "../browser/observe";
import { createToolbar } from "../browser/toolbar";
import { compile, shippedRules } from "../catalog/classify";
import { Database } from "../store/database";
import { describeFailure, failureId } from "../store/failure";
import type { Reading } from "../store/read";
import { createRecentDays } from "../store/recent";
import { createRecorder } from "../store/record";
import { thinSpans } from "../store/retention";
import { initialSettings, readSettings, type Settings } from "../store/settings";
import { type Face, faceOf, stoppedFace } from "../trap/face";
import { readMeter } from "../trap/meter";
import { building, longestStretch } from "../trap/stretch";
import { addUp } from "../trap/totals";
import { firstDay } from "../trap/window";

const db = new Database();
const catalog = compile(shippedRules());
const toolbar = createToolbar();
const recorder = createRecorder(db);
const recentDays = createRecentDays(db);

const observer = observe({
  idleSeconds: () =>
    readSettings(db).then(
      ({ settings }) => settings.idleSeconds,
      () => initialSettings.idleSeconds,
    ),
  async onObservation({ url, ...seen }) {
    try {
      await recorder.record({ ...seen, page: url === null ? null : catalog.keyOf(url) });
      const reading = await recentDays.read(firstDay("14", today()), today());
      await toolbar.paint(faceOfReading(reading));
      await thin(reading.settings);
      await tellFailure(null);
    } catch (error) {
      const id = failureId(error);
      console.error("Recording is stopped:", error);
      await Promise.all([toolbar.paint(stoppedFace(describeFailure(id).what)), tellFailure(id)]);
    }
  },
});
onChange(() => {
  recentDays.forget();
  return observer.look();
});

function faceOfReading({ days, settings: { otherApps } }: Reading): Face {
  return faceOf(readMeter(addUp(days, catalog.classifyKey, otherApps), otherApps));
}

let thinned = "";

/** Once a day, and when the setting changes, spans that are no longer kept go. */
async function thin({ keepSpansDays, otherApps }: Settings): Promise<void> {
  const firstKept = keepSpansDays === null ? "" : addDays(today(), 1 - keepSpansDays);
  if (firstKept === thinned) return;
  const isBuild = building(catalog.classifyKey, otherApps);
  await thinSpans(db, firstKept, (spans) => longestStretch(spans, isBuild));
  thinned = firstKept;
}

function today(): string {
  const now = new Date();
  return localDay(now.getTime(), -now.getTimezoneOffset());
}
