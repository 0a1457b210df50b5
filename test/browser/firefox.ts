import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { createInterface } from "node:readline";
import { zipSync } from "fflate";
import { findBrowser } from "../../src/commands/browsers";
import { asking, Bidi } from "./bidi";
import { Downloads } from "./downloads";
import { geckoId, popupPath, welcomePath } from "./extension";
import * as gecko from "./gecko";
import { homeIn } from "./home";
import { allGone, killAll, killGroup, marked } from "./processes";
import type { LaunchOptions, OpenOptions, Page, PopupPageOptions, Session, Tab, Theme } from "./session";
import { poll, within } from "./wait";

const uuid = "7a4d1f0e-5c53-4d7b-9b1e-2f6a8c0d9e31";
const systemTheme = "ui.systemUsesDarkTheme";

/** What a person could have set, and silence towards the network. Not Mozilla's test settings: they feign focus. */
function preferences(options: LaunchOptions, downloads: string): Record<string, string | number | boolean> {
  return {
    "remote.prefs.recommended": false,
    "app.normandy.enabled": false,
    "app.update.disabledForTesting": true,
    "browser.aboutwelcome.enabled": false,
    "browser.contentblocking.introCount": 99,
    "browser.discovery.enabled": false,
    "browser.newtabpage.enabled": false,
    "browser.ml.enable": false,
    "browser.region.network.url": "",
    "browser.safebrowsing.blockedURIs.enabled": false,
    "browser.safebrowsing.downloads.enabled": false,
    "browser.safebrowsing.malware.enabled": false,
    "browser.safebrowsing.phishing.enabled": false,
    "browser.search.update": false,
    "browser.shell.checkDefaultBrowser": false,
    "browser.startup.homepage": "about:blank",
    "browser.startup.homepage_override.mstone": "ignore",
    "browser.startup.page": 0,
    "browser.topsites.contile.enabled": false,
    "browser.translations.enable": false,
    "browser.uitour.enabled": false,
    "browser.urlbar.suggest.searches": false,
    "datareporting.healthreport.uploadEnabled": false,
    "datareporting.policy.dataSubmissionEnabled": false,
    "datareporting.policy.dataSubmissionPolicyBypassNotification": true,
    "datareporting.usage.uploadEnabled": false,
    "extensions.getAddons.cache.enabled": false,
    "extensions.systemAddon.update.enabled": false,
    "extensions.update.enabled": false,
    "network.captive-portal-service.enabled": false,
    "network.connectivity-service.enabled": false,
    "network.http.speculative-parallel-limit": 0,
    "services.settings.server": "data:,#remote-settings-dummy/v1",
    "termsofuse.bypassNotification": true,
    "toolkit.telemetry.enabled": false,
    "toolkit.telemetry.server": "data:,",
    // Ours
    "extensions.webextensions.uuids": JSON.stringify({ [geckoId(options.extension)]: uuid }),
    "xpinstall.signatures.required": false,
    "extensions.background.idle.timeout": options.backgroundIdleMs ?? 30_000,
    "network.dns.forceResolve": "127.0.0.1",
    "network.socket.forcePort": `443=${options.sites.port}`,
    "browser.download.folderList": 2,
    "browser.download.dir": downloads,
    "browser.download.lastDir": downloads,
    // The list of downloads would open over the popup, and take its clicks.
    "browser.download.alwaysOpenPanel": false,
    "browser.download.panel.shown": true,
    "browser.download.useDownloadDir": !options.askWhereToSave,
    ...(options.theme ? { [systemTheme]: scheme(options.theme) } : {}),
  };
}

function scheme(theme: Theme): number {
  return theme === "dark" ? 1 : 0;
}

/** The extension as a file, because Firefox forgets a folder at the end of the session. */
function pack(folder: string): Uint8Array {
  const files: Record<string, Uint8Array> = {};
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    const file = join(folder, name);
    if (statSync(file).isFile()) files[relative(folder, file)] = readFileSync(file);
  }
  return zipSync(files, { level: 0 });
}

class FirefoxTab implements Tab {
  constructor(
    private readonly bidi: Bidi,
    private readonly context: string,
  ) {}

  evaluate<A extends unknown[], R>(ask: (...args: A) => R, ...args: A): Promise<Awaited<R>> {
    return this.bidi.ask(this.context, ask, args);
  }

  until<A extends unknown[], R>(ask: (...args: A) => R, ...args: A): Promise<NonNullable<Awaited<R>>> {
    return poll(`${ask}`, () => this.evaluate(ask, ...args));
  }

  async click(selector: string): Promise<void> {
    const place = await this.until(centreOf, selector);
    const pointer = { type: "pointer", id: "mouse", parameters: { pointerType: "mouse" } };
    const move = { type: "pointerMove", x: Math.round(place.x), y: Math.round(place.y) };
    const actions = [move, { type: "pointerDown", button: 0 }, { type: "pointerUp", button: 0 }];
    await this.bidi.send("input.performActions", { context: this.context, actions: [{ ...pointer, actions }] });
  }

