import { localDay } from "../../attention/day";
import { settleSpan } from "../clock";
import type { Database, Source, StoredDay, StoredSpan } from "../database";
import { recordOf } from "../daybook";
import { rowsOf } from "../read";
import { joinPages } from "./hourwise";
import type { Merge } from "./merge";
import type { Ids } from "./mergeblocks";
import type { Rows } from "./tables";

/** What the file's ids of blocks and imports are in the store. */
export interface KnownIds {
  blocks: Ids;
  imports: Ids;
}

/** Merges days of all sources hour by hour: see `joinPages`. */
export function openDayMerge(db: Database, ids: KnownIds): Merge<"days"> {
  return async (rows) => {
    const days = rows.map((row) => ({
      ...row,
      source: sourceIn(row.source, ids),
      pages: row.pages.map(withBlock(ids)),
    }));
    const stored = await db.days.bulkGet(days.map(({ day, source }): [string, Source] => [day, source]));
    const changed = days.flatMap(({ day, source, pages }, index): StoredDay[] => {
      const ours = stored[index]?.pages ?? [];
      const joined = joinPages(ours, pages);
      return joined === ours ? [] : [recordOf(day, rowsOf({ day, source, pages: joined }), source)];
    });
    await db.days.bulkPut(changed);
    return changed.length;
  };
}

/**
 * Merges spans: of those with the same start and page the longer counts, others are added, below all that are stored, where no idle
 * cut-back of this store reaches them. Days whose spans the store has let go of stay without. `count` is how many the file has.
 */
export async function openSpanMerge(db: Database, ids: KnownIds, count: number): Promise<Merge<"spans">> {
  const lowest = await db.spans.orderBy("id").first();
  const open = (await db.tracker.get("tracker"))?.open;
  const thinned = new Set(await db.stretches.toCollection().primaryKeys());
  let id = lowest === undefined ? 1 : lowest.id - count;

  /** What becomes of a span; null: nothing. */
  const mergeOne = (span: Rows["spans"], known: StoredSpan | undefined): StoredSpan | null => {
    if (known === undefined) return settleSpan(withBlock(ids)(span), id++);
    // What the recorder is about to make longer is its own.
    return span.end > known.end && known.id !== open?.id ? { ...known, end: span.end } : null;
  };

  return async (rows) => {
    const kept = rows.filter(({ start, offset }) => !thinned.has(localDay(start, offset)));
    let written = 0;
    for (const near of byDay(kept)) {
      const known = await readNear(db, near);
      const changed = new Map<number, StoredSpan>();
      for (const span of near) {
        const merged = mergeOne(span, known.get(placeOf(span)));
        if (!merged) continue;
        known.set(placeOf(span), merged);
        changed.set(merged.id, merged);
      }
      await db.spans.bulkPut([...changed.values()]);
      written += changed.size;
    }
    return written;
  };
}

/** The longest stored span of each start and page around some spans, which are in the order of their start. */
async function readNear(db: Database, near: readonly Rows["spans"][]): Promise<Map<string, StoredSpan>> {
  const stored = await db.spans.where("start").between(near[0]?.start, near.at(-1)?.start, true, true).toArray();
  return new Map(stored.sort((a, b) => a.end - b.end).map((span) => [placeOf(span), span]));
}

/** Spans of each day together: what is stored of one is held in memory. */
function byDay(spans: readonly Rows["spans"][]): Rows["spans"][][] {
  const days = new Map<string, Rows["spans"][]>();
  for (const span of spans) {
    const day = localDay(span.start, 0);
    const list = days.get(day) ?? [];
    list.push(span);
    days.set(day, list);
  }
  return [...days.values()];
}

function placeOf({ start, key }: StoredSpan): string {
  return `${start} ${key}`;
}

/** With the block's id in this store; without one where the file does not say which block it was. */
function withBlock({ blocks }: KnownIds): <T extends { block?: number }>(row: T) => T {
  return (row) => {
    const { block, ...rest } = row;
    const id = block === undefined ? undefined : blocks.get(block);
    return id === undefined ? (rest as typeof row) : { ...row, block: id };
  };
}

function sourceIn(source: Source, { imports }: KnownIds): Source {
  if (source === "recorded") return source;
  return `import:${imports.get(Number(source.slice("import:".length))) ?? 0}`;
}
