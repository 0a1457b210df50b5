import type { Display } from "./display";
import type { Downloads } from "./downloads";
import type { Sites } from "./sites";

export type BrowserName = "chromium" | "firefox";
export type Theme = "light" | "dark";

/** A document that tests look into. Functions are sent as source: they see only their arguments and the page. */
export interface Page {
  evaluate<A extends unknown[], R>(ask: (...args: A) => R, ...args: A): Promise<Awaited<R>>;
  /** Asks again until the answer is truthy. */
  until<A extends unknown[], R>(ask: (...args: A) => R, ...args: A): Promise<NonNullable<Awaited<R>>>;
  /** A trusted click, with a user's gesture. */
  click(selector: string): Promise<void>;
  screenshot(path: string): Promise<void>;
  isOpen(): Promise<boolean>;
  close(): Promise<void>;
}

export interface Tab extends Page {
  /** Resolves when the page has committed and its document is read. */
  goto(url: string): Promise<void>;
  activate(): Promise<void>;
}

export interface LaunchOptions {
  display: Display;
  sites: Sites;
  /** Folder of the profile; what was there before is kept, so a second launch on it is the next browser session. */
  profile: string;
  /** Folder of the unpacked extension. */
  extension: string;
  /** Every download opens the file picker. */
  askWhereToSave?: boolean;
  /** Firefox: how long an idle event page lives. Chromium's 30 s cannot be changed. */
  backgroundIdleMs?: number;
  theme?: Theme;
  /** Leaves the page open that opens when the extension is installed. */
  keepWelcome?: boolean;
  /** More of the environment that the browser lives in. */
  environment?: Record<string, string>;
}

export interface OpenOptions {
  window?: boolean;
}

export interface PopupPageOptions {
  theme?: Theme;
  width?: number;
  height?: number;
}

/** A running browser with the extension. Both browsers answer alike. */
export interface Session {
  readonly name: BrowserName;
  readonly profile: string;
  readonly downloads: Downloads;
  /** The page that has opened because the extension was installed, where it is kept. */
  readonly welcome: Tab | null;
  /** URL of one of the extension's files. */
  url(path: string): string;
  /** A new tab, in front. */
  open(url: string, options?: OpenOptions): Promise<Tab>;
  /** The real popup of the toolbar button, over the tab in front. */
  popup(): Promise<Page>;
  /** The popup's document in a tab of its own. */
  popupPage(options?: PopupPageOptions): Promise<Tab>;
  /** Any page of the extension in a tab, with its API. */
  extensionPage(path: string): Promise<Tab>;
  /** Resolves when the background is gone; the next event starts it again. */
  stopBackground(): Promise<void>;
  backgroundAlive(): Promise<boolean>;
  /** How often the background has ended, counted at the latest from the first question on. */
  backgroundEnds(): Promise<number>;
  /** What pages take for the system's theme, from now on. */
  theme(theme: Theme): Promise<void>;
  /** The background travels to another time zone. Only Chromium can be told so. */
  travel?(timeZone: string): Promise<void>;
  /** Outright, as by SIGKILL. Resolves when every process is gone. */
  kill(): Promise<void>;
  /** Orderly. Resolves when the browser is gone. */
  quit(): Promise<void>;
  /** Resolves when the browser is gone, however it ended. */
  readonly exited: Promise<void>;
}
