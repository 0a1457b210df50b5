import { describe, expect, test } from "vitest";
import { objections } from "./axe";
import { storeBlock } from "./blocks";
import type { BrowserName, Page, Session, Tab, Theme } from "./session";
import { type Stage, withSession } from "./setup";
import { announceChange, raiseVersion } from "./stored";
import { builder, type Circumstances, stories, tell } from "./story";
import { poll } from "./wait";

const popupPath = "src/popup/popup.html";
const themes: Theme[] = ["light", "dark"];

/** Shows the popup anew in a tab, with all that belongs to it. */
async function reopen(page: Tab, session: Session): Promise<void> {
  await page.goto(session.url(popupPath));
  await page.until(() => document.querySelector(".foot"));
}

const tellBuilder = (page: Page, settings: Circumstances["settings"] = {}) => {
  const { story, circumstances } = builder.trapped;
  return tell(page, story, { ...circumstances, settings: { ...circumstances.settings, ...settings } });
};

/** A state of the popup beyond those of the stories, and how it is reached. */
const states: Record<string, (page: Tab, session: Session) => Promise<unknown>> = {
  "signs opened": async (page, session) => {
    await tellBuilder(page);
    await reopen(page, session);
    await page.evaluate(() => {
      for (const details of document.querySelectorAll("details")) details.open = true;
    });
  },
  "good news": async (page, session) => {
    await tell(page, builder.balanced.story, builder.balanced.circumstances);
    await reopen(page, session);
  },
  "a plan is made": async (page, session) => {
    await tellBuilder(page);
    await reopen(page, session);
    await page.click("[data-act=plan]");
    await page.until(() => document.querySelector(".plan"));
  },
  "a block runs": async (page, session) => {
    await tellBuilder(page);
    await storeBlock(page, { runsForMs: 1_800_000 });
    await reopen(page, session);
    await page.until(() => document.querySelector("[data-block=running]"));
  },
  "a block is due": async (page, session) => {
    await tellBuilder(page);
    await storeBlock(page, { dueSinceMs: 60_000 });
    await reopen(page, session);
    await page.until(() => document.querySelector("[data-block=due]"));
  },
  "a block has ended": async (page, session) => {
    await tellBuilder(page);
    await storeBlock(page, { runsForMs: 0 });
    await reopen(page, session);
    await page.until(() => document.querySelector("[data-block=ended]"));
  },
  paused: async (page, session) => {
    await tellBuilder(page, { pause: { from: Date.now(), until: Date.now() + 900_000 } });
    await reopen(page, session);
    await page.until(() => document.querySelector("[data-act=resume]"));
  },
  "a setting cannot be read": async (page, session) => {
    await tellBuilder(page, { idleSeconds: "soon" as unknown as number });
    await reopen(page, session);
    await page.until(() => document.querySelector("[role=alert]"));
  },
  "the database is of a newer version": async (page, session) => {
    await raiseVersion(page);
    // What is wrong is found by the background, at the latest with its next alarm; the popup has it in its first picture.
    await announceChange(page);
    await page.goto(session.url(popupPath));
    await page.until(() => document.querySelector("[role=alert]"));
  },
};

/** What axe objects to in both themes, by what is shown. */
async function inBothThemes(page: Tab, session: Session, what: string): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const theme of themes) {
    await session.theme(theme);
    const objected = await objections(page);
    if (objected.length > 0) found[`${what}, ${theme}`] = objected;
  }
  return found;
}

describe.each<BrowserName>(["chromium", "firefox"])("axe in %s", (name) => {
  test("objects to nothing in any state of the popup, in both themes", async () => {
    await withSession(name, async ({ session }) => {
      const page = await session.popupPage();
      const found: Record<string, string[]> = {};
      for (const [state, story] of Object.entries(stories)) {
        await tell(page, story);
        await reopen(page, session);
        Object.assign(found, await inBothThemes(page, session, state));
      }
      for (const [state, reach] of Object.entries(states)) {
        await reach(page, session);
        Object.assign(found, await inBothThemes(page, session, state));
      }
      expect(found).toEqual({});
    });
  });

  test("objects to nothing in the popup over a site, on the welcome page and on the dashboard", async () => {
    await withSession(name, async ({ session }) => {
      const found: Record<string, string[]> = {};
      const page = await session.popupPage();
      await tellBuilder(page);
      const tab = await session.open("https://github.com/acme/app");
      const popup = await session.popup();
      await popup.until(() => document.querySelector(".thissite select"));
      found.popup = await objections(popup);
      await popup.close();
      await tab.goto(session.url("src/welcome/welcome.html"));
      await tab.until(() => document.querySelector("[data-kind=customers]"));
      Object.assign(found, await inBothThemes(tab, session, "welcome"));
      await tab.goto(session.url("src/dashboard/dashboard.html#settings"));
      await tab.until(() => document.querySelector("#work") && document.querySelector("textarea"));
      Object.assign(found, await inBothThemes(tab, session, "dashboard"));
      await tab.evaluate(() => {
        for (const details of document.querySelectorAll("details")) details.open = true;
      });
      Object.assign(found, await inBothThemes(tab, session, "dashboard opened"));
      expect(found).toEqual({ popup: [] });
    });
  });
});

/** A control that Tab reaches: where it is in the document and in the picture, and how its focus is seen. */
interface Stop {
  /** Among all controls that can be used; -1: nothing of the page has the focus. */
  index: number;
  of: number;
  name: string;
  top: number;
  bottom: number;
  left: number;
  outline: string;
}

