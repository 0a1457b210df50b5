import { describe, expect, test } from "vitest";
import { recordOf } from "../../../src/store/daybook";
import { addDay, amountOf, changeTracker, letGo, once } from "../../../src/store/erase/erased";
import { recordAll } from "../../../src/store/record";
import { openStore } from "../opened";
import { beatAt, LATE, MINUTE, visits } from "../stocked";

const DAY = "2026-03-01";
const dayOf = (source: "recorded" | "import:1", ...pages: [key: string, ms: number][]) =>
  recordOf(
    DAY,
    pages.map(([key, ms]) => ({ day: DAY, key, hours: { 9: ms } })),
    source,
  );

test("What is told of days is their time, of all sources, and how many local days they are", () => {
  expect(amountOf([dayOf("recorded", ["a.com", 5], ["b.com", 6]), dayOf("import:1", ["a.com", 7])])).toEqual({
    ms: 18,
    days: 1,
  });
  expect(amountOf([])).toEqual({ ms: 0, days: 0 });
});

test("A day is added to what is there of it by now, of its own source", async () => {
  const db = openStore();
  await db.days.bulkAdd([dayOf("recorded", ["b.com", 5]), dayOf("import:1", ["z.com", 1])]);
  await addDay(db, dayOf("recorded", ["a.com", 1], ["b.com", 2]));
  await addDay(db, { ...dayOf("recorded", ["a.com", 1]), day: "2026-03-02" });
  expect(await db.days.toArray()).toEqual([
    dayOf("import:1", ["z.com", 1]),
    dayOf("recorded", ["a.com", 1], ["b.com", 7]),
    { ...dayOf("recorded", ["a.com", 1]), day: "2026-03-02" },
  ]);
});

describe("what the recorder knows", () => {
  test("is changed, and put back where nothing was recorded since", async () => {
    const db = openStore();
    await recordAll(db, visits(LATE, [["a.com", 1]]));
    const before = await db.tracker.get("tracker");
    const putBack = await changeTracker(db, letGo);
    expect(await db.tracker.get("tracker")).toEqual({ ...before, tracker: { ...before?.tracker, key: null } });
    await putBack();
    expect(await db.tracker.get("tracker")).toEqual(before);
  });

  test("is left as it is where something was", async () => {
    const db = openStore();
    await recordAll(db, visits(LATE, [["a.com", 1]]));
    const putBack = await changeTracker(db, letGo);
    await recordAll(db, [beatAt(LATE + 2 * MINUTE, "b.com")]);
    const now = await db.tracker.get("tracker");
    await putBack();
    expect(await db.tracker.get("tracker")).toEqual(now);
  });

  test("is nothing where there is none", async () => {
    const db = openStore();
    const putBack = await changeTracker(db, letGo);
    await putBack();
    expect(await db.tracker.count()).toBe(0);
  });

  test("holds no attention when it has let go: the time to the next heartbeat counts nothing", async () => {
    const db = openStore();
    await recordAll(db, [beatAt(LATE, "a.com", { audible: true })]);
    await changeTracker(db, letGo);
    await recordAll(db, [beatAt(LATE + MINUTE, "a.com")]);
    expect(await db.spans.count()).toBe(0);
  });
});

test("What is to be done once is done once, also when it fails", async () => {
  let times = 0;
  const act = once(async () => {
    times += 1;
  });
  await Promise.all([act(), act()]);
  await act();
  expect(times).toBe(1);
  const failing = once(async () => {
    times += 1;
    throw new Error("no");
  });
  await expect(failing()).rejects.toThrow("no");
  await expect(failing()).rejects.toThrow("no");
  expect(times).toBe(2);
});
