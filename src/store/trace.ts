import type { TracedBeat } from "../attention/trace";
import type { Database } from "./database";
import { writeSetting } from "./settings";

/** Begins a trace: what an earlier one left is dropped. `now` in epoch milliseconds. */
export async function startTrace(db: Database, now: number): Promise<void> {
  await db.transaction("rw", [db.trace, db.settings], async () => {
    await db.trace.clear();
    await writeSetting(db, "tracingSince", now);
  });
}

/** Ends the trace. What was recorded stays until the next one begins or it is dropped. */
export async function stopTrace(db: Database): Promise<void> {
  await writeSetting(db, "tracingSince", null);
}

/** Drops what was recorded. */
export async function dropTrace(db: Database): Promise<void> {
  await db.trace.clear();
}

/** The heartbeats of the trace, in order. */
export async function readTrace(db: Database): Promise<TracedBeat[]> {
  return (await db.trace.orderBy("id").toArray()).map(({ beat, recording }) => ({ beat, recording }));
}
