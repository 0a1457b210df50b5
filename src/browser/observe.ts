import browser from "webextension-polyfill";
import type { Cause, Heartbeat } from "../attention/heartbeat";
import { earliestDate } from "../attention/merge";
import { offsetAt } from "./today";
import { type Focus, readFocus, readLastInput, readPresence } from "./truth";

/** A heartbeat whose page is still a URL: reducing it to its key is the catalog's work. */
export interface Observation extends Omit<Heartbeat, "page"> {
  url: string | null;
}

export interface Observer {
  /** Looks once more, for a reason that is no event of the browser. Resolves when what was seen is dealt with. */
  look(): Promise<void>;
}

interface Wiring {
  /** The idle threshold in force, seconds. Must not reject. */
  idleSeconds(): Promise<number>;
  /** Gets every observation, in order. Must not reject. */
  onObservation(seen: Observation): Promise<void>;
  /** The last observation that was kept, by this background or by one before it; null: none is known. Must not reject. */
  lastKept(): Promise<Pick<Observation, "at" | "presence"> | null>;
}

const HEARTBEAT = "heartbeat";
/** The shortest period that Chrome grants, and the most that a kill can lose. */
const HEARTBEAT_MINUTES = 0.5;
/**
 * Chromium on Linux and Windows sends no event when another application takes the focus: it is asked this often. Firefox sends
 * none when a private window takes it from another application.
 */
const SAMPLE_MS = __FIREFOX__ ? 5000 : 1000;
const POLL_MS = 1000;
const SESSION_MARK = "session";

/**
 * Registers for everything that can change where the attention is, at once and synchronously, so that no event that wakes a
 * stopped background is missed. Events are only wake-ups: their payload can be stale, so each makes us read the truth.
 */
