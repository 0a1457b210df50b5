import { say, sayCount } from "../../texts/say";
import { numbersOf } from "../facts";
import { formatHours } from "../words";
import { daysSince, finding, hasReached, isRecent, nothing, question, type Sign } from "./sign";

/** So few visitors a week are the builder, friends and robots: traffic is zero. Ours. */
export const FEW_VISITORS = 10;

/** From so much time in two weeks on, optimizing is more than an errand. Ours. */
const MUCH_FACTORY_MS = 3 * 3_600_000;

/** So many visitors are strangers; twice, because once can be one lucky post. Ours. */
const SOME_VISITORS = 50;
const TIMES = 2;

/** Below this, and less than distribution, the factory is no longer what the time goes to. Ours. */
const LITTLE_FACTORY_MS = 3_600_000;

/**
 * The visitors are a week's, so a number older than 14 days tells nothing of today and is asked for again; of the two that clear
 * it the newer must be recent. A project's recent visitors are traffic too. It asks only with so much time on the factory that the
 * answer can make it present.
 */
export const zeroTraffic: Sign = {
  id: "zero-traffic",
  get words() {
    return say("sign_zeroTraffic_words");
  },
  isQuoted: true,
  isGood: false,
  get clearsWhen() {
    return say("sign_zeroTraffic_clears", { visitors: SOME_VISITORS, duration: formatHours(LITTLE_FACTORY_MS) });
  },
  read({ totals, facts, today }) {
    const { factoryMs, distributionMs } = totals;
    const told = numbersOf(facts, "visitors");
    const newest = told.at(-1);
    const visitors = newest && isRecent(newest, today) ? newest : null;
    const isVisited =
      visitors !== null && told.length >= TIMES && told.slice(-TIMES).every(({ value }) => value >= SOME_VISITORS);
    const isAside = factoryMs < LITTLE_FACTORY_MS && distributionMs > factoryMs;
    if (factoryMs === 0 || isVisited || isAside) return nothing;

    const spent = formatHours(factoryMs);
    const recent = facts.filter((fact) => isRecent(fact, today));
    const isMuch = factoryMs >= MUCH_FACTORY_MS && !hasReached(recent, "visitors", FEW_VISITORS + 1);
    if (visitors)
      return finding(isMuch ? "present" : "possible", sayCount("sign_zeroTraffic_visited", visitors.value, { spent }));
    if (!isMuch) return finding("possible", say("sign_zeroTraffic_spent", { spent }));
    return question(
      "visitors",
      newest
        ? sayCount("sign_zeroTraffic_askAgain", daysSince(newest.day, today), { spent })
        : say("sign_zeroTraffic_ask", { spent }),
    );
  },
};
