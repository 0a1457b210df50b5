import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as spend } from "node:timers/promises";
import { allGone, survivors } from "./processes";
import { APPLICATION_MS, open, openWindow, SWITCH_MS, sites } from "./scenario-visit";
import type { Life, Scenario } from "./scenarios";
import type { BrowserName } from "./session";
import type { Stage } from "./setup";
import { poll } from "./wait";

type Ending = "kill" | "quit" | "SIGTERM" | "menu" | "alt+F4" | "ctrl+q" | "ctrl+shift+w";

/** The menu's last entry: Exit, or Quit. */
const quitInMenu: Record<BrowserName, string> = { chromium: "x", firefox: "q" };

function signal(stage: Stage, name: NodeJS.Signals): void {
  for (const pid of survivors(`${stage.display.run}/browser`)) process.kill(pid, name);
}

async function end(stage: Stage, how: Ending): Promise<void> {
  const { session, display } = stage;
  if (how === "kill" || how === "quit") return session[how]();
  const keys = how === "menu" ? ["alt+f", quitInMenu[session.name]] : [how];
  let over = false;
  void session.exited.then(() => {
    over = true;
  });
  if (how === "SIGTERM") signal(stage, how);
  else for (const key of keys) await display.input.key(key);
  // Firefox asks first where a key would close several tabs.
  await poll(`${session.name} to end by ${how}`, async () => {
    if (!over) await spend(300);
    if (!over) await display.input.key("Return").catch(() => undefined);
    return over;
  });
  await allGone(`${display.run}/browser`);
}

interface EndingOptions {
  browsers?: readonly BrowserName[];
  /** The background sleeps when the end comes. */
  cold?: boolean;
  /** There is another window behind. */
  windows?: boolean;
  stayMs?: number;
}

/** The page before the last is long stored when the browser ends; the last one is what may be lost. */
function ending(name: string, boundMs: number, how: Ending, options: EndingOptions = {}): Scenario {
  const { browsers, cold = false, windows = false, stayMs = 2500 } = options;
  return {
    name,
    boundMs: SWITCH_MS,
    ...(browsers ? { browsers } : {}),
    async run(truth, stage) {
      await open(truth, stage, "stats");
      await open(truth, stage, "app", { boundMs, window: windows }, stayMs);
      if (cold) await stage.session.stopBackground();
      truth.mark(null, { boundMs });
      await end(stage, how);
      await spend(1000);
      await stage.relaunch();
    },
  };
}

/** What a killed browser may lose: one heartbeat's period and its lateness. */
const KILLED_MS = 31_000;
const QUIT_MS = 1000;

/** DevTools in a window of their own, as a developer may have set it. */
function undock(profile: string): void {
  const file = join(profile, "Default", "Preferences");
  const written = JSON.parse(readFileSync(file, "utf8")) as { devtools?: { preferences?: object } };
  const preferences = { ...written.devtools?.preferences, currentDockState: '"undocked"' };
  writeFileSync(file, JSON.stringify({ ...written, devtools: { ...written.devtools, preferences } }));
}

/** Not judged: Chromium notes what wakes the background only a while after it was installed. */
const settled: Scenario = {
  name: "",
  boundMs: 0,
  async run(_, stage) {
    await spend(2500);
    await stage.session.quit();
    if (stage.session.name === "chromium") undock(stage.session.profile);
    await stage.relaunch();
  },
};

export const ends: Life = {
  name: "ends of the browser",
  scenarios: [
    settled,
    {
      name: "undocked DevTools",
      boundMs: APPLICATION_MS,
      browsers: ["chromium"],
      async run(truth, stage) {
        await open(truth, stage, "forum", {}, 2000);
        await openWindow(truth, stage, "devtools:", { keys: "ctrl+shift+i", title: /^DevTools/, stayMs: 2500 });
        await truth.go(sites.forum.key, () => stage.display.focus("^www.reddit.com"), 2000);
      },
    },
    ending("last window closed", QUIT_MS, "alt+F4"),
    ending("quit from the menu, two windows", QUIT_MS, "menu", { windows: true }),
    ending("killed outright", KILLED_MS, "kill"),
  ],
};

export const longEnds: Life = {
  name: "more ends of the browser",
  long: true,
  scenarios: [
    settled,
    ending("window closed by ctrl+shift+W", QUIT_MS, "ctrl+shift+w"),
    ending("ctrl+Q", QUIT_MS, "ctrl+q", { browsers: ["firefox"] }),
    ending("quit from the menu", QUIT_MS, "menu"),
    // A background that has to start first comes too late in Chromium, and the debugger's end is the session's in Firefox.
    ending("last window closed, background cold", KILLED_MS, "alt+F4", { cold: true }),
    ending("quit from the menu, background cold", KILLED_MS, "menu", { cold: true }),
    ending("ended by SIGTERM", KILLED_MS, "SIGTERM"),
    ending("ended by the debugger", KILLED_MS, "quit"),
    ending("killed outright after a long visit", KILLED_MS, "kill", { stayMs: 65_000 }),
  ],
};

export const sleep: Life = {
  name: "sleep",
  long: true,
  scenarios: [
    {
      name: "asleep for 95 s",
      boundMs: KILLED_MS,
      async run(truth, stage) {
        await open(truth, stage, "app", {}, 8000);
        signal(stage, "SIGSTOP");
        truth.mark(null);
        await spend(95_000);
        signal(stage, "SIGCONT");
        truth.mark(sites.app.key, { boundMs: 2000 });
        await spend(8000);
      },
    },
  ],
};
