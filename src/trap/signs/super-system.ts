import { latestNumber } from "../facts";
import { formatHours, formatShare } from "../words";
import { count, FACTORY_WORK, finding, hasReached, nothing, question, type Sign } from "./sign";

/** Most of an hour on every day of the two weeks: what takes less is no system yet. Ours. */
const MUCH_BUILDING_MS = 10 * 3_600_000;

/**
 * Distribution shares below which it shows and from which it goes: where the meter's trap and balance begin at half and half
 * (Weinberg and Mares, *Traction*). They follow no other target: before a first customer there is none.
 */
const LITTLE_SHARE = 0.2;
const ENOUGH_SHARE = 0.4;

/** Severe when about a third of building goes into the factory: then it is the machine that is built, not what it makes. Ours. */
const FACTORY_PART = 0.3;

/**
 * A project's customer is a customer. It asks only where the answer 0 would make it present. While the user has not said whether
 * other apps are building, B is the least that it can be and the share the greatest: what is present then is so with either answer.
 */
export const superSystem: Sign = {
  id: "super-system",
  words: 'Building "super systems" before acquiring first customer',
  isQuoted: true,
  isGood: false,
  clearsWhen: `Goes when you have a first customer, or when distribution is ${formatShare(ENOUGH_SHARE)} of your time.`,
  read({ totals, meter, facts }) {
    const { buildMs, factoryMs } = totals;
    const share = meter.share ?? 0;
    if (buildMs === 0 || share >= ENOUGH_SHARE || hasReached(facts, "customers", 1)) return nothing;

    const hours = formatHours(buildMs);
    const customers = latestNumber(facts, "customers");
    const built = `You built for ${hours} in 14 days`;
    const outcome = customers
      ? `with ${formatShare(share)} distribution and ${count(customers.value, "customer")}`
      : `with ${formatShare(share)} distribution`;

    if (buildMs < MUCH_BUILDING_MS || share >= LITTLE_SHARE) return finding("possible", `${built}, ${outcome}.`);
    if (!customers)
      return question("customers", `How many customers do you have? With ${hours} of building it matters.`);
    return factoryMs / buildMs >= FACTORY_PART
      ? finding("severe", `${built}, ${formatHours(factoryMs)} of it on ${FACTORY_WORK}, ${outcome}.`)
      : finding("present", `${built}, ${outcome}.`);
  },
};
