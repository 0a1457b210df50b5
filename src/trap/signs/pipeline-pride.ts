import { say, sayCount } from "../../texts/say";
import { latestNumber, latestShown } from "../facts";
import { formatHours } from "../words";
import { finding, hasReached, isRecent, nothing, question, type Sign } from "./sign";

/** Ten people who use it are something to show; fewer are mostly friends. Ours. */
const SOME_USERS = 10;

/** Without an answer: so much time on the factory in two weeks lets one guess what is being shown. Ours. */
const MUCH_FACTORY_MS = 5 * 3_600_000;

/**
 * Pride cannot be measured, so it is present only when the user says that they showed the pipeline; an answer older than 14 days
 * counts as none. "Nothing" is no pride, but does not clear it either. Users are asked for where they would decide: after "the
 * pipeline", or with much time on the factory.
 */
export const pipelinePride: Sign = {
  id: "pipeline-pride",
  get words() {
    return say("sign_pipelinePride_words");
  },
  isQuoted: true,
  isGood: false,
  get clearsWhen() {
    return sayCount("sign_pipelinePride_clears", SOME_USERS);
  },
  read({ totals, facts, today }) {
    const { factoryMs } = totals;
    const answer = latestShown(facts);
    const shown = answer && isRecent(answer, today) ? answer.value : null;
    if (shown === "result" || hasReached(facts, "users", SOME_USERS)) return nothing;

    const users = latestNumber(facts, "users");
    if (shown === "pipeline")
      return users
        ? finding("present", sayCount("sign_pipelinePride_shown", users.value))
        : question("users", say("sign_pipelinePride_askAfterShown"));

    if (factoryMs < MUCH_FACTORY_MS) return nothing;
    const spent = formatHours(factoryMs);
    if (!users) return question("users", say("sign_pipelinePride_ask", { spent }));
    const name = shown === "nothing" ? "sign_pipelinePride_builtUnshown" : "sign_pipelinePride_built";
    return finding("possible", sayCount(name, users.value, { spent }));
  },
};
