import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import puppeteer, { type Browser, type CDPSession, type Extension, type Page as PuppeteerPage } from "puppeteer-core";
import { findBrowser } from "../../src/commands/browsers";
import { Downloads } from "./downloads";
import { popupPath, welcomePath } from "./extension";
import { homeIn } from "./home";
import { allGone, killAll, killGroup, marked } from "./processes";
import type { LaunchOptions, Page, PopupPageOptions, Session, Tab, Theme } from "./session";
import { poll, within } from "./wait";

/** Chromium names an unpacked extension after its folder. */
export function chromiumId(folder: string): string {
  const hex = createHash("sha256").update(folder).digest("hex").slice(0, 32);
  return [...hex].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join("");
}

interface Preferences {
  extensions?: { settings?: Record<string, { location?: number; path?: string; creation_flags?: number }> };
}

/**
 * First launch: only what a person could have set, so that downloads and the toolbar behave as for a person. Later
 * launches: the extension is there from the start, even where a kill came before Chromium had noted it (it waits
 * 10 s), because a second installation would hide what `onStartup` and restored tabs do. Tells whether this is a later one.
 */
function writePreferences(profile: string, id: string, first: object, folder: string): boolean {
  const file = join(profile, "Default", "Preferences");
  if (!existsSync(file)) {
    mkdirSync(join(profile, "Default"), { recursive: true });
    writeFileSync(file, JSON.stringify(first));
    return false;
  }
  const written = JSON.parse(readFileSync(file, "utf8")) as Preferences;
  const settings = written.extensions?.settings ?? {};
  // The flags say that a debugger brought it, and what a debugger brought is left out at the next start.
  const { creation_flags, ...noted } = settings[id] ?? { location: 4, path: folder };
  written.extensions = { ...written.extensions, settings: { ...settings, [id]: noted } };
  writeFileSync(file, JSON.stringify(written));
  return true;
}

class ChromiumPage implements Tab {
  constructor(readonly page: PuppeteerPage) {}

  evaluate<A extends unknown[], R>(ask: (...args: A) => R, ...args: A): Promise<Awaited<R>> {
    return this.page.evaluate(ask as never, ...(args as unknown as never[])) as Promise<Awaited<R>>;
  }

  until<A extends unknown[], R>(ask: (...args: A) => R, ...args: A): Promise<NonNullable<Awaited<R>>> {
    return poll(`${ask}`, () => this.evaluate(ask, ...args));
  }

  click(selector: string): Promise<void> {
    return this.page.locator(selector).click();
  }

  async screenshot(path: string): Promise<void> {
    await this.page.screenshot({ path: path as `${string}.png` });
  }

  async isOpen(): Promise<boolean> {
    return !this.page.isClosed();
  }

  async close(): Promise<void> {
    if (!this.page.isClosed()) await this.page.close();
  }

  async goto(url: string): Promise<void> {
    await this.page.goto(url, { waitUntil: "domcontentloaded" });
  }

  activate(): Promise<void> {
    return this.page.bringToFront();
  }
}

class ChromiumSession implements Session {
  readonly name = "chromium";
  readonly profile: string;
  readonly exited: Promise<void>;
  welcome: Tab | null = null;
  private readonly workers = new Set<string>();
  private ended = 0;
  /** Workers with a time zone of their own, and the connection to each. */
  private readonly travellers = new Map<string, string>();
  private current: Theme | undefined;

  constructor(
    private readonly browser: Browser,
    private readonly devtools: CDPSession,
    private readonly extension: Extension,
    private readonly options: LaunchOptions,
    readonly downloads: Downloads,
  ) {
    this.profile = options.profile;
    this.current = options.theme;
    const process = browser.process();
    this.exited = new Promise((resolve) => {
      if (!process || process.exitCode !== null || process.signalCode !== null) resolve();
      else process.once("exit", () => resolve());
    });
  }

  /** The worker is watched without attaching to it: an attached worker would never be stopped by the browser. */
  async watchWorkers(): Promise<void> {
    this.devtools.on("Target.targetCreated", ({ targetInfo }) => {
      const ours = targetInfo.type === "service_worker" && targetInfo.url.startsWith(this.url(""));
      if (ours) this.workers.add(targetInfo.targetId);
    });
    this.devtools.on("Target.targetDestroyed", ({ targetId }) => {
      if (this.workers.delete(targetId)) this.ended += 1;
    });
    await this.devtools.send("Target.setDiscoverTargets", { discover: true });
    await poll("the extension's worker", () => this.workers.size > 0);
  }

  /** To be called where the extension has just been installed. */
  async meetWelcome(): Promise<void> {
    const path = welcomePath(this.options.extension);
    if (path === null) return;
    const opened = this.browser.waitForTarget((target) => target.url() === this.url(path));
    const page = await (await within("the welcome page", opened)).page();
    if (!page) throw new Error("the welcome page is no page");
    const tab = await this.dressed(page);
    await tab.until(() => document.readyState === "complete");
    if (this.options.keepWelcome) this.welcome = tab;
    else await tab.close();
  }

  url(path: string): string {
    return `chrome-extension://${this.extension.id}/${path}`;
  }

  async open(url: string, { window = false } = {}): Promise<Tab> {
    const page = await this.browser.newPage(window ? { type: "window" } : { type: "tab" });
    const tab = await this.dressed(page);
    await tab.goto(url);
    return tab;
  }

