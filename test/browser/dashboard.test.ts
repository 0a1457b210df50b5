import { readFile } from "node:fs/promises";
import { setTimeout as spend } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { siteOf } from "../../src/catalog/page";
import { replay } from "../../src/commands/replay";
import type { BrowserName } from "./session";
import { pictures, withSession } from "./setup";
import { msByKey, readStored, readTables } from "./stored";
import { poll } from "./wait";

describe.each<BrowserName>(["chromium", "firefox"])("The dashboard in %s", (name) => {
  test("records a trace that replays to what the store holds, to the millisecond", async () => {
    await withSession(name, async ({ session }) => {
      const page = await session.extensionPage("src/dashboard/dashboard.html#diagnostics");
      await page.click("[data-act=start]");
      await page.until(() => document.querySelector("[data-act=stop]"));
      const tab = await session.open("https://github.com/acme/app");
      await spend(1000);
      await tab.goto("https://x.com/home");
      await spend(700);
      await page.activate();
      await page.click("[data-act=stop]");
      await page.until(() => document.querySelector("[data-act=start]"));
      const saved = session.downloads.wait(/^factory-trap-trace-.*\.jsonl$/);
      await page.click("[data-act=save]");

      const replayed: Record<string, number> = {};
      for (const day of Object.values(await replay(await readFile(await saved, "utf8")))) {
        for (const [site, seconds] of Object.entries(day.sites))
          replayed[site] = (replayed[site] ?? 0) + Math.round(seconds * 1000);
      }
      const stored = Object.entries(msByKey((await readStored(page)).days)).flatMap(([key, ms]) => {
        const site = siteOf(key);
        return site ? [[site, ms] as const] : [];
      });
      expect(replayed).toEqual(Object.fromEntries(stored));
      expect(Object.keys(replayed).sort()).toEqual(["github.com", "x.com"]);
      await page.screenshot(`${pictures}/${name}-diagnostics.png`);
    });
  });

  test("a site that is never to be recorded leaves no trace, and a line that is no site changes nothing", async () => {
    await withSession(name, async ({ session }) => {
      const page = await session.extensionPage("src/dashboard/dashboard.html#settings");
      const type = async (text: string) => {
        await page.until(() => document.querySelector("textarea"));
        await page.evaluate((typed: string) => {
          const field = document.querySelector("textarea") as HTMLTextAreaElement;
          field.value = typed;
          field.dispatchEvent(new Event("change", { bubbles: true }));
        }, text);
      };
      await type("https://www.Secret.example/x\n");
      await page.until(() => document.querySelector("textarea")?.value === "secret.example");
      await type("no site");
      await page.until(() => document.querySelector("[role=status]")?.textContent?.includes("“no site”"));

      const tab = await session.open("https://app.secret.example/plans");
      await spend(800);
      await tab.goto("https://github.com/acme/app");
      await spend(300);
      await page.activate();
      let seen = "";
      await poll("the visit to be stored", async () => {
        seen = JSON.stringify(await readTables(page));
        return seen.includes("github.com");
      });
      // Once: in the list itself.
      expect(seen.match(/secret/g)).toHaveLength(1);
      await page.screenshot(`${pictures}/${name}-dashboard.png`);
    });
  });
});
