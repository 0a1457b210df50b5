import { addDays } from "../../attention/day";
import { stateOf } from "../block";
import { latestNumber } from "../facts";
import { type ProjectTime, SITUATION_DAYS, type Situation } from "../situation";
import { formatHours } from "../words";
import { count, finding, isRecent, nothing, question, type Sign } from "./sign";
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
  words: "useless AI slop nobody needs",
  isQuoted: true,
  isGood: false,
  clearsWhen: `Goes when you park projects until fewer than ${MANY_PROJECTS} are left, or give one of them ${formatHours(ENOUGH_BLOCKS_MS)} of blocks.`,
  read(situation) {
    const { projects } = situation;
    const built = projects.filter(({ isParked, buildMs }) => !isParked && buildMs >= BUILT_MS);
    if (built.length < MANY_PROJECTS || built.some(({ blockMs }) => blockMs >= ENOUGH_BLOCKS_MS)) return nothing;

    const many = count(built.length, "project");
    const visitors = built.map((project) => visitorsOf(project, situation));
    const shown = built.filter((project, i) => (visitors[i] ?? 0) > FEW_VISITORS || hasKeptBlock(project, situation));
    if (shown.length > 0) {
      const some = `${shown.length} of them ${shown.length === 1 ? "has" : "have"}`;
      const outcome = `${some} more than ${FEW_VISITORS} visitors a week or a block done`;
      return finding("possible", `You built ${many} in ${SITUATION_DAYS} days, and ${outcome}.`);
    }
    const [unknown] = built.filter((_, i) => visitors[i] === null).sort((a, b) => b.buildMs - a.buildMs);
    if (unknown) {
      const why = `With ${many} built in ${SITUATION_DAYS} days it matters.`;
      return question("visitors", `How many visitors does ${unknown.name} have a week? ${why}`, unknown.id);
    }
    const most = Math.max(...visitors.map((number) => number ?? 0));
    const few = most === 0 ? "a visitor" : `more than ${count(most, "visitor")} a week`;
    return finding(
      "present",
      `You built ${many} in ${SITUATION_DAYS} days, none with ${few} and none with a block done.`,
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
