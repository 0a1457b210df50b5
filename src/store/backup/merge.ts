import type { Table } from "dexie";
import type { Database } from "../database";
import { readSettings, writeSetting } from "../settings";
import type { Header } from "./file";
import { openBlockMerge, openImportMerge } from "./mergeblocks";
import { openDayMerge, openSpanMerge } from "./mergetime";
import type { Writer } from "./restore";
import { type Batch, isOfMachine, type Rows, type TableName } from "./tables";

/** Writes the rows of one table. Resolves with how many it has written. */
export type Merge<N extends TableName> = (rows: readonly Rows[N][]) => Promise<number>;

/**
 * Adds to the store what a file has and the store lacks; with nothing to add nothing is written. Settings, rules and channels of the
 * store stay as they are. The trace, which is of one machine, is left out.
 */
export async function openMerge(db: Database, header: Header): Promise<Writer> {
  const imports = await openImportMerge(db);
  const blocks = await openBlockMerge(db, header.tables.blocks);
  const ids = { blocks: blocks.ids, imports: imports.ids };
  const merges: { [N in TableName]: Merge<N> } = {
    settings: (rows) =>
      addMissing(
        db.settings,
        rows.filter((row) => !isOfMachine(row)),
        ({ name }) => name,
      ),
    channels: (rows) => addMissing(db.channels, rows, ({ id }) => id),
    rules: (rows) => addMissing(db.rules, rows, ({ text }) => text),
    imports: imports.merge,
    blocks: blocks.merge,
    facts: await openUnlike(db.facts),
    dismissals: await openUnlike(db.dismissals),
    stretches: (rows) => growStretches(db, rows),
    days: openDayMerge(db, ids),
    spans: await openSpanMerge(db, ids, header.tables.spans),
    trace: async () => 0,
  };
  let hasRules = false;
  return {
    async add({ table, rows }: Batch) {
      const written = await (merges[table] as Merge<TableName>)(rows as readonly Rows[TableName][]);
      hasRules ||= written > 0 && (table === "rules" || table === "channels");
      return written;
    },
    async end() {
      const { settings } = await readSettings(db);
      if (hasRules) await writeSetting(db, "rulesChanged", settings.rulesChanged + 1);
    },
  };
}

async function addMissing<T>(table: Table<T, string>, rows: readonly T[], keyOf: (row: T) => string): Promise<number> {
  const stored = await table.bulkGet(rows.map(keyOf));
  const missing = rows.filter((_, index) => stored[index] === undefined);
  await table.bulkAdd(missing);
  return missing.length;
}

/** Adds rows that no stored one says the same as. Their ids are but an order: an empty table takes them as they are. */
async function openUnlike<T extends { id: number }>(
  table: Table<T, number, Omit<T, "id">>,
): Promise<(rows: readonly T[]) => Promise<number>> {
  const known = new Set((await table.toArray()).map(contentOf));
  const isEmpty = known.size === 0;
  return async (rows) => {
    let written = 0;
    for (const row of rows) {
      const content = contentOf(row);
      if (known.has(content)) continue;
      known.add(content);
      const { id: _, ...told } = row;
      await (isEmpty ? table.put(row) : table.add(told));
      written += 1;
    }
    return written;
  };
}

function contentOf({ id: _, ...told }: { id: number }): string {
  return JSON.stringify(Object.entries(told).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Of a day's longest stretches the longer one. */
async function growStretches(db: Database, rows: readonly Rows["stretches"][]): Promise<number> {
  const stored = await db.stretches.bulkGet(rows.map(({ day }) => day));
  const longer = rows.filter(({ longestBuildMs }, index) => longestBuildMs > (stored[index]?.longestBuildMs ?? -1));
  await db.stretches.bulkPut(longer);
  return longer.length;
}
