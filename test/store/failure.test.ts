import { Dexie } from "dexie";
import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { afterEach, describe, expect, test, vi } from "vitest";
import { Database } from "../../src/store/database";
import { describeFailure, failureId } from "../../src/store/failure";
import { recordAll } from "../../src/store/record";
import { life } from "../attention/life";
import { openStore } from "./opened";

afterEach(() => {
  vi.restoreAllMocks();
});

const beats = life`09:00:00 a.com | 09:00:30 a.com`;

/** What the store throws when it is made to record. */
async function errorOf(db: Database): Promise<unknown> {
  return recordAll(db, beats).then(
    () => {
      throw new Error("was recorded");
    },
    (error: unknown) => error,
  );
}

describe("failureId", () => {
  test("knows a database of a newer release", async () => {
    const indexedDB = new IDBFactory();
    const newer = new Dexie("factory-trap-meter", { indexedDB, IDBKeyRange });
    newer.version(1000).stores({ days: "day" });
    await newer.open();
    newer.close();
    const db = openStore(indexedDB);
    expect(failureId(await errorOf(db))).toBe("newer-database");
    expect(failureId(await db.open().catch((error) => error))).toBe("newer-database");
  });

  test("knows a full disk when a row cannot be put", async () => {
    const db = openStore();
    await db.open();
    const { IDBObjectStore } = await import("fake-indexeddb");
    vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => {
      throw new DOMException("no room", "QuotaExceededError");
    });
    expect(failureId(await errorOf(db))).toBe("disk-full");
  });

  test("knows a full disk when the transaction cannot be committed", async () => {
    const db = openStore();
    await db.open();
    const { IDBTransaction } = await import("fake-indexeddb");
    const error = new DOMException("no room", "QuotaExceededError");
    vi.spyOn(IDBTransaction.prototype, "objectStore").mockImplementation(function (this: IDBTransaction) {
      const aborted = this as unknown as { _abort(name: string): void };
      Object.defineProperty(this, "error", { value: error, configurable: true });
      aborted._abort("QuotaExceededError");
      throw error;
    });
    expect(failureId(await errorOf(db))).toBe("disk-full");
  });

  test("knows a browser without storage", async () => {
    const nothing = new Database({ indexedDB: null as unknown as IDBFactory, IDBKeyRange });
    expect(failureId(await errorOf(nothing))).toBe("refused");
  });

  test.each(["InvalidStateError", "SecurityError"])("knows a browser that refuses to open, with %s", async (name) => {
    const indexedDB = new IDBFactory();
    vi.spyOn(indexedDB, "open").mockImplementation(() => {
      throw new DOMException("no", name);
    });
    expect(failureId(await errorOf(openStore(indexedDB)))).toBe("refused");
  });

  test("knows no other errors", async () => {
    const db = openStore();
    vi.spyOn(db.tracker, "put").mockImplementation(() => {
      throw new DOMException("what", "DataError");
    });
    expect(failureId(await errorOf(db))).toBe("unknown");
  });

  test.each([undefined, null, "disk full", 7, {}, new Error("x")])("makes nothing of %j", (error) => {
    expect(failureId(error)).toBe("unknown");
  });

  test("lets the innermost known error decide, by inner or by cause", () => {
    const quota = new DOMException("no room", "QuotaExceededError");
    const named = (name: string, rest: object) => ({ name, ...rest });
    expect(failureId(named("AbortError", { inner: quota }))).toBe("disk-full");
    expect(failureId(new Error("x", { cause: named("AbortError", { inner: quota }) }))).toBe("disk-full");
    expect(failureId(named("OpenFailedError", { inner: quota }))).toBe("disk-full");
    expect(failureId(named("OpenFailedError", { inner: new Error("x") }))).toBe("refused");
    expect(failureId(named("DatabaseClosedError", { inner: named("NewerDatabaseError", {}) }))).toBe("newer-database");
  });
});

describe("describeFailure", () => {
  test.each(["newer-database", "disk-full", "refused", "unknown"])(
    "says of %s what happened, what was kept and what to do",
    (id) => {
      const { id: said, ...words } = describeFailure(id);
      expect(said).toBe(id);
      for (const word of Object.values(words)) expect(word).toMatch(/^[A-Z].*\.$/);
    },
  );

  test.each(["", "quota", "toString", "__proto__"])("takes %j, which is none, for an unknown failure", (id) => {
    expect(describeFailure(id)).toEqual(describeFailure("unknown"));
  });
});
