import { addDays } from "../../attention/day";
import type { Block } from "../../trap/block";
import type { Database, Import } from "../database";
import type { Merge } from "./merge";

/** Ids in a file, and those that the same things have in the store. */
export type Ids = ReadonlyMap<number, number>;

/** Merges imports: the same time from the same tool is the same import, as it is where files are imported. */
export async function openImportMerge(db: Database): Promise<{ merge: Merge<"imports">; ids: Ids }> {
  const unclaimed = await db.imports.toArray();
  const isEmpty = unclaimed.length === 0;
  const ids = new Map<number, number>();
  const merge = async (rows: readonly Import[]) => {
    let written = 0;
    for (const row of rows) {
      const { id, ...imported } = row;
      const same = claim(unclaimed, (one) => timeOf(one) === timeOf(row));
      ids.set(id, same?.id ?? (await (isEmpty ? db.imports.put(row) : db.imports.add(imported))));
      if (!same) written += 1;
    }
    return written;
  };
  return { merge, ids };
}

function timeOf({ tool, first, last, days, ms }: Omit<Import, "id">): string {
  return JSON.stringify([tool, first, last, days, ms]);
}

/** So many days before the last one that the store knows are looked back upon: what the newest blocks are asked for. */
const RECENT_DAYS = 40;

/**
 * Merges blocks. The same block is known by what it is and when it was started or is planned; the state of it that is further on
 * counts. Ids are an order in time: older blocks get ids below all that are stored, recent ones above. `count` is how many the file has.
 */
export async function openBlockMerge(db: Database, count: number): Promise<{ merge: Merge<"blocks">; ids: Ids }> {
  const unclaimed = await db.blocks.orderBy("id").toArray();
  const isEmpty = unclaimed.length === 0;
  const days = unclaimed.map(dayOf).sort();
  const recent = isEmpty ? "" : addDays(days.at(-1) || "1970-01-01", -RECENT_DAYS);
  // Never 0, which is easily taken for none.
  let older = Math.min(unclaimed[0]?.id ?? 0, 0) - count;
  const ids = new Map<number, number>();

  const put = (block: Block) => db.blocks.put(block);
  const store = async (block: Block): Promise<number> => {
    if (isEmpty) return put(block);
    if (dayOf(block) < recent) return put({ ...block, id: older++ });
    const { id: _, ...added } = block;
    return db.blocks.add(added);
  };
  const merge = async (rows: readonly Block[]) => {
    let written = 0;
    for (const block of rows) {
      const same = claim(unclaimed, (one) => isSame(one, block));
      const isKnown = same && progressOf(block) <= progressOf(same);
      const id = same?.id ?? (await store(block));
      if (same && !isKnown) await put({ ...block, id });
      if (!isKnown) written += 1;
      ids.set(block.id, id);
    }
    return written;
  };
  return { merge, ids };
}

function isSame(a: Block, b: Block): boolean {
  if (a.move !== b.move || a.title !== b.title || a.minutes !== b.minutes) return false;
  if (a.from !== null && b.from !== null) return a.from === b.from;
  // One that is planned on one side may have been started on the other.
  const isPlanned = a.plan !== null || (a.from === null && b.from === null);
  return isPlanned && planOf(a) === planOf(b);
}

function planOf({ plan }: Block): string {
  return JSON.stringify(plan && [plan.at, plan.day, plan.when]);
}

/** Planned, started, told how it went. */
function progressOf({ from, outcome }: Block): number {
  if (from === null) return 0;
  return outcome === null ? 1 : 2;
}

/** The local day that a block is of; empty for one that has none yet. */
function dayOf({ day, plan }: Pick<Block, "day" | "plan">): string {
  return day ?? plan?.day ?? "";
}

/** The first that passes, taken out of the list: no two are the same as one. */
function claim<T>(list: T[], passes: (one: T) => boolean): T | undefined {
  const index = list.findIndex(passes);
  return index === -1 ? undefined : list.splice(index, 1)[0];
}
