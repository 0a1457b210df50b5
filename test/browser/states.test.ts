import { describe, expect, test } from "vitest";
import type { BrowserName, Theme } from "./session";
import { pictures, withSession } from "./setup";
import { stories, tell } from "./story";
import type { Area } from "./xserver";

/** Where the toolbar's right end is on the screen. */
const toolbars: Record<BrowserName, Area> = {
  chromium: { x: 880, y: 44, width: 320, height: 40 },
  firefox: { x: 920, y: 70, width: 320, height: 42 },
};

const zones: Record<keyof typeof stories, string> = {
  empty: "not-enough-data",
  "first-day": "not-enough-data",
  balanced: "balanced",
  drifting: "drifting",
  trapped: "factory-trap",
  "other-apps": "not-enough-data",
};

describe.each<BrowserName>(["chromium", "firefox"])("The popup in %s", (name) => {
  test("shows each state, in both themes, and the toolbar says the same", async () => {
    await withSession(name, async ({ session, display }) => {
      const page = await session.popupPage({ height: 880 });
      for (const [state, zone] of Object.entries(zones)) {
        await tell(page, stories[state as keyof typeof stories]);
        for (const theme of ["light", "dark"] satisfies Theme[]) {
          await session.theme(theme);
          await page.goto(session.url("src/popup/popup.html"));
          await page.until(() => document.querySelector("[data-zone]") && document.querySelector(".foot"));
          expect(await page.evaluate(() => document.querySelector<HTMLElement>("[data-zone]")?.dataset.zone)).toBe(
            zone,
          );
          await page.screenshot(`${pictures}/${name}-${state}-${theme}.png`);
        }
        const face = await page.evaluate(async () => {
          const { action } = (
            globalThis as unknown as {
              chrome: { action: Record<"getBadgeText" | "getTitle", (of: object) => Promise<string>> };
            }
          ).chrome;
          return { badge: await action.getBadgeText({}), title: await action.getTitle({}) };
        });
        expect(face.badge === "").toBe(zone === "not-enough-data");
        expect(face.title).toContain("14 days:");
        await display.screenshot(`${pictures}/${name}-${state}-toolbar.png`, toolbars[name]);
      }
    });
  });
});
