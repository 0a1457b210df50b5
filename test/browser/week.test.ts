import { readFile } from "node:fs/promises";
import { setTimeout as spend } from "node:timers/promises";
import Ajv from "ajv/dist/2020";
import addFormats from "ajv-formats";
import { describe, expect, test } from "vitest";
import schema from "../../public/schemas/week-1.json";
import { siteOf } from "../../src/catalog/page";
import type { BrowserName, Page, Session } from "./session";
import { withSession } from "./setup";
import { msByKey, readStored } from "./stored";

interface WeekFile {
  generatedAt: string;
  totals: Record<string, number>;
  sites: { site: string; channel: string; ms: number }[];
}

async function exportWeek(session: Session, popup: Page): Promise<WeekFile> {
  const saved = session.downloads.wait(/^factory-trap-week-.*\.json$/);
  await popup.click('[data-export="week-json"]');
  return JSON.parse(await readFile(await saved, "utf8"));
}

function shownSites(popup: Page): Promise<Record<string, number>> {
  return popup.evaluate(() => {
    const rows = [...document.querySelectorAll<HTMLElement>("[data-site]")];
    return Object.fromEntries(rows.map(({ dataset }) => [`${dataset.site} ${dataset.channel}`, Number(dataset.ms)]));
  });
}

describe.each<BrowserName>(["chromium", "firefox"])("The main job in %s", (name) => {
  test("a scripted visit stands in the popup to the second, and in the exported week to the millisecond", async () => {
    await withSession(name, async ({ session, display }) => {
      const spent: Record<string, number> = {};
      const visit = async <T>(label: string, ms: number, go: () => Promise<T>): Promise<T> => {
        const gone = await go();
        const start = performance.now();
        await spend(ms);
        spent[label] = performance.now() - start;
        return gone;
      };
      const tab = await visit("github.com code-hosting", 3000, () =>
        session.open("https://github.com/acme/app/pull/7?secret=1"),
      );
      await visit("x.com feeds", 2000, () => tab.goto("https://x.com/home"));
      await visit("plausible.io analytics", 2500, () => session.open("https://plausible.io/acme.dev"));
      const application = await display.otherApplication();
      const left = performance.now();
      await spend(3000);
      application.close();
      const awayMs = performance.now() - left;
      await visit("x.com social", 2000, () => tab.activate().then(() => tab.goto("https://x.com/acme/status/1")));
      const opened = performance.now();
      const popup = await session.popup();
      await popup.until(() => document.querySelector('[data-site="x.com"][data-channel="social"]'));
      // What it shows was recorded somewhere in there.
      spent["x.com social"] = Number(spent["x.com social"]) + (performance.now() - opened) / 2;

      const shown = await shownSites(popup);
      for (const [site, ms] of Object.entries(spent))
        expect(Math.abs((shown[site] ?? 0) - ms), site).toBeLessThan(1000);
      expect(Object.keys(shown).sort()).toEqual(Object.keys(spent).sort());

      let week: WeekFile;
      let stored: Awaited<ReturnType<typeof readStored>>;
      do {
        week = await exportWeek(session, popup);
        stored = await readStored(popup);
        // A heartbeat between the two would be in one and not in the other.
      } while (stored.lastBeatAt > Date.parse(week.generatedAt));
      const byKey = msByKey(stored.days);
      const bySite: Record<string, number> = {};
      for (const [key, ms] of Object.entries(byKey)) {
        const site = siteOf(key);
        if (site) bySite[site] = (bySite[site] ?? 0) + ms;
      }
      const exported: Record<string, number> = {};
      for (const { site, ms } of week.sites) exported[site] = (exported[site] ?? 0) + ms;
      expect(exported).toEqual(bySite);
      expect(week.totals.otherAppsMs).toBe(byKey["other-apps:"]);
      expect(Math.abs(Number(week.totals.otherAppsMs) - awayMs)).toBeLessThan(1000);

      const ajv = new Ajv({ allErrors: true });
      addFormats(ajv);
      expect(ajv.validate(schema, week), JSON.stringify(ajv.errors)).toBe(true);
      expect(JSON.stringify(stored.days)).not.toMatch(/secret|acme\.dev|pull/);
    });
  });

  test("the background is stopped in the middle, and not a second is lost or doubled", async () => {
    await withSession(
      name,
      async ({ session }) => {
        const tab = await session.open("https://github.com/acme/app");
        const start = performance.now();
        await spend(2000);
        await session.stopBackground();
        await spend(3000);
        const spentMs = performance.now() - start;
        await tab.goto("https://x.com/home");
        const popup = await session.popup();
        const github = await popup.until(
          () => document.querySelector<HTMLElement>('[data-site="github.com"]')?.dataset.ms,
        );
        expect(Math.abs(Number(github) - spentMs)).toBeLessThan(1000);
      },
      { backgroundIdleMs: 1000 },
    );
  });
});
