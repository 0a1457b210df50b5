import { addDays } from "../attention/day";
import { onChange } from "../browser/changed";
import { keepGlance } from "../browser/glance";
import { tellFailure } from "../browser/health";
import { observe } from "../browser/observe";
import { today } from "../browser/today";
import { createToolbar } from "../browser/toolbar";
import { onInstall, openWelcome } from "../browser/welcome";
import { compile, shippedRules } from "../catalog/classify";
import { Database } from "../store/database";
import { describeFailure, failureId } from "../store/failure";
import { readDays } from "../store/read";
import { createRecorder } from "../store/record";
import { thinSpans } from "../store/retention";
import { createCatalogs } from "../store/rules";
import { initialSettings, readSettings, type Settings } from "../store/settings";
import { faceOf, stoppedFace } from "../trap/face";
import { glanceAt } from "../trap/glance";
import { readMeter } from "../trap/meter";
import { type Standards, standardsOf } from "../trap/standards";
import { longestStretch } from "../trap/stretch";
import { firstDay } from "../trap/window";

const db = new Database();
const catalogOf = createCatalogs(db);
const toolbar = createToolbar();
const recorder = createRecorder(db);

/** Read once, and again after a page has changed something. */
let settings: Promise<Settings> | null = null;

/** What holds while the store cannot say otherwise is the defaults. */
function readOnce(): Promise<Settings> {
  settings ??= readSettings(db).then(
    (read) => read.settings,
    () => {
      settings = null;
      return initialSettings;
    },
  );
  return settings;
}

const observer = observe({
  idleSeconds: () => readOnce().then(({ idleSeconds }) => idleSeconds),
  async onObservation({ url, ...seen }) {
    try {
      const { keyOf } = await catalogOf(await readOnce()).catch(() => compile(shippedRules()));
      await recorder.record({ ...seen, page: url === null ? null : keyOf(url) });
      const reading = await readDays(db, firstDay("14", today()), today());
      const catalog = await catalogOf(reading.settings);
      const glance = glanceAt(reading, catalog, today(), "14");
      // A wake-up is done with the icon; the glance is for a popup that may never open.
      void keepGlance(glance).catch(console.error);
      await toolbar.paint(faceOf(readMeter(glance.verdict, glance.preferences)));
      await thin(reading.settings, standardsOf(reading.settings, reading.blocks, catalog));
      await tellFailure(null);
    } catch (error) {
      const id = failureId(error);
      console.error("Recording is stopped:", error);
      await Promise.all([toolbar.paint(stoppedFace(describeFailure(id).what)), tellFailure(id)]);
    }
  },
});
onChange(() => {
  settings = null;
  return observer.look();
});
onInstall(openWelcome);

let thinned = "";

/** Once a day, and when the setting changes, spans that are no longer kept go. */
async function thin({ keepSpansDays }: Settings, standards: Standards): Promise<void> {
  const firstKept = keepSpansDays === null ? "" : addDays(today(), 1 - keepSpansDays);
  if (firstKept === thinned) return;
  await thinSpans(db, firstKept, (spans) => longestStretch(spans, standards)?.ms ?? 0);
  thinned = firstKept;
}
