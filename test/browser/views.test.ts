import { rmSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { objections } from "./axe";
import { type Language, speaking } from "./language";
import type { BrowserName, Tab, Theme } from "./session";
import { pictures, withSession } from "./setup";
import { builder, quarter, tell } from "./story";

const languages: Language[] = ["en", "de", "ar"];
const themes: Theme[] = ["light", "dark"];

/** What tells that a view is there with all that it reads. */
const views: Record<string, string> = {
  overview: ".beside .card:nth-child(2) .datatable",
  week: "[data-export=week-png]",
  rules: "[data-act=add-rule]",
  facts: "[data-blocks-kept]",
  data: "[data-stored=days]",
  settings: "[data-target]",
  diagnostics: "[data-act=start]",
};

async function openView(page: Tab, view: string): Promise<void> {
  await page.evaluate((hash: string) => {
    location.hash = hash;
  }, view);
  // This week may have just begun.
  if (view === "week") await page.click("[data-act=week-before]");
  await page.until((selector: string) => document.querySelector(selector), views[view] ?? "");
}

/** Whether something is wider than the window that it stands in. */
const isWiderThanWindow = (page: Tab) =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

describe.each<BrowserName>(["chromium", "firefox"])("The dashboard in %s", (name) => {
  test.each(languages)("in %s, light and dark, fits its window, and axe objects to nothing", async (language) => {
    const extension = speaking(name, language);
    try {
      await withSession(
        name,
        async ({ session }) => {
          const page = await session.extensionPage("src/popup/popup.html");
          await tell(page, quarter.story, quarter.circumstances);
          await page.goto(session.url("src/dashboard/dashboard.html"));
          const found: Record<string, unknown> = {};
          for (const theme of themes) {
            await session.theme(theme);
            for (const view of Object.keys(views)) {
              await openView(page, view);
              const objected = await objections(page);
              if (objected.length > 0) found[`${view}, ${theme}`] = objected;
              if (await isWiderThanWindow(page)) found[`${view}, ${theme}, width`] = "scrolls sideways";
              await page.screenshot(`${pictures}/${name}-view-${view}-${language}-${theme}.png`);
            }
          }
          expect(await page.evaluate(() => document.documentElement.dir)).toBe(language === "ar" ? "rtl" : "ltr");
          expect(found).toEqual({});
        },
        { extension },
      );
    } finally {
      rmSync(extension, { recursive: true, force: true });
    }
  });

  test("the address says what is looked at: links, the back button and a reload keep it", async () => {
    await withSession(name, async ({ session }) => {
      const page = await session.extensionPage("src/popup/popup.html");
      await tell(page, builder.balanced.story, builder.balanced.circumstances);
      await page.goto(session.url("src/dashboard/dashboard.html#week/2020-W12"));
      await page.until(() => document.querySelector(".weekbar")?.textContent?.includes("2020-W12"));
      await page.click("[data-act=week-before]");
      await page.until(() => document.querySelector(".weekbar")?.textContent?.includes("2020-W11"));
      await page.evaluate(() => history.back());
      await page.until(() => document.querySelector(".weekbar")?.textContent?.includes("2020-W12"));
      await page.evaluate(() => {
        document.documentElement.dataset.before = "";
        location.reload();
      });
      await page.until(() => !("before" in document.documentElement.dataset));
      await page.until(() => document.querySelector(".weekbar")?.textContent?.includes("2020-W12"));
      const ask = (hash: string) =>
        page.evaluate((asked: string) => {
          location.hash = asked;
        }, hash);
      await ask("week/2020-W54");
      await page.until(() => document.querySelector(".notice")?.textContent?.includes("2020-W54"));
      await ask("nothing");
      await page.until(() => document.querySelector("[data-view=overview] [data-overview]"));
    });
  });
});
