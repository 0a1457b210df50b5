import { setTimeout as spend } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { addDays } from "../../src/attention/day";
import { readBlocks, storeBlock } from "./blocks";
import type { BrowserName, Page, Session } from "./session";
import { pictures, withSession } from "./setup";
import { readStored } from "./stored";
import { builder, tell } from "./story";
import { readToolbar, untilBadge } from "./toolbar";
import { poll } from "./wait";

const share = /^\d+%$/;
const minutes = /^\d+m$/;

/** What the time of a visit may be wrong by. */
const SWITCH_MS = 1000;

/** How soon a block's end is seen on the toolbar. */
const PROMPTLY_MS = 10_000;

/** A page of the extension that stays in the background, to look into the store from. */
async function deskOf(session: Session): Promise<Page> {
  const desk = await session.extensionPage("src/popup/popup.html");
  await desk.until(() => document.querySelector("[data-zone]"));
  return desk;
}

/** The desk of a browser in which the trapped builder's days are restored. */
async function trappedDesk(session: Session): Promise<Page> {
  const desk = await deskOf(session);
  await tell(desk, builder.trapped.story, builder.trapped.circumstances);
  await untilBadge(desk, share);
  return desk;
}

const shown = (page: Page, state: string) =>
  page.until((wanted: string) => document.querySelector(`[data-block="${wanted}"]`)?.textContent, state);

/** The one block that is no part of the story. */
async function newBlock(desk: Page) {
  const { blocks } = await readBlocks(desk);
  const [block] = blocks.slice(builder.trapped.circumstances.blocks.length);
  if (!block) throw new Error("no block is stored");
  return block;
}

/** URL of the tab in front of the window that the page is in. */
const frontUrl = (page: Page) =>
  page.evaluate(async () => {
    const { tabs } = (globalThis as unknown as { chrome: { tabs: { query(of: object): Promise<{ url?: string }[]> } } })
      .chrome;
    return (await tabs.query({ active: true, lastFocusedWindow: true }))[0]?.url ?? "";
  });

/** Chooses in a select as a person does. */
const choose = (page: Page, selector: string, value: string) =>
  page.evaluate(
    (wanted: string, chosen: string) => {
      const select = document.querySelector(wanted) as HTMLSelectElement;
      select.value = chosen;
      select.dispatchEvent(new Event("change", { bubbles: true }));
    },
    selector,
    value,
  );

const fill = (page: Page, values: Record<string, string>) =>
  page.evaluate((given: Record<string, string>) => {
    for (const [name, value] of Object.entries(given))
      (document.querySelector(`.plan [name=${name}]`) as HTMLInputElement).value = value;
  }, values);

