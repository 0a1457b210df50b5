import { describe, expect, test } from "vitest";
import type { BrowserName, Page, Tab } from "./session";
import { pictures, withSession } from "./setup";
import { put, raiseVersion, readTables } from "./stored";
import { stories, tell } from "./story";
import { readToolbar } from "./toolbar";
import { poll } from "./wait";

const popup = "src/popup/popup.html";
const dashboard = "src/dashboard/dashboard.html";

function deleteDatabase(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.deleteDatabase("factory-trap-meter");
        request.onsuccess = () => resolve();
        request.onerror = () => reject(request.error);
      }),
  );
}

describe.each<BrowserName>(["chromium", "firefox"])("When something is wrong in %s", (name) => {
  test("a database of a newer version stops recording, says so, stays whole, and recording goes on once it is gone", async () => {
    await withSession(name, async ({ session }) => {
      const page = await session.extensionPage(popup);
      await tell(page, stories.trapped);
      await raiseVersion(page);
      await page.goto(session.url(popup));
      const notice = await page.until(() => document.querySelector("[role=alert]")?.textContent);
      expect(notice).toContain("newer version");
      expect(notice).toContain("Update the extension");
      await poll("the toolbar to say so", async () => (await readToolbar(page)).badge === "!");
      expect((await readToolbar(page)).title).toContain("Recording is stopped");
      expect((await readTables(page, "days")).days).toHaveLength(14);

      await deleteDatabase(page);
      const visited = await session.open("https://github.com/acme/app");
      await visited.goto("https://x.com/home");
      await poll("recording to go on", async () => (await readToolbar(page)).badge === "");
      await page.activate();
      await page.until(() => document.querySelector("[data-zone]") && !document.querySelector("[role=alert]"));
    });
  });

  test("a day that cannot be read is told where it would be shown, and only there; all else goes on", async () => {
    await withSession(name, async ({ session }) => {
      const desk = await session.extensionPage(popup);
      await tell(desk, stories.trapped);
      const setDay = (pages: object[] | null, day = "2020-01-08") =>
        put(desk, { days: [{ day, source: "recorded", pages }] });
      // The first days of all are part of every verdict.
      for (let i = 1; i <= 5; i++) await setDay([], `2020-01-0${i}`);
      await setDay(null);
      const page = await session.extensionPage(`${dashboard}#overview`);
      const look = (hash: string) =>
        page.evaluate((at: string) => {
          location.hash = at;
        }, hash);
      const untilUnread = () =>
        page.until(() => document.querySelector("#view [role=alert]")?.textContent?.includes("recording goes on"));
      const untilRead = (selector: string) =>
        page.until(
          (wanted: string) => document.querySelector(wanted) && !document.querySelector("[role=alert]"),
          selector,
        );
      await untilUnread();
      await page.screenshot(`${pictures}/${name}-unread.png`);
      await look("settings");
      await untilRead("#domains");
      await look("week/2020-W02");
      await untilUnread();
      await look("week");
      await untilRead("[data-export=week-json]");
      expect((await readToolbar(page)).badge).toBe("3%");
      await look("week/2020-W02");
      await untilUnread();
      await setDay([]);
      await untilRead("[data-export=week-json]");
    });
  });

  test("a setting that cannot be read is named, its default is used, and one click stores the default", async () => {
    await withSession(name, async ({ session }) => {
      const page = await session.extensionPage(popup);
      await page.until(() => document.querySelector("[data-zone]"));
      await put(page, { settings: [{ name: "idleSeconds", value: "soon" }] });
      await page.goto(session.url(popup));
      expect(await page.until(() => document.querySelector("[role=alert]")?.textContent)).toContain("idleSeconds");
      await page.click("[role=alert] button");
      await page.until(() => !document.querySelector("[role=alert]"));
    });
  });

  test("other apps beyond everything else get no verdict until the user says where they build", async () => {
    await withSession(name, async ({ session }) => {
      const page: Tab = await session.extensionPage(popup);
      await tell(page, stories["other-apps"]);
      await page.goto(session.url(popup));
      await page.until(() => document.querySelector('[data-zone="not-enough-data"]'));
      await page.click(".notice button");
      await page.until(() => document.querySelector('[data-zone="factory-trap"]'));
      await poll("the toolbar to follow", async () => (await readToolbar(page)).badge === "3%");
    });
  });
});
