import { IDBFactory } from "fake-indexeddb";
import { afterEach, describe, expect, test, vi } from "vitest";
import { rowMs } from "../../src/attention/day";
import type { Heartbeat } from "../../src/attention/heartbeat";
import type { Database } from "../../src/store/database";
import { rowsOf } from "../../src/store/read";
import { createRecorder, recordAll } from "../../src/store/record";
import { writeSetting } from "../../src/store/settings";
import { instant, life } from "../attention/life";
import { openStore, storedAfter, storedIn } from "./opened";

afterEach(() => {
  vi.restoreAllMocks();
});

const morning = life`09:00:00 github.com … 09:10:00 x.com`;

/** Milliseconds of each day and page. */
async function daysOf(db: Database): Promise<Record<string, number>> {
  const rows = (await db.days.toArray()).flatMap(rowsOf);
  return Object.fromEntries(rows.map((row) => [`${row.day} ${row.key}`, rowMs(row)]));
}

function fail(name: string): never {
  throw new DOMException("injected", name);
}

describe("recordAll", () => {
  test("writes spans, days and the tracker", async () => {
    const { days, spans, tracker } = await storedAfter(morning);
    expect(days).toEqual([{ day: "2026-03-02", key: "github.com", hours: { 9: 600_000 } }]);
    expect(spans).toHaveLength(1);
    expect(tracker).toMatchObject({ key: "x.com", elapsed: 600_000 });
  });

  test("of no heartbeats writes nothing", async () => {
    expect(await storedAfter([])).toEqual({ days: [], spans: [], tracker: undefined });
  });

  test("goes on with the span that the last batch left open", async () => {
    const db = openStore();
    await recordAll(db, life`09:00:00 github.com | 09:00:30 github.com`);
    await recordAll(db, life`09:01:00 github.com`);
    expect((await storedIn(db)).spans).toMatchObject([{ end: Date.parse("2026-03-02T09:01:00Z") }]);
  });

  test("splits a span that grew over midnight between the days", async () => {
    const db = openStore();
    await recordAll(db, life`23:50:00 +05:30 github.com … 2026-03-03 00:10:00 +05:30 github.com`);
    expect(await daysOf(db)).toEqual({ "2026-03-02 github.com": 600_000, "2026-03-03 github.com": 600_000 });
    expect((await storedIn(db)).spans).toHaveLength(1);
  });

  test("fills a day of 25 hours with 25, and one of 23 with 23", async () => {
    const autumn = life`2026-10-25 00:00:00 +02:00 a.com … 2026-10-25 02:00:00 +01:00 a.com … 2026-10-26 00:00:00 +01:00 a.com`;
    expect((await storedAfter(autumn)).days).toMatchObject([
      { day: "2026-10-25", hours: { 2: 7_200_000, 3: 3_600_000 } },
    ]);
    expect((await storedAfter(autumn)).days.map(rowMs)).toEqual([25 * 3_600_000]);
    const spring = life`2026-03-29 00:00:00 +01:00 a.com … 2026-03-29 03:00:00 +02:00 a.com … 2026-03-30 00:00:00 +02:00 a.com`;
    expect((await storedAfter(spring)).days.map(rowMs)).toEqual([23 * 3_600_000]);
  });

  test("takes out of days and spans what idle cuts back, across spans and midnight", async () => {
    const night = life`23:50:00 github.com … 23:59:00 x.com … 2026-03-03 00:00:30 reddit.com … 2026-03-03 00:02:00 reddit.com idle`;
    const { days, spans } = await storedAfter(night);
    expect(days.map((row) => [row.day, row.key, rowMs(row)])).toEqual([["2026-03-02", "github.com", 540_000]]);
    expect(spans).toHaveLength(1);
  });

  test("goes on after a cut with a new span", async () => {
    const db = openStore();
    await recordAll(
      db,
      life`09:00:00 github.com … 09:10:00 github.com idle | 09:11:00 github.com | 09:11:30 github.com`,
    );
    expect(await daysOf(db)).toEqual({ "2026-03-02 github.com": 7 * 60_000 + 30_000 });
    expect((await storedIn(db)).spans).toHaveLength(2);
  });

  test("leaves neither row nor span of a day that idle empties, and the row of one of which a millisecond is left", async () => {
    const emptied = await storedAfter(life`09:00:00 github.com … 09:03:00 github.com idle`);
    expect(emptied).toMatchObject({ days: [], spans: [] });
    const left = await storedAfter(life`08:59:59.999 github.com … 09:03:00 github.com idle`);
    expect(left.days.map(rowMs)).toEqual([1]);
    expect(left.spans).toHaveLength(1);
  });

  test("cuts what was heard neither in spans nor in days", async () => {
    const db = openStore();
    await recordAll(db, life`09:00:00 a.com | 09:01:00 b.com audible | 09:02:00 a.com | 09:03:00 a.com idle`);
    expect(await daysOf(db)).toEqual({ "2026-03-02 b.com": 60_000 });
  });

  test("keeps each day apart where the clock is set back over a stretch that was lived", async () => {
    const db = openStore();
    const again = life`09:00:00 a.com … 09:30:00 a.com | 09:00:00 a.com … 09:30:00 a.com | 09:30:00 a.com idle`;
    await recordAll(db, again);
    expect(await daysOf(db)).toEqual({ "2026-03-02 a.com": 57 * 60_000 });
  });

  test("obeys the stored settings", async () => {
    const pause = { from: Date.parse("2026-03-02T09:01:00Z"), until: Date.parse("2026-03-02T09:02:00Z") };
    expect((await storedAfter(morning, { pause })).days.map(rowMs)).toEqual([540_000]);
    expect((await storedAfter(morning, { neverRecord: ["github.com"] })).days).toEqual([]);
    const idle = life`09:00:00 github.com … 09:10:00 github.com idle`;
    expect((await storedAfter(idle, { idleSeconds: 15 })).days.map(rowMs)).toEqual([585_000]);
  });

  test("leaves spans, days and tracker as they were when any part of it fails", async () => {
    const db = openStore();
    await recordAll(db, morning);
    const before = await storedIn(db);
    for (const table of [db.spans, db.days, db.tracker]) {
      const put = vi.spyOn(table, "put").mockImplementation(() => fail("UnknownError"));
      await expect(recordAll(db, life`09:10:30 x.com | 09:11:00 x.com | 09:11:30 github.com`)).rejects.toThrow(
        "injected",
      );
      put.mockRestore();
      expect(await storedIn(db)).toEqual(before);
    }
  });

  test("leaves all as it was when idle fails amid its cuts", async () => {
    const db = openStore();
    await recordAll(db, life`09:00:00 a.com … 09:01:00 b.com … 09:02:00 c.com … 09:02:50 c.com`);
    const before = await storedIn(db);
    vi.spyOn(db.spans, "delete").mockImplementation(() => fail("UnknownError"));
    await expect(recordAll(db, life`09:03:00 c.com idle`)).rejects.toThrow("injected");
    expect(await storedIn(db)).toEqual(before);
  });
});

