import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { BrowserName, Page, Session, Tab } from "../browser/session";
import { type Stage, withSession } from "../browser/setup";
import type { Builds } from "./builds";
import { type History, histories } from "./history";
import type { Probe } from "./probe";

/** A browser that has just been started, with a history stored. */
export interface Ground {
  stage: Stage;
  session: Session;
  history: History;
  /** "Chromium, 5 years". */
  where: string;
}

/** Days that are stored in one go: Firefox's protocol gives a question 30 s. */
const DAYS_AT_ONCE = 30;

/** Chromium's number for extensions from a folder. */
const UNPACKED = 4;

const titles: Record<BrowserName, string> = { chromium: "Chromium", firefox: "Firefox" };

/** Starts a browser and gives the ground for each history, from the shortest, each after a restart of the browser. */
export async function withGrounds(
  name: BrowserName,
  { builds, wanted, tell }: { builds: Builds; wanted: readonly History[]; tell(progress: string): void },
  act: (ground: Ground) => Promise<void>,
): Promise<void> {
  const extension = resolve(builds.probed[name === "chromium" ? "chrome" : "firefox"]);
  await withSession(
    name,
    async (stage) => {
      for (const history of wanted) {
        if (histories[history] > 0) {
          const start = performance.now();
          await store(stage.session, histories[history]);
          tell(`${history} stored in ${titles[name]}: ${((performance.now() - start) / 1000).toFixed(1)} s`);
          await stage.session.quit();
          if (name === "chromium") keepExtension(stage.session.profile);
          await stage.relaunch();
        }
        await act({ stage, session: stage.session, history, where: `${titles[name]}, ${history}` });
      }
    },
    { extension },
  );
}

/** Chromium notes that an extension was loaded by a debugger, and then leaves it out at the next start. */
function keepExtension(profile: string): void {
  const file = join(profile, "Default/Preferences");
  const preferences = JSON.parse(readFileSync(file, "utf8"));
  for (const noted of Object.values<Record<string, unknown>>(preferences.extensions.settings)) {
    if (noted.location === UNPACKED) delete noted.creation_flags;
  }
  writeFileSync(file, JSON.stringify(preferences));
}

/** A tab with the probe in it. */
export async function openProbe(session: Session): Promise<Tab> {
  const tab = await session.extensionPage("probe.html");
  await tab.until(() => "probe" in globalThis);
  return tab;
}

/** Calls the probe from outside. */
export function ask<K extends keyof Probe>(
  tab: Page,
  name: K,
  ...args: Parameters<Probe[K]>
): Promise<Awaited<ReturnType<Probe[K]>>> {
  const call = (method: string, given: unknown[]) =>
    (globalThis as unknown as { probe: Record<string, (...args: unknown[]) => unknown> }).probe[method]?.(...given);
  return tab.evaluate(call, name, args) as Promise<Awaited<ReturnType<Probe[K]>>>;
}

async function store(session: Session, days: number): Promise<void> {
  const probe = await openProbe(session);
  await ask(probe, "clear");
  for (let left = days; left > 0; left -= DAYS_AT_ONCE) {
    await ask(probe, "live", left - 1, Math.max(0, left - DAYS_AT_ONCE));
  }
  await probe.close();
}
