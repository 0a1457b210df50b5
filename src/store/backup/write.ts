import { type Cursor, openCursor, openSpans } from "../cursor";
import type { Database, StoredSpan } from "../database";
import { isSetting } from "../settings";
import { apart, inOneGo, waitFor } from "../transaction";
import { FORMAT, type Header, VERSION } from "./file";
import { openPacking } from "./packing";
import { isOfMachine, type Rows, type TableName, tableNames, tableOf } from "./tables";

export interface BackupOptions {
  /** Epoch milliseconds. */
  now: number;
  signal?: AbortSignal | undefined;
  /** Is told how much is written, 0–1. */
  onProgress?: ((done: number) => void) | undefined;
}

/**
 * Writes all that is recorded and told into one file, packed: `backupfile.ts` says how it looks. The same store gives the same bytes,
 * but for `now`. Everything in it is of one instant: heartbeats that come meanwhile wait, and are stored when it is written.
 * The file has no ids of spans and not their steady clock, and no settings that say how things stand on this machine.
 * Rejects with the signal's reason, or with why the store cannot be read.
 */
export async function writeBackup(db: Database, options: BackupOptions): Promise<Blob> {
  const tables = tableNames.map((name) => tableOf(db, name));
  return inOneGo(db, "r", tables, options.signal, () => packTables(db, options));
}

/** The same within a transaction that is under way. `isExact`: nothing is left out, so that every row can be put back as it was. */
export async function packTables(
  db: Database,
  { now, signal, onProgress, isExact = false }: BackupOptions & { isExact?: boolean },
): Promise<Blob> {
  signal?.throwIfAborted();
  const settings = (await db.settings.toArray()).filter((row) => isExact || isKept(row));
  const tables = { settings: settings.length } as Header["tables"];
  for (const name of tableNames.slice(1)) tables[name] = await tableOf(db, name).count();
  const total = Object.values(tables).reduce((sum, count) => sum + count, 0);
  const packing = apart(openPacking);
  let written = 0;

  const writeRows = async (table: TableName, rows: readonly unknown[]) => {
    for (const texts of lotsOf(rows)) {
      signal?.throwIfAborted();
      await waitFor(() => packing.write(`{"table":"${table}","rows":[${texts.join(",")}]}\n`));
      written += texts.length;
      apart(() => onProgress?.(written / total));
    }
  };

  try {
    const header: Header = { format: FORMAT, version: VERSION, createdAt: now, tables };
    await waitFor(() => packing.write(`${JSON.stringify(header)}\n`));
    await writeRows("settings", settings);
    for (const name of tableNames.slice(1)) {
      const next = openRows(db, name, isExact);
      for (let rows = await next(); rows.length > 0; rows = await next()) await writeRows(name, rows);
    }
    const blob = await waitFor(() => packing.end(`${JSON.stringify({ end: true, rows: total })}\n`));
    apart(() => onProgress?.(1));
    return blob;
  } catch (error) {
    apart(packing.drop);
    throw error;
  }
}

/** So many rows are held together; a day has as much in it as a hundred spans. */
const ROWS_HELD = 2000;
const DAYS_HELD = 50;

/** The rows of a table as they stand in the file, some after the other. */
function openRows(db: Database, name: TableName, isExact: boolean): Cursor<unknown> {
  if (name !== "spans") return openCursor(tableOf(db, name), name === "days" ? DAYS_HELD : ROWS_HELD);
  const next = openSpans(db, ROWS_HELD);
  return isExact ? next : async () => (await next()).map(bareSpan);
}

/** A setting that no reader would take has no effect here either. */
function isKept({ name, value }: Rows["settings"]): boolean {
  return !isOfMachine({ name }) && isSetting(name, value);
}

/** So many rows a line, and fewer where they are long. */
const ROWS_A_LINE = 500;
const LETTERS_A_LINE = 1_000_000;

/** Rows as JSON, as many together as stand in a line. */
function* lotsOf(rows: readonly unknown[]): Generator<string[]> {
  let lot: string[] = [];
  let length = 0;
  for (const row of rows) {
    const text = JSON.stringify(row);
    if (lot.length > 0 && (lot.length >= ROWS_A_LINE || length + text.length > LETTERS_A_LINE)) {
      yield lot;
      lot = [];
      length = 0;
    }
    lot.push(text);
    length += text.length;
  }
  if (lot.length > 0) yield lot;
}

/** What of a span is kept: its id is but an order, and its steady clock that of the store that it lies in. */
function bareSpan({ id: _, elapsed: __, ...span }: StoredSpan): Omit<StoredSpan, "id" | "elapsed"> {
  return span;
}
