import type { Situation } from "../situation";
import { afterFactory } from "./after-factory";
import { comfort } from "./comfort";
import { factoryWithDistribution } from "./factory-with-distribution";
import { pipelinePride } from "./pipeline-pride";
import { scrolling } from "./scrolling";
import type { Level, Reading, Sign } from "./sign";
import { slop } from "./slop";
import { superSystem } from "./super-system";
import { zeroTraffic } from "./zero-traffic";

/** Every sign: the source's four, its other observations, ours, and the good news. */
export const signs: readonly Sign[] = [
  superSystem,
  zeroTraffic,
  pipelinePride,
  afterFactory,
  comfort,
  slop,
  scrolling,
  factoryWithDistribution,
];

/** A sign that has something to say, and what. */
export interface SignReading extends Reading {
  sign: Sign;
}

/** What is shown first; good news has a place of its own. */
const order: readonly (Level | "good")[] = ["severe", "present", "good", "unknown", "possible"];

/**
 * What the signs say of a situation, in the order in which to show it: severe, present, good news, then what asks and what is only
 * possible; equals in the order of the list. Signs with nothing to say are left out. Each sign asks for as much time as it needs,
 * so one can show before the meter has its verdict.
 */
export function readSigns(situation: Situation): SignReading[] {
  return signs
    .map((sign) => ({ ...sign.read(situation), sign }))
    .filter(({ level }) => level !== "none")
    .sort((a, b) => rankOf(a) - rankOf(b));
}

function rankOf({ sign, level }: SignReading): number {
  return order.indexOf(sign.isGood ? "good" : level);
}
