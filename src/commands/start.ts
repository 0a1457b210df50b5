import { createHash } from "node:crypto";
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { cmd, type Runner } from "web-ext";
import { consoleStream } from "web-ext/util/logger";
import { type Browser, findBrowser, howToInstall } from "./browsers";
import { build, builtFor, isTarget, targets } from "./build";
import { root } from "./tool";

/** Chrome names an unpacked extension after its folder. */
function chromeId(folder: string): string {
  const bytes = Buffer.from(folder, process.platform === "win32" ? "utf16le" : "utf8");
  const digits = createHash("sha256").update(bytes).digest("hex").slice(0, 32);
  return [...digits].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join("");
}

/** A snap sees neither the system's temporary folder nor hidden folders, but it sees dist/ in the user's home. */
function createProfile(program: string): string {
  const isSnap = /[\\/]snap[\\/]/.test(realpathSync(program)) || realpathSync(program).endsWith("/snap");
  return mkdtempSync(join(isSnap ? join(root, "dist") : tmpdir(), "factory-trap-meter-profile-"));
}

/** On exit the browser may still be writing: a folder that fills up again is tried again. */
function removeProfile(profile: string): void {
  rmSync(profile, { recursive: true, force: true, maxRetries: 30, retryDelay: 100 });
}

/**
 * Opens the browser. web-ext loads the extension over the debugging pipe, because release Chrome ignores
 * --load-extension; it attaches to nothing, so that the background is stopped and woken as for any user.
 */
function open(browser: Browser, program: string, profile: string): Promise<Runner> {
  const sourceDir = builtFor(browser);
  const shared = { sourceDir, keepProfileChanges: true, noReload: true, noInput: true };
  if (browser === "firefox") {
    return cmd.run({ ...shared, target: ["firefox-desktop"], firefox: program, firefoxProfile: profile });
  }
  return cmd.run({
    ...shared,
    target: ["chromium"],
    chromiumBinary: program,
    chromiumProfile: profile,
    chromiumPref: { "extensions.pinned_extensions": [chromeId(sourceDir)] },
    // Chromium's sandbox refuses to work for root.
    args: process.getuid?.() === 0 ? ["--no-sandbox", "--disable-gpu"] : [],
  });
}

/** Resolves when the user closes the browser, or ends this command by Ctrl+C or a signal. */
async function untilClosed(runner: Runner): Promise<void> {
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  await new Promise<void>((resolve) => {
    runner.registerCleanup(resolve);
    for (const signal of signals) {
      // The launcher's own listener would exit at once and leave the profile behind.
      process.removeAllListeners(signal);
      process.on(signal, () => void runner.exit().catch(resolve));
    }
  });
}

function missingDisplay(): string | undefined {
  if (process.platform !== "linux" || process.env.DISPLAY || process.env.WAYLAND_DISPLAY) return undefined;
  return "There is no display (neither DISPLAY nor WAYLAND_DISPLAY is set). Start from a desktop, or with: xvfb-run -a npm start";
}

/** The browser asked for, else the first that is installed. */
function chooseBrowser(asked: Browser | undefined): { browser: Browser; program: string } | undefined {
  for (const browser of asked ? [asked] : targets) {
    const program = findBrowser(browser);
    if (program) return { browser, program };
  }
  return undefined;
}

async function use(browser: Browser, program: string): Promise<void> {
  const profile = createProfile(program);
  const remove = () => removeProfile(profile);
  process.once("exit", remove);
  // web-ext's own messages name its options, which are not ours.
  consoleStream.startCapturing();
  try {
    const runner = await open(browser, program, profile);
    console.log(`${program} is open with the extension and an empty profile. Close it or press Ctrl+C to end.`);
    await untilClosed(runner);
  } finally {
    process.off("exit", remove);
    remove();
  }
}

/** `npm start`, or `npm start -- firefox`: builds, and opens a browser with the extension and a throw-away profile. */
export async function main(args: string[]): Promise<number> {
  const [asked] = args;
  if (asked !== undefined && !isTarget(asked)) {
    console.error(`npm start knows ${targets.join(" and ")}, not "${asked}".`);
    return 1;
  }
  const chosen = chooseBrowser(asked);
  const target = chosen?.browser ?? asked ?? "chrome";
  await build(target);
  console.log(`The extension is built in dist/${target}; it can be loaded from there by hand, too (see README.md).`);
  const problem = chosen ? missingDisplay() : (asked ? [asked] : targets).map(howToInstall).join("\n");
  if (!chosen || problem) {
    console.error(problem);
    return 1;
  }
  try {
    await use(chosen.browser, chosen.program);
    return 0;
  } catch (error) {
    console.error(`${chosen.program} did not start: ${error instanceof Error ? error.message : error}`);
    console.error("Started from a terminal by itself it may say why; the display may not be reachable.");
    return 1;
  }
}
