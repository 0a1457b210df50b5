import { Dexie, type DexieOptions, type Table } from "dexie";
import type { DayRow } from "../attention/day";
import type { Tracker } from "../attention/merge";
import type { Span } from "../attention/span";
import type { TracedBeat } from "../attention/trace";
import type { Channel } from "../catalog/channels";
import type { Block } from "../trap/block";
import type { Dismissal } from "../trap/dismissal";
import type { Fact } from "../trap/facts";
import type { StoredRule } from "./rules";
import { version1 } from "./versions/1";
import { version2 } from "./versions/2";
import { version3 } from "./versions/3";

/** Where a day's time is known from: recorded here, or imported from another tool's file, by the import's id. */
export type Source = "recorded" | `import:${number}`;

/** A file of another tool's that was imported. */
export interface Import {
  id: number;
  /** Id of the tool, as `sources/index.ts` has it. */
  tool: string;
  filename: string;
  /** Epoch milliseconds. */
  at: number;
  /** First and last local day, how many of them have time, and how much in all. */
  first: string;
  last: string;
  days: number;
  ms: number;
}

export type StoredSpan = Span & { id: number };
/** A local day: all its pages in one record, because ratios read days whole, and one read of a day costs what one of a page does. */
export interface StoredDay {
  day: string;
  source: Source;
  pages: Omit<DayRow, "day">[];
}

export interface TrackerRecord {
  tracker: Tracker;
  /** The span that the next stretch may go on with. */
  open: StoredSpan | null;
}

/** What is kept of a day's stretches when its spans are not. */
export interface StoredStretch {
  day: string;
  /** Milliseconds of building in the day's longest stretch of it, as the catalog judged when the spans went. */
  longestBuildMs: number;
}

export interface StoredSetting {
  name: string;
  value: unknown;
}

/** The database was written by a newer release: reading it with this one could destroy what it does not know. */
export class NewerDatabaseError extends Error {
  override name = "NewerDatabaseError";
}

/** All that is kept, on this machine, in IndexedDB. */
export class Database extends Dexie {
  declare spans: Table<StoredSpan, number, Span>;
  declare days: Table<StoredDay, [string, Source]>;
  declare stretches: Table<StoredStretch, string>;
  declare tracker: Table<TrackerRecord, "tracker">;
  declare trace: Table<TracedBeat & { id: number }, number, TracedBeat>;
  declare settings: Table<StoredSetting, string>;
  declare rules: Table<StoredRule, string>;
  declare channels: Table<Channel, string>;
  declare blocks: Table<Block, number, Omit<Block, "id">>;
  declare facts: Table<Fact & { id: number }, number, Fact>;
  declare dismissals: Table<Dismissal & { id: number }, number, Dismissal>;
  declare imports: Table<Import, number, Omit<Import, "id">>;

  constructor(options: DexieOptions = {}) {
    const indexedDB = (options.indexedDB ?? Dexie.dependencies.indexedDB) as IDBFactory | undefined;
    super("factory-trap-meter", indexedDB ? { ...options, indexedDB: refuseNewer(indexedDB) } : options);
    this.version(1).stores(version1);
    this.version(2).stores(version2);
    this.version(3).stores(version3);
  }

  /** Opens the database where it is not open. Dexie remembers a failed opening; this tries again. Rejects with why it cannot. */
  async ready(): Promise<this> {
    if (!this.isOpen()) await this.open();
    return this;
  }
}

/**
 * Where a database is newer than asked for, Dexie opens it as it is, without a version, and adds the tables and indexes that
 * it misses. We must not touch tables whose meaning may have changed: whoever asks for no version is refused.
 */
function refuseNewer(factory: IDBFactory): IDBFactory {
  return {
    open(name, version) {
      if (version !== undefined) return factory.open(name, version);
      throw new NewerDatabaseError("The database was written by a newer release");
    },
    deleteDatabase: (name) => factory.deleteDatabase(name),
    databases: () => factory.databases(),
    cmp: (first, second) => factory.cmp(first, second),
  };
}
