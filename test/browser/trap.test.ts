import { describe, expect, test } from "vitest";
import type { BrowserName, Page } from "./session";
import { pictures, withSession } from "./setup";
import { builder, tell } from "./story";
import { toolbars, untilBadge, untilTile } from "./toolbar";

/** The signs that a popup shows, by id: how strongly, and whether as good news. */
const readSigns = (page: Page) =>
  page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll<HTMLElement>("[data-sign]")].map(({ dataset, className }) => [
        dataset.sign,
        className === "good" ? "good" : dataset.level,
      ]),
    ),
  );

/** What reaches over the popup's edge: it would make the popup wider. */
const findWide = (page: Page) =>
  page.evaluate(() => {
    const edge = document.body.getBoundingClientRect().right;
    return [...document.querySelectorAll("body *")]
      .filter((element) => element.getBoundingClientRect().right > edge)
      .map((element) => element.outerHTML);
  });

const warnings = ["super-system", "zero-traffic", "after-factory", "comfort"];
const strong = /^(present|severe)$/;

interface Expected {
  zone: string;
  badge: RegExp;
  title: RegExp;
  /** The icon's colour. */
  tile: string;
}

const expected: Record<keyof typeof builder, Expected> = {
  trapped: {
    zone: "factory-trap",
    badge: /^1?\d%$/,
    title: /^Factory trap · 14 days: \d+ h building, [\d.]+ [hm] distributing$/,
    tile: "#cb2a22",
  },
  drifting: {
    zone: "drifting",
    badge: /^[23]\d%$/,
    title: /^Drifting · 14 days: \d+ h building, \d+ h distributing$/,
    tile: "#9a6200",
  },
  balanced: {
    zone: "balanced",
    badge: /^[45]\d%$/,
    title: /^Balanced · 14 days: \d+ h building, \d+ h distributing$/,
    tile: "#137a57",
  },
};

describe.each<BrowserName>(["chromium", "firefox"])("A builder in %s", (name) => {
  test("is told the trap and its signs, then that they drift, then the good news, and the toolbar follows", async () => {
    await withSession(name, async ({ session, display }) => {
      const desk = await session.extensionPage("src/popup/popup.html");
      // Its rule is a long one, without a space.
      const front = await session.open("https://mail.google.com/");
      const told: Record<string, Awaited<ReturnType<typeof readSigns>>> = {};
      for (const [state, { zone, badge, title, tile }] of Object.entries(expected)) {
        const { story, circumstances } = builder[state as keyof typeof builder];
        await tell(desk, story, circumstances);
        const face = await untilBadge(desk, badge);
        expect(face.title).toMatch(title);
        await untilTile(display, name, tile);
        await display.screenshot(`${pictures}/${name}-builder-${state}-toolbar.png`, toolbars[name]);

        const popup = await session.popup();
        await popup.until((wanted: string) => document.querySelector(`[data-zone="${wanted}"]`), zone);
        await popup.until(() => document.querySelector(".thissite select") && document.querySelector(".foot"));
        expect(await findWide(popup)).toEqual([]);
        told[state] = await readSigns(popup);
        await popup.screenshot(`${pictures}/${name}-builder-${state}-popup.png`);
        await display.screenshot(`${pictures}/${name}-builder-${state}-screen.png`);

        if (state === "trapped") {
          await popup.click(".signs .more > summary");
          await popup.click('[data-sign="after-factory"] summary');
          const evidence = await popup.until(
            () => document.querySelector('[data-sign="after-factory"] [open]')?.textContent,
          );
          expect(evidence).toContain("missed twice in 14 days, and you did not reach out at all");
          await popup.click('[data-act="another"]');
          await popup.screenshot(`${pictures}/${name}-builder-opened-popup.png`);
        }
        await popup.close();
        await front.activate();

        const page = await session.popupPage({ height: 1000 });
        await page.until(() => document.querySelector(".foot"));
        await page.screenshot(`${pictures}/${name}-builder-${state}.png`);
        await page.close();
        await front.activate();
      }
      for (const sign of warnings) expect(told.trapped?.[sign], sign).toMatch(strong);
      expect(told.trapped).not.toHaveProperty("factory-with-distribution");
      for (const sign of warnings.slice(1)) expect(told.drifting?.[sign] ?? "none", sign).not.toMatch(strong);
      expect(told.drifting).not.toHaveProperty("factory-with-distribution");
      expect(told.balanced).toEqual({ "factory-with-distribution": "good" });
    });
  });

  test("calls a sign untrue, and takes that back", async () => {
    await withSession(name, async ({ session }) => {
      const desk = await session.extensionPage("src/popup/popup.html");
      await session.open("https://github.com/acme/app");
      const { story, circumstances } = builder.trapped;
      await tell(desk, story, circumstances);
      let popup = await session.popup();
      const first = await popup.until(() => document.querySelector<HTMLElement>("[data-sign]")?.dataset.sign);
      const words = await popup.evaluate(() => document.querySelector("[data-sign] .words")?.textContent);
      const isShown = (sign: string) => document.querySelector(`[data-sign="${sign}"]`) !== null;
      await popup.click("[data-sign] summary");
      await popup.click("[data-sign] [data-act=dismiss]");
      const told = await popup.until(
        () => document.querySelector("[role=status]:has([data-act=undo-dismiss])")?.textContent,
      );
      expect(told).toContain("Hidden for 14 days");
      expect(told).toContain(words);
      await popup.until((sign: string) => document.querySelector(`[data-sign="${sign}"]`) === null, first);
      await popup.screenshot(`${pictures}/${name}-sign-hidden.png`);
      await popup.click("[data-act=undo-dismiss]");
      await popup.until(isShown, first);
      expect(await popup.evaluate(() => document.querySelector("[data-act=undo-dismiss]") === null)).toBe(true);

      await popup.click(`[data-sign="${first}"] summary`);
      await popup.click(`[data-sign="${first}"] [data-act=dismiss]`);
      await popup.until(() => document.querySelector("[data-act=undo-dismiss]"));
      await popup.close();
      popup = await session.popup();
      await popup.until(() => document.querySelector("[data-sign]"));
      expect(await popup.evaluate(isShown, first)).toBe(false);
      expect(await popup.evaluate(() => document.querySelector("[data-act=undo-dismiss]") === null)).toBe(true);
    });
  });
});
