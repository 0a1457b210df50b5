import { addDays } from "../../attention/day";
import { say, sayCount } from "../../texts/say";
import { stateOf } from "../block";
import { latestNumber } from "../facts";
import { type ProjectTime, SITUATION_DAYS, type Situation } from "../situation";
import { formatHours } from "../words";
import { finding, isRecent, nothing, question, type Sign } from "./sign";
import { FEW_VISITORS } from "./zero-traffic";

/** Shipping many is not slop by itself (Levels made about 70 projects, four of which earn): slop is many with no one shown. */
const MANY_PROJECTS = 3;

/** In four weeks; what got less was only looked at. Ours. */
const BUILT_MS = 3_600_000;

/** One move of the usual length, for one of them: shown to someone after all. */
const ENOUGH_BLOCKS_MS = 30 * 60_000;

/**
 * Over the 28 days of the projects' time. A project was shown when it has more than 10 visitors a week or a block that was kept.
 * When all together have no more than that, so has each, and nothing is asked; else the most built project without a number is
 * asked about first.
 */
export const slop: Sign = {
  id: "slop",
  get words() {
    return say("sign_slop_words");
  },
  isQuoted: true,
  isGood: false,
  get clearsWhen() {
    return say("sign_slop_clears", { projects: MANY_PROJECTS, duration: formatHours(ENOUGH_BLOCKS_MS) });
  },
  read(situation) {
    const built = situation.projects.filter(({ isParked, buildMs }) => !isParked && buildMs >= BUILT_MS);
    if (built.length < MANY_PROJECTS || built.some(({ blockMs }) => blockMs >= ENOUGH_BLOCKS_MS)) return nothing;

    const days = SITUATION_DAYS;
    const projects = sayCount("sign_slop_projects", built.length);
    const visitors = built.map((project) => visitorsOf(project, situation));
    const shown = built.filter((project, i) => (visitors[i] ?? 0) > FEW_VISITORS || hasKeptBlock(project, situation));
    if (shown.length > 0)
      return finding(
        "possible",
        sayCount("sign_slop_someShown", shown.length, { projects, days, visitors: FEW_VISITORS }),
      );
    const [unknown] = built.filter((_, i) => visitors[i] === null).sort((a, b) => b.buildMs - a.buildMs);
    if (unknown) {
      const asked = sayCount("sign_slop_ask", built.length, { project: unknown.name, days });
      return question("visitors", asked, unknown.id);
    }
    const most = Math.max(...visitors.map((number) => number ?? 0));
    return finding(
      "present",
      most === 0
        ? say("sign_slop_noVisitor", { projects, days })
        : sayCount("sign_slop_fewVisitors", most, { projects, days }),
    );
  },
};

/** A project's visitors a week, or the most that it can have; null when that is not known to be few. */
function visitorsOf({ id }: ProjectTime, { facts, today }: Situation): number | null {
  const own = latestNumber(facts, "visitors", id);
  if (own) return own.value;
  const all = latestNumber(facts, "visitors");
  return all && isRecent(all, today) && all.value <= FEW_VISITORS ? all.value : null;
}

/** A launch of long ago showed what the project was then. */
function hasKeptBlock({ id }: ProjectTime, { blocks, now, today }: Situation): boolean {
  const first = addDays(today, 1 - SITUATION_DAYS);
  return blocks.some(
    (block) =>
      block.project === id && block.day !== null && block.day >= first && stateOf(block, now, today) === "kept",
  );
}
