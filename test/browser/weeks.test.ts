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
import { expectNameless, expectWhole, saveAll } from "./weekfiles";

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
  await tab.until(() => document.hasFocus() && document.activeElement?.id === "pasted");
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

describe.each<BrowserName>(["chromium", "firefox"])("A week in %s", (name) => {
  test("is saved from the dashboard in four formats that say the same, without sites if wanted, and copied", async () => {
    await withSession(name, async ({ session, display }) => {
      const page = await session.extensionPage(popupPath);
      await tellBuilder(page, paused);
      const { before } = await readWeeks(page);
      await page.goto(session.url(`${dashboard}#week/${weekId(before.days)}`));
      await page.until(() => document.querySelector("[data-export=week-png]"));
      const whole = await saveAll(session, page, before.days);
      expect(whole.json.week).toEqual(before.days);
      expectWhole(whole, before.rows);
      await writeFile(`${pictures}/${name}-week-card.png`, whole.png);
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

      await page.click("[data-act=copy-week]");
      await page.until(() => document.querySelector(".exports output")?.textContent?.includes("Copied"));
      expect(await paste(display, page)).toBe(whole.md);

      await page.click("[data-act=leave-sites-out]");
      await page.until(() => !document.querySelector("main")?.textContent?.includes("indiehackers.com"));
      const nameless = await saveAll(session, page, before.days);
      expectNameless(nameless, whole, before.rows);
      await page.click("[data-act=copy-week]");
      await page.until(() => document.querySelector(".exports output")?.textContent?.includes("Copied"));
      expect(await paste(display, page)).toBe(nameless.md);
      await page.evaluate(() => scrollTo(0, 0));
      await page.screenshot(`${pictures}/${name}-week-nameless.png`);
    });
  });

  test("that is not over yet is saved and copied from the popup as from the dashboard", async () => {
    await withSession(name, async ({ session, display }) => {
      const page = await session.extensionPage(popupPath);
      await tellBuilder(page, paused);
      const { now } = await readWeeks(page);
      await page.goto(session.url(`${dashboard}#week`));
      await page.until(() => document.querySelector("[data-export=week-png]"));
      const whole = await saveAll(session, page, now.days);
      expectWhole(whole, now.rows);

      const popup = await session.popup();
      await popup.until(() => document.querySelector(".foot"));
      const saved = await saveAll(session, popup, now.days);
      expect({ ...saved.json, generatedAt: "" }).toEqual({ ...whole.json, generatedAt: "" });
      expect([saved.md, saved.csv]).toEqual([whole.md, whole.csv]);
      expect(saved.png.equals(whole.png)).toBe(true);
      await popup.until(() => /^Saved as .*\.png$/.test(document.querySelector(".foot output")?.textContent ?? ""));
      await popup.screenshot(`${pictures}/${name}-week-popup.png`);

      await popup.click("[data-act=leave-sites-out]");
      const nameless = await saveAll(session, popup, now.days);
      expectNameless(nameless, whole, now.rows);
      await popup.click("[data-act=copy-week]");
      await popup.until(() => document.querySelector(".foot output")?.textContent === "Copied as Markdown.");
      await popup.close();
      expect(await paste(display, page)).toBe(nameless.md);
    });
  });

  test("that is over is told of once: on the badge and in the popup, until it is opened or dismissed", async () => {
    await withSession(name, async ({ session, display }) => {
      const desk = await session.extensionPage(popupPath);
      const front = await session.open("https://github.com/acme/app");
      const openPopup = async () => {
        await front.activate();
        const popup = await session.popup();
        await popup.until(() => document.querySelector(".foot"));
        return popup;
      };
      const hasNotice = (popup: Page) => popup.evaluate(() => document.querySelector("[data-act=open-week]") !== null);
      const untilAt = (address: string) =>
        poll(`one dashboard at ${address}`, async () => (await readDashboards(desk)).join() === address);
      await tellBuilder(desk, { seenWeek: null });
      const { before } = await readWeeks(desk);
      const address = session.url(`${dashboard}#week/${weekId(before.days)}`);
      expect((await untilBadge(desk, /^wk$/)).title).toContain("\nBalanced");
      await display.screenshot(`${pictures}/${name}-week-badge.png`, toolbars[name]);

      const first = await openPopup();
      await first.screenshot(`${pictures}/${name}-week-ready.png`);
      await first.click("[data-act=open-week]");
      await poll("the popup to close", async () => !(await first.isOpen()));
      await untilAt(address);
      await untilBadge(desk, /^\d+%$/);
      const again = await openPopup();
      expect(await hasNotice(again)).toBe(false);
      await again.close();

      // A dashboard that is open comes to the week: there is no second one.
      await turnDashboard(desk, address, session.url(`${dashboard}#data`));
      await untilAt(session.url(`${dashboard}#data`));
      await tellBuilder(desk, { seenWeek: null });
      await untilBadge(desk, /^wk$/);
      await (await openPopup()).click("[data-act=open-week]");
      await untilAt(address);
      await untilBadge(desk, /^\d+%$/);

      await turnDashboard(desk, address, session.url(`${dashboard}#data`));
      await tellBuilder(desk, { seenWeek: null });
      await untilBadge(desk, /^wk$/);
      const third = await openPopup();
      await third.click("[data-act=dismiss-week]");
      await third.until(() => !document.querySelector("[data-act=open-week]"));
      await third.close();
      await untilBadge(desk, /^\d+%$/);
      expect(await readDashboards(desk)).toEqual([session.url(`${dashboard}#data`)]);

      await tellBuilder(desk, { seenWeek: null });
      await untilBadge(desk, /^wk$/);
      await tellBuilder(desk, { seenWeek: null, tellsWeek: false });
      await untilBadge(desk, /^\d+%$/);
      expect(await hasNotice(await openPopup())).toBe(false);
    });
  });
});
