import { describe, expect, test } from "vitest";
import type { BrowserName, Page, Session, Tab, Theme } from "./session";
import { pictures, type Stage, withSession } from "./setup";
import { readSettings, readTables } from "./stored";
import { stories, tell } from "./story";
import { poll } from "./wait";

const path = "src/welcome/welcome.html";
const popup = "src/popup/popup.html";

/** How many tabs show the welcome page, as the extension is told. */
const countWelcome = (page: Page, session: Session) =>
  page.evaluate(async (url: string) => {
    const { tabs } = (globalThis as unknown as { chrome: { tabs: { query(of: object): Promise<{ url?: string }[]> } } })
      .chrome;
    return (await tabs.query({})).filter((tab) => tab.url === url).length;
  }, session.url(path));

/** What the user has answered. */
async function readAnswers(page: Page) {
  const { facts } = await readTables(page, "facts");
  return {
    facts: facts.map(({ kind, value, project }) => ({ kind, value, project })),
    settings: await readSettings(page),
  };
}

/** What the page says of an answer, once it says something that contains `text`. */
const said = (page: Page, question: string, text: string) =>
  page.until(
    (name: string, wanted: string) => {
      const told = document.querySelector(`[data-question="${name}"] .said`)?.textContent;
      return told?.includes(wanted) ? told : null;
    },
    question,
    text,
  );

/** What has the focus, in a word that a test can name. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement as HTMLElement | null;
    if (!element || element === document.body) return "";
    const question = element.closest<HTMLElement>("[data-question]")?.dataset.question;
    return [question, element.dataset.act ?? (element.textContent || element.localName)].filter(Boolean).join(": ");
  });

/** Presses Tab until something has the focus; tells what had it on the way there. */
async function tabTo({ display }: Stage, page: Page, wanted: string): Promise<string[]> {
  const passed: string[] = [];
  while (passed.at(-1) !== wanted) {
    if (passed.length > 20) throw new Error(`Tab does not reach ${wanted}, only ${passed.join(", ")}`);
    const before = await focused(page);
    await display.input.key("Tab");
    const now = await poll(`the focus to leave ${before}`, async () => {
      const found = await focused(page);
      return found !== before ? found : "";
    });
    passed.push(now);
  }
  return passed;
}

function welcomeOf(session: Session): Tab {
  if (!session.welcome) throw new Error("the welcome page was not kept");
  return session.welcome;
}