export function observe({ idleSeconds, onObservation, lastKept }: Wiring): Observer {
  let reading: Promise<unknown> = Promise.resolve();
  let handling: Promise<void> = Promise.resolve();
  let starting: Promise<boolean> | undefined;
  let lastSeen: Observation | undefined;
  let lastFocus: Focus | undefined;
  let lastLookAt = Date.now();
  let unread = 0;
  let sampler: ReturnType<typeof setInterval> | undefined;
  let hasAlarm: boolean | undefined;
  let detectionSeconds = 0;

  const look = async (): Promise<Focus> => {
    const seen = await readFocus();
    lastLookAt = Date.now();
    return seen;
  };

  /** Focus is read at once, one read after the other; presence beside it, and whatever comes after may wait for the store. */
  const wake = (cause: Cause, at = Date.now()): Promise<void> => {
    const isFirst = starting === undefined;
    starting ??= isNewSession();
    const isStartup = isFirst ? starting : Promise.resolve(false);
    unread += 1;
    const focus = reading
      .then(look)
      .then((seen) => {
        lastFocus = seen;
        return seen;
      })
      .finally(() => {
        unread -= 1;
      });
    reading = focus.catch(() => {});
    const user = readUser();
    user.catch(() => {});
    const handled = handling.then(async () => {
      const [seen, { presence, idleSeconds }] = await Promise.all([focus, user]);
      const dated = presence === "idle" ? await passingOf(idleSeconds, at) : await toldAt(cause, at);
      const offset = offsetAt(dated);
      const beat: Observation = { at: dated, offset, cause: (await isStartup) ? "startup" : cause, presence, ...seen };
      lastSeen = beat;
      await Promise.all([onObservation(beat), keepTime(beat)]);
    });
    handling = handled.catch(console.error);
    return handling;
  };

  /**
   * When the threshold passed, for a beat that is the first to find it passed: browsers may tell of it a second late, and later
   * where they start the background for it.
   */
  const passingOf = async (idleSeconds: number, at: number): Promise<number> => {
    const last = await lastKept();
    if (!last || last.presence === "idle") return at;
    const earliest = earliestDate(last.at, at);
    const lastInput = await readLastInput(idleSeconds, idleSeconds + (at - earliest) / 1000);
    return Math.min(at, Math.max(earliest, Math.round(lastInput + idleSeconds * 1000)));
  };

  /** Chromium looks for return and lock once a second: what it tells of happened half a second before, on average. */
  const toldAt = async (cause: Cause, at: number): Promise<number> => {
    if (cause !== "idle" || __FIREFOX__) return at;
    const last = await lastKept();
    return Math.max(last ? earliestDate(last.at, at) : 0, at - POLL_MS / 2);
  };

  /** A browser that is ending answers no more, but still lets us write: what was seen last held until now. */
  const repeat = (at = Date.now()): void => {
    handling = handling
      .then(() => lastSeen && onObservation({ ...lastSeen, at, cause: "removed" }))
      .catch(console.error);
  };

  const readUser = async () => {
    const idleSeconds = await threshold();
    return { idleSeconds, presence: await readPresence(idleSeconds) };
  };

  const threshold = async (): Promise<number> => {
    const seconds = await idleSeconds();
    if (seconds !== detectionSeconds) browser.idle.setDetectionInterval(seconds);
    detectionSeconds = seconds;
    return seconds;
  };

  /** One alarm while there is attention, none without; focus is sampled only while somebody is present. */
  const keepTime = async (seen: Observation): Promise<void> => {
    const attended =
      !seen.private && (seen.presence === "active" || (seen.presence === "idle" && seen.focused && seen.audible));
    if (attended !== hasAlarm) {
      hasAlarm = attended;
      if (attended) browser.alarms.create(HEARTBEAT, { periodInMinutes: HEARTBEAT_MINUTES });
      else await browser.alarms.clear(HEARTBEAT);
    }
    const samples = seen.presence === "active" && (!__FIREFOX__ || !seen.focused);
    if (samples) sampler ??= setInterval(sample, SAMPLE_MS);
    else {
      clearInterval(sampler);
      sampler = undefined;
    }
  };

  /**
   * A focus that went or came without an event did so between two looks: half-way. Anything else that a sample finds first has an
   * event on its way and is dated now, and where an event has come meanwhile, its own look is next: a date before that event would
   * count the time between twice. A sample that comes late may have slept: half of that is no gap that counts nothing any more.
   */
  const sample = () => {
    const sampled = reading.then(async () => {
      const since = lastLookAt;
      const seen = await look();
      if (unread > 0 || signature(seen) === signature(lastFocus)) return;
      const isUntold = __FIREFOX__ ? seen.private : seen.focused !== lastFocus?.focused;
      const isInTime = lastLookAt - since < 2 * SAMPLE_MS;
      void wake("focus", isUntold && isInTime ? Math.round((since + lastLookAt) / 2) : lastLookAt);
    });
    reading = sampled.catch(() => {});
  };

  browser.runtime.onStartup.addListener(() => void wake("updated"));
  browser.runtime.onInstalled.addListener(() => void wake("updated"));
  browser.tabs.onActivated.addListener(() => void wake("activated"));
  browser.tabs.onReplaced.addListener(() => void wake("activated"));
  browser.tabs.onRemoved.addListener(() => {
    repeat();
    void wake("removed");
  });
  browser.tabs.onUpdated.addListener((_, change) => {
    if ("url" in change || "audible" in change || "mutedInfo" in change) void wake("updated");
  });
  browser.windows.onFocusChanged.addListener((window) => {
    // With the focus gone the browser may be ending.
    if (window === browser.windows.WINDOW_ID_NONE) repeat();
    void wake("focus");
  });
  browser.windows.onRemoved.addListener(() => void wake("removed"));
  browser.idle.onStateChanged.addListener(() => void wake("idle"));
  browser.alarms.onAlarm.addListener(() => void wake("alarm"));

  return { look: () => wake("updated") };
}

/** Whether the browser was started since we last looked, known by a mark that it forgets when it ends. */
async function isNewSession(): Promise<boolean> {
  const stored = await browser.storage.session.get(SESSION_MARK);
  await browser.storage.session.set({ [SESSION_MARK]: true });
  return stored[SESSION_MARK] !== true;
}

function signature(focus: Focus | undefined): string {
  return JSON.stringify(focus && [focus.url, focus.focused, focus.private, focus.audible]);
}