/** Runs in the page. Of radio buttons the chosen one is the control; it is seen by the text beside it. */
function stopOf(): Stop {
  const controls = [...document.querySelectorAll<HTMLInputElement>("a[href], button, input, select, summary")].filter(
    (control) => control.checkVisibility() && !control.disabled && (control.type !== "radio" || control.checked),
  );
  const focused = document.hasFocus() ? document.activeElement : null;
  const index = controls.indexOf(focused as HTMLInputElement);
  const control = controls[index];
  const seen = control?.type === "radio" ? control.nextElementSibling : control;
  const { top, bottom, left } = (seen ?? document.body).getBoundingClientRect();
  const { outlineStyle, outlineWidth } = getComputedStyle(seen ?? document.body);
  return {
    index,
    of: controls.length,
    name: control?.textContent?.slice(0, 40) || control?.name || control?.localName || "",
    top: top + scrollY,
    bottom: bottom + scrollY,
    left,
    outline: `${outlineStyle} ${outlineWidth}`,
  };
}

/** Presses Tab, and waits until the focus has moved. */
async function pressTab({ display }: Stage, page: Page): Promise<Stop> {
  const before = await page.evaluate(stopOf);
  await display.input.key("Tab");
  return poll(`the focus to leave ${before.name}`, async () => {
    const now = await page.evaluate(stopOf);
    return now.index !== before.index ? now : null;
  });
}

/** Presses Tab until a control has the focus. */
async function tabTo(stage: Stage, page: Page, selector: string): Promise<void> {
  const has = () => page.evaluate((wanted: string) => document.activeElement?.matches(wanted) ?? false, selector);
  for (let presses = 0; !(await has()); presses++) {
    if (presses > 60) throw new Error(`Tab does not reach ${selector}`);
    await pressTab(stage, page);
  }
}

describe.each<BrowserName>(["chromium", "firefox"])("The keyboard in the popup in %s", (name) => {
  test("reaches every control in the order in which they are seen, shows where it is, operates them and is never trapped", async () => {
    await withSession(name, async (stage) => {
      const { session, display } = stage;
      const desk = await session.extensionPage(popupPath);
      await tellBuilder(desk);
      await session.open("https://github.com/acme/app");
      const popup = await session.popup();
      await popup.until(() => document.hasFocus() && document.querySelector(".thissite select"));

      const stops = [await pressTab(stage, popup)];
      while (stops.length < Number(stops[0]?.of)) stops.push(await pressTab(stage, popup));
      expect(stops.map(({ index }) => index)).toEqual(stops.map((_, i) => i));
      for (const [i, stop] of stops.entries()) {
        expect(stop.outline, stop.name).toMatch(/^(solid|auto) [2-9]px$/);
        const before = stops[i - 1];
        if (!before) continue;
        const isBelow = stop.top >= before.bottom - 4;
        const isBeside = stop.bottom > before.top && stop.left > before.left;
        expect(isBelow || isBeside, `${stop.name} after ${before.name}`).toBe(true);
      }
      let round = await pressTab(stage, popup);
      if (round.index < 0) round = await pressTab(stage, popup);
      expect(round.index).toBe(0);

      await display.input.key("Left");
      await popup.until(() => document.querySelector('[data-window="7"]'));
      await tabTo(stage, popup, ".more > summary");
      await display.input.key("Return");
      await tabTo(stage, popup, "[data-sign=comfort] summary");
      await display.input.key("Return");
      await popup.until(() => document.querySelector("[data-sign=comfort] [open]"));
      await display.input.key("space");
      await popup.until(() => !document.querySelector("[data-sign=comfort] [open]"));
      await tabTo(stage, popup, "[data-act=another]");
      const offered = await popup.evaluate(() => document.querySelector(".nextmove .title")?.textContent ?? "");
      await display.input.key("space");
      await popup.until(
        (before: string) => document.querySelector(".nextmove .title")?.textContent !== before,
        offered,
      );
      await tabTo(stage, popup, "[data-act=plan]");
      await display.input.key("Return");
      await popup.until(() => document.querySelector(".plan"));
      // The button that had the focus is gone.
      await popup.until(() => document.activeElement?.matches(".plan [name=when]"));
      await display.input.type("have had lunch");
      await display.input.key("Return");
      await popup.until(() => document.querySelector(".planned")?.textContent?.includes("Planned for"));
    });
  });
});

interface Shift extends PerformanceEntry {
  value: number;
  sources: { node: Element | null }[];
}

/** Runs in the page: what has moved in it since it began, one line for each time. */
function readShifts(): Promise<string[]> {
  return new Promise((resolve) => {
    const told: string[] = [];
    new PerformanceObserver((list) => {
      for (const { value, sources } of list.getEntries() as Shift[])
        told.push(`${value}: ${sources.map(({ node }) => node?.outerHTML?.slice(0, 60)).join(", ")}`);
    }).observe({ type: "layout-shift", buffered: true });
    // What moves in one frame is told in the next.
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => resolve(told))));
  });
}

describe("The popup in chromium", () => {
  test("moves nothing that was seen while it is completed", async () => {
    await withSession("chromium", async ({ session }) => {
      const page = await session.popupPage();
      const found: Record<string, string[]> = {};
      for (const [state, story] of Object.entries(stories)) {
        await tell(page, story);
        await reopen(page, session);
        found[state] = await page.evaluate(readShifts);
      }
      for (const [state, reach] of Object.entries(states)) {
        if (state === "a plan is made" || state === "signs opened") continue;
        await reach(page, session);
        found[state] = await page.evaluate(readShifts);
      }
      expect(Object.entries(found).filter(([, shifts]) => shifts.length > 0)).toEqual([]);

      // What is put above all is noticed; a scrollbar that it brings is a shift of its own.
      await page.evaluate(() => document.body.prepend(document.createElement("hr")));
      expect(await page.evaluate(readShifts)).not.toEqual([]);
    });
  });
});
