import "./english";
import { readFile } from "node:fs/promises";
import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { rowMs } from "../attention/day";
import { OTHER_APPS } from "../attention/heartbeat";
import { parseTrace, TraceError } from "../attention/trace";
import { compile, shippedRules } from "../catalog/classify";
import { siteOf } from "../catalog/page";
import { Database } from "../store/database";
import { rowsOf } from "../store/read";
import { recordAll } from "../store/record";
import { writeSetting } from "../store/settings";

interface Day {
  sites: Record<string, number>;
  otherApps: number;
}

/** Feeds a trace through the code that the background runs, and prints what each day held, in seconds. */
export async function main([file]: string[]): Promise<number> {
  if (!file) {
    process.stderr.write("Which trace? npm run --silent replay -- trace.jsonl\n");
    return 2;
  }
  try {
    const days = await replay(await readFile(file, "utf8"));
    const total = Object.values(days).reduce((sum, day) => sum + day.otherApps + sumOf(Object.values(day.sites)), 0);
    process.stdout.write(`${JSON.stringify({ days, total: seconds(total * 1000) })}\n`);
    return 0;
  } catch (error) {
    const unreadable = error instanceof TraceError || (error as NodeJS.ErrnoException).code !== undefined;
    if (!unreadable) throw error;
    process.stderr.write(`${file}: ${(error as Error).message}\n`);
    return 1;
  }
}

/** The days of a trace. Throws a TraceError that names the line which cannot be read. */
export async function replay(text: string): Promise<Record<string, Day>> {
  const trace = parseTrace(text, compile(shippedRules()).keyOf);
  const db = new Database({ indexedDB: new IDBFactory(), IDBKeyRange });
  for (const part of trace) {
    await writeSetting(db, "idleSeconds", part.recording.idleSeconds);
    await writeSetting(db, "neverRecord", [...part.recording.neverRecord]);
    await writeSetting(db, "pause", part.recording.pause);
    await recordAll(db, part.beats);
  }
  return daysOf(db);
}

async function daysOf(db: Database): Promise<Record<string, Day>> {
  const days: Record<string, Day> = {};
  for (const row of (await db.days.toArray()).flatMap(rowsOf)) {
    const site = siteOf(row.key);
    if (site === null && row.key !== OTHER_APPS) continue;
    // Without a prototype: a host may be called `constructor`.
    days[row.day] ??= { sites: Object.create(null), otherApps: 0 };
    const day = days[row.day] as Day;
    if (site === null) day.otherApps = seconds(day.otherApps * 1000 + rowMs(row));
    else day.sites[site] = seconds((day.sites[site] ?? 0) * 1000 + rowMs(row));
  }
  return days;
}

const sumOf = (numbers: number[]) => numbers.reduce((sum, n) => sum + n, 0);

/** Whole milliseconds as seconds. */
const seconds = (ms: number) => Math.round(ms) / 1000;
