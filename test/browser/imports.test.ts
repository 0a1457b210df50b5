import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { type DayRow, UNKNOWN_HOUR } from "../../src/attention/day";
import type { BrowserName, Page, Session, Tab } from "./session";
import { pictures, withSession } from "./setup";
import { readTables } from "./stored";
import { builder, tell } from "./story";
import { upload } from "./upload";

/** Milliseconds by local day, page key and local hour. */
type Times = Record<string, Record<string, DayRow["hours"]>>;

interface ForeignFile {
  tool: string;
  times: Times;
}

/** Times of which only the day is known. */
function daily(tool: string, days: Record<string, Record<string, number>>): ForeignFile {
  const times = Object.entries(days).map(([day, pages]) => [
    day,
    Object.fromEntries(Object.entries(pages).map(([key, ms]) => [key, { [UNKNOWN_HOUR]: ms }])),
  ]);
  return { tool, times: Object.fromEntries(times) };
}

/** What other tools' files hold, by the clock of central Europe; `test/sources` tells how each comes to that. */
const files: Record<string, ForeignFile> = {
  "timetracker-4.json": daily("timetracker", {
    "2026-03-01": { "github.com": 5_400_000, "reddit.com": 1_860_500, "localhost:3000": 720_000 },
    "2026-03-02": { "file:": 300_000, "x.com": 900_000 },
    "2026-03-04": { "x.com": 45_000, "xn--bcher-kva.example": 120_000 },
  }),
  "timetracker-3.json": daily("timetracker", {
    "2021-09-10": { "github.com": 3000 },
    "2024-02-29": { "github.com": 4_200_000, "youtube.com": 1_500_000 },
    "2024-03-01": { "github.com": 600_000 },
  }),
  "timetracker-records.json": daily("timetracker", {
    "2026-03-01": { "github.com": 5_400_000, "reddit.com": 1_800_000 },
    "2026-03-02": { "github.com": 59_000 },
  }),
  "timetracker-records.csv": daily("timetracker", {
    "2026-03-01": { "github.com": 5_400_000, "news.ycombinator.com": 600_000 },
    "2026-03-02": { "github.com": 59_000 },
  }),
  "timetracker-records-0.csv": daily("timetracker", {
    "2022-06-05": { "zhihu.com": 1_800_000 },
    "2022-06-06": { "github.com": 3_600_000 },
  }),
  "webactivity.json": daily("webactivity", {
    "2026-02-28": { "github.com": 5_400_000 },
    "2026-03-01": { "github.com": 60_000, "reddit.com": 1_801_000 },
    "2026-03-13": { "github.com": 601_000 },
  }),
  "webactivity-2.csv": daily("webactivity", {
    "2026-03-01": { "github.com": 60_000, "reddit.com": 1_801_000 },
    "2026-03-13": { "github.com": 601_000 },
  }),
  "webactivity-1.csv": daily("webactivity", {
    "2020-07-22": { "github.com": 5_400_000 },
    "2020-08-03": { "github.com": 90_000, "youtube.com": 1_200_000 },
  }),
  "activitywatch-all.json": {
    tool: "activitywatch",
    times: {
      "2026-03-01": {
        "other-apps:": { 23: 600_000 },
        "chrome:": { 23: 299_500 },
        "reddit.com/r/rust": { 23: 900_000 },
      },
      "2026-03-02": {
        "reddit.com/r/rust": { 0: 3_600_000 },
        "github.com/acme/app": { 10: 1_200_999 },
        "other-apps:": { 10: 1_198_000 },
        "news.ycombinator.com": { 10: 1000 },
        "youtube.com": { 10: 600_000, 11: 2_400_000 },
      },
    },
  },
  "activitywatch-bucket.json": {
    tool: "activitywatch",
    times: {
      "2026-03-28": { "x.com/home": { 23: 500 } },
      "2026-03-29": { "x.com/home": { 0: 750 }, "github.com/acme/app": { 1: 1_800_000, 3: 1_800_000 } },
    },
  },
};

const fixture = (filename: string) => readFile(`test/fixtures/imports/${filename}`);

const readImported = (page: Page) => readTables(page, "days", "imports");

/** What is stored of one import. */
async function timesOf(page: Page, id: number): Promise<Times> {
  const { days } = await readImported(page);
  const own = days.filter(({ source }) => source === `import:${id}`);
  return Object.fromEntries(
    own.map(({ day, pages }) => [day, Object.fromEntries(pages.map(({ key, hours }) => [key, hours]))]),
  );
}

/** A store with two weeks in it, in which nothing is recorded meanwhile, and the dashboard's data view over it. */
async function openData(session: Session): Promise<Tab> {
  const page = await session.extensionPage("src/popup/popup.html");
  const { story, circumstances } = builder.balanced;
  const pause = { from: 0, until: 8e15 };
  await tell(page, story, { ...circumstances, settings: { ...circumstances.settings, pause } });
  await page.goto(session.url("src/dashboard/dashboard.html#data"));
  await page.until(() => document.querySelector("[data-act=import]"));
  return page;
}

/** Runs in the page: what the card tells of the last file. */
const toldText = () => document.querySelector("section[aria-labelledby=import] [data-told]")?.textContent;

