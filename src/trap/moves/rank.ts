import type { Situation } from "../situation";
import { type Move, placeOf } from "./move";
import { type Bearings, type Done, doneOf, STEP_BACK_DAYS, type Standing, standingOf, takeBearings } from "./standing";

export { explain } from "./explain";

/**
 * Points of a channel before the first customer, ten a step. Users are recruited by hand first (Graham, *Do Things That Don't
 * Scale*); a launch without conversations announces what nobody has asked for; pages take months to be found.
 */
const beforeFirst: Record<string, number> = {
  outreach: 40,
  support: 40,
  community: 30,
  social: 30,
  launch: 20,
  marketplace: 20,
  content: 10,
  seo: 10,
  analytics: 10,
};

/** After it customers themselves are nearest; between the other channels only a test decides, so they are close together. */
const afterFirst: Record<string, number> = {
  outreach: 30,
  support: 30,
  community: 24,
  social: 24,
  marketplace: 24,
  content: 24,
  seo: 24,
  launch: 20,
  analytics: 20,
  ads: 16,
};

/** A move made for this stage comes before one for any; half a step, so that it never leaves its kind. */
const OWN_STAGE = 5;

/** A foothold lifts its channel by more than one step and less than two: content that works beats a launch, and not a first conversation. */
const FOOTHOLD = 15;

/** Where most of reaching out happens already the next move is easier to begin; half a step, because easy is not yet working. */
const MOST_REACHED = 5;

/** Being on the site already saves signing up: enough to decide between equals. */
const REGULAR = 3;

/** Done within the month: behind its whole kind, not behind every other. */
const DONE_LATELY = -12;

/** The way to the composer leads past the feed: who mostly scrolls is sent elsewhere, by more than one step. */
const SCROLLED = -15;

/** Moves this close to the best are as good as it, and take turns by the day; less than what being of this stage counts. */
const BAND = 4;
/** Where fewer than three are, up to three take turns that are less than a step behind: nobody is shown the same move every day. */
const WIDER_BAND = 9;
const LEAST_TURNS = 3;

const DAY_MS = 86_400_000;

/** The parts of the queue: what can be offered, what cannot yet, what was just done, what was passed over, what is over for good. */
const order: readonly (Standing | "skipped")[] = ["open", "early", "foreign", "resting", "skipped", "spent"];

/**
 * All moves, the best for now first. The same for the same arguments; from one day to the next those that are about as good take
 * turns at the front. `skipped`: ids that the user has passed over; the order of the others does not depend on it.
 */
export function rankMoves(
  moves: readonly Move[],
  situation: Situation,
  { skipped = [] }: { skipped?: Iterable<string> } = {},
): Move[] {
  const bearings = takeBearings(situation);
  const passed = new Set(skipped);
  const judged = moves.map((move) => {
    const done = doneOf(move, situation);
    return { move, standing: standingOf(move, done, bearings), points: pointsOf(move, done, bearings) };
  });
  // Sorting is stable: what is equal stays in the order of the catalogue.
  judged.sort((a, b) => b.points - a.points || a.move.minutes - b.move.minutes);
  const open = judged.filter(({ standing }) => standing === "open");
  const rest = judged.filter(({ standing }) => standing !== "open");
  const queue = [...takeTurns(open, turnOf(situation)), ...rest];
  const part = ({ move, standing }: (typeof queue)[number]) =>
    order.indexOf(standing !== "spent" && passed.has(move.id) ? "skipped" : standing);
  return queue.sort((a, b) => part(a) - part(b)).map(({ move }) => move);
}

function pointsOf(move: Move, { daysAgo }: Done, bearings: Bearings): number {
  const { hasCustomer, footholds, mostReached, scrolledSites, regularSites } = bearings;
  const site = placeOf(move);
  const own = hasCustomer ? "after" : "before";
  let points = (hasCustomer ? afterFirst : beforeFirst)[move.channel] ?? 0;
  if (move.stage !== "any") points += move.stage === own ? OWN_STAGE : -OWN_STAGE;
  if (footholds.has(move.channel)) points += FOOTHOLD;
  if (mostReached === move.channel) points += MOST_REACHED;
  if (regularSites.has(site)) points += REGULAR;
  if (scrolledSites.has(site)) points += SCROLLED;
  if (daysAgo !== null && daysAgo < STEP_BACK_DAYS) points += DONE_LATELY;
  return points;
}

/** Turns the moves at the front that are about as good as the best, so that the one whose turn it is stands first. */
function takeTurns<T extends { points: number }>(sorted: readonly T[], turn: number): T[] {
  const within = (band: number) => sorted.filter(({ points }) => points >= (sorted[0]?.points ?? 0) - band).length;
  const length = Math.max(within(BAND), Math.min(within(WIDER_BAND), LEAST_TURNS));
  const first = length === 0 ? 0 : turn % length;
  return [...sorted.slice(first, length), ...sorted.slice(0, first), ...sorted.slice(length)];
}

/** Whose turn it is: another every day, and on the same day not the same for people who began on different days. */
function turnOf({ today, firstBuildDay }: Situation): number {
  return dayNumber(today) + (firstBuildDay === null ? 0 : dayNumber(firstBuildDay));
}

function dayNumber(day: string): number {
  return Math.round(Date.parse(day) / DAY_MS);
}
