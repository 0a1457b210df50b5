import { describe, expect, test } from "vitest";
import { readAmounts } from "../../src/store/amounts";
import type { Source, StoredDay } from "../../src/store/database";
import { recordAll } from "../../src/store/record";
import { startTrace } from "../../src/store/trace";
import { life } from "../attention/life";
import { openStore } from "./opened";

function told(day: string, source: Source): StoredDay {
  return { day, source, pages: [{ key: "b.com", hours: { 24: 1 } }] };
}

describe("readAmounts", () => {
  test("finds nothing in an empty store", async () => {
    expect(await readAmounts(openStore())).toEqual({ spans: 0, days: 0, firstDay: null, traceBeats: 0 });
  });

  test("counts spans and days, and has the first day", async () => {
    const db = openStore();
    await recordAll(db, life`2026-03-03 12:00:00 a.com | 2026-03-03 12:00:30 b.com | 2026-03-03 12:01:00 b.com`);
    await recordAll(db, life`2026-03-05 12:00:00 a.com startup | 2026-03-05 12:00:30 a.com`);
    expect(await readAmounts(db)).toEqual({ spans: 3, days: 2, firstDay: "2026-03-03", traceBeats: 0 });
  });

  test("counts the heartbeats of a trace", async () => {
    const db = openStore();
    await startTrace(db, Date.parse("2026-03-02T09:00:00Z"));
    await recordAll(db, life`09:00:00 a.com | 09:00:30 a.com | 09:01:00 a.com`);
    expect(await readAmounts(db)).toMatchObject({ spans: 1, traceBeats: 3 });
  });

  test("counts a day of several sources once, and has the first of all sources", async () => {
    const db = openStore();
    await recordAll(db, life`2026-03-02 12:00:00 a.com | 2026-03-02 12:00:30 a.com`);
    const file = { tool: "timetracker", filename: "f", at: 0, first: "2026-02-27", last: "2026-03-02", days: 2, ms: 3 };
    await db.imports.bulkAdd([file, file]);
    await db.days.bulkPut([
      told("2026-02-27", "import:1"),
      told("2026-03-02", "import:1"),
      told("2026-02-27", "import:2"),
    ]);
    expect(await readAmounts(db)).toMatchObject({ days: 2, firstDay: "2026-02-27", spans: 1 });
  });
});
