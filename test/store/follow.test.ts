import { Dexie } from "dexie";
import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { failureId } from "../../src/store/failure";
import { follow, watch } from "../../src/store/follow";
import { readDays } from "../../src/store/read";
import { recordAll } from "../../src/store/record";
import { life } from "../attention/life";
import { openStore } from "./opened";

const { indexedDB } = Dexie.dependencies;

beforeAll(() => {
  // Without a database of the browser's own, Dexie's liveQuery stays silent.
  Dexie.dependencies.indexedDB = new IDBFactory();
});

afterAll(() => {
  Dexie.dependencies.indexedDB = indexedDB;
});

describe("watch", () => {
  test("gives a value now and after each change of what it read", async () => {
    const db = openStore();
    const counts: number[] = [];
    await new Promise<void>((resolve, reject) => {
      const subscription = watch(
        () => db.days.count(),
        (count) => {
          counts.push(count);
          if (count === 0) return void recordAll(db, life`09:00:00 a.com | 09:00:30 a.com`).catch(reject);
          subscription.unsubscribe();
          resolve();
        },
        reject,
      );
    });
    expect(counts).toEqual([0, 1]);
  });

  test("tells an error of the query", async () => {
    const query = () => Promise.reject(new Error("no"));
    const error = await new Promise((resolve) => watch(query, resolve, resolve));
    expect(error).toMatchObject({ message: "no" });
  });

  test("tells that the database was written by a newer release", async () => {
    const factory = new IDBFactory();
    const newer = new Dexie("factory-trap-meter", { indexedDB: factory, IDBKeyRange });
    newer.version(99).stores({ days: "day" });
    await newer.open();
    newer.close();
    const db = openStore(factory);
    const query = () => readDays(db, "2026-03-02", "2026-03-02");
    const error = await new Promise((resolve) => watch(query, resolve, resolve));
    expect(failureId(error)).toBe("newer-database");
  });
});

describe("follow", () => {
  const RETRY_MS = 2000;
  const printed = vi.spyOn(console, "error");

  beforeEach(() => {
    printed.mockImplementation(() => {});
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  });

  afterEach(() => {
    vi.useRealTimers();
    printed.mockReset();
  });

  afterAll(() => printed.mockRestore());

  /** Long enough for what happens at once: Dexie begins queries in a task of their own. */
  const AT_ONCE_MS = 20;
  const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

  /** What a follower is told, of a query that fails so many times first. */
  function followed(failures: number) {
    const told: unknown[] = [];
    let queries = 0;
    const query = async () => {
      queries += 1;
      if (queries <= failures) throw new Error(`no ${queries}`);
      return queries;
    };
    const end = follow(
      query,
      (value) => told.push(value),
      (error) => told.push((error as Error).message),
    );
    return { told, end, queries: () => queries };
  }

  test("gives a value now and after each change, until it is ended", async () => {
    vi.useRealTimers();
    const db = openStore();
    const counts: number[] = [];
    const errors: unknown[] = [];
    const end = follow(
      () => db.days.count(),
      (count) => counts.push(count),
      (error) => errors.push(error),
    );
    await vi.waitFor(() => expect(counts).toEqual([0]));
    await recordAll(db, life`2026-03-02 09:00:00 a.com | 2026-03-02 09:00:30 a.com`);
    await vi.waitFor(() => expect(counts).toEqual([0, 1]));
    end();
    // Another one sees the next change: by then the ended one would have seen it, too.
    const others: number[] = [];
    const endOther = follow(
      () => db.days.count(),
      (count) => others.push(count),
      (error) => errors.push(error),
    );
    await vi.waitFor(() => expect(others).toEqual([1]));
    await recordAll(db, life`2026-03-03 09:00:00 a.com startup | 2026-03-03 09:00:30 a.com`);
    await vi.waitFor(() => expect(others).toEqual([1, 2]));
    endOther();
    expect(counts).toEqual([0, 1]);
    expect(errors).toEqual([]);
  });

  test("tells each error, and tries again two seconds later until it can", async () => {
    const { told, end } = followed(2);
    await pass(AT_ONCE_MS);
    expect(told).toEqual(["no 1"]);
    await pass(RETRY_MS - 2 * AT_ONCE_MS);
    expect(told).toEqual(["no 1"]);
    await pass(2 * AT_ONCE_MS);
    expect(told).toEqual(["no 1", "no 2"]);
    await pass(RETRY_MS + AT_ONCE_MS);
    expect(told).toEqual(["no 1", "no 2", 3]);
    expect(printed).toHaveBeenCalledTimes(2);
    end();
  });

  test("tries no more once it can", async () => {
    const { told, queries, end } = followed(1);
    await pass(AT_ONCE_MS);
    expect(told).toEqual(["no 1"]);
    await pass(RETRY_MS + AT_ONCE_MS);
    expect(told).toEqual(["no 1", 2]);
    const before = queries();
    await pass(10 * RETRY_MS);
    expect(queries()).toBe(before);
    end();
  });

  test("tells each change once, also after it had to try again", async () => {
    const db = openStore();
    const told: unknown[] = [];
    let isBroken = false;
    const end = follow(
      async () => {
        const count = await db.days.count();
        if (isBroken) throw new Error("no");
        return count;
      },
      (count) => told.push(count),
      (error) => told.push((error as Error).message),
    );
    await vi.waitFor(() => expect(told).toEqual([0]));
    isBroken = true;
    await recordAll(db, life`2026-03-02 09:00:00 a.com | 2026-03-02 09:00:30 a.com`);
    await vi.waitFor(() => expect(told).toEqual([0, "no"]));
    isBroken = false;
    await pass(RETRY_MS);
    await vi.waitFor(() => expect(told).toEqual([0, "no", 1]));
    await recordAll(db, life`2026-03-03 09:00:00 a.com startup | 2026-03-03 09:00:30 a.com`);
    await vi.waitFor(() => expect(told).toContain(2));
    await pass(RETRY_MS);
    expect(told).toEqual([0, "no", 1, 2]);
    end();
  });

  test("ended while it waits, it does not try again", async () => {
    const { told, queries, end } = followed(1);
    await pass(AT_ONCE_MS);
    expect(told).toEqual(["no 1"]);
    expect(vi.getTimerCount()).toBe(1);
    end();
    expect(vi.getTimerCount()).toBe(0);
    await pass(10 * RETRY_MS);
    expect(told).toEqual(["no 1"]);
    expect(queries()).toBe(1);
  });

  test("ended by who is told of an error, it does not try again", async () => {
    let queries = 0;
    const query = async () => {
      queries += 1;
      throw new Error("no");
    };
    const end = follow(query, expect.unreachable, () => end());
    await pass(10 * RETRY_MS);
    expect(queries).toBe(1);
  });

  test("ended before its first answer, it tells nothing and tries nothing", async () => {
    const values = followed(0);
    values.end();
    const errors = followed(1);
    errors.end();
    await pass(10 * RETRY_MS);
    expect([values.told, errors.told]).toEqual([[], []]);
    expect(vi.getTimerCount()).toBe(0);
  });
});
