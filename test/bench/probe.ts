import "../texts/english";
import { Dexie } from "dexie";
import browser from "webextension-polyfill";
import { addDays, localDay } from "../../src/attention/day";
import { createToolbar } from "../../src/browser/toolbar";
import { readFocus, readPresence } from "../../src/browser/truth";
import { compile, shippedRules } from "../../src/catalog/classify";
import { Database, type StoredDay } from "../../src/store/database";
import { recordOf } from "../../src/store/daybook";
import { readDays } from "../../src/store/read";
import { recordAll } from "../../src/store/record";
import { readSettings, writeSetting } from "../../src/store/settings";
import { faceOf } from "../../src/trap/face";
import { readMeter, zoneMarks } from "../../src/trap/meter";
import { standardsOf } from "../../src/trap/standards";
import { addUp } from "../../src/trap/totals";
import { firstDay, type Window } from "../../src/trap/window";
import { liveDay } from "./life";

// Runs in a page of the extension: what can only be measured from inside.

const HOUR_MS = 3_600_000;
/** How much distribution is missing before a repaint: more than setting the stage takes. */
const NEARLY_MS = 150;

const db = new Database();
const catalog = compile(shippedRules());
let waits: (() => void)[] = [];
let commits = 0;

// The bench's own eye on the store: what every page of the extension hears when the background has committed.
Dexie.on("storagemutated", (parts) => {
  if (!Object.keys(parts).some((part) => part.includes("/tracker/"))) return;
  commits++;
  const waiting = waits;
  waits = [];
  for (const resume of waiting) resume();
});

async function sampled(count: number, act: (i: number) => unknown): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < count; i++) {
    const start = performance.now();
    await act(i);
    times.push(performance.now() - start);
  }
  return times;
}

/** What a write sets off in the background and between the browser's processes is over after some messages. */
async function settled(): Promise<void> {
  for (let i = 0; i < 20; i++) await browser.runtime.sendMessage("nothing").catch(() => {});
}

function today(): string {
  const now = new Date();
  return localDay(now.getTime(), -now.getTimezoneOffset());
}

/** Reads and adds up the days from one to today. */
async function totalsFrom(first: string) {
  const { days, blocks, settings } = await readDays(db, first, today());
  return { totals: addUp(days, standardsOf(settings, blocks, catalog)), settings };
}

/** A first day of the 14 with which so much more distribution brings the share to the limit of the trap. */
async function dayBefore(day: string, missingMs: number): Promise<StoredDay> {
  const { totals: rest, settings } = await totalsFrom(addDays(day, 1));
  const buildMs = 1000 * HOUR_MS;
  const { trap } = zoneMarks(settings.target);
  const distributionMs = (rest.buildMs + buildMs) * ((1 - trap) / trap) - rest.distributionMs - missingMs;
  return recordOf(day, [
    { day, key: "github.com/acme/app", hours: { 12: buildMs } },
    { day, key: "x.com/messages/*", hours: { 12: Math.ceil(distributionMs) } },
  ]);
}

async function ratio(window: Window) {
  const { totals, settings } = await totalsFrom(firstDay(window, today()));
  return readMeter(totals, settings);
}

function beatNow(i: number) {
  const now = new Date();
  const rest = { focused: true, private: false, presence: "active", audible: false } as const;
  const offset = -now.getTimezoneOffset();
  return {
    at: now.getTime(),
    offset,
    cause: "updated",
    page: i % 2 ? "github.com/acme/app" : "x.com/home",
    ...rest,
  } as const;
}

const parts: Record<string, (i: number) => unknown> = {
  "windows.getLastFocused, and getContexts when it says no focus": () => readFocus(),
  "idle.queryState": () => readPresence(180),
  "reading the settings": () => readSettings(db),
  "recording a heartbeat, one transaction": (i) => recordAll(db, [beatNow(i)]),
  "14 days read and added up": () => ratio("14"),
};