describe.each<BrowserName>(["chromium", "firefox"])("The welcome page in %s", (name) => {
  test("opens once on install, and not again when the browser is started again", async () => {
    await withSession(
      name,
      async (stage) => {
        const first = await stage.session.extensionPage(popup);
        expect(await countWelcome(first, stage.session)).toBe(1);
        await stage.session.stopBackground();
        const tab = await stage.session.open("https://github.com/acme/app");
        await tab.goto("https://x.com/home");
        await poll("the background to be back", () => stage.session.backgroundAlive());
        expect(await countWelcome(first, stage.session)).toBe(1);

        await stage.session.quit();
        await stage.relaunch();
        const again = await stage.session.extensionPage(popup);
        // The popup's wake-up is answered when the background has dealt with all that it was started for.
        await again.until(() => document.querySelector("[data-zone]"));
        expect(await countWelcome(again, stage.session)).toBe(0);
      },
      { keepWelcome: true },
    );
  });

  test("stores each answer at once, and the meter judges by it", async () => {
    await withSession(
      name,
      async ({ session }) => {
        const page = welcomeOf(session);
        const meter = await session.extensionPage(popup);
        await tell(meter, stories["other-apps"]);
        await meter.until(() => document.querySelector('[data-zone="not-enough-data"]'));
        await page.activate();

        await page.click('[data-kind="customers"] [data-answer="0"]');
        expect(await said(page, "customers", "Stored")).toBe("Stored: no customers yet.");
        await page.evaluate(() => {
          const field = document.querySelector("[data-question=domains] textarea") as HTMLTextAreaElement;
          field.value = "https://www.Acme.dev/pricing\nno site";
          field.dispatchEvent(new Event("change", { bubbles: true }));
        });
        expect(await said(page, "domains", "Not saved")).toBe(
          "Not saved: “no site” is no site. Write it as example.org.",
        );
        expect((await readAnswers(page)).settings).not.toHaveProperty("ownDomains");
        await page.evaluate(() => {
          const field = document.querySelector("[data-question=domains] textarea") as HTMLTextAreaElement;
          field.value = "https://www.Acme.dev/pricing\n";
          field.dispatchEvent(new Event("change", { bubbles: true }));
        });
        await said(page, "domains", "Stored: acme.dev");
        await page.click("[data-question=other-apps] label:last-of-type");
        await said(page, "other-apps", "Stored: time in other apps is building");

        expect(await readAnswers(page)).toEqual({
          facts: [{ kind: "customers", value: 0, project: null }],
          settings: expect.objectContaining({ ownDomains: ["acme.dev"], otherApps: "build" }),
        });
        await meter.until(() => document.querySelector('[data-zone="factory-trap"]'));
        await meter.until(async () => {
          const { action } = (
            globalThis as unknown as { chrome: { action: { getBadgeText(of: object): Promise<string> } } }
          ).chrome;
          return (await action.getBadgeText({})) === "3%";
        });
      },
      { keepWelcome: true },
    );
  });

  test("needs no mouse", async () => {
    await withSession(
      name,
      async (stage) => {
        const { session, display } = stage;
        const page = welcomeOf(session);
        const stops = await tabTo(stage, page, "customers: input");
        await display.input.type("3");
        await display.input.key("Return");
        await said(page, "customers", "Stored: 3 customers.");
        stops.push(...(await tabTo(stage, page, "domains: textarea")));
        await display.input.type("acme.dev");
        stops.push(...(await tabTo(stage, page, "other-apps: input")));
        await said(page, "domains", "Stored: acme.dev");
        await display.input.key("space");
        await said(page, "other-apps", "left out");
        await display.input.key("Right");
        await said(page, "other-apps", "is building");
        stops.push(...(await tabTo(stage, page, "settings")));
        expect(stops).toEqual([
          "skip",
          "On builders at an indie hacker meetup, attributed to Pieter Levels, X, 9 June 2026.",
          "customers: input",
          "customers: Save",
          "customers: None yet",
          "domains: textarea",
          "other-apps: input",
          "done",
          "settings",
        ]);
        await display.input.key("shift+Tab");
        await page.until(() => document.activeElement?.matches("[data-act=done]"));
        await display.input.key("Return");
        await poll("the page to close", async () => !(await page.isOpen()));
        expect(await readAnswers(await session.extensionPage(popup))).toEqual({
          facts: [{ kind: "customers", value: 3, project: null }],
          settings: { ownDomains: ["acme.dev"], otherApps: "build" },
        });
      },
      { keepWelcome: true },
    );
  });

  test("is left by Skip with nothing stored, and looks the same in both themes", async () => {
    await withSession(
      name,
      async ({ session }) => {
        const page = welcomeOf(session);
        for (const theme of ["light", "dark"] satisfies Theme[]) {
          await session.theme(theme);
          for (const [part, selector] of Object.entries({ top: "h1", stored: "#stored", questions: "#questions" })) {
            await page.evaluate((id: string) => {
              const top = document.querySelector(id)?.getBoundingClientRect().top ?? 0;
              scrollBy(0, top - 100);
            }, selector);
            await page.screenshot(`${pictures}/${name}-welcome-${part}-${theme}.png`);
          }
        }
        await page.click("[data-act=skip]");
        await poll("the page to close", async () => !(await page.isOpen()));
        expect(await readAnswers(await session.extensionPage(popup))).toEqual({ facts: [], settings: {} });
      },
      { keepWelcome: true },
    );
  });
});
