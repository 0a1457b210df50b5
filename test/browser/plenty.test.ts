import { describe, expect, test } from "vitest";
import { addDays } from "../../src/attention/day";
import type { BrowserName, Page } from "./session";
import { withSession } from "./setup";
import { put } from "./stored";
import { builder, tell } from "./story";

const FACTS = 5000;
const BLOCKS = 3000;
const RULES = 300;
/** A view comes, and what is typed or pressed in it is seen, within this on a machine that does nothing else; tests run on busier ones. */
const PATIENCE_MS = 1500;

const times = <T>(count: number, make: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i));

/** Five years of telling, planning and ruling, the newest of it from yesterday. */
async function tellPlenty(page: Page): Promise<void> {
  const { story, circumstances } = builder.balanced;
  const pause = { from: 0, until: 8e15 };
  await tell(page, story, { ...circumstances, settings: { ...circumstances.settings, pause } });
  const yesterday = addDays(new Date().toISOString().slice(0, 10), -1);
  const dayOf = (i: number, of: number) => addDays(yesterday, -Math.floor((1825 * i) / of));
  const kinds = ["customers", "visitors", "users", "revenue"];
  await put(page, {
    facts: times(FACTS, (i) => {
      const day = dayOf(FACTS - i, FACTS);
      return {
        id: 100 + i,
        at: Date.parse(day) + i,
        day,
        project: null,
        kind: kinds[i % 4],
        value: (i * 7919) % 10_000,
      };
    }),
    blocks: times(BLOCKS, (i) => {
      const day = dayOf(BLOCKS - i, BLOCKS);
      const at = Date.parse(day);
      const plan = { when: "have had my coffee", at, day };
      const block = {
        move: "five-messages-with-set-up",
        channel: "outreach",
        project: null,
        minutes: 30,
        moved: i % 3,
      };
      const ran = { from: at, day, until: at + 1_800_000, outcome: i % 2 ? "done" : null };
      return { id: 100 + i, ...block, title: `Send message ${i}`, plan, ...ran };
    }),
    rules: times(RULES, (i) => ({ text: `own-${i}.example`, channel: "community", since: null })),
  });
}

/** Runs in the page: does something, and tells after how many milliseconds it can be seen, painted. */
async function timeOf(act: string, selector: string, count: number): Promise<number> {
  const frame = () => new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  const field = document.querySelector<HTMLInputElement>(act);
  const start = performance.now();
  if (act.startsWith("#")) location.hash = act;
  else if (field?.type === "search") {
    field.value = "message 2999";
    field.dispatchEvent(new Event("input", { bubbles: true }));
  } else field?.click();
  while (document.querySelectorAll(selector).length !== count && performance.now() - start < 10_000) await frame();
  await frame();
  return performance.now() - start;
}

const facts = "[aria-labelledby=facthistory]";
const blocks = "[aria-labelledby=blocks]";

describe.each<BrowserName>(["chromium", "firefox"])("Years of facts, blocks and rules in %s", (name) => {
  test("leave every view fit for use", async () => {
    await withSession(name, async ({ session }) => {
      const page = await session.extensionPage("src/popup/popup.html");
      await tellPlenty(page);
      await page.goto(session.url("src/dashboard/dashboard.html#diagnostics"));
      await page.until(() => document.querySelector("[data-act=start]"));
      await page.activate();
      const took: Record<string, number> = {};
      for (const [act, selector, count] of [
        ["#facts", `${facts} tbody tr`, 50],
        [`${facts} th:first-child button`, `${facts} th:first-child[aria-sort=ascending]`, 1],
        [`${facts} .foot button`, `${facts} tbody tr`, 100],
        [`${facts} tbody button`, "[data-act=undo]", 1],
        ["[data-act=undo]", "[data-act=undo]", 0],
        ["[data-act=all-blocks]", `${blocks}:not(:has([data-act=all-blocks])) tbody tr`, 50],
        [`${blocks} [type=search]`, `${blocks} tbody tr`, 1],
        [`${facts} details summary`, `${facts} details[open]`, 1],
        ["#rules", "[data-rule]", 200],
        ["[data-rule] button", "[data-act=undo]", 1],
        ["[data-act=undo]", "[data-rule='own-0.example']", 1],
        ["#settings", "[data-target]", 1],
        ["#data", "[data-stored=days]", 1],
        ["#week", "[data-export=week-png]", 1],
        ["#overview", "[data-overview]", 1],
      ] as const)
        took[`${act} ${selector}`] = Math.round(await page.evaluate(timeOf, act, selector, count));
      expect(Object.entries(took).filter(([, ms]) => ms > PATIENCE_MS)).toEqual([]);
    });
  });
});
