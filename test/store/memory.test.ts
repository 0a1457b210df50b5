import fc from "fast-check";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { DayRow } from "../../src/attention/day";
import type { Heartbeat } from "../../src/attention/heartbeat";
import { createMemory } from "../../src/store/memory";
import { type Reading, readDays } from "../../src/store/read";
import { recordAll } from "../../src/store/record";
import { initialSettings, writeSetting } from "../../src/store/settings";
import { beatsWithin } from "../attention/beats";
import { life } from "../attention/life";
import { openStore } from "./opened";

afterEach(() => {
  vi.restoreAllMocks();
});

const [first, last] = ["2026-03-01", "2026-03-03"];

/** Rows in an order of their own: a reading promises none. */
function inOrder({ days, ...rest }: Reading): Reading {
  const placeOf = ({ day, key }: DayRow) => `${day} ${key}`;
  return { ...rest, days: days.toSorted((a, b) => placeOf(a).localeCompare(placeOf(b))) };
}

describe("what is known between heartbeats", () => {
  test("is what the store holds, whatever they record, cut back or leave of a day", { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(beatsWithin({ jumps: true, travels: true }), async (beats) => {
        const db = openStore();
        const memory = createMemory(db);
        for (const beat of beats) {
          memory.takeIn((await recordAll(db, [beat])).days);
          expect(inOrder(await memory.days(first, last))).toEqual(inOrder(await readDays(db, first, last)));
        }
      }),
      { numRuns: 30 },
    );
  });

  test("is not read again for a heartbeat", async () => {
    const db = openStore();
    const memory = createMemory(db);
    await memory.days(first, last);
    const reads = vi.spyOn(db.days, "where");
    for (const beat of life`09:00:00 github.com … 09:10:00 x.com`) {
      memory.takeIn((await recordAll(db, [beat])).days);
      await memory.days(first, last);
    }
    expect(reads).not.toHaveBeenCalled();
    expect((await memory.days(first, last)).days).toEqual([
      { day: "2026-03-02", key: "github.com", hours: { 9: 600_000 } },
    ]);
  });

  test("is read anew for other days", async () => {
    const db = openStore();
    await recordAll(db, life`09:00:00 github.com | 09:01:00 x.com | 2026-03-04 09:00:00 x.com | 2026-03-04 09:01:00`);
    const memory = createMemory(db);
    const daysOf = async (from: string, to: string) => (await memory.days(from, to)).days.map(({ day }) => day);
    expect(await daysOf(first, last)).toEqual(["2026-03-02"]);
    expect(await daysOf("2026-03-02", "2026-03-04")).toEqual(["2026-03-02", "2026-03-04"]);
    expect(await daysOf(first, last)).toEqual(["2026-03-02"]);
  });

  test("holds no day beyond those that were asked for", async () => {
    const db = openStore();
    const memory = createMemory(db);
    await memory.days(first, "2026-03-02");
    const night = life`23:59:00 github.com | 2026-03-03 00:00:00 github.com | 2026-03-03 00:01:00 github.com`;
    memory.takeIn((await recordAll(db, night)).days);
    expect((await memory.days(first, "2026-03-02")).days.map(({ day }) => day)).toEqual(["2026-03-02"]);
  });

  test("gives an import's day its place back when nothing recorded is left of it", async () => {
    const db = openStore();
    const pages = [{ key: "x.com", hours: { 24: 5000 } }];
    await db.days.put({ day: "2026-03-02", source: "import:1", pages });
    const memory = createMemory(db);
    const keys = async () => (await memory.days(first, last)).days.map(({ key }) => key);
    expect(await keys()).toEqual(["x.com"]);
    memory.takeIn((await recordAll(db, life`09:00:00 a.com … 09:02:00 a.com`)).days);
    expect(await keys()).toEqual(["a.com"]);
    memory.takeIn((await recordAll(db, life`09:03:00 a.com idle`)).days);
    expect(await keys()).toEqual(["x.com"]);
  });

  test("is forgotten when asked to, settings and all", async () => {
    const db = openStore();
    const memory = createMemory(db);
    await memory.days(first, last);
    await memory.settings();
    await db.days.put({ day: "2026-03-02", source: "recorded", pages: [{ key: "x.com", hours: { 9: 1 } }] });
    await writeSetting(db, "target", 0.3);
    expect((await memory.days(first, last)).days).toEqual([]);
    expect((await memory.settings()).target).toBe(0.5);
    memory.forget();
    expect((await memory.days(first, last)).days).toHaveLength(1);
    expect((await memory.settings()).target).toBe(0.3);
  });

  test("is not what was being read while somebody wrote", async () => {
    const db = openStore();
    const memory = createMemory(db);
    const early = memory.days(first, last);
    memory.forget();
    await early;
    const [before, after] = life`09:00:00 a.com | 09:00:30 a.com` as [Heartbeat, Heartbeat];
    await recordAll(db, [before, after]);
    expect((await memory.days(first, last)).days).toHaveLength(1);
  });

  test("is tried again after the store has failed; settings are the defaults until then", async () => {
    const db = openStore();
    await writeSetting(db, "target", 0.3);
    const memory = createMemory(db);
    const failing = vi.spyOn(db.settings, "toArray").mockRejectedValue(new DOMException("injected", "UnknownError"));
    await expect(memory.days(first, last)).rejects.toThrow("injected");
    expect(await memory.settings()).toEqual(initialSettings);
    failing.mockRestore();
    expect((await memory.days(first, last)).settings.target).toBe(0.3);
    expect((await memory.settings()).target).toBe(0.3);
  });
});