  async popup(): Promise<Page> {
    const address = this.url(popupPath(this.options.extension));
    const before = new Set(this.browser.targets());
    const tabs = await this.browser.pages();
    const ranks = await Promise.all(
      tabs.map((tab) =>
        tab.evaluate(() => (document.visibilityState === "visible" ? 1 : 0) + (document.hasFocus() ? 1 : 0)),
      ),
    );
    const best = Math.max(...ranks);
    const front = best > 0 ? tabs[ranks.indexOf(best)] : undefined;
    if (!front) throw new Error("no tab is in front");
    const opened = this.browser.waitForTarget(
      (target) => target.type() === "page" && target.url().startsWith(address) && !before.has(target),
    );
    await front.triggerExtensionAction(this.extension);
    const page = await (await within("the popup", opened)).asPage();
    const popup = await this.dressed(page);
    await popup.until(() => document.readyState === "complete");
    return popup;
  }

  async popupPage({ theme, width = 360, height = 600 }: PopupPageOptions = {}): Promise<Tab> {
    if (theme) await this.theme(theme);
    const page = await this.browser.newPage();
    const tab = await this.dressed(page);
    await page.setViewport({ width, height });
    await tab.goto(this.url(popupPath(this.options.extension)));
    return tab;
  }

  extensionPage(path: string): Promise<Tab> {
    return this.open(this.url(path));
  }

  async stopBackground(): Promise<void> {
    const stopping = [...this.workers];
    for (const targetId of stopping) await this.devtools.send("Target.closeTarget", { targetId });
    await poll("the worker to stop", () => stopping.every((id) => !this.workers.has(id)));
  }

  async backgroundAlive(): Promise<boolean> {
    return this.workers.size > 0;
  }

  async backgroundEnds(): Promise<number> {
    return this.ended;
  }

  async theme(theme: Theme): Promise<void> {
    this.current = theme;
    await Promise.all((await this.browser.pages()).map((page) => this.dressed(page)));
  }

  /** Lasts as long as the worker: it stays attached, because the override ends with the attachment. */
  async travel(timezoneId: string): Promise<void> {
    for (const targetId of this.workers) {
      const known = this.travellers.get(targetId);
      const sessionId =
        known ?? (await this.devtools.send("Target.attachToTarget", { targetId, flatten: true })).sessionId;
      this.travellers.set(targetId, sessionId);
      await this.devtools.connection()?.session(sessionId)?.send("Emulation.setTimezoneOverride", { timezoneId });
    }
  }

  async kill(): Promise<void> {
    const pid = this.browser.process()?.pid;
    if (pid !== undefined) killGroup(pid);
    await killAll(`${this.options.display.run}/browser`);
    await within("Chromium to die", this.exited);
  }

  async quit(): Promise<void> {
    await this.browser.close();
    await within("Chromium to quit", this.exited);
    await allGone(`${this.options.display.run}/browser`);
  }

  private async dressed(page: PuppeteerPage): Promise<ChromiumPage> {
    if (this.current) await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: this.current }]);
    return new ChromiumPage(page);
  }
}

export async function launchChromium(options: LaunchOptions): Promise<Session> {
  const { display, sites, profile, extension } = options;
  const path = findBrowser("chrome");
  if (!path) throw new Error("no Chromium found: apt-get install chromium");
  const downloads = new Downloads(join(profile, "downloads"));
  const id = chromiumId(extension);
  const first = {
    download: { default_directory: downloads.path, prompt_for_download: options.askWhereToSave ?? false },
    savefile: { default_directory: downloads.path },
    extensions: { pinned_extensions: [id], ui: { developer_mode: true } },
  };
  const installed = writePreferences(profile, id, first, extension);
  const browser = await puppeteer.launch({
    executablePath: path,
    pipe: true,
    headless: false,
    defaultViewport: null,
    // Puppeteer's own flags keep hidden pages and timers awake: what is tested here must live with the real ones.
    ignoreDefaultArgs: true,
    enableExtensions: installed || [extension],
    targetFilter: (target) => target.type() !== "service_worker",
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    env: { ...marked(display.run, "browser"), DISPLAY: display.display, ...homeIn(profile), ...options.environment },
    args: [
      `--user-data-dir=${profile}`,
      "--remote-debugging-pipe",
      "--enable-unsafe-extension-debugging",
      "--no-sandbox",
      "--test-type",
      "--disable-gpu",
      "--disable-quic",
      "--disable-dev-shm-usage",
      "--no-first-run",
      "--no-default-browser-check",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--disable-crash-reporter",
      "--disable-breakpad",
      "--disable-search-engine-choice-screen",
      "--password-store=basic",
      "--force-color-profile=srgb",
      "--hide-crash-restore-bubble",
      "--window-position=0,0",
      "--window-size=1200,860",
      `--host-resolver-rules=MAP * 127.0.0.1:${sites.port}`,
      "--ignore-certificate-errors",
      "about:blank",
    ],
  });
  const pid = browser.process()?.pid;
  try {
    const loaded = await poll("the extension", async () => (await browser.extensions()).get(id));
    const session = new ChromiumSession(browser, await browser.target().createCDPSession(), loaded, options, downloads);
    await session.watchWorkers();
    if (!installed) await session.meetWelcome();
    return session;
  } catch (error) {
    if (pid !== undefined) killGroup(pid);
    throw error;
  }
}