describe.each<BrowserName>(["chromium", "firefox"])("A block in %s", (name) => {
  test("is started from the popup, counts what is done in it through the end of background and browser, and is done when said", async () => {
    await withSession(name, async (stage) => {
      let { session } = stage;
      let desk = await trappedDesk(session);
      await session.open("https://github.com/acme/app");
      let popup = await session.popup();
      await shown(popup, "offer");
      await popup.click("[data-act=start]");
      await untilBadge(desk, minutes);
      const block = await newBlock(desk);
      expect(block.until).toBe(Number(block.from) + block.minutes * 60_000);
      await poll(
        "the move's page to be in front",
        async () => /^https:/.test(await frontUrl(desk)) && !/github/.test(await frontUrl(desk)),
      );
      expect((await readToolbar(desk)).title).toContain(`left: ${block.title}`);
      await poll("the popup to make room for it", async () => !(await popup.isOpen()));

      popup = await session.popup();
      expect(await shown(popup, "running")).toContain("min left");
      await popup.screenshot(`${pictures}/${name}-block-running.png`);
      await popup.close();

      await spend(1500);
      const tab = await session.open("https://github.com/acme/app/pull/7");
      const start = performance.now();
      await spend(1000);
      await session.stopBackground();
      await spend(1500);
      const spentMs = performance.now() - start;
      await tab.goto("https://github.com/acme/other");
      const before = await poll("the time to be stored", async () => {
        const { inBlock } = await readBlocks(desk);
        // Its first moments were before the move's page opened.
        return Number(inBlock["github.com/acme/app"]) > 1000 ? inBlock : null;
      });
      expect(Math.abs(Number(before["github.com/acme/app"]) - spentMs)).toBeLessThan(SWITCH_MS);
      const onMove = Object.entries(before).filter(([key]) => !key.startsWith("github.com"));
      expect(onMove.reduce((sum, [, ms]) => sum + ms, 0)).toBeGreaterThan(1500);

      await session.kill();
      session = await stage.relaunch();
      desk = await deskOf(session);
      expect(await newBlock(desk)).toEqual(block);
      await untilBadge(desk, minutes);
      const again = await session.open("https://gitlab.com/acme/app");
      const back = performance.now();
      await spend(1500);
      const backMs = performance.now() - back;
      await again.goto("https://github.com/acme/app");
      const after = await poll("the time to be stored", async () => {
        const { inBlock } = await readBlocks(desk);
        return Object.keys(inBlock).some((key) => key.startsWith("gitlab.com")) ? inBlock : null;
      });
      const gitlabMs = Object.entries(after).find(([key]) => key.startsWith("gitlab.com"))?.[1];
      expect(Math.abs(Number(gitlabMs) - backMs)).toBeLessThan(SWITCH_MS);

      popup = await session.popup();
      expect(await shown(popup, "running")).toContain("min left");
      await popup.click("[data-act=done]");
      await shown(popup, "offer");
      await untilBadge(desk, share);
      const finished = await newBlock(desk);
      expect(finished).toEqual({ ...block, outcome: "done", until: expect.any(Number) });
      expect(finished.until).toBeLessThan(Number(block.until));
    });
  });

  test("ends by itself: the toolbar says so without a touch, and the popup asks how it went", async () => {
    await withSession(name, async ({ session }) => {
      const desk = await trappedDesk(session);
      await session.open("https://x.com/messages");
      await storeBlock(desk, { runsForMs: 2500 });
      await untilBadge(desk, /^1m$/);
      await untilBadge(desk, share, 40_000);
      // A heartbeat comes every 30 s, whether or not a block ends.
      expect(Date.now() - Number((await newBlock(desk)).until)).toBeLessThan(PROMPTLY_MS);
      const popup = await session.popup();
      await shown(popup, "ended");
      await popup.screenshot(`${pictures}/${name}-block-ended.png`);
      await popup.click("[data-act=posted]");
      await shown(popup, "offer");
      expect((await newBlock(desk)).outcome).toBe("posted");
    });
  });

  test("is planned in the popup, put off when it is due, and dropped", async () => {
    await withSession(name, async ({ session }) => {
      const desk = await trappedDesk(session);
      await session.open("https://github.com/acme/app");
      let popup = await session.popup();
      await shown(popup, "offer");
      await popup.click("[data-act=plan]");
      const today = await popup.until(
        () => document.querySelector<HTMLOptionElement>(".plan [name=day] option")?.value,
      );
      const tomorrow = addDays(today, 1);
      await popup.screenshot(`${pictures}/${name}-block-plan.png`);
      await fill(popup, { when: "have walked the dog", day: tomorrow, time: "08:15" });
      await popup.click(".plan [type=submit]");
      await popup.until(
        (wanted: string) => document.querySelector(".planned")?.textContent?.includes(wanted),
        `${tomorrow}, 08:15`,
      );
      const plan = (await newBlock(desk)).plan;
      expect(plan).toEqual({ when: "have walked the dog", day: tomorrow, at: expect.any(Number) });
      expect(await desk.evaluate((at: number) => new Date(at).toTimeString().slice(0, 5), plan?.at ?? 0)).toBe("08:15");
      await untilBadge(desk, share);
      await popup.close();

      const id = await storeBlock(desk, { dueSinceMs: 60_000 });
      await untilBadge(desk, /^due$/);
      const due = async () => (await readBlocks(desk)).blocks.find((block) => block.id === id);
      popup = await session.popup();
      expect(await shown(popup, "due")).toContain("Due now");
      await popup.screenshot(`${pictures}/${name}-block-due.png`);
      await popup.click("[data-act=move]");
      await popup.until(() => document.querySelector(".plan"));
      await fill(popup, { when: "am back at my desk", day: tomorrow, time: "10:00" });
      await popup.click(".plan [type=submit]");
      await shown(popup, "offer");
      await untilBadge(desk, share);
      expect(await due()).toMatchObject({ moved: 1, from: null, plan: { day: tomorrow, when: "am back at my desk" } });
      await popup.close();

      const other = await storeBlock(desk, { dueSinceMs: 60_000 });
      await untilBadge(desk, /^due$/);
      popup = await session.popup();
      await shown(popup, "due");
      await popup.click("[data-act=drop]");
      await shown(popup, "offer");
      await untilBadge(desk, share);
      expect((await readBlocks(desk)).blocks.map((block) => block.id)).not.toContain(other);
    });
  });

  test("that was done away from the computer is declared, as long as it was planned", async () => {
    await withSession(name, async ({ session }) => {
      const desk = await trappedDesk(session);
      await session.open("https://github.com/acme/app");
      const id = await storeBlock(desk, { dueSinceMs: 60_000 });
      await untilBadge(desk, /^due$/);
      const popup = await session.popup();
      await shown(popup, "due");
      await popup.click("[data-act=away]");
      await shown(popup, "offer");
      await untilBadge(desk, share);
      const { blocks, inBlock } = await readBlocks(desk);
      expect(blocks.find((block) => block.id === id)).toMatchObject({ outcome: "away", from: expect.any(Number) });
      expect(inBlock).toEqual({ "declared:": 30 * 60_000 });
    });
  });
});

