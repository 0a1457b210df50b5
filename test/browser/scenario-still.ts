import { setTimeout as spend } from "node:timers/promises";
import { left } from "./scenario-left";
import { audibleThenLocked, locked } from "./scenario-locked";
import { deafness } from "./scenario-sound";
import { IDLE_MS, shortenThreshold } from "./scenario-threshold";
import { open, sites } from "./scenario-visit";
import type { Life } from "./scenarios";

export const still: Life = {
  name: "without input",
  backgroundIdleMs: 4000,
  scenarios: [
    {
      name: "idle and return",
      boundMs: 1000,
      async run(truth, stage) {
        await shortenThreshold(stage);
        const tab = await open(truth, stage, "feed", {}, 2000);
        await stage.display.input.move(300, 300);
        truth.mark(null);
        await spend(IDLE_MS + 1500);
        for (let i = 0; i < 2; i++) {
          await stage.session.stopBackground();
          await tab.evaluate(() => history.pushState(null, "", "/home"));
          await spend(1000);
        }
        await stage.display.input.move(310, 310);
        truth.mark(sites.feed.key);
        await spend(3000);
      },
    },
    {
      name: "audible without input, then silent",
      boundMs: 4000,
      needs: deafness,
      async run(truth, stage) {
        const tab = await open(truth, stage, "video", {}, 500);
        await tab.click("#tone");
        // Firefox tells of a tone a second after it has begun, and what is silent without input is rightly cut.
        await spend(2500);
        await stage.display.input.move(320, 320);
        await spend(IDLE_MS + 3000);
        await tab.evaluate(() => document.querySelector<HTMLElement>("#tone")?.click());
        truth.mark(null);
        // To the X server the end of a sound is input: only a threshold later is it known that nobody was there.
        await spend(IDLE_MS + 5000);
        await truth.go(sites.video.key, () => stage.display.input.move(325, 325), 3000);
      },
    },
    left("back after the event page has ended by itself", {
      browsers: ["firefox"],
      longerMs: 6000,
      back: "stats",
      comeBack: ({ display }) => display.input.move(340, 340),
    }),
    locked,
    audibleThenLocked,
  ],
};