describe("a recorder", { timeout: 60_000 }, () => {
  test("records what arrives together in order, while the database is still opening", async () => {
    const db = openStore();
    const recorder = createRecorder(db);
    expect(db.isOpen()).toBe(false);
    await Promise.all(morning.map((beat) => recorder.record(beat)));
    expect(await storedIn(db)).toEqual(await storedAfter(morning));
  });

  test("resolves when the heartbeat is stored", async () => {
    const db = openStore();
    const recorder = createRecorder(db);
    for (const beat of morning) {
      await recorder.record(beat);
      expect((await storedIn(db)).tracker?.at).toBe(beat.at);
    }
  });

  test("keeps heartbeats while the disk is full and records them all, in order, once there is room", async () => {
    const db = openStore();
    const recorder = createRecorder(db);
    await recorder.record(morning[0] as Heartbeat);
    const before = await storedIn(db);
    const full = vi.spyOn(db.spans, "add").mockImplementation(() => fail("QuotaExceededError"));
    for (const beat of morning.slice(1, -1)) await expect(recorder.record(beat)).rejects.toThrow("injected");
    expect(await storedIn(db)).toEqual(before);
    full.mockRestore();
    await recorder.record(morning.at(-1) as Heartbeat);
    expect(await storedIn(db)).toEqual(await storedAfter(morning));
  });

  test("keeps heartbeats that come while a failing write is under way behind those before them", async () => {
    const db = openStore();
    const recorder = createRecorder(db);
    vi.spyOn(db.tracker, "put").mockImplementationOnce(() => fail("QuotaExceededError"));
    const outcomes = await Promise.allSettled(morning.map((beat) => recorder.record(beat)));
    expect(outcomes.map(({ status }) => status)).toEqual(["rejected", ...morning.slice(1).map(() => "fulfilled")]);
    expect(await storedIn(db)).toEqual(await storedAfter(morning));
  });

  test("keeps heartbeats while the database cannot be opened, and opens it again for them", async () => {
    const indexedDB = new IDBFactory();
    const db = openStore(indexedDB);
    const recorder = createRecorder(db);
    const refused = vi.spyOn(indexedDB, "open").mockImplementation(() => fail("InvalidStateError"));
    for (const beat of morning.slice(0, -1)) await expect(recorder.record(beat)).rejects.toThrow("injected");
    refused.mockRestore();
    await recorder.record(morning.at(-1) as Heartbeat);
    expect(await storedIn(db)).toEqual(await storedAfter(morning));
  });

  test.each([
    [10_000, "keeps ten thousand heartbeats that wait", 19_998],
    [10_001, "lets the oldest go beyond ten thousand", 9_999],
  ])("of %i heartbeats: %s", async (count, _, elapsed) => {
    const indexedDB = new IDBFactory();
    const db = openStore(indexedDB);
    const recorder = createRecorder(db);
    const [first, rest] = life`09:00:00 private | 09:00:10 private` as [Heartbeat, Heartbeat];
    const beats = [first, ...Array.from({ length: count - 1 }, (_, i) => ({ ...rest, at: rest.at + i }))];
    vi.spyOn(indexedDB, "open").mockImplementationOnce(() => fail("InvalidStateError"));
    await Promise.allSettled(beats.map((beat) => recorder.record(beat)));
    expect((await storedIn(db)).tracker?.elapsed).toBe(elapsed);
  });

  test("tells what a heartbeat has changed, and nothing of one that was stored along with an earlier one", async () => {
    const recorder = createRecorder(openStore());
    const [before, after, next] = life`09:00:00 a.com | 09:01:00 b.com | 09:02:00 b.com` as [
      Heartbeat,
      Heartbeat,
      Heartbeat,
    ];
    const steps = await Promise.all([before, after].map((beat) => recorder.record(beat)));
    const pages = [{ key: "a.com", hours: { 9: 60_000 } }];
    expect(steps).toMatchObject([
      { before: null, after: { at: after.at }, days: [{ day: "2026-03-02", source: "recorded", pages }] },
      null,
    ]);
    expect(await recorder.record(next)).toMatchObject({ before: { at: after.at }, after: { at: next.at } });
  });

  test("knows the last heartbeat: one that was stored before it began, its own, one that waits; none while the store fails", async () => {
    const indexedDB = new IDBFactory();
    expect(await createRecorder(openStore(indexedDB)).last()).toBe(null);
    await recordAll(openStore(indexedDB), life`09:00:00 github.com`);
    const db = openStore(indexedDB);
    const recorder = createRecorder(db);
    expect(await recorder.last()).toMatchObject({ at: instant("09:00:00"), presence: "active" });
    const [own, waiting] = life`09:01:00 x.com | 09:02:00 x.com idle` as [Heartbeat, Heartbeat];
    void recorder.record(own);
    expect(await recorder.last()).toMatchObject({ at: own.at, presence: "active" });
    const failing = vi.spyOn(db.tracker, "get").mockRejectedValue(new DOMException("injected", "UnknownError"));
    expect(await recorder.last()).toBe(null);
    await expect(recorder.record(waiting)).rejects.toThrow("injected");
    expect(await recorder.last()).toMatchObject({ at: waiting.at, presence: "idle" });
    failing.mockRestore();
  });

  test("obeys a setting that was changed between two heartbeats", async () => {
    const db = openStore();
    const recorder = createRecorder(db);
    await recorder.record(life`09:00:00 github.com`[0] as Heartbeat);
    await writeSetting(db, "neverRecord", ["x.com"]);
    for (const beat of life`09:00:30 x.com | 09:01:00 github.com | 09:01:30 x.com`) await recorder.record(beat);
    expect(await daysOf(db)).toEqual({ "2026-03-02 github.com": 60_000 });
  });
});
