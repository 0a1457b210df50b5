import { type Stretch, stretchesOf } from "./stretch";
import { addCounted, MINUTE, type Sums, siteOf } from "./truth";
import type { Happening, Life } from "./world";

/** What a replay may lack of the truth, and what it may have beyond it. */
export interface Losses {
  mayLack: Sums;
  mayExceed: Sums;
}

/** A heartbeat's period and its lateness: the most that a kill, a sleep or a jump of the clock may cost. */
const LOSS = 31_000;
/** A sleep or a forward jump that is shorter may be counted. */
const BRIDGED = 90_000;

/**
 * The losses that are allowed, of a life at which the extension looked at the instants `seen` (real time):
 *
 *     look --------- kill        look ------ clock set ------ look
 *          may lack                   may lack
 */
export function allowLosses(life: Life, seen: readonly number[]): Losses {
  const stretches = stretchesOf(life);
  const losses: Losses = { mayLack: new Map(), mayExceed: new Map() };
  const lack = (from: number, to: number) => {
    for (const stretch of stretches) {
      addCounted(losses.mayLack, life, stretch, Math.max(from, stretch.from), Math.min(to, stretch.to));
    }
  };
  const exceed = (t: number, stretch: Stretch | undefined, ms: number) => {
    for (const place of stretch ? placesOf(life, stretch, t, ms) : []) {
      losses.mayExceed.set(place, (losses.mayExceed.get(place) ?? 0) + ms);
    }
  };
  for (const [index, happening] of life.happenings.entries()) {
    const { t } = happening;
    const held = stretches[index - 1];
    const last = Math.max(seen.findLast((at) => at <= t) ?? t, t - LOSS);
    if (happening.is === "kill" || happening.is === "sleep") lack(last, t);
    if (happening.is === "sleep") {
      const slept = wakeAfter(life.happenings, index) - t;
      if (slept < BRIDGED) exceed(t, held, slept);
    }
    if (happening.is !== "clock") continue;
    const next = Math.min(seen.find((at) => at > t) ?? t, t + LOSS);
    lack(last, next);
    // Idle soon after a jump is cut back in time awake, of which the jump hides what lay between two looks.
    const input = stretches.find(({ from, to }) => from <= next && next < to)?.lastInput ?? t;
    if (input <= t) lack(input - (next - last), input);
    if (happening.by <= 0 || happening.by >= BRIDGED) continue;
    const read = stretches.find(({ from, to }) => from <= input && input < to);
    for (const stretch of new Set([held, read])) exceed(stretch === held ? t : input, stretch, happening.by);
  }
  return losses;
}

function wakeAfter(happenings: readonly Happening[], index: number): number {
  return happenings.slice(index).find(({ is }) => is === "wake")?.t ?? Number.POSITIVE_INFINITY;
}

/** The site of a stretch on any day that time just before or after an instant may fall on. */
function placesOf(life: Life, stretch: Stretch, t: number, ms: number): string[] {
  const site = siteOf(stretch);
  const local = life.epoch + stretch.shift + stretch.offset * MINUTE + t;
  const days = new Set([local - ms, local, local + ms].map((at) => new Date(at).toISOString().slice(0, 10)));
  return site === null ? [] : [...days].map((day) => `${day} ${site}`);
}
