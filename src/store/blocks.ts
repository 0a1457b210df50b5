import { type DayRow, localDay, localHour } from "../attention/day";
import type { Block, BlockTime, Outcome, Plan } from "../trap/block";
import { DECLARED } from "../trap/standards";
import { compareText } from "../trap/totals";
import type { Database } from "./database";
import { openDaybook } from "./daybook";

/** What a block is to be spent on. */
export type Intent = Pick<Block, "move" | "title" | "channel" | "project" | "minutes">;

/** Now, as the caller's clock has it. */
export interface Instant {
  /** Epoch milliseconds. */
  at: number;
  /** Minutes ahead of UTC. */
  offset: number;
}

const MINUTE_MS = 60_000;

/** Starts a block now, and ends the one that runs. Resolves with its id. */
export async function startBlock(db: Database, intent: Intent, now: Instant): Promise<number> {
  return db.transaction("rw", [db.blocks], async () => {
    await endRunning(db, now.at);
    return db.blocks.add({ ...intent, plan: null, moved: 0, outcome: null, ...running(intent.minutes, now) });
  });
}

/** Starts a block that was planned. */
export async function startPlanned(db: Database, id: number, now: Instant): Promise<void> {
  await db.transaction("rw", [db.blocks], async () => {
    await endRunning(db, now.at);
    const block = await db.blocks.get(id);
    if (block && block.from === null) await db.blocks.update(id, running(block.minutes, now));
  });
}

/** Plans a block. Resolves with its id. */
export async function planBlock(db: Database, intent: Intent, plan: Plan): Promise<number> {
  return db.blocks.add({ ...intent, plan, moved: 0, from: null, day: null, until: null, outcome: null });
}

/** Puts a plan off to another time; how often is kept. */
export async function movePlan(db: Database, id: number, plan: Plan): Promise<void> {
  await db.blocks
    .where(":id")
    .equals(id)
    .modify((block) => {
      if (block.from === null) Object.assign(block, { plan, moved: block.moved + 1 });
    });
}

/** Lets go of a plan. A block that was started stays: it is history. */
export async function dropPlan(db: Database, id: number): Promise<void> {
  await db.blocks.filter((block) => block.id === id && block.from === null).delete();
}

/** Says how a block went; one that runs ends with it. */
export async function finishBlock(db: Database, id: number, outcome: Outcome, now: number): Promise<void> {
  await db.transaction("rw", [db.blocks], async () => {
    const block = await db.blocks.get(id);
    if (!block?.until) return;
    await db.blocks.update(id, { outcome, until: Math.min(block.until, now) });
  });
}

/**
 * Declares that a block was done away from the computer for so many minutes, now. What was present and declared before, and more
 * than the planned minutes, is not added again. A plan that was never started becomes a block of today.
 */
export async function declareBlock(db: Database, id: number, minutes: number, now: Instant): Promise<void> {
  await db.transaction("rw", [db.blocks, db.days], async () => {
    const block = await db.blocks.get(id);
    if (!block) return;
    const day = localDay(now.at, now.offset);
    const ended =
      block.from === null ? { from: now.at, until: now.at, day } : { until: Math.min(block.until ?? now.at, now.at) };
    await db.blocks.update(id, { ...ended, outcome: "away" });
    const ms = Math.min(minutes, block.minutes) * MINUTE_MS - (await spentMs(db, block.day ?? day, id));
    if (ms <= 0) return;
    const book = openDaybook(db);
    await book.add({ day, key: DECLARED, block: id, hours: { [localHour(now.at, now.offset)]: ms } });
    await book.write();
  });
}

/** The blocks that were planned for or started since a local day, with their time, the newest first. */
export async function readBlocks(db: Database, since: string): Promise<BlockTime[]> {
  return db.transaction("r", [db.blocks, db.days], async () => {
    const blocks = await db.blocks.filter(({ day, plan }) => (day ?? plan?.day ?? "") >= since).toArray();
    const spent = new Map<number, number>();
    if (blocks.length > 0) {
      await db.days
        .where("[day+source]")
        .between([since, "recorded"], ["\uffff"])
        .each(({ pages }) => {
          for (const { block, hours } of pages)
            if (block !== undefined) spent.set(block, (spent.get(block) ?? 0) + sumOf(hours));
        });
    }
    const dayOf = ({ day, plan }: Block) => day ?? plan?.day ?? "";
    return blocks
      .map((block) => ({ ...block, ms: spent.get(block.id) ?? 0 }))
      .sort((a, b) => compareText(dayOf(b), dayOf(a)) || b.id - a.id);
  });
}

/** Present and declared time of a block. */
async function spentMs(db: Database, firstDay: string, id: number): Promise<number> {
  const days = await db.days.where("[day+source]").aboveOrEqual([firstDay]).toArray();
  const rows = days.flatMap(({ pages }) => pages).filter(({ block }) => block === id);
  return rows.reduce((sum, { hours }) => sum + sumOf(hours), 0);
}

function sumOf(hours: DayRow["hours"]): number {
  return Object.values(hours).reduce((sum, ms) => sum + ms, 0);
}

async function endRunning(db: Database, at: number): Promise<void> {
  await db.blocks.where("until").above(at).modify({ until: at });
}

function running(minutes: number, { at, offset }: Instant): Pick<Block, "from" | "until" | "day"> {
  return { from: at, until: at + minutes * MINUTE_MS, day: localDay(at, offset) };
}
