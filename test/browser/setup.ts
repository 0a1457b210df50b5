import { randomUUID } from "node:crypto";
import { rmSync } from "node:fs";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { launchChromium } from "./chromium";
import { type Display, startDisplay } from "./display";
import { launchFirefox } from "./firefox";
import { killAll, killNow } from "./processes";
import type { BrowserName, LaunchOptions, Session } from "./session";
import { type Sites, startSites } from "./sites";

export type SetupOptions = Partial<
  Pick<LaunchOptions, "extension" | "askWhereToSave" | "backgroundIdleMs" | "theme" | "keepWelcome" | "environment">
>;

export interface Stage {
  session: Session;
  display: Display;
  sites: Sites;
  /** The browser again on the same profile, after `quit` or `kill`: the next browser session. */
  relaunch(changes?: SetupOptions): Promise<Session>;
}

/** Pictures of what was tested, to be looked at; `npm run pictures` takes those of the README from here. */
export const pictures = "test/browser/out";

const folders: Record<BrowserName, string> = { chromium: "dist/chrome", firefox: "dist/firefox" };

/** One browser on a screen of its own, with what was built in dist. Leaves nothing behind, whatever happens. */
export async function withSession<T>(
  name: BrowserName,
  act: (stage: Stage) => Promise<T>,
  options: SetupOptions = {},
): Promise<T> {
  const run = randomUUID();
  await mkdir(pictures, { recursive: true });
  const profile = await mkdtemp(join(tmpdir(), `trap-meter-${name}-`));
  const undo: (() => Promise<void>)[] = [
    () => killAll(run),
    () => rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 }),
  ];
  const interrupted = (signal: NodeJS.Signals): void => {
    killNow(run);
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
    process.exit(signal === "SIGINT" ? 130 : 143);
  };
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  // Not once: a second signal must not end this process before the first one has been answered.
  for (const signal of signals) process.on(signal, interrupted);
  try {
    const sites = await startSites();
    undo.unshift(() => sites.close());
    const display = await startDisplay(run);
    undo.unshift(() => display.stop());
    const launch = (changes: SetupOptions = {}): Promise<Session> => {
      const chosen = { extension: resolve(folders[name]), ...options, ...changes, display, sites, profile };
      return name === "chromium" ? launchChromium(chosen) : launchFirefox(chosen);
    };
    let session = await launch();
    undo.unshift(() => session.kill());
    const stage: Stage = {
      session,
      display,
      sites,
      async relaunch(changes) {
        session = await launch(changes);
        stage.session = session;
        return session;
      },
    };
    return await act(stage);
  } finally {
    for (const signal of signals) process.off(signal, interrupted);
    const failures: unknown[] = [];
    for (const step of undo) await step().catch((error: unknown) => failures.push(error));
    if (failures.length > 0) console.error("cleaning up after a browser test:", ...failures);
  }
}
