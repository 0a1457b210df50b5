import type { Stage } from "./setup";

const IDLE_SECONDS = 15;

/** The shortest threshold there is: long enough to be idle, short enough to wait for. */
export const IDLE_MS = 1000 * IDLE_SECONDS;

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

export async function shortenThreshold({ session }: Stage): Promise<void> {
  const page = await session.extensionPage("src/popup/popup.html");
  // Whoever opens a database before its owner has made it gets an empty one.
  await page.until(() => document.querySelector("[data-zone]"));
  await page.evaluate(storeThreshold, IDLE_SECONDS);
  await page.close();
}
