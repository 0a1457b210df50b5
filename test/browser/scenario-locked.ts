import { setTimeout as spend } from "node:timers/promises";
import { IDLE_MS } from "./scenario-threshold";
import { open, STAY_MS, sites } from "./scenario-visit";
import type { Scenario } from "./scenarios";

/**
 * A lock ends attention at once. Firefox cannot tell of one: its idle API knows no third state. Chromium looks once a second, and what
 * it has seen it tells up to another half late.
 */
const ofTheScreen = { boundMs: 1500, browsers: ["chromium"] } satisfies Partial<Scenario>;

export const locked: Scenario = {
  ...ofTheScreen,
  name: "screen locked and unlocked",
  async run(truth, stage) {
    await open(truth, stage, "stats");
    for (let i = 0; i < 3; i++) {
      await truth.go(null, () => stage.display.lock(), STAY_MS);
      // A password is input, too.
      await stage.display.input.move(400, 400 + i);
      await spend(STAY_MS + 330 * i);
      await truth.go(sites.stats.key, () => stage.display.unlock(), 3000);
    }
  },
};

export const audibleThenLocked: Scenario = {
  ...ofTheScreen,
  name: "audible without input, then locked",
  async run(truth, stage) {
    const tab = await open(truth, stage, "video", {}, 500);
    await tab.click("#tone");
    await spend(500);
    await stage.display.input.move(420, 420);
    await spend(IDLE_MS + 3000);
    await truth.go(null, () => stage.display.lock(), 4000);
    await stage.display.input.move(430, 430);
    await truth.go(sites.video.key, () => stage.display.unlock(), 3000);
    await tab.close();
  },
};
