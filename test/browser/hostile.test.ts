import { readFile } from "node:fs/promises";
import { Parser } from "commonmark";
import { describe, expect, test } from "vitest";
import { siteOf } from "../../src/catalog/page";
import { views } from "../../src/dashboard/route";
import { objections } from "./axe";
import { readFaults, tellHostile, texts, watchFaults } from "./hostile";
import type { BrowserName, Session, Tab } from "./session";
import { pictures, withSession } from "./setup";

const dashboard = "src/dashboard/dashboard.html";

/** What tells that a view is there with all that it reads. */
const whole: Record<string, string> = {
  overview: ".beside > :nth-child(2)",
  week: "[aria-labelledby=weekfacts]",
  rules: "[data-rule]",
  facts: "[data-blocks-kept]",
  data: "[data-import]",
  settings: "[data-target]",
  diagnostics: "[data-act=start]",
};

async function look(page: Tab, hash: string): Promise<void> {
  await page.evaluate((wanted: string) => {
    location.hash = wanted;
  }, hash);
  const [view = ""] = hash.split("/");
  const isThere = (name: string, selector: string) =>
    document.querySelector(`[data-view=${name}]`) && document.querySelector(selector);
  await page.until(isThere, view, whole[view] ?? "").catch(async (error: unknown) => {
    throw new Error(`${hash} does not come: ${(await readFaults(page)).join()}`, { cause: error });
  });
}

const isWiderThanWindow = (page: Tab) =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

/** The cells of a CSV file; what a spreadsheet with another separator would take for a cell is one. */
function cellsOf(csv: string): string[] {
  const quoted = csv.match(/"(?:[^"]|"")*"/g) ?? [];
  const plain = csv.replace(/"(?:[^"]|"")*"/g, "").split(/,|\r\n/);
  return [...quoted.map((cell) => cell.slice(1, -1).replaceAll('""', '"')), ...plain].flatMap((cell) =>
    cell.split(/[;\t\r\n]/),
  );
}

/** What is more than text, a table or a heading in Markdown. */
function liveParts(markdown: string): string[] {
  const walker = new Parser().parse(markdown).walker();
  const usual = ["document", "heading", "paragraph", "text", "softbreak", "strong"];
  const found: string[] = [];
  for (let step = walker.next(); step; step = walker.next())
    if (step.entering && !usual.includes(step.node.type)) found.push(`${step.node.type}: ${step.node.literal}`);
  return [...found, ...(markdown.match(/(?<!\\):\/\/|\bwww(?<!\\)\./g) ?? [])];
}

async function saveWeek(session: Session, page: Tab, format: string): Promise<Buffer> {
  const saved = session.downloads.wait(new RegExp(`\\.${format}$`));
  await page.click(`[data-export="week-${format}"]`);
  return readFile(await saved);
}

describe.each<BrowserName>(["chromium", "firefox"])("Hostile names in %s", (name) => {
  test("are text and nothing else, in every view and every file", async () => {
    await withSession(name, async ({ session }) => {
      const page = await session.extensionPage("src/popup/popup.html");
      await tellHostile(page);
      await page.goto(session.url(`${dashboard}#diagnostics`));
      await watchFaults(page);
      await page.until(() => document.querySelector("[data-act=start]"));
      const found: Record<string, unknown> = {};
      for (const hash of [...views, "overview/all"]) {
        await look(page, hash);
        const [view = ""] = hash.split("/");
        const objected = await objections(page);
        if (objected.length > 0) found[`${hash}, axe`] = objected;
        if (await isWiderThanWindow(page)) found[`${hash}, width`] = "scrolls sideways";
        await page.evaluate(() => {
          for (const details of document.querySelectorAll("details")) details.open = true;
        });
        if (await isWiderThanWindow(page)) found[`${hash}, width opened`] = "scrolls sideways";
        const faults = await readFaults(page);
        if (faults.length > 0) found[`${hash}, faults`] = faults;
        await page.screenshot(`${pictures}/${name}-hostile-${view}.png`);
      }
      for (const week of [texts[0], "a".repeat(2000), "__proto__"]) {
        await page.evaluate((wanted: string) => {
          location.hash = `week/${wanted}`;
        }, `${week}`);
        await page.until(() => document.querySelector(".notice"));
        if (await isWiderThanWindow(page)) found[`week ${week?.slice(0, 20)}, width`] = "scrolls sideways";
      }
      // The popup is 360 wide, and the tab has a scrollbar beside it.
      const popup = await session.popupPage({ width: 400 });
      await popup.until(() => document.querySelector(".foot"));
      await popup.evaluate(() => {
        for (const details of document.querySelectorAll("details")) details.open = true;
      });
      if (await isWiderThanWindow(popup)) found["popup, width"] = "scrolls sideways";
      const objected = await objections(popup);
      if (objected.length > 0) found["popup, axe"] = objected;
      await popup.screenshot(`${pictures}/${name}-hostile-popup.png`);
      await popup.close();
      await page.activate();
      expect(found).toEqual({});

      await look(page, "week");
      const csv = `${await saveWeek(session, page, "csv")}`;
      expect(csv).toContain("__proto__");
      expect(cellsOf(csv).filter((cell) => /^[\s"]*[=+\-@]/.test(cell))).toEqual([]);
      const markdown = `${await saveWeek(session, page, "md")}`;
      expect(liveParts(markdown)).toEqual([]);
      const json = JSON.parse(`${await saveWeek(session, page, "json")}`);
      const exported = json.sites.map(({ site }: { site: string }) => site);
      expect(exported).toEqual(expect.arrayContaining(texts.map(siteOf).filter((site) => site !== null)));
      expect((await saveWeek(session, page, "png")).length).toBeGreaterThan(10_000);
      expect(await readFaults(page)).toEqual([]);

      // What goes wrong is seen.
      await page.evaluate(() => {
        const promise = Promise.resolve();
        dispatchEvent(new PromiseRejectionEvent("unhandledrejection", { promise, reason: "on purpose" }));
      });
      expect((await readFaults(page)).join()).toContain("on purpose");
    });
  });
});
