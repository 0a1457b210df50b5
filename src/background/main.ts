import { addDays } from "../attention/day";
import { pausedUntil } from "../attention/period";
import { openBehind } from "../browser/behind";
import { keepGlance } from "../browser/glance";
import { tellFailure } from "../browser/health";
import { notify } from "../browser/notify";
import { isNudged, nudge } from "../browser/nudge";
import { observe } from "../browser/observe";
import { onPages } from "../browser/pages";
import { createPromise } from "../browser/promise";
import { speakBrowsersLanguage } from "../browser/texts";
import { offsetAt, today } from "../browser/today";
import { createToolbar } from "../browser/toolbar";
import { onInstall, openWelcome } from "../browser/welcome";
import { answer } from "../catalog/answer";
import { type Catalog, compile, shippedRules } from "../catalog/classify";
import { createCatalogs } from "../store/catalogs";
import { Database } from "../store/database";
import { describeFailure, failureId } from "../store/failure";
import { createMemory } from "../store/memory";
import type { Reading } from "../store/read";
import { createRecorder } from "../store/record";
import { thinSpans } from "../store/retention";
import { readSettings, type Settings, writeSetting } from "../store/settings";
import { say } from "../texts/say";
import { currentOf } from "../trap/block";
import { faceOf, nextPromise, stoppedFace } from "../trap/face";
import { type FinishedWeek, finishedWeek } from "../trap/finished";
import { glanceAt } from "../trap/glance";
import { type Meter, readMeter, type Zone } from "../trap/meter";
import { isNudgeDue, type Moment, momentOf } from "../trap/nudge";
import { type Standards, standardsOf } from "../trap/standards";
import { longestStretch } from "../trap/stretch";
import type { DayTime } from "../trap/totals";
import { firstDay } from "../trap/window";
import { formatShare, zoneNames } from "../trap/words";

speakBrowsersLanguage();

const db = new Database();
const catalogOf = createCatalogs(db);
const memory = createMemory(db);
const toolbar = createToolbar();
const recorder = createRecorder(db);
const promise = createPromise();

const observer = observe({
  idleSeconds: async () => (await memory.settings()).idleSeconds,
  lastKept: recorder.last,
  async onObservation({ url, ...seen }) {
    // What a page has written and could not announce, because it was closed, is known with the next alarm.
    if (seen.cause === "alarm") memory.forget();
    try {
      const { keyOf } = await catalogOf(await memory.settings()).catch(() => compile(shippedRules()));
      const beat = { ...seen, page: url === null ? null : keyOf(url) };
      const [step, nudged] = await Promise.all([recorder.record(beat), isNudged()]);
      if (step) memory.takeIn(step.days);
      const reading = await memory.days(firstDay("14", today()), today());
      const catalog = await catalogOf(reading.settings);
      const meter = await show(reading, catalog, nudged);
      if (step) await nudgeAt(momentOf(step, catalog.classifyKey), reading.settings, meter.zone);
      await thin(reading.settings, standardsOf(reading.settings, reading.blocks, catalog));
      await tellFailure(null);
    } catch (error) {
      memory.forget();
      const id = failureId(error);
      console.error("Recording is stopped:", error);
      await Promise.all([toolbar.paint(stoppedFace(describeFailure(id).what)), tellFailure(id)]);
    }
  },
});

let glanceKept: Promise<void> = Promise.resolve();

/** Repaints the toolbar, and keeps for the next popup what it was painted from. */
async function show(reading: Reading, catalog: Catalog, isNudged: boolean): Promise<Meter> {
  const now = { at: Date.now(), offsetAt };
  const glance = glanceAt(reading, catalog, today(), "14");
  const meter = readMeter(glance.verdict, glance.preferences);
  const current = currentOf(reading.blocks, now.at, today());
  const finished = finishedWeek({ ...reading.settings, today: today(), days: glance.verdict.days });
  const isWeekReady = finished !== null;
  const claims = { ...current, pausedUntil: pausedUntil(glance.pause, now.at), isNudged, isWeekReady };
  await toolbar.paint(faceOf(meter, claims, now));
  // A wake-up is done with the icon; the glance is for a popup that may never open.
  glanceKept = keepGlance(glance).catch(console.error);
  await promise(nextPromise(claims, current.planned, now.at));
  if (finished) await tellFinished(finished, reading.settings);
  saveFinished(reading.settings, glance.verdict.days);
  return meter;
}

/** Stores a setting that the background itself keeps, so that it holds at the next look. */
async function remember<K extends keyof Settings>(name: K, value: Settings[K]): Promise<void> {
  await writeSetting(db, name, value);
  memory.forget();
}

/** Tells of a week that is over, once. */
async function tellFinished({ start, share }: FinishedWeek, { toldWeek }: Settings): Promise<void> {
  if (toldWeek === start) return;
  await remember("toldWeek", start);
  await notify("week", say("popup_weekReady"), say("popup_weekShare", { share: formatShare(share) }));
}

let saving = "";

/** Has the dashboard save the week that is over, where the user wants that: all that it takes for a week is there. */
function saveFinished({ savesWeeks, savedWeek, weekStartsOn }: Settings, days: readonly DayTime[]): void {
  const sources = { today: today(), weekStartsOn, tellsWeek: savesWeeks, seenWeek: savedWeek, days };
  const { start } = finishedWeek(sources) ?? {};
  if (start === undefined || start === saving) return;
  saving = start;
  openBehind(`#save/${start}`).catch((error) => {
    // Without a window there is no tab: the next wake-up may have one.
    console.error(error);
    saving = "";
  });
}

/** Nudges where it is due; the next look paints it. */
async function nudgeAt(moment: Moment, { nudge: nudging, nudgedOn }: Settings, zone: Zone): Promise<void> {
  if (!isNudgeDue(nudging, nudgedOn, zone, moment)) return;
  await remember("nudgedOn", moment.day);
  await nudge(zoneNames[zone], say("nudge_move"));
  void observer.look();
}

onPages({
  async onChange() {
    memory.forget();
    await observer.look();
    // The next popup's first picture knows of the change.
    await glanceKept;
  },
  onNow: observer.look,
  onQuestion: async (question) => answer(await catalogOf((await readSettings(db)).settings), question),
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
