import { readFile } from "node:fs/promises";
import { setTimeout as spend } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { siteOf } from "../../src/catalog/page";
import { replay } from "../../src/commands/replay";
import type { BrowserName } from "./session";
import { withSession } from "./setup";
import { msByKey, readStored } from "./stored";

describe.each<BrowserName>(["chromium", "firefox"])("Diagnostics in %s", (name) => {
  test("records a trace that replays to what the store holds, to the millisecond", async () => {
    await withSession(name, async ({ session }) => {
      const page = await session.extensionPage("src/dashboard/dashboard.html");
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
          replayed[site] = (replayed[site] ?? 0) + seconds * 1000;
      }
      const stored = Object.entries(msByKey((await readStored(page)).days)).flatMap(([key, ms]) => {
        const site = siteOf(key);
        return site ? [[site, ms] as const] : [];
      });
      expect(replayed).toEqual(Object.fromEntries(stored));
      expect(Object.keys(replayed).sort()).toEqual(["github.com", "x.com"]);
      await page.screenshot(`test/browser/out/${name}-diagnostics.png`);
    });
  });
});
