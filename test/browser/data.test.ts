import { readFile } from "node:fs/promises";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import type { BrowserName, Page, Session, Tab } from "./session";
import { pictures, withSession } from "./setup";
import { put, readAll } from "./stored";
import { builder, tell } from "./story";
import { upload } from "./upload";
import { poll } from "./wait";

const dashboard = "src/dashboard/dashboard.html";

/** Whether the store is as it was: said in one word, because what differs would be pages long. */
const isAsBefore = async (page: Page, before: string) => (await readAll(page)) === before;

/** Nothing is recorded from now on, so that two looks at the store see the same. */
const standStill = { from: 0, until: 8e15 };

/** Has it stand still again: what is deleted with everything is the pause too. */
const stop = (page: Page) => put(page, { settings: [{ name: "pause", value: standStill }] });

/** A store with two weeks in it, in which nothing is recorded meanwhile, and the dashboard's data view over it. */
async function openData(session: Session): Promise<Tab> {
  const page = await session.extensionPage("src/popup/popup.html");
  const { story, circumstances } = builder.balanced;
  await tell(page, story, { ...circumstances, settings: { ...circumstances.settings, pause: standStill } });
  await page.goto(session.url(`${dashboard}#data`));
  await page.until(() => document.querySelector("[data-act=backup]"));
  return page;
}

async function backup(session: Session, page: Tab): Promise<Buffer> {
  const saved = session.downloads.wait(/^factory-trap-backup-.*\.gz$/);
  await page.click("[data-act=backup]");
  return readFile(await saved);
}

/** The lines of a backup that hold what was stored: all but the first, which says when it was made. */
const rowsOf = (file: Buffer) => gunzipSync(file).toString().split("\n").slice(1);

const SPANS = 200_000;
const ROWS_A_LINE = 500;

/** The backup as it would be after years: with so many spans that restoring it takes a while. */
function grow(file: Buffer): Buffer {
  const [head, ...lines] = gunzipSync(file)
    .toString()
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  const others = lines.filter(({ table }) => table !== undefined && table !== "spans");
  const [first] = lines.find(({ table }) => table === "spans").rows;
  const spans = Array.from({ length: SPANS / ROWS_A_LINE }, (_, line) => ({
    table: "spans",
    rows: Array.from({ length: ROWS_A_LINE }, (_, row) => {
      const start = Date.UTC(2021, 0, 1) + (line * ROWS_A_LINE + row) * 600_000;
      return { ...first, start, end: start + 300_000 };
    }),
  }));
  const tables = { ...head.tables, spans: SPANS };
  const counts: number[] = Object.values(tables);
  const order = Object.keys(tables);
  const sorted = [...others, ...spans].sort((a, b) => order.indexOf(a.table) - order.indexOf(b.table));
  const end = { end: true, rows: counts.reduce((sum, count) => sum + count, 0) };
  return Buffer.from(`${[{ ...head, tables }, ...sorted, end].map((line) => JSON.stringify(line)).join("\n")}\n`);
}

const told = (page: Page, text: string) =>
  page.until(
    (wanted: string) => [...document.querySelectorAll("[data-told]")].some((one) => one.textContent?.includes(wanted)),
    text,
  );

describe.each<BrowserName>(["chromium", "firefox"])("Everything as one file, in %s", (name) => {
  test("backed up, deleted and restored, the next backup is the same to the byte; deleting can be taken back", async () => {
    await withSession(name, async ({ session }) => {
      const page = await openData(session);
      const before = await readAll(page);
      const first = await backup(session, page);
      expect(rowsOf(first).join().includes("github.com/acme/app")).toBe(true);
      await page.screenshot(`${pictures}/${name}-data.png`);

      await page.click("[data-act=erase-everything]");
      await page.click("[data-act=confirm-erase]");
      await page.until(() => document.querySelector("[data-act=undo]"));
      expect((await readAll(page)).includes("github")).toBe(false);
      await page.click("[data-act=undo]");
      await poll("everything to be back", () => isAsBefore(page, before));

      await page.click("[data-act=erase-everything]");
      await page.click("[data-act=confirm-erase]");
      await page.until(() => document.querySelector("[data-act=undo]"));
      await stop(page);
      await page.click(".undo .link");
      await page.click('.choice label:has([value="replace"])');
      await upload(page, "[data-act=restore]", "backup.jsonl.gz", first);
      await page.click("[data-act=confirm-replace]");
      await told(page, "Restored from backup.jsonl.gz");
      expect(rowsOf(await backup(session, page)).join("\n") === rowsOf(first).join("\n")).toBe(true);

      // Once more, and added to what is there: nothing changes.
      const restored = await readAll(page);
      await page.click('.choice label:has([value="merge"])');
      await upload(page, "[data-act=restore]", "again.jsonl.gz", first);
      await told(page, "Restored from again.jsonl.gz");
      expect(await isAsBefore(page, restored)).toBe(true);
    });
  });

  test("what is no backup is refused with its reason, and changes nothing", async () => {
    await withSession(name, async ({ session }) => {
      const page = await openData(session);
      const before = await readAll(page);
      const file = await backup(session, page);
      const picture = await readFile("public/icons/128.png");
      for (const [filename, bytes, reason] of [
        ["picture.png", picture, "no backup"],
        ["cut.jsonl.gz", file.subarray(0, file.length / 2), "Nothing was changed"],
        ["empty.jsonl", new Uint8Array(), "Nothing was changed"],
      ] as const) {
        await upload(page, "[data-act=restore]", filename, bytes);
        await told(page, reason);
        expect(await isAsBefore(page, before), filename).toBe(true);
      }
    });
  });

  test("a restore that is killed half-way leaves what was there whole", async () => {
    await withSession(name, async (stage) => {
      const page = await openData(stage.session);
      const before = await readAll(page);
      const years = grow(await backup(stage.session, page));
      await page.click('.choice label:has([value="replace"])');
      await upload(page, "[data-act=restore]", "years.jsonl", years);
      await page.click("[data-act=confirm-replace]");
      // The second half of the way is writing.
      await page.until(() => Number(document.querySelector("progress")?.value) > 0.6);
      await stage.session.kill();

      const session = await stage.relaunch();
      const again = await session.extensionPage(`${dashboard}#data`);
      await again.until(() => document.querySelector("[data-stored=days]")?.textContent === "14");
      expect(await isAsBefore(again, before)).toBe(true);
    });
  });

  test("a site is deleted from everything that is kept, and for ten seconds it can be taken back", async () => {
    await withSession(name, async ({ session }) => {
      const page = await openData(session);
      const before = await readAll(page);
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
      expect((await readAll(page)).includes("claude.ai")).toBe(false);
      expect((await readAll(page)).includes("cursor.com")).toBe(true);
      await page.click("[data-act=undo]");
      await poll("the site to be back", () => isAsBefore(page, before));
      await eraseSite();
      expect(
        rowsOf(await backup(session, page))
          .join()
          .includes("claude.ai"),
      ).toBe(false);
    });
  });
});
