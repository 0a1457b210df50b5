import { setTimeout as spend } from "node:timers/promises";
import type { Truth } from "./scenario-truth";
import type { OpenOptions, Tab } from "./session";
import type { Stage } from "./setup";
import { poll } from "./wait";

export const STAY_MS = 1500;
export const SWITCH_MS = 500;
export const APPLICATION_MS = 1000;

export const sites = {
  app: { url: "https://github.com/acme/app", key: "github.com/acme/app" },
  feed: { url: "https://x.com/home", key: "x.com" },
  news: { url: "https://news.ycombinator.com/", key: "news.ycombinator.com" },
  stats: { url: "https://plausible.io/acme.dev", key: "plausible.io" },
  push: { url: "https://github.com/acme/push", key: "github.com/acme/push" },
  forum: { url: "https://www.reddit.com/r/saas", key: "reddit.com" },
  docs: { url: "https://docs.stripe.com/api", key: "docs.stripe.com" },
  video: { url: "https://www.youtube.com/tone", key: "youtube.com" },
};

export type Place = keyof typeof sites;

export const OTHER_APPS = "other-apps:";

/** Runs in a page: the instant at which the tab began to show it. Before that it showed what was there before. */
const committedAt = () => performance.timing.domLoading;

/** In a new tab, which is a blank one first. */
export async function open(
  truth: Truth,
  { session }: Stage,
  place: Place,
  { boundMs, ...options }: OpenOptions & { boundMs?: number } = {},
  stayMs = STAY_MS,
): Promise<Tab> {
  truth.mark(null);
  const tab = await session.open(sites[place].url, options);
  truth.mark(sites[place].key, { at: await tab.evaluate(committedAt), ...(boundMs ? { boundMs } : {}) });
  await spend(stayMs);
  return tab;
}

/** In a window that an act opens: it has the focus from some instant between two looks at the screen. */
export async function openWindow(
  truth: Truth,
  { display }: Stage,
  key: string | null,
  { keys, title, stayMs }: { keys: string; title: RegExp; stayMs: number },
): Promise<void> {
  await display.input.key(keys);
  let looked = Date.now();
  const at = await poll(`a window called ${title}`, async () => {
    const before = looked;
    const isThere = title.test(await display.focused().catch(() => ""));
    looked = Date.now();
    return isThere ? (before + looked) / 2 : null;
  });
  truth.mark(key, { at });
  await spend(stayMs);
}

export const show = (truth: Truth, tab: Tab, place: Place, stayMs = STAY_MS): Promise<void> =>
  truth.go(sites[place].key, () => tab.activate(), stayMs);

export async function goto(truth: Truth, tab: Tab, place: Place, stayMs = STAY_MS): Promise<void> {
  await tab.goto(sites[place].url);
  truth.mark(sites[place].key, { at: await tab.evaluate(committedAt) });
  await spend(stayMs);
}
