import { type BlockTime, stateOf } from "../block";
import { latestNumber, numbersOf } from "../facts";
import { scrolling } from "../signs/scrolling";
import type { Situation } from "../situation";
import { isOnce, type Move, placeOf } from "./move";

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** A move done in the 7 days that end today rests: doing the same again at once is a habit, not a test of something new. */
const REST_DAYS = 7;
/** And steps back for 28: so far the blocks of a situation reach, and so long a month's variety is. */
export const STEP_BACK_DAYS = 28;

/** A number that rises within two weeks of a block may owe it something; later it owes more to what came between. */
const FOOTHOLD_DAYS = 14;

/** Less than a quarter of an hour in 14 days is no lead of one channel over another. */
const MOST_REACHED_MS = 15 * MINUTE_MS;

/** From a minute on somebody uses a site, and did not just pass through. */
const REGULAR_MS = MINUTE_MS;

const watching = new Set(["feeds", "analytics"]);

/** Numbers that tell whether distribution worked. Revenue can rise by a price. */
const outcomes = ["visitors", "users", "customers"] as const;
export type OutcomeKind = (typeof outcomes)[number];

/** What a situation says about moves in general. */
export interface Bearings {
  hasCustomer: boolean;
  /** Channels after whose kept blocks a number rose, and which number. */
  footholds: ReadonlyMap<string, OutcomeKind>;
  /** The channel with the most time of reaching out; null when none leads. */
  mostReached: string | null;
  /** The sites that are scrolled, while the scrolling sign is present; else none. */
  scrolledSites: ReadonlySet<string>;
  /** The sites of distribution that the user is on. */
  regularSites: ReadonlySet<string>;
}

/** What the user has done of a move. */
export interface Done {
  /** Whether it is to come, or going on. */
  ahead: "planned" | "running" | null;
  /** Local days since it was kept last, 0 for today; null when it never was. */
  daysAgo: number | null;
  /** Whether the user has ever said that it is done, however long it took. */
  isSaid: boolean;
}

/**
 * How a move stands in the queue.
 * - open: can be offered. early: needs a first customer. foreign: for regulars of a place that the user is not on.
 * - resting: planned, running or done within a week. spent: can be done once, and was.
 */
export type Standing = "open" | "early" | "foreign" | "resting" | "spent";

/** Reads what a situation says about moves. */
export function takeBearings(situation: Situation): Bearings {
  const { totals } = situation;
  const reached = totals.channels.find(
    ({ channel, category }) => category === "distribution" && !watching.has(channel),
  );
  const isScrolling = scrolling.read(situation).level === "present";
  const scrolled = isScrolling ? totals.sites.filter(({ channel }) => channel === "feeds") : [];
  const regular = totals.sites.filter(({ category, ms }) => category === "distribution" && ms >= REGULAR_MS);
  return {
    hasCustomer: hasCustomer(situation),
    footholds: footholdsOf(situation),
    mostReached: reached && reached.ms >= MOST_REACHED_MS ? reached.channel : null,
    scrolledSites: new Set(scrolled.map(({ site }) => site)),
    regularSites: new Set(regular.map(({ site }) => site)),
  };
}

/** When a move was done, by the blocks of the situation. What was missed or given up was not done, and can be offered at once. */
export function doneOf(move: Move, { blocks, now, today }: Situation): Done {
  const done: Done = { ahead: null, daysAgo: null, isSaid: false };
  for (const block of blocks) {
    if (block.move !== move.id) continue;
    if (block.outcome !== null) done.isSaid = true;
    const state = stateOf(block, now, today);
    if (state === "running") done.ahead = "running";
    if (state === "planned" || state === "due") done.ahead ??= "planned";
    if (state === "kept")
      done.daysAgo = Math.min(done.daysAgo ?? Number.POSITIVE_INFINITY, daysSince(block.day, today));
  }
  return done;
}

/** How a move stands. */
export function standingOf(move: Move, done: Done, { hasCustomer, regularSites }: Bearings): Standing {
  if (isOnce(move) && (done.isSaid || done.daysAgo !== null)) return "spent";
  if (done.ahead !== null || (done.daysAgo !== null && done.daysAgo < REST_DAYS)) return "resting";
  if (move.regularsOnly && !regularSites.has(placeOf(move))) return "foreign";
  return move.stage === "after" && !hasCustomer ? "early" : "open";
}

/** A customer of any project: unknown is none, for what is right before the first is never wrong after it. */
function hasCustomer({ facts }: Situation): boolean {
  const projects = new Set(facts.map(({ project }) => project));
  return [...projects].some((project) => (latestNumber(facts, "customers", project)?.value ?? 0) >= 1);
}

/** Focus on the channel that moves a number is the bullseye of Weinberg and Mares, *Traction*. */
function footholdsOf({ blocks, facts, now, today }: Situation): Map<string, OutcomeKind> {
  const found = new Map<string, OutcomeKind>();
  for (const block of blocks) {
    if (block.outcome === null || stateOf(block, now, today) !== "kept") continue;
    const risen = outcomes.find((kind) => hasRisen(kind, block, facts));
    if (risen && !found.has(block.channel)) found.set(block.channel, risen);
  }
  return found;
}

/** Whether a number of the block's project, or of all together, was told higher after the block than before it. */
function hasRisen(kind: OutcomeKind, { from, until, project }: BlockTime, facts: Situation["facts"]): boolean {
  if (from === null) return false;
  const last = (until ?? from) + FOOTHOLD_DAYS * DAY_MS;
  const projects = project === null ? new Set(facts.map((fact) => fact.project)) : new Set([project, null]);
  return [...projects].some((one) => {
    const numbers = numbersOf(facts, kind, one);
    const before = numbers.findLast(({ at }) => at <= from);
    return before !== undefined && numbers.some(({ at, value }) => at > from && at <= last && value > before.value);
  });
}

/** Whole local days from a day to today, at least 0: a clock that was set back does not undo what was done. */
function daysSince(day: string | null, today: string): number {
  return day === null ? 0 : Math.max(0, Math.round((Date.parse(today) - Date.parse(day)) / DAY_MS));
}
