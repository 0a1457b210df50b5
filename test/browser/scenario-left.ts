import { setTimeout as spend } from "node:timers/promises";
import { IDLE_MS, shortenThreshold } from "./scenario-threshold";
import { open, sites } from "./scenario-visit";
import type { Life, Scenario } from "./scenarios";
import type { Stage } from "./setup";
import { poll } from "./wait";

/** Both browsers end a background that has had nothing to do for so long; Firefox can be told another time. */
const LINGER_MS = 30_000;
/** Firefox forgets a return of the same moment in which it ends the background. */
const FORGETS_MS = 100;

/** Nobody stops the background here and nothing is attached to it: what ends it is the browser. */
async function outliveBackground({ session }: Stage, longerMs: number): Promise<void> {
  await spend(IDLE_MS + 1500);
  const before = await session.backgroundEnds();
  const ended = async () => (await session.backgroundEnds()) > before;
  await poll("the background to be ended by the browser", ended, 2 * LINGER_MS);
  await spend(Math.max(longerMs, session.name === "firefox" ? FORGETS_MS : 0));
  // Firefox tells of idleness again once it has ended the background, which starts it at once.
  const woken = session.name === "chromium" && (await session.backgroundAlive());
  if (woken) throw new Error("the background was woken while nobody was there");
}

interface Leaving {
  browsers?: Scenario["browsers"];
  leave?(stage: Stage): Promise<void>;
  /** How long nobody is there after the background has ended. */
  longerMs?: number;
  back: keyof typeof sites;
  comeBack(stage: Stage): Promise<void>;
}

export function left(name: string, { browsers, leave, longerMs = 10_000, back, comeBack }: Leaving): Scenario {
  return {
    name,
    boundMs: 1000,
    ...(browsers ? { browsers } : {}),
    async run(truth, stage) {
      await open(truth, stage, "docs");
      await open(truth, stage, "stats", {}, 2000);
      await truth.go(null, async () => {
        await stage.display.input.key("Shift_L");
        await leave?.(stage);
      });
      await outliveBackground(stage, longerMs);
      await truth.go(sites[back].key, () => comeBack(stage), 3000);
    },
  };
}

export const leftAlone: Life = {
  name: "left alone until the background ends",
  long: true,
  scenarios: [
    { name: "", boundMs: 0, run: (_, stage) => shortenThreshold(stage) },
    left("back once the background has ended", {
      longerMs: 0,
      back: "stats",
      comeBack: ({ display }) => display.input.move(310, 310),
    }),
    left("back long after the background has ended", {
      back: "stats",
      comeBack: ({ display }) => display.input.move(320, 320),
    }),
    left("back in another tab after the background has ended", {
      back: "docs",
      comeBack: ({ display }) => display.input.key("ctrl+shift+Tab"),
    }),
    left("unlocked after the background has ended", {
      browsers: ["chromium"],
      leave: ({ display }) => display.lock(),
      back: "stats",
      async comeBack({ display }) {
        await display.input.move(330, 330);
        await display.unlock();
      },
    }),
  ],
};
