import { localDay } from "../attention/day";
import { onChange } from "../browser/changed";
import { tellFailure } from "../browser/health";
import { observe } from "../browser/observe";
import { createToolbar } from "../browser/toolbar";
import { compile, shippedRules } from "../catalog/classify";
import { Database } from "../store/database";
import { describeFailure, failureId } from "../store/failure";
import { readDays } from "../store/read";
import { createRecorder } from "../store/record";
import { initialSettings, readSettings } from "../store/settings";
import { faceOf, stoppedFace } from "../trap/face";
import { readMeter } from "../trap/meter";
import { addUp } from "../trap/totals";
import { firstDay } from "../trap/window";

const db = new Database();
const catalog = compile(shippedRules());
const toolbar = createToolbar();
const recorder = createRecorder(db);

const observer = observe({
  idleSeconds: () =>
    readSettings(db).then(
      ({ settings }) => settings.idleSeconds,
      () => initialSettings.idleSeconds,
    ),
  async onObservation({ url, ...seen }) {
    try {
      await recorder.record({ ...seen, page: url === null ? null : catalog.keyOf(url) });
      await repaint();
      await tellFailure(null);
    } catch (error) {
      const id = failureId(error);
      console.error("Recording is stopped:", error);
      await Promise.all([toolbar.paint(stoppedFace(describeFailure(id).what)), tellFailure(id)]);
    }
  },
});
onChange(() => observer.look());

async function repaint(): Promise<void> {
  const now = Date.now();
  const today = localDay(now, -new Date(now).getTimezoneOffset());
  const { days, settings } = await readDays(db, firstDay("14", today), today);
  await toolbar.paint(faceOf(readMeter(addUp(days, catalog.classifyKey, settings.otherApps), settings.otherApps)));
}