const probe = {
  /** Empties the history. */
  async clear(): Promise<void> {
    await db.open();
    await db.transaction("rw", [db.spans, db.days, db.tracker], () =>
      Promise.all([db.spans.clear(), db.days.clear(), db.tracker.clear()]),
    );
  },

  /** Stores the days from so many days ago to so many days ago, straight into IndexedDB, as if they had been recorded. */
  async live(from: number, to: number): Promise<void> {
    const raw = (await db.open()).backendDB();
    const change = raw.transaction(["spans", "days", "tracker"], "readwrite");
    const [spans, days] = [change.objectStore("spans"), change.objectStore("days")];
    // A day of 300 spans holds at most 30 hours: the steady clock goes on from one call to the next.
    let elapsed = (10_000 - from) * 30 * 3_600_000;
    for (let ago = from; ago >= to; ago--) {
      const midnight = new Date(`${addDays(today(), -ago)}T00:00`);
      const lived = liveDay(midnight.getTime(), -midnight.getTimezoneOffset(), elapsed);
      for (const span of lived.spans) spans.add(span);
      days.put(recordOf(addDays(today(), -ago), lived.rows));
      elapsed = lived.spans.at(-1)?.elapsed ?? elapsed;
    }
    const tracker = {
      at: Date.now(),
      offset: 0,
      presence: "active",
      key: null,
      audible: false,
      elapsed,
      inputAt: null,
    };
    change.objectStore("tracker").put({ tracker, open: null }, "tracker");
    await new Promise<void>((resolve, reject) => {
      change.oncomplete = () => resolve();
      change.onabort = () => reject(change.error);
    });
  },

  /** How many days and spans are stored. */
  async count(): Promise<{ days: number; spans: number }> {
    return { days: await db.days.count(), spans: await db.spans.count() };
  },

  /** Milliseconds from a ratio's question to its answer, and the classification and sums with it. */
  week: (count: number, window: Window): Promise<number[]> => sampled(count, () => ratio(window)),

  /** Milliseconds of wake-ups of a warm background, from here and back: read the browser, record, look at the face. */
  wake: (count: number): Promise<number[]> => sampled(count, () => browser.runtime.sendMessage("now")),

  /**
   * The same, each of them with another icon, badge and tooltip: the time on the page in front, which is distribution, lifts the share
   * over the limit of the trap. Before each, the first of the 14 days is changed so that this is about to happen.
   */
  async wakeAndPaint(count: number): Promise<number[]> {
    const { otherApps, tellsWeek } = (await readSettings(db)).settings;
    const day = firstDay("14", today());
    const lived = await db.days.get([day, "recorded"]);
    if (!lived) throw new Error(`nothing is stored of ${day}`);
    await writeSetting(db, "otherApps", "apart");
    await writeSetting(db, "tellsWeek", false);
    const times: number[] = [];
    for (let tries = 0; times.length < count; tries++) {
      if (tries > 2 * count) throw new Error("the icon stays as it is: nothing was painted");
      await browser.runtime.sendMessage("now");
      const start = performance.now();
      await db.days.put(await dayBefore(day, NEARLY_MS));
      await browser.runtime.sendMessage("changed");
      const below = await browser.action.getBadgeText({});
      while (performance.now() - start < 2 * NEARLY_MS) await settled();
      const shown = await browser.action.getBadgeText({});
      const [time = 0] = await sampled(1, () => browser.runtime.sendMessage("now"));
      const above = await browser.action.getBadgeText({});
      // An alarm may have come first.
      if (shown === below && above !== below) times.push(time);
    }
    await db.days.put(lived);
    await writeSetting(db, "otherApps", otherApps);
    await writeSetting(db, "tellsWeek", tellsWeek);
    return times;
  },

  /** Milliseconds of a message to the background that it does nothing about, and the refusal. */
  message: (count: number): Promise<number[]> =>
    sampled(count, () => browser.runtime.sendMessage("nothing").catch(() => {})),

  /** Milliseconds from another tab's coming to the front until a page hears that this was stored. */
  async switchTab(): Promise<number> {
    const [tab] = await browser.tabs.query({ url: "https://*/*", active: false });
    if (tab?.id === undefined) throw new Error("there is no other tab");
    const stored = new Promise<void>((resume) => waits.push(resume));
    const start = performance.now();
    await browser.tabs.update(tab.id, { active: true });
    await stored;
    return performance.now() - start;
  },

  /** Milliseconds of what a wake-up is made of, each by itself, in this page. */
  async parts(count: number): Promise<Record<string, number[]>> {
    const times: Record<string, number[]> = {};
    for (const [name, act] of Object.entries(parts)) times[name] = await sampled(count, act);
    const toolbar = createToolbar();
    const nothing = { pausedUntil: null, running: null, due: null, isNudged: false, isWeekReady: false };
    const face = faceOf(await ratio("14"), nothing, { at: Date.now(), offsetAt: () => 0 });
    times["drawing and setting the icon, badge and tooltip"] = await sampled(count, (i) =>
      toolbar.paint({ ...face, needle: i / count, tooltip: `${i}` }),
    );
    return times;
  },

  /** Heartbeats that were stored since this page was opened. */
  commits: (): number => commits,
};

export type Probe = typeof probe;
Object.assign(globalThis, { probe });
