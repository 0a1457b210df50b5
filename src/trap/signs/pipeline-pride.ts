import { latestNumber, latestShown } from "../facts";
import { formatHours } from "../words";
import { count, FACTORY_WORK, finding, hasReached, isRecent, nothing, question, type Sign } from "./sign";

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
  words: "More proud of pipeline sophistication than user count",
  isQuoted: true,
  isGood: false,
  clearsWhen: `Goes when you show someone a result that a user got, or when you have ${count(SOME_USERS, "user")}.`,
  read({ totals, facts, today }) {
    const { factoryMs } = totals;
    const answer = latestShown(facts);
    const shown = answer && isRecent(answer, today) ? answer.value : null;
    if (shown === "result" || hasReached(facts, "users", SOME_USERS)) return nothing;

    const users = latestNumber(facts, "users");
    if (shown === "pipeline")
      return users
        ? finding(
            "present",
            `The last thing you showed someone was the pipeline, and you have ${count(users.value, "user")}.`,
          )
        : question("users", "How many users do you have? After you showed someone the pipeline it matters.");

    if (factoryMs < MUCH_FACTORY_MS) return nothing;
    const spent = `${formatHours(factoryMs)} on ${FACTORY_WORK}`;
    if (!users) return question("users", `How many users do you have? With ${spent} it matters.`);
    const silence = shown === "nothing" ? ", and nothing shown to anyone" : "";
    return finding("possible", `${spent} in 14 days, for ${count(users.value, "user")}${silence}.`);
  },
};
