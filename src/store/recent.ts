import { addDays, type DayRow } from "../attention/day";
import type { Database } from "./database";
import { type Reading, readDays } from "./read";

export interface RecentDays {
  /** The same as `readDays`. */
  read(first: string, today: string): Promise<Reading>;
  /** Whatever was remembered may have been changed by somebody else. */
  forget(): void;
}

/**
 * The last days for one who asks at every heartbeat: days before yesterday are read once, for no heartbeat changes them any more
 * (an idle cut-back reaches minutes back, not days). A memory for speed alone: without it the answer is the same.
 */
export function createRecentDays(db: Database): RecentDays {
  let settled: { first: string; last: string; days: DayRow[] } | null = null;
  const forget = () => {
    settled = null;
  };
  // Somebody deletes or replaces the database.
  db.on("versionchange", forget);
  return {
    forget,
    async read(first, today) {
      const last = addDays(today, -2);
      const known = settled?.first === first && settled.last === last ? settled.days : null;
      const older = known ?? (await readDays(db, first, last)).days;
      const { days, ...rest } = await readDays(db, addDays(today, -1), today);
      settled = { first, last, days: older };
      return { days: [...older, ...days].filter(({ day }) => day >= first), ...rest };
    },
  };
}
