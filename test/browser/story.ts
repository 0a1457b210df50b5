import { addDays } from "../../src/attention/day";
import type { StoredDay } from "../../src/store/database";
import type { Page } from "./session";

/** Minutes on page keys, for each of the last days; the last one is today. */
export type Story = Record<string, number>[];

const usualDay = {
  "github.com/acme/app": 95,
  "claude.ai": 80,
  "cursor.com": 40,
  "docs.stripe.com": 15,
  "vercel.com": 12,
  "mail.google.com": 14,
};

const reachingOut = {
  "x.com/messages/*": 45,
  "indiehackers.com": 30,
  "x.com/*/status/*": 25,
  "plausible.io": 18,
  "reddit.com/r/saas/comments": 20,
};

const repeat = (days: number, ...patterns: Record<string, number>[]): Story =>
  Array.from({ length: days }, (_, i) => patterns[i % patterns.length] ?? {});

/** Fourteen days that end in each state of the popup. */
export const stories = {
  empty: [],
  "first-day": [{ "github.com/acme/app": 32, "x.com/home": 9, "news.ycombinator.com": 4 }],
  balanced: repeat(
    14,
    { ...usualDay, ...reachingOut },
    { "github.com/acme/app": 85, ...reachingOut, "buttondown.com": 50 },
  ),
  drifting: repeat(
    14,
    usualDay,
    { ...usualDay, ...reachingOut },
    { ...usualDay, "x.com/home": 35, "producthunt.com": 25 },
  ),
  trapped: repeat(
    14,
    usualDay,
    { ...usualDay, "n8n.io": 90, "x.com/home": 22 },
    { ...usualDay, "plausible.io": 12, "youtube.com": 30 },
  ),
  "other-apps": repeat(14, { "other-apps:": 310, "github.com/acme/app": 20, "x.com/messages/*": 12 }),
} satisfies Record<string, Story>;

/** The days of a story that ends today, as they are stored. Each page's time begins at nine and fills hour after hour. */
function daysOf(story: Story, today: string): StoredDay[] {
  return story.map((pages, i) => ({
    day: addDays(today, i - story.length + 1),
    source: "recorded",
    pages: Object.entries(pages).map(([key, minutes]) => ({
      key,
      hours: Object.fromEntries(
        Array.from({ length: Math.ceil(minutes / 60) }, (_, hour) => [
          9 + hour,
          Math.min(60, minutes - 60 * hour) * 60_000,
        ]),
      ),
    })),
  }));
}

/** Replaces what the extension has stored by a story, from its popup, and has the background look. */
export async function tell(page: Page, story: Story): Promise<void> {
  // Whoever opens a database before its owner has made it gets an empty one.
  await page.until(() => document.querySelector("[data-zone]"));
  const today = await page.evaluate(() => {
    const now = new Date();
    return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
  });
  await page.evaluate(
    async (days: unknown[]) => {
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open("factory-trap-meter");
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      await new Promise<void>((resolve, reject) => {
        const change = db.transaction(["days", "spans", "tracker"], "readwrite");
        for (const name of ["days", "spans", "tracker"]) change.objectStore(name).clear();
        for (const day of days) change.objectStore("days").put(day);
        change.oncomplete = () => resolve();
        change.onabort = () => reject(change.error);
      });
      db.close();
      await (
        globalThis as unknown as { chrome: { runtime: { sendMessage(m: string): Promise<void> } } }
      ).chrome.runtime.sendMessage("changed");
    },
    daysOf(story, today),
  );
}
