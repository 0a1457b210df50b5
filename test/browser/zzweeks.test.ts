import { writeFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import type { Settings } from "../../src/store/settings";
import type { WeekDays } from "../../src/trap/week";
import { weekBefore, weekOf } from "../../src/trap/weekdays";
import { weekId } from "../../src/trap/weekid";
import type { Display } from "./display";
import type { BrowserName, Page, Tab } from "./session";
import { pictures, withSession } from "./setup";
import { readStored } from "./stored";
import { builder, tell } from "./story";
import { toolbars, untilBadge } from "./toolbar";
import { poll } from "./wait";
import { expectNameless, expectWhole } from "./weekfiles";
import { readFile } from "node:fs/promises";
async function saveAll(session: any, page: any, { start }: any): Promise<any> {
  const save = async (format: string) => {
    const t0=performance.now();
    const saved = session.downloads.wait(new RegExp(`^factory-trap-week-${start}.*\\.${format}$`));
    await page.click(`[data-export="week-${format}"]`);
    const t1=performance.now();
    const told = page.until((f: string) => document.querySelector(".exports output")?.textContent?.endsWith(f), format).then(() => console.log("T told", format, performance.now()-t1));
    const r= await readFile(await saved);
    console.log("T", format, t1-t0, performance.now()-t1);
    await told;
    return r;
  };
  const json = JSON.parse((await save("json")).toString());
  return { json, md: `${await save("md")}`, csv: `${await save("csv")}`, png: await save("png") };
}

const dashboard = "src/dashboard/dashboard.html";
const popupPath = "src/popup/popup.html";

/** What the clipboard holds, pasted by keyboard into a field of the tab in front. */
async function paste(display: Display, tab: Tab): Promise<string> {
  await tab.activate();
  await tab.evaluate(() => {
    const field = document.body.appendChild(document.createElement("textarea"));
    field.id = "pasted";
    field.focus();
  });
  await poll("the field to have the focus", async () => {
    if (await tab.evaluate(() => document.hasFocus() && document.activeElement?.id === "pasted")) return true;
    // Firefox's list of downloads has it.
    await display.input.key("Escape");
    return false;
  });
  await display.input.key("ctrl+v");
  const text = await tab.until(() => (document.getElementById("pasted") as HTMLTextAreaElement).value);
  await tab.evaluate(() => document.getElementById("pasted")?.remove());
  return text;
}

/** Tells the story, and stays on the page that told it. `changes` are settings on top of the story's own. */
async function tellBuilder(page: Page, changes: Partial<Settings>): Promise<void> {
  const { story, circumstances } = builder.balanced;
  await tell(page, story, { ...circumstances, settings: { ...circumstances.settings, ...changes } });
}

/** Nothing is recorded, so that what is saved twice is the same. */
const paused = { pause: { from: 0, until: 8e15 } };

/** This week and the one before by the story's own today, with what is stored of each. */
async function readWeeks(page: Page) {
  const { days } = await readStored(page);
  const now = weekOf(
    days
      .map(({ day }) => day)
      .sort()
      .at(-1) ?? "",
  );
  const within = ({ start, end }: WeekDays) => ({
    days: { start, end },
    rows: days.filter(({ day }) => day >= start && day <= end),
  });
  return { now: within(now), before: within(weekBefore(now)) };
}

interface TabsApi {
  query(of: object): Promise<{ id: number; url: string; status: string }[]>;
  update(id: number, change: { url: string }): Promise<unknown>;
}

/** The addresses of the dashboard's tabs that have loaded. */
const readDashboards = (page: Page) =>
  page.evaluate(async (path: string) => {
    const { tabs } = (globalThis as unknown as { chrome: { tabs: TabsApi } }).chrome;
    const open = await tabs.query({});
    return open.filter(({ url, status }) => url.includes(path) && status === "complete").map(({ url }) => url);
  }, dashboard);

/** Has the dashboard that is open show another view. */
const turnDashboard = (page: Page, address: string, to: string) =>
  page.evaluate(
    async (from: string, url: string) => {
      const { tabs } = (globalThis as unknown as { chrome: { tabs: TabsApi } }).chrome;
      for (const tab of await tabs.query({})) if (tab.url === from) await tabs.update(tab.id, { url });
    },
    address,
    to,
  );

describe.each<BrowserName>(["chromium"])("A week in %s", (name) => {
  test("is saved from the dashboard in four formats that say the same, without sites if wanted, and copied", async () => {
    await withSession(name, async ({ session, display }) => {
      const page = await session.extensionPage(popupPath);
      console.log('T', performance.now()|0, 1, 'const page = await session.extensionPage(popupPath);');
      await tellBuilder(page, paused);
      console.log('T', performance.now()|0, 2, 'await tellBuilder(page, paused);');
      const { before } = await readWeeks(page);
      console.log('T', performance.now()|0, 3, 'const { before } = await readWeeks(page);');
      await page.goto(session.url(`${dashboard}#week/${weekId(before.days)}`));
      console.log('T', performance.now()|0, 4, 'await page.goto(session.url(`${dashboard}#week/${weekId(befo');
      await page.until(() => document.querySelector("[data-export=week-png]"));
      console.log('T', performance.now()|0, 5, 'await page.until(() => document.querySelector("[data-export=');
      const whole = await saveAll(session, page, before.days);
      console.log('T', performance.now()|0, 6, 'const whole = await saveAll(session, page, before.days);');
      expect(whole.json.week).toEqual(before.days);
      expectWhole(whole, before.rows);
      await writeFile(`${pictures}/${name}-week-card.png`, whole.png);
      console.log('T', performance.now()|0, 7, 'await writeFile(`${pictures}/${name}-week-card.png`, whole.p');
      const shown = await page.evaluate(() => ({
        zone: document.querySelector("[data-week-zone] .zone")?.textContent,
        hours: [...document.querySelectorAll("[data-total] td:nth-of-type(1)")].map((cell) => cell.textContent),
        sites: document.querySelector("main")?.textContent?.includes("indiehackers.com"),
      }));
      expect(shown).toMatchObject({ zone: "Balanced", sites: true });
      expect(whole.md).toMatch(/^\*\*Balanced: \d+% being found\*\*$/m);
      // Of its tables only that of the hours has times in all columns but the first.
      const hours = [...whole.md.matchAll(/^\| [^|]+ \| (\d[^|]*) \|(?: \d[^|]* \|)?$/gm)].map(([, cell]) => cell);
      expect(shown.hours).toHaveLength(7);
      expect(hours).toEqual(shown.hours);
      await page.screenshot(`${pictures}/${name}-week.png`);
      console.log('T', performance.now()|0, 8, 'await page.screenshot(`${pictures}/${name}-week.png`);');

      await page.click("[data-act=copy-week]");
      console.log('T', performance.now()|0, 9, 'await page.click("[data-act=copy-week]");');
      await page.until(() => document.querySelector(".exports output")?.textContent?.includes("Copied"));
      console.log('T', performance.now()|0, 10, 'await page.until(() => document.querySelector(".exports outp');
      expect(await paste(display, page)).toBe(whole.md);
      console.log('T', performance.now()|0, 11, 'expect(await paste(display, page)).toBe(whole.md);');

      await page.click("[data-act=leave-sites-out]");
      console.log('T', performance.now()|0, 12, 'await page.click("[data-act=leave-sites-out]");');
      await page.until(() => !document.querySelector("main")?.textContent?.includes("indiehackers.com"));
      console.log('T', performance.now()|0, 13, 'await page.until(() => !document.querySelector("main")?.text');
      const nameless = await saveAll(session, page, before.days);
      console.log('T', performance.now()|0, 14, 'const nameless = await saveAll(session, page, before.days);');
      expectNameless(nameless, whole, before.rows);
      await page.click("[data-act=copy-week]");
      console.log('T', performance.now()|0, 15, 'await page.click("[data-act=copy-week]");');
      await page.until(() => document.querySelector(".exports output")?.textContent?.includes("Copied"));
      console.log('T', performance.now()|0, 16, 'await page.until(() => document.querySelector(".exports outp');
      expect(await paste(display, page)).toBe(nameless.md);
      console.log('T', performance.now()|0, 17, 'expect(await paste(display, page)).toBe(nameless.md);');
      await page.screenshot(`${pictures}/${name}-week-nameless.png`);
      console.log('T', performance.now()|0, 18, 'await page.screenshot(`${pictures}/${name}-week-nameless.png');
    });
  });

});
