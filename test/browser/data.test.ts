import { readFile } from "node:fs/promises";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import type { BrowserName, Page, Session, Tab } from "./session";
import { pictures, withSession } from "./setup";
import { builder, tell } from "./story";
import { upload } from "./upload";

const dashboard = "src/dashboard/dashboard.html";

/** Everything that is stored, read past the product's own code, as text that tells two stores apart. */
function dump(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const db = await done(indexedDB.open("factory-trap-meter"));
    // What a running recorder changes by itself.
    const names = [...db.objectStoreNames].filter((name) => name !== "tracker");
    const read = db.transaction(names);
    const tables = await Promise.all(names.map(async (name) => [name, await done(read.objectStore(name).getAll())]));
    db.close();
    return JSON.stringify(tables);
  });
}

/** A store with two months in it, in which nothing is recorded meanwhile, and the dashboard's data view over it. */
async function openData(session: Session): Promise<Tab> {
  const page = await session.extensionPage("src/popup/popup.html");
  const { story, circumstances } = builder.balanced;
  const pause = { from: 0, until: 8e15 };
  await tell(page, story, { ...circumstances, settings: { ...circumstances.settings, pause } });
  await page.goto(session.url(`${dashboard}#data`));
  await page.until(() => document.querySelector("[data-act=backup]"));
  return page;
}

async function backup(session: Session, page: Tab): Promise<Buffer> {
  const saved = session.downloads.wait(/^factory-trap-backup-.*\.jsonl\.gz$/);
  await page.click("[data-act=backup]");
  return readFile(await saved);
}

/** The lines of a backup that hold what was stored: all but the first, which says when it was made. */
const rowsOf = (file: Buffer) => gunzipSync(file).toString().split("\n").slice(1);

const told = (page: Page, text: string) =>
  page.until(
    (wanted: string) => [...document.querySelectorAll("[data-told]")].some((one) => one.textContent?.includes(wanted)),
    text,
  );

describe.each<BrowserName>(["chromium", "firefox"])("Everything as one file, in %s", (name) => {
  test("backed up, deleted and restored, the next backup is the same to the byte; deleting can be taken back", async () => {
    await withSession(name, async ({ session }) => {
      const page = await openData(session);
      const before = await dump(page);
      const first = await backup(session, page);
      expect(rowsOf(first).join()).toContain("github.com/acme/app");
      await page.screenshot(`${pictures}/${name}-data.png`);

      await page.click("[data-act=erase-everything]");
      await page.click("[data-act=confirm-erase]");
      await page.until(() => document.querySelector("[data-act=undo]"));
      expect(await dump(page)).not.toContain("github");
      await page.click("[data-act=undo]");
      await page.until(() => document.querySelector("[data-stored=days]")?.textContent === "14");
      expect(await dump(page)).toBe(before);

      await page.click("[data-act=erase-everything]");
      await page.click("[data-act=confirm-erase]");
      await page.until(() => document.querySelector("[data-stored=days]")?.textContent === "0");
      await upload(page, "[data-act=restore]", "backup.jsonl.gz", first);
      await told(page, "Restored from backup.jsonl.gz");
      expect(rowsOf(await backup(session, page))).toEqual(rowsOf(first));

      // Once more: nothing changes.
      const restored = await dump(page);
      await upload(page, "[data-act=restore]", "again.jsonl.gz", first);
      await told(page, "Restored from again.jsonl.gz");
      expect(await dump(page)).toBe(restored);
    });
  });

  test("what is no backup is refused with its reason, and changes nothing", async () => {
    await withSession(name, async ({ session }) => {
      const page = await openData(session);
      const before = await dump(page);
      const file = await backup(session, page);
      const picture = await readFile("public/icons/128.png");
      for (const [filename, bytes, reason] of [
        ["picture.png", picture, "no backup"],
        ["cut.jsonl.gz", file.subarray(0, file.length / 2), "Nothing was changed"],
        ["empty.jsonl", new Uint8Array(), "Nothing was changed"],
      ] as const) {
        await upload(page, "[data-act=restore]", filename, bytes);
        await told(page, reason);
        expect(await dump(page), filename).toBe(before);
      }
    });
  });

  test("a site is deleted from everything that is kept, and for ten seconds it can be taken back", async () => {
    await withSession(name, async ({ session }) => {
      const page = await openData(session);
      const before = await dump(page);
      const eraseSite = async () => {
        await page.evaluate(() => {
          const field = document.querySelector("[data-act=erase-site] input") as HTMLInputElement;
          field.value = "https://www.claude.ai/";
        });
        await page.click("[data-act=erase-site] button");
        await page.click("[data-act=confirm-erase]");
        await page.until(() => document.querySelector("[data-act=undo]"));
      };
      await eraseSite();
      expect(await dump(page)).not.toContain("claude.ai");
      expect(await dump(page)).toContain("cursor.com");
      await page.click("[data-act=undo]");
      await page.until(() => !document.querySelector("[data-act=undo]"));
      await page.until(() => document.querySelector("[data-stored=days]")?.textContent === "14");
      expect(await dump(page)).toBe(before);
      await eraseSite();
      expect(rowsOf(await backup(session, page)).join()).not.toContain("claude.ai");
    });
  });
});
