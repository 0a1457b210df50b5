import fc from "fast-check";
import { expect, test } from "vitest";
import { type Cursor, openCursor, openSpans } from "../../src/store/cursor";
import { openStore } from "./opened";

async function all<T>(next: Cursor<T>, size: number): Promise<T[]> {
  const rows: T[] = [];
  for (let some = await next(); some.length > 0; some = await next()) {
    expect(some.length).toBeLessThanOrEqual(size);
    rows.push(...some);
  }
  return rows;
}

test("Rows come in the order of their keys, whatever the keys are made of", async () => {
  const db = openStore();
  const days = ["2026-03-01", "2026-03-02", "2026-03-03"].flatMap((day) =>
    (["import:1", "import:2", "recorded"] as const).map((source) => ({ day, source, pages: [] })),
  );
  await db.days.bulkAdd(days.toReversed());
  await db.settings.bulkAdd(["c", "a", "b"].map((name) => ({ name, value: 1 })));
  for (const size of [1, 2, 9, 10]) {
    expect(await all(openCursor(db.days, size), size)).toEqual(days);
    expect((await all(openCursor(db.settings, size), size)).map(({ name }) => name)).toEqual(["a", "b", "c"]);
  }
  expect(await openCursor(db.rules, 5)()).toEqual([]);
});

test("Spans come in the order of their start, each once, also where many begin together", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 30 }),
      fc.integer({ min: 1, max: 7 }),
      async (starts, size) => {
        const db = openStore();
        await db.spans.bulkAdd(
          starts.map((start) => ({ key: "x", start, end: 9, offset: 0, audible: false, elapsed: 0 })),
        );
        const stored = await db.spans.toArray();
        const sorted = stored.toSorted((a, b) => a.start - b.start || a.id - b.id);
        expect(await all(openSpans(db, size), size)).toEqual(sorted);
      },
    ),
    { numRuns: 40 },
  );
});
