import browser, { type Tabs, type Windows } from "webextension-polyfill";
import type { Presence } from "../attention/heartbeat";

/** Where the focus is at this instant. */
export interface Focus {
  /** URL of the active tab of the window in question; null when there is none. */
  url: string | null;
  focused: boolean;
  private: boolean;
  audible: boolean;
}

/** Undocked DevTools are windows too; the types leave the filter out because Firefox ignores it. */
const EVERY_WINDOW = { populate: true, windowTypes: ["normal", "popup", "app", "devtools"] };

/** Asks the browser, in one call: parallel ones contradict each other while a window opens. */
export async function readFocus(): Promise<Focus> {
  let window: Windows.Window;
  try {
    window = await browser.windows.getLastFocused(EVERY_WINDOW);
  } catch {
    // Firefox refuses exactly while a private window has the focus. In Chromium this says that no window is open.
    return { url: null, focused: __FIREFOX__, private: __FIREFOX__, audible: false };
  }
  const tab = window.tabs?.find(({ active }) => active);
  return {
    url: tab?.url || null,
    focused: window.focused || (await isOurPopupOpen()),
    private: window.incognito,
    audible: tab !== undefined && isHeard(tab),
  };
}

/** What the idle API says; a stretch without input is idle from `idleSeconds` on. */
export async function readPresence(idleSeconds: number): Promise<Presence> {
  return browser.idle.queryState(idleSeconds);
}

/**
 * For how long there has been no input, in whole seconds rounded down: at least `idleSeconds`, for which that is known, and asked
 * for no further than `most`.
 */
export async function readStillness(idleSeconds: number, most: number): Promise<number> {
  let seconds = idleSeconds;
  while (seconds < most && (await readPresence(seconds + 1)) !== "active") seconds += 1;
  return seconds;
}

function isHeard(tab: Tabs.Tab): boolean {
  return tab.audible === true && tab.mutedInfo?.muted !== true;
}

/** In Chromium our own popup takes the focus from its window; the page beneath is still what the user is on. */
async function isOurPopupOpen(): Promise<boolean> {
  if (__FIREFOX__) return false;
  const { getContexts } = browser.runtime as unknown as {
    getContexts(filter: { contextTypes: string[] }): Promise<unknown[]>;
  };
  return (await getContexts({ contextTypes: ["POPUP"] })).length > 0;
}