/** Waits for what the card tells of the last file; the text with which it is refused is a fault. */
const told = (page: Page, text: string, isFault: boolean) =>
  page.until(
    (wanted: string, selector: string) =>
      [...document.querySelectorAll(selector)].some((one) => one.textContent?.includes(wanted)),
    text,
    `section[aria-labelledby=import] [data-told]${isFault ? ".fault" : ":not(.fault)"}`,
  );

/** What would be imported, as it is shown. */
async function preview(page: Page, filename: string, bytes: Uint8Array) {
  await upload(page, "[data-act=import]", filename, bytes);
  return page.until((wanted: string) => {
    const offered = document.querySelector<HTMLElement>("[data-preview]");
    if (!offered?.textContent?.includes(wanted)) return null;
    const read = (name: string) => Number(offered.querySelector(`[${name}]`)?.getAttribute(name));
    return { tool: offered.dataset.preview, days: read("data-preview-days"), ms: read("data-preview-ms") };
  }, filename);
}

const confirm = (page: Page) => page.click("[data-act=confirm-import]");

const listed = (page: Page, filename: string) =>
  page.until((wanted: string) => {
    const rows = [...document.querySelectorAll<HTMLElement>("[data-import]")];
    return rows.find((row) => row.textContent?.includes(wanted))?.dataset.import;
  }, filename);

const untilGone = (page: Page, selector: string) =>
  page.until((wanted: string) => !document.querySelector(wanted), selector);

describe.each<BrowserName>(["chromium", "firefox"])("Other tools' files in %s", (name) => {
  test("are shown, imported to the right times, taken out as one and put back", { timeout: 240_000 }, async () => {
    await withSession(
      name,
      async ({ session }) => {
        const page = await openData(session);
        const before = await readImported(page);
        for (const [filename, { tool, times }] of Object.entries(files)) {
          const hours = Object.values(times).flatMap((pages) => Object.values(pages).flatMap(Object.values<number>));
          const shown = await preview(page, filename, await fixture(filename));
          expect(shown, filename).toEqual({
            tool,
            days: Object.keys(times).length,
            ms: hours.reduce((sum, ms) => sum + ms, 0),
          });
          expect(await readImported(page), filename).toEqual(before);
          if (filename === "timetracker-4.json") await page.screenshot(`${pictures}/${name}-import-preview.png`);

          await confirm(page);
          await told(page, `Imported from ${filename}`, false);
          const id = Number(await listed(page, filename));
          const selector = `[data-import="${id}"]`;
          expect(await timesOf(page, id), filename).toEqual(times);
          const imported = await readImported(page);
          expect(imported.imports, filename).toMatchObject([{ id, filename }]);
          if (filename === "timetracker-4.json") await page.screenshot(`${pictures}/${name}-import-done.png`);

          await page.click(`${selector} button`);
          await untilGone(page, selector);
          expect(await readImported(page), filename).toEqual(before);
          if (filename === "timetracker-4.json") await page.screenshot(`${pictures}/${name}-import-removed.png`);
          expect(await page.evaluate(toldText), filename).toBe("");
          // Until its time is over there is one of the file before.
          await page.until((of: string) => document.querySelector(".undo p")?.textContent?.includes(of), filename);
          await page.click("[data-act=undo]");
          await listed(page, filename);
          expect(await readImported(page), filename).toEqual(imported);
          await page.click(`${selector} button`);
          await untilGone(page, selector);
        }
      },
      { environment: { TZ: "Europe/Berlin" } },
    );
  });

  test("change nothing when they are none, are damaged, or are chosen twice", async () => {
    await withSession(name, async ({ session }) => {
      const page = await openData(session);
      const filename = "webactivity.json";
      const file = await fixture(filename);
      await preview(page, filename, file);
      await confirm(page);
      await told(page, `Imported from ${filename}`, false);
      await listed(page, filename);
      const before = await readImported(page);
      const refused = [
        ["picture.png", await readFile("public/icons/128.png"), "This is no file that can be imported here."],
        ["cut.json", (await fixture("timetracker-4.json")).subarray(0, -20), "This file is damaged"],
        [
          "cut.csv",
          Buffer.from(`${await fixture("webactivity-2.csv")}3/14/2026,x.com\n`),
          "line 7 has too few columns",
        ],
        ["nothing.csv", new Uint8Array(), "This is no file that can be imported here."],
        ["again.json", file, "This time was imported before"],
      ] as const;
      for (const [wrong, bytes, reason] of refused) {
        await upload(page, "[data-act=import]", wrong, bytes);
        await told(page, reason, true);
        expect(await page.evaluate(() => document.querySelector("[data-preview]")), wrong).toBe(null);
        expect(await readImported(page), wrong).toEqual(before);
        if (wrong === "cut.json") await page.screenshot(`${pictures}/${name}-import-fault.png`);
      }
      // The dashboard lives on, and takes the next good file.
      expect(await preview(page, "webactivity-1.csv", await fixture("webactivity-1.csv"))).toMatchObject({ days: 2 });
      await untilGone(page, "section[aria-labelledby=import] .fault:not(:empty)");
    });
  });
});
