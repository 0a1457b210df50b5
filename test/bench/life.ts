import { addRows, type DayRow, splitByHour } from "../../src/attention/day";
import { OTHER_APPS } from "../../src/attention/heartbeat";
import type { Span } from "../../src/attention/span";
import { SITES_A_DAY, SPANS_A_DAY } from "./history";

const pool = [
  ..."github.com/acme/app claude.ai cursor.com docs.stripe.com vercel.com x.com/home x.com/messages/*".split(" "),
  ..."news.ycombinator.com/item reddit.com/r/saas/comments plausible.io indiehackers.com producthunt.com".split(" "),
  ..."mail.google.com youtube.com/watch linkedin.com/feed n8n.io supabase.com figma.com notion.so".split(" "),
  ...Array.from({ length: 101 }, (_, i) => `site-${i}.example`),
];

/** The same numbers from 0 to 1 each time. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A day of a heavy user from nine on, without a pause, on sites and in other apps: its spans, and its day rows, which hold the same time. */
export function liveDay(midnight: number, offset: number, elapsedBefore: number): { spans: Span[]; rows: DayRow[] } {
  const day = Math.floor(midnight / 86_400_000);
  const chance = seeded(day);
  const sites = Array.from({ length: SITES_A_DAY }, (_, i) => pool[(i * 3 + day) % pool.length] ?? "");
  const keys = [...sites, OTHER_APPS];
  const spans: Span[] = [];
  const rows = new Map<string, DayRow>();
  let start = midnight + 9 * 3_600_000;
  let elapsed = elapsedBefore;
  for (let i = 0; i < SPANS_A_DAY; i++) {
    const key = keys[i < keys.length ? i : Math.floor(chance() ** 2 * keys.length)] ?? "";
    const ms = Math.round(5000 + chance() ** 3 * 340_000);
    elapsed += ms;
    const span = { key, start, end: start + ms, offset, audible: false, elapsed };
    start = span.end;
    spans.push(span);
    for (const part of splitByHour(span)) {
      const row = addRows(rows.get(`${part.day} ${key}`), part, 1);
      if (row) rows.set(`${part.day} ${key}`, row);
    }
  }
  return { spans, rows: [...rows.values()] };
}
