import { readFileSync } from "node:fs";
import { setTimeout as spend } from "node:timers/promises";
import { type Stage, withSession } from "../browser/setup";
import type { PlainBench } from "./bench";
import { watchCpu } from "./cpu";
import type { Figure } from "./figure";
import { ask, openProbe } from "./ground";

/** A user acts this often. */
const ACT_EVERY_MS = 5000;

interface Use {
  seconds: number;
  browserSeconds: number;
  commits: number;
}

/** What the extension costs while somebody browses, and while another application has the focus; Chromium on Linux. */
export const cost: PlainBench = {
  name: "cost",
  needsBrowser: true,
  async run({ builds, minutes }) {
    if (process.platform !== "linux") throw new Error("CPU time is read from /proc, which only Linux has");
    // Side by side, each on a screen of its own: both live through the same minutes of this machine.
    const lives = [builds.probed.chrome, builds.idle].map((extension) => spendBoth(extension, minutes));
    // Where one fails, the other still has to tidy up before its extension is removed.
    await Promise.allSettled(lives);
    const [ours, idle] = (await Promise.all(lives)) as [Lives, Lives];
    const sample = { name: "focus sampled every", value: sampleMs(), unit: "ms" } as const;
    return [
      sample,
      ...figuresOf("browsing", ours.browsing, idle.browsing, minutes),
      ...figuresOf("another application in front", ours.away, idle.away, minutes),
    ];
  },
};

function figuresOf(what: string, ours: Use, idle: Use, minutes: number): Figure[] {
  const over = `${minutes} min ${what}`;
  return [
    { name: `CPU of the extension's processes; ${over}`, value: ours.seconds, unit: "s" },
    { name: `beside it, an idle extension's; ${over}`, value: idle.seconds, unit: "s" },
    { name: `CPU of the whole browser; ${over}`, value: ours.browserSeconds, unit: "s" },
    { name: `beside it, with an idle extension; ${over}`, value: idle.browserSeconds, unit: "s" },
    { name: `heartbeats stored; ${over}`, value: ours.commits, unit: "" },
  ];
}

interface Lives {
  browsing: Use;
  away: Use;
}

async function spendBoth(extension: string, minutes: number): Promise<Lives> {
  return withSession(
    "chromium",
    async (stage) => {
      const probe = await openProbe(stage.session);
      const tabs = [];
      for (const url of ["https://github.com/acme/app", "https://x.com/home"]) tabs.push(await stage.session.open(url));
      const [front, back] = tabs;
      const use = async (act: (i: number) => Promise<unknown>): Promise<Use> => {
        const commits = await ask(probe, "commits");
        const cpu = watchCpu(stage.session.profile);
        try {
          await live(minutes, act);
          const { extension: seconds, browser: browserSeconds } = cpu.used();
          return { seconds, browserSeconds, commits: (await ask(probe, "commits")) - commits };
        } finally {
          cpu.stop();
        }
      };
      const browsing = await use(async (i) => {
        await beThere(stage, i);
        if (i % 3 === 0) return front?.activate();
        if (i % 3 === 1) return front?.goto(`https://github.com/acme/app/pull/${i}`);
        return back?.activate();
      });
      const application = await stage.display.otherApplication();
      const away = await use((i) => beThere(stage, i));
      application.close();
      return { browsing, away };
    },
    { extension },
  );
}

/** Acts at a user's pace for so many minutes. */
async function live(minutes: number, act: (i: number) => Promise<unknown>): Promise<void> {
  const start = performance.now();
  for (let i = 0; i * ACT_EVERY_MS < minutes * 60_000; i++) {
    await act(i);
    await spend(Math.max(0, start + (i + 1) * ACT_EVERY_MS - performance.now()));
  }
}

/** Moves the mouse, so that the user counts as present. */
async function beThere({ display }: Stage, i: number): Promise<void> {
  await display.input.move(400 + (i % 20) * 10, 500);
}

/** Chromium's period as it stands in the source: it is nobody's business but the observer's. */
function sampleMs(): number {
  const source = readFileSync("src/browser/observe.ts", "utf8");
  const found = /\bSAMPLE_MS = __FIREFOX__ \? \d+ : (\d+)/.exec(source)?.[1];
  if (!found) throw new Error("src/browser/observe.ts names no SAMPLE_MS");
  return Number(found);
}
