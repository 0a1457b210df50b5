import type { StoredDay } from "../../src/store/database";
import type { Block } from "../../src/trap/block";
import type { Page } from "./session";

/** What is stored of blocks, read past the product's own code. */
export interface Kept {
  blocks: Block[];
  /** Milliseconds by page key, of the time that is marked with a block. */
  inBlock: Record<string, number>;
}

/** Reads it from one of the extension's pages. */
export function readBlocks(page: Page): Promise<Kept> {
  return page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const db = await done(indexedDB.open("factory-trap-meter"));
    const read = db.transaction(["blocks", "days"]);
    const [blocks, days] = await Promise.all([
      done(read.objectStore("blocks").getAll()),
      done(read.objectStore("days").getAll()),
    ]);
    db.close();
    const inBlock: Record<string, number> = {};
    for (const { pages } of days as StoredDay[])
      for (const { key, block, hours } of pages)
        if (block !== undefined) inBlock[key] = Object.values(hours).reduce((sum, ms) => sum + ms, inBlock[key] ?? 0);
    return { blocks, inBlock };
  });
}

/** Stores a block as if it had been planned or started at such a time, and has the background look. Resolves with its id. */
export function storeBlock(page: Page, when: { runsForMs: number } | { dueSinceMs: number }): Promise<number> {
  return page.evaluate(async (given: { runsForMs?: number; dueSinceMs?: number }) => {
    const now = new Date();
    const midnight = new Date(now).setHours(0, 0, 0, 0);
    const day = new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
    const isRunning = given.runsForMs !== undefined;
    const at = Math.max(midnight, now.getTime() - (given.dueSinceMs ?? 0));
    const block = {
      move: "five-messages-with-set-up",
      title: "Send five personal messages that offer hands-on set-up",
      channel: "outreach",
      project: null,
      minutes: 30,
      plan: isRunning ? null : { when: "have had my coffee", at, day },
      moved: 0,
      from: isRunning ? now.getTime() : null,
      day: isRunning ? day : null,
      until: given.runsForMs === undefined ? null : now.getTime() + given.runsForMs,
      outcome: null,
    };
    const id = await new Promise<number>((resolve, reject) => {
      const request = indexedDB.open("factory-trap-meter");
      request.onerror = () => reject(request.error);
      request.onsuccess = () => {
        const db = request.result;
        const change = db.transaction("blocks", "readwrite");
        const added = change.objectStore("blocks").add(block);
        change.onabort = () => reject(change.error);
        change.oncomplete = () => {
          db.close();
          resolve(Number(added.result));
        };
      };
    });
    await (
      globalThis as unknown as { chrome: { runtime: { sendMessage(m: string): Promise<void> } } }
    ).chrome.runtime.sendMessage("changed");
    return id;
  }, when);
}