describe.each<BrowserName>(["chromium", "firefox"])("A pause in %s", (name) => {
  test("is begun and ended in the popup, and nothing is recorded meanwhile", async () => {
    await withSession(name, async ({ session }) => {
      const desk = await trappedDesk(session);
      const told = (await readStored(desk)).spans.length;
      const tab = await session.open("https://github.com/acme/app");
      await spend(500);
      let popup = await session.popup();
      await popup.until(() => document.querySelector("[name=pause]"));
      await choose(popup, "[name=pause]", "15");
      await popup.until(() => document.querySelector("[data-act=resume]"));
      const pausedFrom = Date.now();
      const face = await untilBadge(desk, /^$/);
      expect(face.title).toMatch(/^Paused until \d\d:\d\d: nothing is recorded$/);
      await popup.screenshot(`${pictures}/${name}-paused.png`);
      await popup.close();

      await tab.goto("https://docs.stripe.com/api");
      await spend(1000);
      await tab.goto("https://x.com/home");
      await spend(1000);
      popup = await session.popup();
      await popup.until(() => document.querySelector("[data-act=resume]"));
      const pausedUntil = Date.now();
      await popup.click("[data-act=resume]");
      await popup.until(() => !document.querySelector("[data-act=resume]"));
      await untilBadge(desk, share);
      await popup.close();
      await tab.goto("https://www.reddit.com/r/saas");
      await spend(500);
      await tab.goto("https://github.com/acme/app");
      const spans = await poll("recording to go on", async () => {
        const recorded = (await readStored(desk)).spans.slice(told);
        return recorded.some(({ key, start }) => key.startsWith("reddit.com") && start >= pausedUntil)
          ? recorded
          : null;
      });
      expect(spans.filter(({ end, start }) => start < pausedUntil && end > pausedFrom)).toEqual([]);
    });
  });
});
