import type { DayRow } from "../attention/day";
import { type Foreign, ForeignError, previewOf } from "../sources";
import { language, say } from "../texts/say";
import type { Database, Import, Source } from "./database";
import { recordOf } from "./daybook";
import { isRecorded } from "./read";

/** What is to be known of an import before it is made. */
export interface Coverage {
  /** How many of its days are recorded here already: they are read from there, and the import's stay behind them. */
  coveredDays: number;
  /** The import that brought the same time, or null. */
  before: Import | null;
}

/** Compares a file's time with what is stored. */
export async function readCoverage(db: Database, foreign: Foreign): Promise<Coverage> {
  return db.transaction("r", [db.imports, db.days], async () => {
    const { first, last } = previewOf(foreign);
    const days = new Set(foreign.rows.map(({ day }) => day));
    const keys = await keysBetween(db, first, last);
    const covered = keys.filter(([day, source]) => isRecorded({ source }) && days.has(day));
    return { coveredDays: covered.length, before: await findSame(db, foreign) };
  });
}

/**
 * Keeps a file's time beside what was recorded, in one transaction: all or nothing. `at` is now, epoch milliseconds.
 * Rejects with a ForeignError when the same time was imported before, whatever the file was called.
 */
export async function addImport(
  db: Database,
  foreign: Foreign,
  { filename, at }: Pick<Import, "filename" | "at">,
): Promise<Import> {
  return db.transaction("rw", [db.imports, db.days], async () => {
    const before = await findSame(db, foreign);
    if (before) throw alreadyImported(before);
    const { first, last, days, ms } = previewOf(foreign);
    const added = { tool: foreign.tool, filename, at, first, last, days, ms };
    const id = await db.imports.add(added);
    const source: Source = `import:${id}`;
    const perDay = new Map<string, DayRow[]>();
    for (const row of foreign.rows) {
      const rows = perDay.get(row.day) ?? [];
      rows.push(row);
      perDay.set(row.day, rows);
    }
    await db.days.bulkAdd([...perDay].map(([day, rows]) => recordOf(day, rows, source)));
    return { ...added, id };
  });
}

/**
 * Takes an import away whole, as if it had never been made. Resolves with what puts it back; null when it is not there any more,
 * which is no error.
 */
export async function removeImport(db: Database, id: number): Promise<(() => Promise<void>) | null> {
  return db.transaction("rw", [db.imports, db.days], async () => {
    const found = await db.imports.get(id);
    if (!found) return null;
    const keys = (await keysBetween(db, found.first, found.last)).filter(([, source]) => source === `import:${id}`);
    const days = await db.days.bulkGet(keys);
    await db.days.bulkDelete(keys);
    await db.imports.delete(id);
    return () =>
      db.transaction("rw", [db.imports, db.days], async () => {
        await db.days.bulkPut(days.filter((day) => day !== undefined));
        await db.imports.put(found);
      });
  });
}

/** All imports, the last first. */
export async function readImports(db: Database): Promise<Import[]> {
  return db.imports.orderBy("id").reverse().toArray();
}

/** The keys of the days' records from one local day to another, both included. */
async function keysBetween(db: Database, first: string, last: string): Promise<[string, Source][]> {
  return db.days
    .where("[day+source]")
    .between([first], [`${last}\uffff`])
    .primaryKeys();
}

/** The import of the same time by the same tool. */
async function findSame(db: Database, foreign: Foreign): Promise<Import | null> {
  const { first, last, days, ms } = previewOf(foreign);
  const all = await readImports(db);
  const isSame = (one: Import) =>
    one.tool === foreign.tool && one.first === first && one.last === last && one.days === days && one.ms === ms;
  return all.find(isSame) ?? null;
}

/** Why a file whose time was imported before is refused. */
export function alreadyImported({ at, filename }: Import): ForeignError {
  const date = new Intl.DateTimeFormat(language(), { dateStyle: "medium" }).format(at);
  return new ForeignError(say("import_already", { date, filename }));
}