  async screenshot(path: string): Promise<void> {
    const shot = { context: this.context };
    const { data } = await this.bidi.send<{ data: string }>("browsingContext.captureScreenshot", shot);
    writeFileSync(path, Buffer.from(data, "base64"));
  }

  async isOpen(): Promise<boolean> {
    return (await this.bidi.contexts("content")).some(({ context }) => context === this.context);
  }

  async close(): Promise<void> {
    if (await this.isOpen()) await this.bidi.send("browsingContext.close", { context: this.context });
  }

  /** BiDi never calls an extension's page loaded: the document itself is asked, after a mark on the one before. */
  async goto(url: string): Promise<void> {
    await this.evaluate(() => {
      (globalThis as { before?: boolean }).before = true;
    });
    await this.bidi.send("browsingContext.navigate", { context: this.context, url, wait: "none" });
    await poll(`${url} to be read`, () =>
      this.evaluate(
        () =>
          !(globalThis as { before?: boolean }).before &&
          location.href !== "about:blank" &&
          document.readyState !== "loading",
      ),
    );
  }

  async activate(): Promise<void> {
    await this.bidi.send("browsingContext.activate", { context: this.context });
  }

  async resize(width: number, height: number): Promise<void> {
    await this.bidi.send("browsingContext.setViewport", { context: this.context, viewport: { width, height } });
  }
}

/** Runs in the page: the middle of an element in view. */
function centreOf(selector: string): { x: number; y: number } | null {
  const element = document.querySelector(selector);
  if (!element) return null;
  element.scrollIntoView({ block: "nearest" });
  const { x, y, width, height } = element.getBoundingClientRect();
  return width > 0 && height > 0 ? { x: x + width / 2, y: y + height / 2 } : null;
}

class FirefoxPopup implements Page {
  constructor(
    private readonly session: FirefoxSession,
    private readonly address: string,
  ) {}

  async evaluate<A extends unknown[], R>(ask: (...args: A) => R, ...args: A): Promise<Awaited<R>> {
    const reply = `harness:${randomUUID()}`;
    const parts = [asking(`${ask}`), JSON.stringify(args), reply].map((part) => JSON.stringify(part));
    const script = encodeURIComponent(`(${gecko.insidePopup})(${parts.join(", ")})`);
    const said = await within("the popup to answer", this.session.ask(gecko.askPopup, script, reply));
    const answer = JSON.parse(said) as { value: Awaited<R>; error?: string };
    if (answer.error !== undefined) throw new Error(answer.error);
    return answer.value;
  }

  until<A extends unknown[], R>(ask: (...args: A) => R, ...args: A): Promise<NonNullable<Awaited<R>>> {
    return poll(`${ask}`, () => this.evaluate(ask, ...args));
  }

  /**
   * With the real mouse, once it is over the element: the popup grows with what it shows, and its window on the screen
   * later than its document. A click beside the window would close it.
   */
  async click(selector: string): Promise<void> {
    const { input } = this.session.options.display;
    await poll(`the mouse to be over ${selector}`, async () => {
      const place = await this.until(centreOf, selector);
      const area = await this.area();
      await input.move(Math.round(area.x + place.x), Math.round(area.y + place.y));
      return this.evaluate((wanted) => document.querySelector(wanted)?.matches(":hover"), selector);
    });
    await input.click();
  }

  async screenshot(path: string): Promise<void> {
    await this.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(1)))),
    );
    await this.session.options.display.screenshot(path, await this.area());
  }

  async isOpen(): Promise<boolean> {
    return (await this.session.ask(gecko.popupArea, this.address)) !== null;
  }

  async close(): Promise<void> {
    await this.session.ask(gecko.closePopup);
    await poll("the popup to close", async () => !(await this.isOpen()));
  }

  private async area() {
    const area = await this.session.ask(gecko.popupArea, this.address);
    if (!area) throw new Error("the popup is closed");
    return area;
  }
}

class FirefoxSession implements Session {
  readonly name = "firefox";
  readonly profile: string;
  readonly exited: Promise<void>;
  welcome: Tab | null = null;

  constructor(
    private readonly bidi: Bidi,
    private readonly browser: ChildProcess,
    private readonly id: string,
    readonly options: LaunchOptions,
    readonly downloads: Downloads,
  ) {
    this.profile = options.profile;
    this.exited = new Promise((resolve) => {
      if (browser.exitCode !== null || browser.signalCode !== null) resolve();
      else browser.once("exit", () => resolve());
    });
  }

  /** Runs a function with Firefox's own rights. */
  async ask<A extends unknown[], R>(ask: (...args: A) => R, ...args: A): Promise<Awaited<R>> {
    const window = (await this.bidi.contexts("chrome")).find(({ url }) => url.endsWith("/browser.xhtml"));
    if (!window) throw new Error("Firefox has no window");
    return this.bidi.ask(window.context, ask, args);
  }

