import { type Stretch, stretchesOf } from "./stretch";
import type { Life } from "./world";

/** Milliseconds by local day and site, as `2026-03-02 github.com`. */
export type Sums = Map<string, number>;

/** The name under which the time of other apps is summed. */
export const OTHER_APPS = "(other apps)";

export const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const LISTENING = 120 * MINUTE;

/** What really held the attention of a life, told from the definition alone: it knows nothing of heartbeats. */
export function tellTruth(life: Life): Sums {
  const sums: Sums = new Map();
  for (const stretch of stretchesOf(life)) addCounted(sums, life, stretch, stretch.from, stretch.to);
  return sums;
}

/** Adds what counts of a stretch between two instants. */
export function addCounted(sums: Sums, life: Life, stretch: Stretch, from: number, to: number): void {
  const { view, locked, asleep, running, lastInput, nextInput, left, pausedUntil } = stretch;
  if (locked || asleep || !running) return;
  const site = siteOf(stretch);
  if (site === null) return;
  const present = nextInput - lastInput < life.idleSeconds * 1000;
  const listening = view.audible && view.kind === "page" && !left;
  if (!present && !listening) return;
  const start = Math.max(from, pausedUntil);
  const end = present ? to : Math.min(to, lastInput + LISTENING);
  addByDay(sums, site, start, end, life.epoch + stretch.shift + stretch.offset * MINUTE);
}

function addByDay(sums: Sums, site: string, start: number, end: number, toLocal: number): void {
  for (let from = start; from < end; ) {
    const midnight = (Math.floor((from + toLocal) / DAY) + 1) * DAY - toLocal;
    const to = Math.min(end, midnight);
    const place = `${new Date(from + toLocal).toISOString().slice(0, 10)} ${site}`;
    sums.set(place, (sums.get(place) ?? 0) + to - from);
    from = to;
  }
}

/** The site, or other apps, on which a stretch counts if the user is present; null for none. */
export function siteOf({ view }: Stretch): string | null {
  if (view.kind === "private") return null;
  return view.kind === "apps" ? OTHER_APPS : view.site;
}
