import { say, sayCount } from "../../texts/say";
import type { DayTime } from "../totals";
import { formatDuration, formatHours, formatShare } from "../words";
import { finding, nothing, type Sign } from "./sign";

/** From so much building a day is a build day; what is less was no choice of building over marketing. Ours. */
const BUILD_DAY_MS = 3_600_000;

/** Five build days are a working week. Ours. */
const ROW_DAYS = 5;
/** One day or two without reaching out are anybody's; with the third it may become a habit. Ours. */
const EARLY_ROW_DAYS = 3;

/** Reaching out on a day: below the one it is a glance, the other is a short move; between them a row is over, not made up for. Ours. */
const HARDLY_MS = 5 * 60_000;
const ENOUGH_MS = 15 * 60_000;

/** Half a working day without a break: founders "would rather sit at home writing code" (Paul Graham, *Do Things That Don't Scale*). */
const LONG_STRETCH_MS = 4 * 3_600_000;

/** Of the target: below it the meter reads factory trap. */
const TRAP_PART = 0.4;

/**
 * A day without building neither breaks the row nor counts; a day with 5 minutes of reaching out breaks it, whatever was built.
 * It is present while the row goes on, possible when it was broken by less than 15 minutes, and gone after a day of 15. Only the
 * longest stretch is looked at, and what was done on its own day does not clear it.
 */
export const comfort: Sign = {
  id: "comfort",
  get words() {
    return say("sign_comfort_words");
  },
  isQuoted: false,
  isGood: false,
  get clearsWhen() {
    return say("sign_comfort_clears", { duration: formatHours(ENOUGH_MS) });
  },
  read({ totals, meter, longestBuild, target, today }) {
    const { running, ended } = readRows(totals.days);
    const [hardly, enough] = [formatHours(HARDLY_MS), formatHours(ENOUGH_MS)];
    const row = () => sayCount("sign_comfort_running", running, { hardly });
    if (running >= ROW_DAYS) return finding("present", row());

    const share = meter.share ?? 0;
    const stretch = longestBuild && isUncleared(longestBuild, totals.days) ? longestBuild : null;
    const isToday = stretch?.day === today;
    const built = stretch && formatDuration(stretch.ms);
    if (built && share < TRAP_PART * target) {
      const name = isToday ? "sign_comfort_longTodayInTrap" : "sign_comfort_longInTrap";
      return finding("present", say(name, { built, share: formatShare(share), enough }));
    }
    if (ended > 0) return finding("possible", sayCount("sign_comfort_ended", ended, { hardly, enough }));
    if (running >= EARLY_ROW_DAYS) return finding("possible", row());
    if (!built) return nothing;
    return finding("possible", say(isToday ? "sign_comfort_longToday" : "sign_comfort_long", { built, enough }));
  },
};

/** Build days with hardly any reaching out: of the row that goes on, and of the last full one that ended without being made up for. */
function readRows(days: readonly DayTime[]): { running: number; ended: number } {
  let running = 0;
  let ended = 0;
  for (const { buildMs, reachingOutMs } of days) {
    if (reachingOutMs >= HARDLY_MS) {
      if (running >= ROW_DAYS) ended = running;
      if (reachingOutMs >= ENOUGH_MS) ended = 0;
      running = 0;
    } else if (buildMs >= BUILD_DAY_MS) running++;
  }
  return { running, ended };
}

function isUncleared({ day, ms }: { day: string; ms: number }, days: readonly DayTime[]): boolean {
  return ms >= LONG_STRETCH_MS && !days.some((later) => later.day > day && later.reachingOutMs >= ENOUGH_MS);
}
