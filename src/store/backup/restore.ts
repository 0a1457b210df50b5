import { settleSpan } from "../clock";
import type { Database } from "../database";
import { readSettings } from "../settings";
import { apart, inOneGo, waitFor } from "../transaction";
import { type Header, type Reading, readBackup } from "./file";
import { openMerge } from "./merge";
import { type Batch, isOfMachine, type Rows, tableNames, tableOf } from "./tables";

/** merge: what the file has and the store lacks is added. replace: the file takes the place of what is stored. */
export type RestoreMode = "merge" | "replace";

export interface RestoreOptions {
  mode: RestoreMode;
  signal?: AbortSignal | undefined;
  /** Is told how much is done, 0–1. */
  onProgress?: ((done: number) => void) | undefined;
}

/** What a file held. */
export interface Restored {
  /** When it was written, epoch milliseconds. */
  createdAt: number;
  /** Local days with time, and stretches of attention. */
  days: number;
  spans: number;
  /** How many rows were written into the store: 0 where it knew all of them. */
  written: number;
}

/** Puts the rows of a file into the store. */
export interface Writer {
  /** Resolves with how many rows it has written. */
  add(batch: Batch): Promise<number>;
  /** Does what is left to do behind the last of them. */
  end(): Promise<void>;
}

/** Checking a file takes less than writing what is in it. */
const CHECKING_PART = 0.3;

/**
 * Restores a backup, packed or not, all or nothing: the file is checked to its end before the store is touched, and then written in
 * one transaction, some rows at a time. What is read or recorded meanwhile waits.
 *
 * Throws a BackupError for a file that is none, the signal's reason, or why the store cannot be written; then nothing was changed.
 */
export async function restoreBackup(
  db: Database,
  file: Blob,
  { mode, signal, onProgress }: RestoreOptions,
): Promise<Restored> {
  const checked = await checkBackup(file, { signal, onRead: (part) => onProgress?.(part * CHECKING_PART) });
  const onRead = (part: number) => onProgress?.(CHECKING_PART + part * (1 - CHECKING_PART));
  const written = await inOneGo(db, "rw", db.tables, signal, async () => {
    const writer = await (mode === "merge" ? openMerge(db, checked.header) : openReplacement(db));
    return writeRows(file, { signal, onRead }, writer);
  });
  const { createdAt, tables } = checked.header;
  return { createdAt, days: checked.days, spans: tables.spans, written };
}

/** Puts back what `packTables` has written exactly, in a transaction that is under way; the tracker apart. */
export async function restoreExactly(db: Database, file: Blob): Promise<void> {
  for (const name of tableNames) await tableOf(db, name).clear();
  const put = ({ table, rows }: Batch) => tableOf(db, table).bulkPut(rows);
  await writeRows(
    file,
    { isTrusted: true },
    {
      add: async (batch) => {
        await put(batch);
        return batch.rows.length;
      },
      end: async () => {},
    },
  );
}

/** Reads a file to its end. Throws a BackupError, or the signal's reason. */
async function checkBackup(file: Blob, reading: Reading): Promise<{ header: Header; days: number }> {
  const batches = readBackup(file, reading);
  let days = 0;
  let last = "";
  for (;;) {
    const { done, value } = await batches.next();
    if (done) return { header: value, days };
    if (value.table !== "days") continue;
    for (const { day } of value.rows) {
      if (day !== last) days += 1;
      last = day;
    }
  }
}

async function writeRows(file: Blob, reading: Reading, writer: Writer): Promise<number> {
  const batches = readBackup(file, reading);
  let written = 0;
  try {
    for (;;) {
      const { done, value } = await waitFor(() => batches.next());
      if (done) break;
      written += await writer.add(value);
    }
    await writer.end();
    return written;
  } finally {
    // Where the store gave up, the file is still open.
    apart(() => void batches.return(undefined as never).catch(() => {}));
  }
}

/** Clears the store, but for how things stand on this machine. The next heartbeat begins afresh. */
async function openReplacement(db: Database): Promise<Writer> {
  const ofMachine = (await db.settings.toArray()).filter(isOfMachine);
  const { rulesChanged } = (await readSettings(db)).settings;
  for (const name of tableNames) await tableOf(db, name).clear();
  await db.tracker.clear();
  // A trace that is being recorded has lost its beginning: it ends.
  const kept = ofMachine.filter(({ name }) => name !== "tracingSince" && name !== "rulesChanged");
  await db.settings.bulkPut([...kept, { name: "rulesChanged", value: rulesChanged + 1 }]);
  let spans = 0;
  const rowsOf = ({ table, rows }: Batch): readonly unknown[] => {
    if (table === "settings") return rows.filter((row) => !isOfMachine(row));
    if (table === "spans") return rows.map((span: Rows["spans"]) => settleSpan(span, ++spans));
    return rows;
  };
  return {
    async add(batch) {
      const rows = rowsOf(batch);
      await tableOf(db, batch.table).bulkPut(rows);
      return rows.length;
    },
    end: async () => {},
  };
}
