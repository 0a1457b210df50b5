import { Dexie, type DexieOptions, type Table } from "dexie";
import type { DayRow } from "../attention/day";
import type { Tracker } from "../attention/merge";
import type { Span } from "../attention/span";
import { version1 } from "./versions/1";

/** Where a day's time is known from. */
export type Source = "recorded";

export type StoredSpan = Span & { id: number };
export type StoredDay = DayRow & { source: Source };

export interface TrackerRecord {
  tracker: Tracker;
  /** The span that the next stretch may go on with. */
  open: StoredSpan | null;
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
  declare days: Table<StoredDay, [string, Source, string]>;
  declare tracker: Table<TrackerRecord, "tracker">;
  declare settings: Table<StoredSetting, string>;

  constructor(options: DexieOptions = {}) {
    super("factory-trap-meter", options);
    this.version(1).stores(version1);
    // Dexie opens a newer database as it is; we must not write into tables whose meaning may have changed.
    this.on("ready", () => {
      const newest = Math.round(this.verno * 10);
      if (this.backendDB().version <= newest) return;
      throw new NewerDatabaseError(
        `The database has version ${this.backendDB().version / 10}, this release knows ${this.verno}`,
      );
    });
  }
}
