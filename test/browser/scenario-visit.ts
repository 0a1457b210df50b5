import { setTimeout as spend } from "node:timers/promises";
import type { Truth } from "./scenario-truth";
import type { OpenOptions, Tab } from "./session";
import type { Stage } from "./setup";

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

/** Runs in a page: the instant at which the browser began to get it. Before that the tab showed what was there before. */
const committedAt = () => {
  const [entry] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  return performance.timeOrigin + (entry?.responseStart ?? 0);
};

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

export const show = (truth: Truth, tab: Tab, place: Place, stayMs = STAY_MS): Promise<void> =>
  truth.go(sites[place].key, () => tab.activate(), stayMs);

export async function goto(truth: Truth, tab: Tab, place: Place, stayMs = STAY_MS): Promise<void> {
  await tab.goto(sites[place].url);
  truth.mark(sites[place].key, { at: await tab.evaluate(committedAt) });
  await spend(stayMs);
}
