import { Dexie, type Table } from "dexie";
import type { Database } from "./database";

/** For so long at most a transaction is kept alive each time that it waits. */
const PATIENCE_MS = 600_000;

/**
 * One transaction over some tables: what it writes is kept whole, or nothing of it is. Rejects with the signal's reason where the
 * signal ended it.
 */
export async function inOneGo<T>(
  db: Database,
  mode: "r" | "rw",
  tables: readonly Table[],
  signal: AbortSignal | undefined,
  act: () => Promise<T>,
): Promise<T> {
  try {
    // Dexie follows what a function awaits only where it sees that the function is async.
    return await db.transaction(mode, tables, async () => act());
  } catch (error) {
    throw signal?.aborted ? signal.reason : error;
  }
}

/** Waits in a transaction for something that is none of the store's, and keeps the transaction alive meanwhile. */
export function waitFor<T>(act: () => Promise<T>): Promise<T> {
  return Dexie.waitFor(apart(act), PATIENCE_MS);
}

/** Does something that is no part of the transaction which is under way. */
export function apart<T>(act: () => T): T {
  return Dexie.ignoreTransaction(act);
}
