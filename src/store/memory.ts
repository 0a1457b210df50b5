import type { Database, StoredDay } from "./database";
import { type Reading, readDays, rowsOf } from "./read";
import { initialSettings, readSettings, type Settings } from "./settings";

/**
 * What is known of the store between two heartbeats, so that none reads fourteen days to add to one. Whoever writes says so: a
 * heartbeat, what it has made of its days; anyone else, that what is known may not be so any more.
 */
export interface Memory {
  /** What the user decides; the defaults while the store cannot say otherwise. */
  settings(): Promise<Settings>;
  /** As `readDays` gives them. */
  days(first: string, last: string): Promise<Reading>;
  /** Takes in the days that a heartbeat has written. */
  takeIn(written: readonly StoredDay[]): void;
  /** Has everything read anew when it is next asked for. */
  forget(): void;
}

interface Known {
  first: string;
  last: string;
  reading: Reading;
}

export function createMemory(db: Database): Memory {
  let settings: Promise<Settings> | null = null;
  let known: Known | null = null;
  /** How often something was written: what was being read meanwhile may be of before. */
  let writes = 0;

  const forget = () => {
    writes += 1;
    settings = null;
    known = null;
  };

  return {
    settings() {
      settings ??= readSettings(db).then(
        (read) => read.settings,
        () => {
          settings = null;
          return initialSettings;
        },
      );
      return settings;
    },
    async days(first, last) {
      if (known?.first === first && known.last === last) return known.reading;
      const before = writes;
      const reading = await readDays(db, first, last);
      if (writes === before) known = { first, last, reading };
      return reading;
    },
    takeIn(written) {
      if (written.length === 0) return;
      writes += 1;
      // Where nothing recorded is left of a day, an import may take its place.
      const isEmptied = written.some(({ pages }) => pages.length === 0);
      known = known && !isEmptied ? { ...known, reading: readingWith(known, written) } : null;
    },
    forget,
  };
}

/** What is known, with some days as they were written. */
function readingWith({ first, last, reading }: Known, written: readonly StoredDay[]): Reading {
  const changed = new Set(written.map(({ day }) => day));
  const kept = reading.days.filter(({ day }) => !changed.has(day));
  const added = written.filter(({ day }) => day >= first && day <= last);
  return { ...reading, days: [...kept, ...added.flatMap(rowsOf)] };
}