  /** Firefox keeps what is installed from a file; where it insists on signatures, the folder for this session only. */
  async install(): Promise<void> {
    await poll("a window", () => this.ask(() => true));
    if (await this.ask(gecko.installed, this.id)) return;
    const file = join(this.profile, "extension.xpi");
    writeFileSync(file, pack(this.options.extension));
    await this.bidi
      .send("webExtension.install", { extensionData: { type: "archivePath", path: file }, "moz:permanent": true })
      .catch(() =>
        this.bidi.send("webExtension.install", { extensionData: { type: "path", path: this.options.extension } }),
      );
    await poll("the extension", () => this.ask(gecko.installed, this.id));
    await poll("the background", () => this.backgroundAlive());
    await this.meetWelcome();
  }

  private async meetWelcome(): Promise<void> {
    const path = welcomePath(this.options.extension);
    if (path === null) return;
    const address = this.url(path);
    await within("the welcome page", this.ask(gecko.tabShows, address));
    const opened = (await this.bidi.contexts("content")).find(({ url }) => url === address);
    if (!opened) throw new Error("the welcome page is gone");
    const tab = new FirefoxTab(this.bidi, opened.context);
    await tab.until(() => document.readyState === "complete");
    if (this.options.keepWelcome) this.welcome = tab;
    else await tab.close();
  }

  url(path: string): string {
    return `moz-extension://${uuid}/${path}`;
  }

  async open(url: string, { window = false }: OpenOptions = {}): Promise<FirefoxTab> {
    const type = window ? "window" : "tab";
    const { context } = await this.bidi.send<{ context: string }>("browsingContext.create", { type });
    const tab = new FirefoxTab(this.bidi, context);
    await tab.goto(url);
    return tab;
  }

  async popup(): Promise<Page> {
    const button = await poll("the toolbar button", () => this.ask(gecko.toolbarButton, this.id));
    const address = this.url(popupPath(this.options.extension));
    await this.options.display.input.click(button.x + button.width / 2, button.y + button.height / 2);
    await poll("the popup", () => this.ask(gecko.popupArea, address));
    const popup = new FirefoxPopup(this, address);
    await popup.until(() => document.readyState === "complete");
    return popup;
  }

  async popupPage({ theme, width = 360, height = 600 }: PopupPageOptions = {}): Promise<Tab> {
    if (theme) await this.theme(theme);
    const tab = await this.open(this.url(popupPath(this.options.extension)));
    await tab.resize(width, height);
    return tab;
  }

  extensionPage(path: string): Promise<Tab> {
    return this.open(this.url(path));
  }

  async stopBackground(): Promise<void> {
    await this.ask(gecko.terminateBackground, this.id);
  }

  async backgroundAlive(): Promise<boolean> {
    return (await this.ask(gecko.backgroundState, this.id)) === "running";
  }

  async backgroundEnds(): Promise<number> {
    return this.ask(gecko.backgroundEnds, this.id);
  }

  async theme(theme: Theme): Promise<void> {
    await this.ask(gecko.setNumber, systemTheme, scheme(theme));
  }

  async kill(): Promise<void> {
    if (this.browser.pid !== undefined) killGroup(this.browser.pid);
    await killAll(`${this.options.display.run}/browser`);
    await within("Firefox to die", this.exited);
  }

  async quit(): Promise<void> {
    await this.bidi.send("browser.close", {});
    await within("Firefox to quit", this.exited);
    await allGone(`${this.options.display.run}/browser`);
  }
}

function endpointOf(browser: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    browser.once("error", reject);
    browser.once("exit", (code) => reject(new Error(`Firefox ended with ${code}`)));
    if (!browser.stderr) return;
    createInterface(browser.stderr).on("line", (line) => {
      const endpoint = /WebDriver BiDi listening on (ws:\/\/\S+)/.exec(line)?.[1];
      if (endpoint) resolve(endpoint);
    });
  });
}

export async function launchFirefox(options: LaunchOptions): Promise<Session> {
  const { display, profile } = options;
  const path = findBrowser("firefox");
  if (!path) throw new Error("no Firefox found: apt-get install firefox-esr");
  const downloads = new Downloads(join(profile, "downloads"));
  const lines = Object.entries(preferences(options, downloads.path)).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`,
  );
  writeFileSync(join(profile, "user.js"), lines.join(""));
  const browser = spawn(
    path,
    [
      ...["--profile", profile, "--no-remote", "--new-instance", "--width", "1200", "--height", "860"],
      ...["--remote-debugging-port", "0", "--remote-allow-system-access", "about:blank"],
    ],
    {
      detached: true,
      stdio: ["ignore", "ignore", "pipe"],
      env: {
        ...marked(display.run, "browser"),
        ...homeIn(profile),
        ...options.environment,
        DISPLAY: display.display,
        MOZ_CRASHREPORTER_DISABLE: "1",
      },
    },
  );
  try {
    const bidi = await Bidi.connect(await within("Firefox to start", endpointOf(browser), 30_000));
    const session = new FirefoxSession(bidi, browser, geckoId(options.extension), options, downloads);
    await session.install();
    return session;
  } catch (error) {
    if (browser.pid !== undefined) killGroup(browser.pid);
    throw error;
  }
}
