import { describe, expect, test } from "vitest";
import { views } from "../../src/dashboard/route";
import { arrive, openDashboard } from "./keyboard";
import type { BrowserName } from "./session";
import { withSession } from "./setup";

describe.each<BrowserName>(["chromium", "firefox"])("The keyboard on the dashboard in %s", (name) => {
  test("reaches every control of every view in its order, and shows where it is", async () => {
    await withSession(name, async (stage) => {
      const { page, keyboard } = await openDashboard(stage);
      for (const view of views) {
        await keyboard.enter(`nav [href="#${view}"]`, view === "overview" ? "Tab" : "shift+Tab");
        await arrive(page, view);
        await page.evaluate(() => document.querySelector<HTMLElement>(".brand")?.focus());
        const reached = [0];
        const count = await keyboard.count();
        for (let last = 0; last < count - 1; ) {
          const { index, hasParts } = await keyboard.step();
          if (!(hasParts && index === last)) reached.push(index);
          last = index;
        }
        expect(reached, view).toEqual(Array.from({ length: count }, (_, i) => i));
      }
    });
  });
});
