import { type BlockTime, stateOf } from "../block";
import type { Situation } from "../situation";
import { firstDay } from "../window";
import { formatHours } from "../words";
import { count, daysSince, finding, nothing, type Sign } from "./sign";

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
  words: "“I'll start marketing after I finish the factory”",
  isQuoted: true,
  isGood: false,
  clearsWhen: `Goes after ${formatHours(ENOUGH_REACHING_OUT_MS)} of reaching out in 14 days, or when you keep a planned block.`,
  read(situation) {
    const { totals, firstBuildDay, today } = situation;
    const { planned, putOff, moved, missed, kept } = readPlans(situation);
    if (totals.reachingOutMs >= ENOUGH_REACHING_OUT_MS || kept > 0) return nothing;

    const reached =
      totals.reachingOutMs === 0
        ? "you did not reach out at all"
        : `you reached out for ${formatHours(totals.reachingOutMs)}`;
    if (moved + missed > 0) {
      const level = moved + missed >= TIMES_PUT_OFF ? "present" : "possible";
      return finding(level, `${putOffWords(putOff, moved, missed)} in 14 days, and ${reached}.`);
    }
    if (planned > 0) return finding("possible", `No planned block is kept yet, and ${reached} in 14 days.`);
    if (firstBuildDay === null || totals.buildMs === 0) return nothing;

    const sinceFirst = daysSince(firstBuildDay, today);
    return sinceFirst >= FIRST_DAYS && totals.reachingOutMs < LITTLE_REACHING_OUT_MS
      ? finding(
          "present",
          `No block is planned ${count(sinceFirst, "day")} after your first build, and ${reached} in 14 days.`,
        )
      : finding("possible", `No block is planned, and ${reached} in 14 days.`);
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

/** `A planned block was moved twice`, `Planned blocks were moved once and missed 3 times`. */
function putOffWords(blocks: number, moved: number, missed: number): string {
  const parts = [
    ...(moved > 0 ? [`moved ${timesWord(moved)}`] : []),
    ...(missed > 0 ? [`missed ${timesWord(missed)}`] : []),
  ];
  return `${blocks === 1 ? "A planned block was" : "Planned blocks were"} ${parts.join(" and ")}`;
}

function timesWord(n: number): string {
  return ["never", "once", "twice"][n] ?? `${n} times`;
}
