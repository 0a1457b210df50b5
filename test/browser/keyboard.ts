import type { Page, Tab } from "./session";
import type { Stage } from "./setup";
import { builder, tell } from "./story";
import { poll } from "./wait";

/** Something that has the focus: what it is, and how that is seen. */
export interface Stop {
  /** Among the page's controls in their order; -1: it is none of them. */
  index: number;
  name: string;
  /** Whether another element had the focus when it was last marked. */
  isNew: boolean;
  /** Within a date the focus goes from part to part. */
  hasParts: boolean;
  outline: string;
  isInView: boolean;
}

/** The elements that Tab stops at: of radio buttons with one name the chosen one. */
const stops =
  "a[href], button, input:not([type=radio]), input:checked, select, textarea, summary, [tabindex='0'], [tabindex='0'] *";

interface Marked {
  marked?: Element | null;
  /** A key has been let go since: what it does is done. */
  typed?: Promise<unknown>;
}

/** Runs in the page. A radio button and a file field are seen by what stands for them. Waits for a focus on its way. */
async function stopOf(selector: string): Promise<Stop> {
  const { marked, typed } = globalThis as Marked;
  if (document.activeElement === marked) {
    // A key that leaves the page is let go elsewhere.
    await Promise.race([typed, new Promise((resolve) => setTimeout(resolve, 1000))]);
  }
  const controls = [...document.querySelectorAll<HTMLInputElement>(selector)].filter(
    (control) => control.tabIndex >= 0 && control.checkVisibility() && !control.matches(":disabled"),
  );
  const focused = document.hasFocus() ? (document.activeElement as HTMLInputElement | null) : null;
  const stand = focused?.matches(".choice input") ? focused.nextElementSibling : focused?.closest(".button");
  const seen = stand ?? focused ?? document.body;
  const { outlineStyle, outlineWidth } = getComputedStyle(seen);
  const { top, bottom } = seen.getBoundingClientRect();
  return {
    index: controls.indexOf(focused as HTMLInputElement),
    name: focused ? focused.outerHTML.slice(0, 120) : "nothing",
    isNew: focused !== marked,
    hasParts: focused?.type === "date",
    outline: `${outlineStyle} ${outlineWidth}`,
    isInView: bottom > 0 && top < innerHeight,
  };
}

/** What a page is worked with when there is no pointer. */
export interface Keyboard {
  /** Presses a key that moves the focus, and waits until it has moved. Fails where it is lost, or not seen. */
  step(key?: string): Promise<Stop>;
  /** Steps on until what has the focus matches. */
  to(selector: string, key?: string): Promise<void>;
  /** The same, and presses Return there. */
  enter(selector: string, key?: string): Promise<void>;
  press(...keys: string[]): Promise<void>;
  type(text: string): Promise<void>;
  /** Waits until what matches has the focus, and can be seen to have it. */
  untilAt(selector: string): Promise<void>;
  /** How many controls there are to stop at. */
  count(): Promise<number>;
}

/** A page's stops are many, and some views have long lists. */
const MOST_STEPS = 150;

export function keyboardOf({ display }: Stage, page: Page): Keyboard {
  const look = () => page.evaluate(stopOf, stops);
  const press = async (...keys: string[]) => {
    for (const key of keys) await display.input.key(key);
  };
  const isAt = (selector: string) =>
    page.evaluate(
      (wanted: string) => document.hasFocus() && document.activeElement?.matches(wanted) === true,
      selector,
    );
  const step = async (key = "Tab") => {
    await page.evaluate(() => {
      const typed = new Promise((resolve) => {
        const onKeyUp = (event: KeyboardEvent) => event.key === "Tab" && resolve(null);
        document.addEventListener("keyup", onKeyUp, true);
      });
      Object.assign(globalThis, { marked: document.activeElement, typed });
    });
    await press(key);
    const stop = await poll("the focus to move", async () => {
      const now = await look();
      return (now.isNew && now.name !== "nothing") || now.hasParts ? now : null;
    });
    if (!/^(solid|auto) [1-9]/.test(stop.outline)) throw new Error(`no outline, ${stop.outline}: ${stop.name}`);
    if (!stop.isInView) throw new Error(`out of view: ${stop.name}`);
    return stop;
  };
  const to = async (selector: string, key?: string) => {
    for (let steps = 0; !(await isAt(selector)); steps++) {
      if (steps > MOST_STEPS) throw new Error(`${key ?? "Tab"} does not reach ${selector}`);
      await step(key);
    }
  };
  return {
    step,
    to,
    async enter(selector, key) {
      await to(selector, key);
      await press("Return");
    },
    press,
    type: (text) => display.input.type(text),
    async untilAt(selector) {
      await poll(`the focus at ${selector}`, () => isAt(selector)).catch(async (error: unknown) => {
        throw new Error(`it is at ${(await look()).name}`, { cause: error });
      });
      const { outline, isInView } = await look();
      if (!isInView || !/^(solid|auto) [1-9]/.test(outline))
        throw new Error(`focus not seen at ${selector}: ${outline}`);
    },
    count: () =>
      page.evaluate(
        (selector: string) =>
          [...document.querySelectorAll<HTMLInputElement>(selector)].filter(
            (control) => control.tabIndex >= 0 && control.checkVisibility() && !control.matches(":disabled"),
          ).length,
        stops,
      ),
  };
}

const dashboard = "src/dashboard/dashboard.html";

/** What tells that a view is there with all that it reads. */
const whole: Record<string, string> = {
  overview: ".beside > :nth-child(2)",
  week: "[data-export=week-png]",
  rules: "[data-act=search-rules]",
  facts: "[data-blocks-kept]",
  data: "[data-stored=days]",
  settings: "[data-target]",
  diagnostics: "[data-act=start]",
};

/** Waits until a view is there. */
export async function arrive(page: Page, view: string): Promise<void> {
  const isThere = (name: string, selector: string) =>
    document.querySelector(`[data-view=${name}]`) && document.querySelector(selector);
  await page.until(isThere, view, whole[view] ?? "");
}

/** The dashboard over a store with two weeks, with the focus at its very first link. */
export async function openDashboard(stage: Stage): Promise<{ page: Tab; keyboard: Keyboard }> {
  const { session } = stage;
  const page = await session.extensionPage("src/popup/popup.html");
  const { story, circumstances } = builder.balanced;
  const pause = { from: 0, until: 8e15 };
  await tell(page, story, { ...circumstances, settings: { ...circumstances.settings, pause } });
  await page.goto(session.url(dashboard));
  await arrive(page, "overview");
  await page.activate();
  await poll("the page to have the focus", () =>
    page.evaluate(() => {
      document.querySelector<HTMLElement>(".brand")?.focus();
      return document.hasFocus();
    }),
  );
  return { page, keyboard: keyboardOf(stage, page) };
}
