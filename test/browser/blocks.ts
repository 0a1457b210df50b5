import { rowMs } from "../../src/attention/day";
import { rowsOf } from "../../src/store/read";
import type { Block } from "../../src/trap/block";
import type { Page } from "./session";
import { put, readTables } from "./stored";

/** What is stored of blocks. */
export interface Kept {
  blocks: Block[];
  /** Milliseconds by page key, of the time that is marked with a block. */
  inBlock: Record<string, number>;
}

export async function readBlocks(page: Page): Promise<Kept> {
  const { blocks, days } = await readTables(page, "blocks", "days");
  const inBlock: Record<string, number> = {};
  for (const row of days.flatMap(rowsOf))
    if (row.block !== undefined) inBlock[row.key] = (inBlock[row.key] ?? 0) + rowMs(row);
  return { blocks, inBlock };
}

/** Stores a block as if it had been planned or started at such a time, and has the background look. Resolves with its id. */
export async function storeBlock(page: Page, when: { runsForMs: number } | { dueSinceMs: number }): Promise<number> {
  const { now, midnight, day } = await page.evaluate(() => {
    const at = new Date();
    const local = new Date(at.getTime() - at.getTimezoneOffset() * 60_000);
    return { now: at.getTime(), midnight: at.setHours(0, 0, 0, 0), day: local.toISOString().slice(0, 10) };
  });
  const shared = {
    move: "five-messages-with-set-up",
    title: "Send five personal messages that offer hands-on set-up",
    channel: "outreach",
    project: null,
    minutes: 30,
    moved: 0,
    outcome: null,
  };
  const block =
    "runsForMs" in when
      ? { ...shared, plan: null, from: now, day, until: now + when.runsForMs }
      : {
          ...shared,
          plan: { when: "have had my coffee", at: Math.max(midnight, now - when.dueSinceMs), day },
          from: null,
          day: null,
          until: null,
        };
  await put(page, { blocks: [block] });
  return Math.max(...(await readTables(page, "blocks")).blocks.map(({ id }) => id));
}
