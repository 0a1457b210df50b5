import { setTimeout as spend } from "node:timers/promises";
import {
  APPLICATION_MS,
  goto,
  OTHER_APPS,
  open,
  openWindow,
  type Place,
  STAY_MS,
  SWITCH_MS,
  show,
  sites,
} from "./scenario-visit";
import type { Life } from "./scenarios";
import type { Tab } from "./session";

/** Runs in the page. */
const push = () => document.querySelector<HTMLElement>("#push")?.click();

/** The title of a private window. */
const PRIVATE = /Incognito|Private/;

/** Everything short that a visit to a page meets. */
export const day: Life = {
  name: "a day",
  scenarios: [
    {
      name: "tab switches",
      boundMs: SWITCH_MS,
      async run(truth, stage) {
        const app = await open(truth, stage, "app");
        const feed = await open(truth, stage, "feed");
        await show(truth, app, "app");
        await show(truth, feed, "feed");
        await show(truth, app, "app");
      },
    },
    {
      name: "navigation in a tab",
      boundMs: SWITCH_MS,
      async run(truth, stage) {
        const tab = await open(truth, stage, "news");
        await goto(truth, tab, "stats");
        await goto(truth, tab, "news");
      },
    },
    {
      name: "pushState",
      boundMs: SWITCH_MS,
      async run(truth, stage) {
        const tab = await open(truth, stage, "push");
        await truth.go("github.com/pushed", () => tab.evaluate(push), STAY_MS);
        await truth.go("github.com/pushed", () => tab.evaluate(push), STAY_MS);
      },
    },
    {
      name: "tab closed",
      boundMs: SWITCH_MS,
      async run(truth, stage) {
        await open(truth, stage, "docs");
        const forum = await open(truth, stage, "forum");
        await truth.go(sites.docs.key, () => forum.close(), STAY_MS);
      },
    },
    {
      name: "window switches, window closed",
      boundMs: SWITCH_MS,
      async run(truth, stage) {
        await open(truth, stage, "stats");
        const second = await open(truth, stage, "forum", { window: true });
        await truth.go(sites.stats.key, () => stage.display.focus("plausible.io"), STAY_MS);
        await truth.go(sites.forum.key, () => stage.display.focus("reddit.com"), STAY_MS);
        await truth.go(sites.stats.key, () => second.close(), STAY_MS);
      },
    },
    {
      name: "another application",
      boundMs: APPLICATION_MS,
      async run(truth, stage) {
        await open(truth, stage, "news");
        const application = await truth.go(OTHER_APPS, () => stage.display.otherApplication(), 2100);
        for (let i = 0; i < 4; i++) {
          // Not the same at each: every phase of the sampling is met.
          await truth.go(sites.news.key, () => stage.display.focus("news.ycombinator.com"), 2050 + 170 * i);
          await truth.go(OTHER_APPS, () => application.activate(), 2100 + 130 * i);
        }
        await truth.go(sites.news.key, async () => application.close(), STAY_MS);
      },
    },
    {
      name: "our popup",
      boundMs: APPLICATION_MS,
      async run(truth, stage) {
        await open(truth, stage, "app", {}, 500);
        const popup = await truth.go(sites.app.key, () => stage.session.popup(), 2500);
        await truth.go(sites.app.key, () => popup.close(), STAY_MS);
      },
    },
    {
      name: "background stopped between events",
      boundMs: SWITCH_MS,
      async run(truth, stage) {
        const tab = await open(truth, stage, "docs");
        await stage.session.stopBackground();
        await spend(STAY_MS);
        await goto(truth, tab, "stats", 1000);
        await stage.session.stopBackground();
        await goto(truth, tab, "docs", 1000);
        await stage.session.stopBackground();
        await spend(STAY_MS);
        await stage.session.stopBackground();
        await goto(truth, tab, "stats", STAY_MS);
      },
    },
    {
      name: "a burst of events after a stop",
      boundMs: SWITCH_MS,
      async run(truth, stage) {
        const tabs: [Tab, Place][] = [];
        for (const place of ["forum", "feed", "docs"] as const) {
          tabs.push([await open(truth, stage, place, {}, 300), place]);
        }
        await spend(STAY_MS);
        await stage.session.stopBackground();
        for (const [tab, place] of tabs) await show(truth, tab, place, 120);
        await spend(STAY_MS);
      },
    },
    {
      name: "private window",
      boundMs: APPLICATION_MS,
      async run(truth, stage) {
        await open(truth, stage, "stats");
        // Chromium does not tell it from another application; Firefox tells enough to count nothing.
        const chromium = stage.session.name === "chromium";
        await openWindow(truth, stage, chromium ? OTHER_APPS : null, {
          keys: chromium ? "ctrl+shift+n" : "ctrl+shift+p",
          title: PRIVATE,
          stayMs: 2500,
        });
        await truth.go(sites.stats.key, () => stage.display.focus("plausible.io"), 2000);
      },
    },
    {
      name: "private window after another application",
      // Firefox sends no event for that, and is asked each five seconds.
      boundMs: 3000,
      async run(truth, stage) {
        const application = await truth.go(OTHER_APPS, () => stage.display.otherApplication(), 7000);
        await truth.go(
          stage.session.name === "chromium" ? OTHER_APPS : null,
          () => stage.display.focus(PRIVATE.source),
          7000,
        );
        await truth.go(sites.stats.key, () => stage.display.focus("plausible.io"), 2000);
        application.close();
      },
    },
  ],
};
