import { describe, expect, test } from "vitest";
import type { BrowserName, Page } from "./session";
import { pictures, withSession } from "./setup";
import { type Story, tell } from "./story";

const buildDay = { "github.com/acme/app": 50, "forum.makers.example": 50 };
const history: Story = Array.from({ length: 14 }, () => buildDay);

/** Chooses a channel for the site in front, as the select does when a person does. */
const answer = (page: Page, channel: string, scope?: string) =>
  page.evaluate(
    (wanted: string, about: string | undefined) => {
      const scopes = document.querySelector<HTMLSelectElement>(".thissite .scope");
      if (about !== undefined && scopes) scopes.value = about;
      const select = document.querySelector(".thissite .channelselect") as HTMLSelectElement;
      select.value = wanted;
      select.dispatchEvent(new Event("change", { bubbles: true }));
    },
    channel,
    scope,
  );

/** What the popup says of the site, once it says something that contains `text`. */
const said = (page: Page, text: string) =>
  page.until((wanted: string) => {
    const output = document.querySelector(".thissite output")?.textContent;
    return output?.includes(wanted) ? output : null;
  }, text);

const zone = (page: Page) => page.evaluate(() => document.querySelector<HTMLElement>("[data-zone]")?.dataset.zone);

const untilZone = (page: Page, wanted: string) =>
  page.until((zone: string) => document.querySelector<HTMLElement>("[data-zone]")?.dataset.zone === zone, wanted);

/** The popup is repainted by what was stored, the toolbar by the background a moment later. */
const untilBadge = (page: Page, wanted: string) =>
  page.until(async (text: string) => {
    const { action } = (globalThis as unknown as { chrome: { action: { getBadgeText(of: object): Promise<string> } } })
      .chrome;
    return (await action.getBadgeText({})) === text;
  }, wanted);

describe.each<BrowserName>(["chromium", "firefox"])("“This site is …” in %s", (name) => {
  test("corrects the past at once, and the toolbar follows; taken back, all is as before", async () => {
    await withSession(name, async ({ session }) => {
      const page = await session.popupPage();
      await tell(page, history);
      await page.close();
      await session.open("https://forum.makers.example/t/launching/5");
      const popup = await session.popup();
      await popup.until(() => document.querySelector(".thissite .channelselect"));
      await untilZone(popup, "factory-trap");
      await untilBadge(popup, "0%");
      await popup.screenshot(`${pictures}/${name}-thissite.png`);

      await answer(popup, "community");
      expect(await said(popup, "Communities")).toBe("All of forum.makers.example is Communities now, its past too.");
      await untilZone(popup, "balanced");
      await untilBadge(popup, "50%");
      await popup.until(() =>
        document.querySelector(".thissite")?.textContent?.includes("Your rule forum.makers.example."),
      );
      await popup.screenshot(`${pictures}/${name}-thissite-own.png`);

      await popup.click(".thissite .link");
      await untilZone(popup, "factory-trap");
      await untilBadge(popup, "0%");
    });
  });

  test("for a section that was not told apart so far, it holds from today, and says so", async () => {
    await withSession(name, async ({ session }) => {
      const page = await session.popupPage();
      await tell(page, history);
      await page.close();
      await session.open("https://forum.makers.example/t/launching/5");
      const popup = await session.popup();
      await popup.until(() => document.querySelector(".thissite .channelselect"));
      await answer(popup, "community", "forum.makers.example/t/**");
      expect(await said(popup, "from today")).toBe(
        "forum.makers.example/t is Communities now, from today on: until now its time was kept for forum.makers.example as a whole.",
      );
      await popup.until(() =>
        document.querySelector(".thissite")?.textContent?.includes("Your rule forum.makers.example/t/**, since"),
      );
      expect(await zone(popup)).toBe("factory-trap");
    });
  });
});
