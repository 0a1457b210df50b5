import { describe, expect, test, vi } from "vitest";
import { openDaybook, recordOf } from "../../src/store/daybook";
import { rowsOf } from "../../src/store/read";
import { openStore } from "./opened";

const HOUR = 3_600_000;
const midnight = Date.parse("2026-03-02T00:00:00Z");

/** A span in UTC from one hour after midnight to another. */
function span(key: string, from: number, to: number) {
  const start = midnight + from * HOUR;
  return { key, start, end: midnight + to * HOUR, offset: 0, audible: false, elapsed: 0 };
}

describe("a daybook", () => {
  test("writes nothing before it is told to, and then a record a day, ordered by page", async () => {
    const db = openStore();
    const book = openDaybook(db);
    await book.enter(span("x.com", 22, 25), 1);
    await book.enter(span("github.com", 1, 2), 1);
    expect(await db.days.count()).toBe(0);
    await book.write();
    expect(await db.days.toArray()).toEqual([
      {
        day: "2026-03-02",
        source: "recorded",
        pages: [
          { key: "github.com", hours: { 1: HOUR } },
          { key: "x.com", hours: { 22: HOUR, 23: HOUR } },
        ],
      },
      { day: "2026-03-03", source: "recorded", pages: [{ key: "x.com", hours: { 0: HOUR } }] },
    ]);
  });

  test("goes on with what is stored, and leaves no record of a day whose time is all taken away", async () => {
    const db = openStore();
    await db.days.put(recordOf("2026-03-02", [{ day: "2026-03-02", key: "x.com", hours: { 3: HOUR } }]));
    const book = openDaybook(db);
    await book.enter(span("x.com", 4, 5), 1);
    await book.write();
    expect((await db.days.toArray()).flatMap(rowsOf)).toEqual([
      { day: "2026-03-02", key: "x.com", hours: { 3: HOUR, 4: HOUR } },
    ]);
    const second = openDaybook(db);
    await second.enter(span("x.com", 3, 5), -1);
    await second.write();
    expect(await db.days.count()).toBe(0);
  });

  test("keeps a page's time in each block apart, and takes it from where it was", async () => {
    const db = openStore();
    const book = openDaybook(db);
    await book.enter({ ...span("x.com", 1, 3), block: 12 }, 1);
    await book.enter({ ...span("x.com", 3, 4), block: 7 }, 1);
    await book.enter(span("x.com", 4, 5), 1);
    await book.write();
    const stored = async () => (await db.days.toArray()).flatMap(rowsOf).map(({ day: _, ...row }) => row);
    expect(await stored()).toEqual([
      { key: "x.com", hours: { 4: HOUR } },
      { key: "x.com", block: 12, hours: { 1: HOUR, 2: HOUR } },
      { key: "x.com", block: 7, hours: { 3: HOUR } },
    ]);
    const second = openDaybook(db);
    await second.enter({ ...span("x.com", 2, 3), block: 12 }, -1);
    await second.enter({ ...span("x.com", 3, 4), block: 7 }, -1);
    await second.write();
    expect(await stored()).toEqual([
      { key: "x.com", hours: { 4: HOUR } },
      { key: "x.com", block: 12, hours: { 1: HOUR } },
    ]);
  });

  test("tells what it has written, and leaves alone what was only read", async () => {
    const db = openStore();
    const lived = ["2026-03-01", "2026-03-02", "2026-03-03"].map((day) =>
      recordOf(day, [{ day, key: "x.com", hours: { 1: HOUR } }]),
    );
    await db.days.bulkPut(lived);
    const put = vi.spyOn(db.days, "put");
    const book = openDaybook(db);
    await book.open("2026-03-01");
    await book.enter(span("x.com", 1, 2), -1);
    await book.enter(span("x.com", 26, 27), 1);
    const grown = { day: "2026-03-03", source: "recorded", pages: [{ key: "x.com", hours: { 1: HOUR, 2: HOUR } }] };
    expect(await book.write()).toEqual([{ day: "2026-03-02", source: "recorded", pages: [] }, grown]);
    expect(put.mock.calls).toEqual([[grown]]);
    expect(await db.days.toArray()).toEqual([lived[0], grown]);
  });

  test("adds a row to its day", async () => {
    const db = openStore();
    const book = openDaybook(db);
    await book.add({ day: "2026-03-02", key: "declared:", block: 7, hours: { 9: 5 } });
    await book.add({ day: "2026-03-02", key: "declared:", block: 7, hours: { 9: 6, 10: 1 } });
    await book.write();
    expect((await db.days.toArray()).flatMap(rowsOf)).toEqual([
      { day: "2026-03-02", key: "declared:", block: 7, hours: { 9: 11, 10: 1 } },
    ]);
  });

  test("knows a page called like a property of every object", async () => {
    const db = openStore();
    const book = openDaybook(db);
    await book.enter(span("__proto__", 1, 2), 1);
    await book.enter(span("constructor", 2, 3), 1);
    await book.write();
    expect((await db.days.toArray()).flatMap(rowsOf).map(({ key }) => key)).toEqual(["__proto__", "constructor"]);
  });
});
