import { type CountedName, say, sayCount } from "../../texts/say";
import { type BlockState, type BlockTime, stateOf } from "../block";
import type { Situation } from "../situation";
import { firstDay } from "../window";
import { formatShare } from "../words";
import { finding, nothing, type Sign } from "./sign";

/** Blocks done in each of the two weeks: one is a try, two are a habit. Ours. */
const BLOCKS_A_WEEK = 2;

/** Of the planned blocks whose time has come: three of four leave room for life. Ours. */
const KEPT_PART = 3 / 4;

/**
 * The two weeks are the last 7 days and the 7 before. A block counts on the day on which it was started, planned or not. A block
 * that is due today or running is still open: it counts for neither side, so that the good news does not come and go with the hour.
 * Without a planned block none was broken. It is there or not, never possible.
 */
export const factoryWithDistribution: Sign = {
  id: "factory-with-distribution",
  get words() {
    return say("sign_factoryWithDistribution_words");
  },
  isQuoted: true,
  isGood: true,
  get clearsWhen() {
    return sayCount("sign_factoryWithDistribution_stays", BLOCKS_A_WEEK, { share: formatShare(KEPT_PART) });
  },
  read(situation) {
    const { meter, today } = situation;
    const first = firstDay("14", today);
    const second = firstDay("7", today);
    const done = blocksOn(situation, first, today, "kept");
    const before = done.filter(({ day }) => day !== null && day < second).length;
    const lately = done.length - before;
    const kept = done.filter(({ plan }) => plan !== null).length;
    const broken = blocksOn(situation, first, today, "missed", "short").filter(({ plan }) => plan !== null).length;
    const closed = kept + broken;
    const isHabit = before >= BLOCKS_A_WEEK && lately >= BLOCKS_A_WEEK;
    if (meter.zone !== "balanced" || !isHabit || kept < closed * KEPT_PART) return nothing;

    const values = { share: formatShare(meter.share ?? 0), before, kept, closed };
    return finding("present", sayCount(textOf(kept, closed), lately, values));
  },
};

function blocksOn(situation: Situation, first: string, last: string, ...states: BlockState[]): BlockTime[] {
  const { blocks, now, today } = situation;
  return blocks.filter((block) => {
    const day = block.day ?? block.plan?.day ?? "";
    return day >= first && day <= last && states.includes(stateOf(block, now, today));
  });
}

function textOf(kept: number, closed: number): CountedName {
  if (closed === 0) return "sign_factoryWithDistribution_unplanned";
  return kept === closed ? "sign_factoryWithDistribution_everyKept" : "sign_factoryWithDistribution_mostKept";
}
