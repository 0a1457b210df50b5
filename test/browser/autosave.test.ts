import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { BrowserName, Page } from "./session";
import { withSession } from "./setup";
import { announceChange } from "./stored";
import { builder, tell } from "./story";
import { poll } from "./wait";

const folders: Record<BrowserName, string> = { chromium: "dist/chrome", firefox: "dist/firefox" };

/** The built extension as it is once the user has allowed downloads: no test can answer the browser's question. */
function allowed(name: BrowserName): string {
  const folder = mkdtempSync(join(tmpdir(), "trap-meter-allowed-"));
  cpSync(folders[name], folder, { recursive: true });
  const manifest = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8"));
  manifest.permissions.push("downloads");
  manifest.optional_permissions = manifest.optional_permissions.filter((one: string) => one !== "downloads");
  writeFileSync(join(folder, "manifest.json"), JSON.stringify(manifest));
  return folder;
}

const countTabs = (page: Page) =>
  page.evaluate(async () => {
    const { tabs } = (globalThis as unknown as { chrome: { tabs: { query(of: object): Promise<unknown[]> } } }).chrome;
    return (await tabs.query({})).length;
  });

describe.each<BrowserName>(["chromium", "firefox"])("A finished week in %s", (name) => {
  test("is saved by itself, once, and the tab that did it is gone", async () => {
    const extension = allowed(name);
    try {
      await withSession(
        name,
        async ({ session }) => {
          const page = await session.extensionPage("src/popup/popup.html");
          const tabs = await countTabs(page);
          const { story, circumstances } = builder.balanced;
          await tell(page, story, { ...circumstances, settings: { ...circumstances.settings, savesWeeks: true } });
          const folder = join(session.downloads.path, "factory-trap-meter");
          const saved = () =>
            existsSync(folder) ? readdirSync(folder).filter((file) => /\.(md|json)$/.test(file)) : [];
          await poll("both files", () => saved().length === 2);
          await poll("the tab to close", async () => (await countTabs(page)) === tabs);
          const [json = "", markdown = ""] = saved().sort();
          expect(markdown.replace(/md$/, "json")).toBe(json);
          const week = JSON.parse(readFileSync(join(folder, json), "utf8"));
          expect(json).toBe(`factory-trap-week-${week.week.start}.json`);
          expect(week.totals.buildMs).toBeGreaterThan(0);
          expect(readFileSync(join(folder, markdown), "utf8")).toContain(week.week.end);

          // Each wake-up looks again, and finds it saved.
          rmSync(folder, { recursive: true });
          await announceChange(page);
          expect(await countTabs(page)).toBe(tabs);
        },
        { extension },
      );
    } finally {
      rmSync(extension, { recursive: true, force: true });
    }
  });
});
