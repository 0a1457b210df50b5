/*
 * Functions that run inside Firefox with its own rights (the "chrome" scope of BiDi). They are sent as source: each
 * sees only its arguments and Firefox's globals.
 */

import type { Area } from "./xserver";

interface MessageManager {
  addMessageListener(name: string, listener: (message: { data: string }) => void): void;
  loadFrameScript(url: string, later: boolean): void;
}

interface Panel extends Element {
  state: "closed" | "showing" | "open" | "hiding";
  hidePopup(): void;
}

interface BrowserElement extends Element {
  messageManager: MessageManager;
  currentURI?: { spec: string };
}

interface TabsListener {
  onLocationChange(browser: BrowserElement): void;
}

interface FirefoxWindow extends Window {
  gBrowser: {
    browsers: BrowserElement[];
    addTabsProgressListener(listener: TabsListener): void;
    removeTabsProgressListener(listener: TabsListener): void;
  };
  mozInnerScreenX: number;
  mozInnerScreenY: number;
  CustomizableUI: { addWidgetToArea(widget: string, area: string): void };
}

interface ExtensionPolicy {
  active: boolean;
  extension: {
    /** Ours: counts from the first question on. */
    backgroundEnds?: number;
    on(event: "shutdown-background-script", listener: () => void): void;
    backgroundState: "starting" | "running" | "suspending" | "stopped";
    terminateBackground(options: { ignoreDevToolsAttached: boolean; disableResetIdleForTest: boolean }): Promise<void>;
  };
}

declare const Services: {
  wm: { getMostRecentWindow(type: string): FirefoxWindow | null; getEnumerator(type: string): Iterable<FirefoxWindow> };
  prefs: { setIntPref(name: string, value: number): void };
};
declare const WebExtensionPolicy: { getByID(id: string): ExtensionPolicy | null };

export function installed(id: string): boolean {
  return WebExtensionPolicy.getByID(id)?.active === true;
}

export function backgroundState(id: string): string {
  return WebExtensionPolicy.getByID(id)?.extension.backgroundState ?? "stopped";
}

/** How often the background has ended since this was first asked. It may be started again before any question sees it gone. */
export function backgroundEnds(id: string): number {
  const extension = WebExtensionPolicy.getByID(id)?.extension;
  if (!extension) throw new Error(`${id} is not installed`);
  if (extension.backgroundEnds === undefined) {
    extension.backgroundEnds = 0;
    extension.on("shutdown-background-script", () => {
      extension.backgroundEnds = (extension.backgroundEnds ?? 0) + 1;
    });
  }
  return extension.backgroundEnds;
}

/** What Firefox does itself when the event page has been idle for long enough. */
export async function terminateBackground(id: string): Promise<void> {
  await WebExtensionPolicy.getByID(id)?.extension.terminateBackground({
    ignoreDevToolsAttached: true,
    disableResetIdleForTest: true,
  });
}

/** Resolves when a tab shows a page at this address. */
export function tabShows(address: string): Promise<void> {
  const gBrowser = Services.wm.getMostRecentWindow("navigator:browser")?.gBrowser;
  if (!gBrowser) throw new Error("Firefox has no window");
  return new Promise((resolve) => {
    const listener: TabsListener = {
      onLocationChange(browser) {
        if (browser.currentURI?.spec !== address) return;
        gBrowser.removeTabsProgressListener(listener);
        resolve();
      },
    };
    gBrowser.addTabsProgressListener(listener);
    for (const browser of gBrowser.browsers) listener.onLocationChange(browser);
  });
}

export function setNumber(name: string, value: number): void {
  Services.prefs.setIntPref(name, value);
}

/** Puts the button into the toolbar, as "Pin to Toolbar" does, and says where it is on the screen. */
export function toolbarButton(id: string): Area | null {
  const window = Services.wm.getMostRecentWindow("navigator:browser");
  if (!window) return null;
  const widget = id.toLowerCase().replace(/[^a-z0-9_-]/g, "_");
  const button = window.document.getElementById(`${widget}-BAP`);
  if (!button?.closest("#nav-bar")) {
    window.CustomizableUI.addWidgetToArea(`${widget}-browser-action`, "nav-bar");
    return null;
  }
  const place = (button.querySelector(".unified-extensions-item-action-button") ?? button).getBoundingClientRect();
  if (place.width === 0) return null;
  return {
    x: Math.round(window.mozInnerScreenX + place.x),
    y: Math.round(window.mozInnerScreenY + place.y),
    width: Math.round(place.width),
    height: Math.round(place.height),
  };
}

/** Where the open popup is on the screen, null while there is none. */
export function popupArea(address: string): Area | null {
  for (const window of Services.wm.getEnumerator("navigator:browser")) {
    const browser = window.document.querySelector<BrowserElement>(".webextension-popup-browser");
    if (!browser?.currentURI?.spec.startsWith(address)) continue;
    if (browser.closest<Panel>("panel")?.state !== "open") continue;
    const place = browser.getBoundingClientRect();
    return {
      x: Math.round(window.mozInnerScreenX + place.x),
      y: Math.round(window.mozInnerScreenY + place.y),
      width: Math.round(place.width),
      height: Math.round(place.height),
    };
  }
  return null;
}

export function closePopup(): void {
  for (const window of Services.wm.getEnumerator("navigator:browser")) {
    window.document.querySelector(".webextension-popup-browser")?.closest<Panel>("panel")?.hidePopup();
  }
}

/** BiDi does not list popups: a frame script asks in the popup's own process, past its content security policy. */
export function askPopup(script: string, reply: string): Promise<string> {
  return new Promise((resolve, reject) => {
    for (const window of Services.wm.getEnumerator("navigator:browser")) {
      const browser = window.document.querySelector<BrowserElement>(".webextension-popup-browser");
      if (!browser) continue;
      browser.messageManager.addMessageListener(reply, (message) => resolve(message.data));
      browser.messageManager.loadFrameScript(`data:application/javascript;charset=utf-8,${script}`, false);
      return;
    }
    reject(new Error("no popup is open"));
  });
}

declare const content: object;
declare const Cu: {
  Sandbox(principal: object, options: object): object;
  exportFunction(handler: (answer: string) => void, scope: object, options: { defineAs: string }): void;
  evalInSandbox(source: string, sandbox: object): void;
};
declare function sendAsyncMessage(name: string, data: string): void;

/** The frame script itself. */
export function insidePopup(asking: string, args: string, reply: string): void {
  const sandbox = Cu.Sandbox(content, { sandboxPrototype: content, wantXrays: false, sameZoneAs: content });
  Cu.exportFunction((answer) => sendAsyncMessage(reply, answer), sandbox, { defineAs: "answerHarness" });
  Cu.evalInSandbox(
    `(${asking})(${JSON.stringify(args)}).then(answerHarness,
      (error) => answerHarness(JSON.stringify({ error: String(error) })))`,
    sandbox,
  );
}
