import { say, sayCount } from "../../texts/say";
import { type BlockTime, stateOf } from "../block";
import type { Situation } from "../situation";
import { firstDay } from "../window";
import { formatHours } from "../words";
import { daysSince, finding, nothing, type Sign } from "./sign";

/** Once is life, twice is putting it off. Ours. */
const TIMES_PUT_OFF = 2;

/** For so long one may build before anything is asked: Bannerbear's founder built for one week and marketed the next. */
const FIRST_DAYS = 14;

/** Reaching out in two weeks: the one is a move of the usual length, the other two of them. Ours. */
const LITTLE_REACHING_OUT_MS = 30 * 60_000;
const ENOUGH_REACHING_OUT_MS = 60 * 60_000;

/**
 * A block started without a plan was never put off, so it is no planned block; its time counts as reaching out. A block's `moved`
 * counts while the block itself stands in the 14 days or ahead. Who has no block planned and does not build in these days has no
 * factory to finish: a holiday is no sign.
 */
export const afterFactory: Sign = {
  id: "after-factory",
  get words() {
    return say("sign_afterFactory_words");
  },
  isQuoted: true,
  isGood: false,
  get clearsWhen() {
    return say("sign_afterFactory_clears", { duration: formatHours(ENOUGH_REACHING_OUT_MS) });
  },
  read(situation) {
    const { totals, firstBuildDay, today } = situation;
    const plans = readPlans(situation);
    const { planned, moved, missed, kept } = plans;
    if (totals.reachingOutMs >= ENOUGH_REACHING_OUT_MS || kept > 0) return nothing;

    const didReach = totals.reachingOutMs > 0;
    const reached = formatHours(totals.reachingOutMs);
    if (moved + missed > 0)
      return finding(moved + missed >= TIMES_PUT_OFF ? "present" : "possible", putOffWords(plans, didReach, reached));
    if (planned > 0)
      return finding(
        "possible",
        say(didReach ? "sign_afterFactory_noneKept" : "sign_afterFactory_noneKeptNorReached", { reached }),
      );
    if (firstBuildDay === null || totals.buildMs === 0) return nothing;

    const sinceFirst = daysSince(firstBuildDay, today);
    if (sinceFirst < FIRST_DAYS || totals.reachingOutMs >= LITTLE_REACHING_OUT_MS)
      return finding(
        "possible",
        say(didReach ? "sign_afterFactory_nonePlanned" : "sign_afterFactory_nonePlannedNorReached", { reached }),
      );
    const since = didReach ? "sign_afterFactory_nonePlannedSince" : "sign_afterFactory_nonePlannedNorReachedSince";
    return finding("present", sayCount(since, sinceFirst, { reached }));
  },
};

interface Plans {
  /** Planned blocks in the 14 days and ahead, and those of them that were moved or missed. */
  planned: number;
  putOff: number;
  /** How often blocks were moved, how many were missed, how many kept. */
  moved: number;
  missed: number;
  kept: number;
}

function readPlans({ blocks, today, now }: Situation): Plans {
  const first = firstDay("14", today);
  const planned = blocks.filter((block) => block.plan && (block.day ?? block.plan.day) >= first);
  const isMissed = (block: BlockTime) => stateOf(block, now, today) === "missed";
  return {
    planned: planned.length,
    putOff: planned.filter((block) => block.moved > 0 || isMissed(block)).length,
    moved: planned.reduce((sum, block) => sum + block.moved, 0),
    missed: planned.filter(isMissed).length,
    kept: planned.filter((block) => stateOf(block, now, today) === "kept").length,
  };
}

/** `A planned block was moved twice …`, `Planned blocks were moved once and missed 3 times …` */
function putOffWords({ putOff, moved, missed }: Plans, didReach: boolean, reached: string): string {
  const values = { moved: timesWord(moved), missed: timesWord(missed), reached };
  if (missed === 0)
    return sayCount(didReach ? "sign_afterFactory_moved" : "sign_afterFactory_movedNotReached", putOff, values);
  if (moved === 0)
    return sayCount(didReach ? "sign_afterFactory_missed" : "sign_afterFactory_missedNotReached", putOff, values);
  return sayCount(didReach ? "sign_afterFactory_both" : "sign_afterFactory_bothNotReached", putOff, values);
}

function timesWord(n: number): string {
  if (n === 1) return say("times_once");
  return n === 2 ? say("times_twice") : sayCount("times", n);
}
