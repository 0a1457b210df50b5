import { describe, expect, test } from "vitest";
import { addDays } from "../../src/attention/day";
import type { Database } from "../../src/store/database";
import { readDays } from "../../src/store/read";
import { createRecentDays } from "../../src/store/recent";
import { openStore } from "./opened";

const today = "2026-03-15";
const first = addDays(today, -13);

function put(db: Database, day: string, ms: number) {
  return db.days.put({ day, source: "recorded", key: "github.com", hours: { 9: ms } });
}

async function filled(): Promise<Database> {
  const db = openStore();
  for (let age = 15; age >= 0; age--) await put(db, addDays(today, -age), 1000 + age);
  return db;
}

describe("the recent days", () => {
  test("are what a plain reading gives, at first and ever after, also on the next day", async () => {
    const db = await filled();
    const recent = createRecentDays(db);
    expect(await recent.read(first, today)).toEqual(await readDays(db, first, today));
    await put(db, today, 5);
    await put(db, addDays(today, -1), 6);
    expect(await recent.read(first, today)).toEqual(await readDays(db, first, today));
    await put(db, addDays(today, 1), 7);
    const nextDay = [addDays(first, 1), addDays(today, 1)] as const;
    expect(await recent.read(...nextDay)).toEqual(await readDays(db, ...nextDay));
  });

  test("of a window shorter than two days hold no day before it", async () => {
    const db = await filled();
    expect(await createRecentDays(db).read(today, today)).toEqual(await readDays(db, today, today));
  });

  test("before yesterday are read again once they are forgotten", async () => {
    const db = await filled();
    const recent = createRecentDays(db);
    const before = await recent.read(first, today);
    await put(db, addDays(today, -5), 999);
    expect(await recent.read(first, today)).toEqual(before);
    recent.forget();
    expect(await recent.read(first, today)).toEqual(await readDays(db, first, today));
  });
});
