/** How a block ended: the user posted something, did it away from the computer, or says it is done; null: by itself, or not yet. */
export type Outcome = "posted" | "away" | "done";

/** "When I `when` on the day of `at`, I will do the move." */
export interface Plan {
  /** The user's words for the moment: "have had my coffee". */
  when: string;
  /** When it is due, epoch milliseconds. */
  at: number;
  /** The local day that it is for. */
  day: string;
}

/** A timed stretch spent on a move, or one that is planned. */
export interface Block {
  id: number;
  /** Id of its move. */
  move: string;
  /** What is done, in the move's words at that time. */
  title: string;
  /** Channel that its time counts for. */
  channel: string;
  /** Id of the project that it is for; null: for none in particular. */
  project: string | null;
  /** How long it is meant to take, minutes. */
  minutes: number;
  plan: Plan | null;
  /** How often the plan was put off. */
  moved: number;
  /** When it was started, epoch milliseconds, and the local day of that; null while it is only planned. */
  from: number | null;
  day: string | null;
  /** When it ends, or ended. All present time from `from` to here is the block's. */
  until: number | null;
  outcome: Outcome | null;
}

/** A block with the time that was spent in it, present or declared, milliseconds. */
export interface BlockTime extends Block {
  ms: number;
}

/**
 * - planned: its time has not come. due: it has, and the day is not over. missed: the day is over and it was not started.
 * - running, kept, short: started; kept when done for long enough, short when it was given up.
 */
export type BlockState = "planned" | "due" | "missed" | "running" | "kept" | "short";

/** A block is kept when half of its minutes were spent on it: a good call can be short, a glance is none. */
const KEPT_PART = 1 / 2;

/** How a block stands. `today` is the local day of `now`. */
export function stateOf(block: BlockTime, now: number, today: string): BlockState {
  const { plan, from, until, minutes, ms, outcome } = block;
  if (from === null) {
    if (!plan) return "short";
    if (plan.day < today) return "missed";
    return plan.at <= now ? "due" : "planned";
  }
  if (until !== null && until > now) return "running";
  const isKept = outcome === "posted" || ms >= minutes * 60_000 * KEPT_PART;
  return isKept ? "kept" : "short";
}

/** The blocks that matter at this moment; null where there is none. */
export interface Current {
  running: Block | null;
  due: Block | null;
  /** Planned for later: the next. */
  planned: Block | null;
  /** The last that ended by itself today: how did it go? */
  ended: Block | null;
}

/** What runs, is due, is planned or has just ended. Their time does not matter for that. */
export function currentOf(blocks: readonly Block[], now: number, today: string): Current {
  const inState = (wanted: BlockState) => blocks.filter((block) => stateOf({ ...block, ms: 0 }, now, today) === wanted);
  const byPlan = (a: Block, b: Block) => (a.plan?.at ?? 0) - (b.plan?.at ?? 0);
  const unanswered = blocks.filter(
    ({ until, day, outcome }) => until !== null && until <= now && day === today && outcome === null,
  );
  return {
    running: inState("running")[0] ?? null,
    due: inState("due").sort(byPlan)[0] ?? null,
    planned: inState("planned").sort(byPlan)[0] ?? null,
    ended: unanswered.sort((a, b) => (a.until ?? 0) - (b.until ?? 0)).at(-1) ?? null,
  };
}
