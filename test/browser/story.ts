import { addDays, type DayRow, splitByHour } from "../../src/attention/day";
import type { Span } from "../../src/attention/span";
import type { StoredDay } from "../../src/store/database";
import type { Settings } from "../../src/store/settings";
import type { Block, Outcome } from "../../src/trap/block";
import type { Fact } from "../../src/trap/facts";
import type { Page } from "./session";
import { put } from "./stored";

/** Minutes on page keys, for each of the last days; the last one is today. */
export type Story = Record<string, number>[];

/** A block of some days ago. */
interface BlockStory {
  /** From 1: today's would end in the future. */
  daysAgo: number;
  /** Whether it was planned for that day. */
  isPlanned: boolean;
  /** Minutes on page keys; null: it was never started. */
  spent: Record<string, number> | null;
  outcome?: Outcome;
}

/** What a story's time is judged by. */
export interface Circumstances {
  facts?: { kind: Fact["kind"]; value: Fact["value"]; daysAgo: number }[];
  blocks?: BlockStory[];
  settings?: Partial<Settings>;
}

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

interface Life {
  story: Story;
  circumstances: Circumstances;
}

const missed = (daysAgo: number): BlockStory => ({ daysAgo, isPlanned: true, spent: null });
const kept = (daysAgo: number): BlockStory => ({
  daysAgo,
  isPlanned: true,
  spent: { "x.com/messages/*": 20, "mail.google.com": 8 },
  outcome: "done",
});
const withOtherApps = (story: Story): Story => story.map((day) => ({ ...day, "other-apps:": 35 }));

/** A builder who works apart from other apps: three weeks in whom nobody has heard of, then a little better, then well. */
export const builder = {
  trapped: {
    story: withOtherApps([{ "github.com/acme/app": 240 }, ...repeat(6, {}), ...stories.trapped]),
    circumstances: {
      facts: [
        { kind: "customers", value: 0, daysAgo: 2 },
        { kind: "visitors", value: 3, daysAgo: 2 },
      ],
      blocks: [missed(6), missed(3)],
      settings: { otherApps: "apart" },
    },
  },
  drifting: {
    story: withOtherApps(stories.drifting),
    circumstances: {
      facts: [
        { kind: "customers", value: 0, daysAgo: 3 },
        { kind: "visitors", value: 30, daysAgo: 3 },
      ],
      blocks: [missed(12), missed(9), kept(5), kept(2)],
      settings: { otherApps: "apart" },
    },
  },
  balanced: {
    story: withOtherApps(stories.balanced),
    circumstances: {
      facts: [
        { kind: "customers", value: 1, daysAgo: 9 },
        { kind: "visitors", value: 60, daysAgo: 9 },
        { kind: "visitors", value: 85, daysAgo: 2 },
        { kind: "users", value: 24, daysAgo: 2 },
      ],
      blocks: [missed(13), ...[12, 10, 8, 5, 3, 1].map(kept)],
      settings: { otherApps: "apart" },
    },
  },
} satisfies Record<string, Life>;

/** Three months and a bit in which that happens, to be looked at from afar. */
export const quarter: Life = {
  story: withOtherApps([
    ...[stories.trapped, stories.trapped, stories.trapped, stories.drifting].flat(),
    ...[stories.drifting, stories.trapped, stories.drifting, stories.balanced].flat(),
  ]),
  circumstances: builder.balanced.circumstances,
};

/** When the days' work begins. */
const MORNING_MS = 9 * 3_600_000;
const MINUTE_MS = 60_000;

/** The steady clock of what is recorded next begins at 0: these days are before. */
const LONG_AGO_MS = -1e10;

/** The user's clock. */
interface Clock {
  today: string;
  /** Minutes ahead of UTC. */
  offset: number;
}

/** All that is stored of a life. */
interface Restored {
  days: StoredDay[];
  spans: Span[];
  facts: Fact[];
  blocks: Block[];
  settings: { name: string; value: unknown }[];
}

/** Visits one after the other from the morning on, blocks last: what the recorder would have stored of them. */
function restore(story: Story, { facts = [], blocks = [], settings = {} }: Circumstances, clock: Clock): Restored {
  const { today, offset } = clock;
  const morningOf = (day: string) => Date.parse(day) + MORNING_MS - offset * MINUTE_MS;
  const blockRows = blocks.map((block, i) => blockOf(block, i + 1, addDays(today, -block.daysAgo), morningOf));
  const spans: Span[] = [];
  const dayRows: StoredDay[] = [];
  let elapsed = LONG_AGO_MS;
  for (const [i, visits] of story.entries()) {
    const day = addDays(today, i - story.length + 1);
    const rows: DayRow[] = [];
    let at = morningOf(day);
    const visit = (key: string, minutes: number, block?: number) => {
      elapsed += minutes * MINUTE_MS;
      const span = { key, start: at, end: at + minutes * MINUTE_MS, offset, audible: false, elapsed };
      at = span.end;
      const marked = block === undefined ? span : { ...span, block };
      spans.push(marked);
      rows.push(...splitByHour(marked));
    };
    for (const [key, minutes] of Object.entries(visits)) visit(key, minutes);
    for (const [j, { spent }] of blocks.entries()) {
      const block = blockRows[j];
      if (!block || block.day !== day) continue;
      block.from = at;
      for (const [key, minutes] of Object.entries(spent ?? {})) visit(key, minutes, block.id);
      block.until = at;
    }
    if (rows.length > 0) dayRows.push({ day, source: "recorded", pages: rows.map(({ day: _, ...page }) => page) });
  }
  return {
    days: dayRows,
    spans,
    blocks: blockRows,
    facts: facts.map(({ daysAgo, ...fact }) => {
      const day = addDays(today, -daysAgo);
      return { ...fact, day, at: morningOf(day), project: null } as Fact;
    }),
    // The week before this one was seen, so that nothing but the story is told.
    settings: Object.entries({ seenWeek: today, ...settings }).map(([name, value]) => ({ name, value })),
  };
}

function blockOf(
  { isPlanned, spent, outcome }: BlockStory,
  id: number,
  day: string,
  morningOf: (day: string) => number,
): Block {
  return {
    id,
    move: "five-messages-with-set-up",
    title: "Send five personal messages that offer hands-on set-up",
    channel: "outreach",
    project: null,
    minutes: 30,
    plan: isPlanned ? { when: "have had my coffee", at: morningOf(day), day } : null,
    moved: 0,
    from: null,
    day: spent ? day : null,
    until: null,
    outcome: outcome ?? null,
  };
}

/** Replaces all that the extension has stored by a story, from one of its pages, and has the background look. */
export async function tell(page: Page, story: Story, circumstances: Circumstances = {}): Promise<void> {
  // Whoever opens a database before its owner has made it gets an empty one.
  await page.until(() => document.querySelector("[data-zone]"));
  const clock = await page.evaluate(() => {
    const offset = -new Date().getTimezoneOffset();
    return { offset, today: new Date(Date.now() + offset * 60_000).toISOString().slice(0, 10) };
  });
  await put(page, restore(story, circumstances, clock), { empties: true });
}
