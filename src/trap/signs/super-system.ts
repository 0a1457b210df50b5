import { say, sayCount } from "../../texts/say";
import { latestNumber } from "../facts";
import { formatHours, formatShare } from "../words";
import { finding, hasReached, nothing, question, type Sign } from "./sign";

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
  get words() {
    return say("sign_superSystem_words");
  },
  isQuoted: true,
  isGood: false,
  get clearsWhen() {
    return say("sign_superSystem_clears", { share: formatShare(ENOUGH_SHARE) });
  },
  read({ totals, meter, facts }) {
    const { buildMs, factoryMs } = totals;
    const share = meter.share ?? 0;
    if (buildMs === 0 || share >= ENOUGH_SHARE || hasReached(facts, "customers", 1)) return nothing;

    const customers = latestNumber(facts, "customers");
    const values = { built: formatHours(buildMs), factory: formatHours(factoryMs), share: formatShare(share) };
    const isMuch = buildMs >= MUCH_BUILDING_MS && share < LITTLE_SHARE;
    if (!customers)
      return isMuch
        ? question("customers", say("sign_superSystem_ask", values))
        : finding("possible", say("sign_superSystem_built", values));
    if (isMuch && factoryMs / buildMs >= FACTORY_PART)
      return finding("severe", sayCount("sign_superSystem_builtFactory", customers.value, values));
    return finding(
      isMuch ? "present" : "possible",
      sayCount("sign_superSystem_builtForCustomers", customers.value, values),
    );
  },
};
