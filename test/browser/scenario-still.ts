import { setTimeout as spend } from "node:timers/promises";
import { deafness } from "./scenario-sound";
import { open, sites } from "./scenario-visit";
import type { Life } from "./scenarios";

const IDLE_SECONDS = 15;
const IDLE_MS = 1000 * IDLE_SECONDS;

/** Runs in one of the extension's pages: the setting as the settings page will store it, and the background told. */
const storeThreshold = async (value: number) => {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open("factory-trap-meter");
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  await new Promise<void>((resolve, reject) => {
    const change = db.transaction("settings", "readwrite");
    change.objectStore("settings").put({ name: "idleSeconds", value });
    change.oncomplete = () => resolve();
    change.onabort = () => reject(change.error);
  });
  db.close();
  await (
    globalThis as unknown as { chrome: { runtime: { sendMessage(m: string): Promise<void> } } }
  ).chrome.runtime.sendMessage("changed");
};

export const still: Life = {
  name: "without input",
  scenarios: [
    {
      name: "idle and return",
      boundMs: 1000,
      async run(truth, stage) {
        const page = await stage.session.extensionPage("src/popup/popup.html");
        // Whoever opens a database before its owner has made it gets an empty one.
        await page.until(() => document.querySelector("[data-zone]"));
        await page.evaluate(storeThreshold, IDLE_SECONDS);
        await page.close();
        const tab = await open(truth, stage, "feed", {}, 2000);
        await stage.display.input.move(300, 300);
        truth.mark(null);
        await spend(IDLE_MS + 1500);
        for (let i = 0; i < 2; i++) {
          await stage.session.stopBackground();
          await tab.evaluate(() => history.pushState(null, "", "/home"));
          await spend(1000);
        }
        await stage.display.input.move(310, 310);
        truth.mark(sites.feed.key);
        await spend(3000);
      },
    },
    {
      name: "audible without input, then silent",
      boundMs: 4000,
      needs: deafness,
      async run(truth, stage) {
        const tab = await open(truth, stage, "video", {}, 500);
        await tab.click("#tone");
        // Firefox tells of a tone a second after it has begun, and what is silent without input is rightly cut.
        await spend(2500);
        await stage.display.input.move(320, 320);
        await spend(IDLE_MS + 3000);
        await tab.evaluate(() => document.querySelector<HTMLElement>("#tone")?.click());
        truth.mark(null);
        await spend(5000);
      },
    },
  ],
};
