import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { arrive, openDashboard } from "./keyboard";
import type { BrowserName } from "./session";
import { withSession } from "./setup";

describe.each<BrowserName>(["chromium", "firefox"])("The keyboard on the dashboard in %s", (name) => {
  test("operates the overview, the week and its files, and stays where it is", async () => {
    await withSession(name, async (stage) => {
      const { page, keyboard } = await openDashboard(stage);
      await keyboard.to(".choice input");
      for (const [key, range] of [
        ["Left", "28"],
        ["Right", "91"],
        ["Right", "365"],
      ] as const) {
        await keyboard.press(key);
        await page.until((wanted: string) => location.hash === `#overview/${wanted}`, range);
        await keyboard.untilAt(`[value="${range}"]`);
      }
      await keyboard.enter(".beside > :nth-child(2) th:first-child button");
      await page.until(() => document.querySelector(".beside > :nth-child(2) th:first-child[aria-sort=ascending]"));
      await keyboard.press("space");
      await page.until(() => document.querySelector(".beside > :nth-child(2) th:first-child[aria-sort=descending]"));
      await keyboard.to(".beside > :nth-child(2) [type=search]", "shift+Tab");
      await keyboard.type("github");
      await page.until(() => document.querySelectorAll(".beside > :nth-child(2) tbody tr").length === 1);

      await keyboard.enter('nav [href="#week"]', "shift+Tab");
      await arrive(page, "week");
      const weekShown = () => page.until(() => document.querySelector(".weekbar small")?.textContent);
      const weeks = [await weekShown()];
      /** Waits until a week is shown: one of those before, or the next that was not seen. */
      const untilWeek = async (wanted: number) => {
        const shown = await page.until(
          (seen: string[], place: number) => {
            const id = document.querySelector(".weekbar small")?.textContent ?? "";
            return id === seen[place] || !seen.includes(id) ? id : null;
          },
          weeks,
          wanted,
        );
        expect(weeks[wanted] ?? shown).toBe(shown);
        weeks[wanted] = shown;
      };
      await keyboard.enter("[data-act=week-before]");
      await untilWeek(1);
      await keyboard.press("Return");
      await untilWeek(2);
      await keyboard.enter("[data-act=week-after]");
      await untilWeek(1);
      await keyboard.press("Return");
      await untilWeek(0);
      // There is no week after this one, and no link to it.
      await keyboard.untilAt(".weekbar h2");
      for (const format of ["json", "md", "csv", "png"]) {
        const saved = stage.session.downloads.wait(new RegExp(`\\.${format}$`));
        await keyboard.enter(`[data-export=week-${format}]`);
        await saved;
      }
      await keyboard.enter("[data-act=copy-week]");
      await page.until(() => document.querySelector(".exports output")?.textContent?.startsWith("Copied"));
      await keyboard.to("[data-act=leave-sites-out]");
      await keyboard.press("space");
      await page.until(() => !document.querySelector("main")?.textContent?.includes("indiehackers.com"));
      await keyboard.untilAt("[data-act=leave-sites-out]");
    });
  });

  test("adds and removes rules and facts, takes that back, and goes on where it was", async () => {
    await withSession(name, async (stage) => {
      const { page, keyboard } = await openDashboard(stage);
      const untilGone = (selector: string) => page.until((gone: string) => !document.querySelector(gone), selector);
      await keyboard.enter('nav [href="#rules"]');
      await arrive(page, "rules");
      await keyboard.untilAt("#view h1");
      for (const rule of ["a.example.org", "b.example.org", "c.example.org"]) {
        await keyboard.to("[name=pattern]", rule.startsWith("a") ? "Tab" : "shift+Tab");
        await keyboard.press("ctrl+a");
        await keyboard.type(rule);
        await keyboard.press("Tab", "Tab", "space");
        await page.until((text: string) => document.querySelector(`[data-rule="${text}"]`), rule);
      }
      await keyboard.enter('[data-rule="b.example.org"] button');
      await keyboard.untilAt("[data-act=undo]");
      expect(await page.evaluate(() => document.querySelector('[data-rule="b.example.org"]'))).toBe(null);
      await keyboard.press("Return");
      await page.until(() => document.querySelector('[data-rule="b.example.org"]'));
      await keyboard.untilAt('[data-rule="c.example.org"]');
      await keyboard.enter('[data-rule="c.example.org"] button');
      await keyboard.untilAt("[data-act=undo]");
      // A second act in the time of the first. When its own is over, or is not waited for, the focus is back where it was.
      await keyboard.enter('[data-rule="b.example.org"] button', "shift+Tab");
      await keyboard.untilAt("[data-act=undo]");
      if (name === "firefox") await keyboard.enter(".undo .link");
      await untilGone(".undo");
      await keyboard.untilAt('[data-rule="a.example.org"]');
      await keyboard.to("[data-act=search-rules]");
      await keyboard.type("producthunt");
      await keyboard.enter("[data-act=change-rule]");
      await keyboard.untilAt("[data-act=add-rule] select");

      await keyboard.enter('nav [href="#facts"]', "shift+Tab");
      await arrive(page, "facts");
      await keyboard.to("[data-fact=kind]");
      await keyboard.press("Down");
      await keyboard.to("[name=number]");
      await keyboard.type("4321");
      await keyboard.press("Return");
      const untilFacts = (count: number) =>
        page.until(
          (wanted: number) => document.querySelectorAll("[aria-labelledby=facthistory] tbody tr").length === wanted,
          count,
        );
      await untilFacts(5);
      expect(await page.evaluate(() => document.querySelector("[aria-labelledby=facthistory]")?.textContent)).toContain(
        "4,321",
      );
      await keyboard.enter("[aria-labelledby=facthistory] tbody tr:last-child button");
      await untilFacts(4);
      await keyboard.untilAt("[data-act=undo]");
      await keyboard.press("Return");
      await untilFacts(5);
      await keyboard.untilAt("[aria-labelledby=facthistory] tbody tr");
      await keyboard.enter("[data-act=all-blocks]");
      await page.until(() => !document.querySelector("[data-act=all-blocks]"));
      await keyboard.untilAt("[aria-labelledby=blocks] *");
    });
  });

  test("backs up, deletes with a question that can be left, and takes it back; decides settings", async () => {
    await withSession(name, async (stage) => {
      const { page, keyboard } = await openDashboard(stage);
      await keyboard.enter('nav [href="#data"]');
      await arrive(page, "data");
      const saved = stage.session.downloads.wait(/\.gz$/);
      await keyboard.enter("[data-act=backup]");
      expect((await readFile(await saved)).length).toBeGreaterThan(0);
      await keyboard.untilAt("[data-act=backup]");

      await keyboard.enter("[data-act=erase-everything]");
      await keyboard.untilAt("[data-act=keep]");
      await keyboard.press("Escape");
      await keyboard.untilAt("[data-act=erase-everything]");
      await keyboard.press("Return");
      await keyboard.untilAt("[data-act=keep]");
      await keyboard.enter("[data-act=confirm-erase]", "shift+Tab");
      await keyboard.untilAt("[data-act=undo]");
      await page.until(() => document.querySelector("[data-stored=days]")?.textContent === "0");
      await keyboard.press("Return");
      await page.until(() => document.querySelector("[data-stored=days]")?.textContent === "14");
      await keyboard.untilAt("[aria-labelledby=erase] h2");

      await keyboard.enter('nav [href="#settings"]', "shift+Tab");
      await arrive(page, "settings");
      await keyboard.to("#look input");
      await keyboard.press("Right", "Right");
      await page.until(() => document.documentElement.dataset.theme === "dark");
      await keyboard.untilAt("#look [value=dark]");
      await keyboard.to("[data-setting=weekStartsOn]");
      await keyboard.type("su");
      await page.until(() => document.querySelector("#work .hours label")?.textContent?.includes("Sun"));
      await keyboard.to("[data-setting=tellsWeek]");
      await keyboard.press("space");
      await page.until(() => document.querySelector<HTMLInputElement>("[data-setting=tellsWeek]")?.checked === false);
      await keyboard.enter("[data-act=add-hours] button", "shift+Tab");
      await page.until(() => document.querySelector("[data-hours]"));
      await keyboard.enter("[data-hours] button", "shift+Tab");
      await keyboard.untilAt("[data-act=undo]");
      await page.until(() => !document.querySelector("[data-hours]"));
      await keyboard.enter(".undo .link");
      await page.until(() => !document.querySelector(".undo"));
      await keyboard.untilAt("#work *");
    });
  });
});
