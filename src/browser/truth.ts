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
  } catch (error) {
    // Firefox refuses while a private window was the last that had the focus. Anything else says that no window is open.
    const isPrivate = __FIREFOX__ && (error as Error).message === "Invalid window";
    return { url: null, focused: isPrivate, private: isPrivate, audible: false };
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

/** How often it is asked whether another second without input is full: as exactly as an absence can be dated. */
const SECOND_POLL_MS = 50;

/**
 * When the last input was, epoch milliseconds: at least `idleSeconds` ago, for which that is known, and looked for no further back
 * than `mostSeconds`. Browsers tell of whole seconds: until the next one is full takes a second at most. Who is back before that
 * leaves the middle of that second.
 */
export async function readLastInput(idleSeconds: number, mostSeconds: number): Promise<number> {
  const isStillFor = async (seconds: number) => (await readPresence(seconds)) !== "active";
  let seconds = idleSeconds;
  while (seconds < mostSeconds && (await isStillFor(seconds + 1))) seconds += 1;
  let asked = Date.now();
  const middle = asked - (seconds + 0.5) * 1000;
  for (const end = asked + 1500; asked < end; ) {
    await new Promise((resolve) => setTimeout(resolve, SECOND_POLL_MS));
    const before = asked;
    const [isFull, isStill] = await Promise.all([isStillFor(seconds + 1), isStillFor(seconds)]);
    asked = Date.now();
    if (isFull) return (before + asked) / 2 - (seconds + 1) * 1000;
    if (!isStill) break;
  }
  return middle;
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
