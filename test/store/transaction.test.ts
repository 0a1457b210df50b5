import { describe, expect, test } from "vitest";
import { apart, inOneGo, waitFor } from "../../src/store/transaction";
import { openStore } from "./opened";

const later = (ms: number) => new Promise<string>((resolve) => setTimeout(() => resolve("later"), ms));
const theme = { name: "theme", value: "dark" };

describe("what is done in one go", () => {
  test("is kept whole, also where it waits for something else in between", async () => {
    const db = openStore();
    const result = await inOneGo(db, "rw", db.tables, undefined, async () => {
      await db.settings.put(theme);
      expect(await waitFor(() => later(20))).toBe("later");
      await db.rules.put({ text: "x.com", channel: "social", since: null });
      return waitFor(() => later(1));
    });
    expect(result).toBe("later");
    expect([await db.settings.count(), await db.rules.count()]).toEqual([1, 1]);
  });

  test("is undone whole where it fails, with the reason", async () => {
    const db = openStore();
    const doing = inOneGo(db, "rw", db.tables, undefined, async () => {
      await db.settings.put(theme);
      await waitFor(async () => {
        await later(1);
        throw new TypeError("no luck");
      });
    });
    await expect(doing).rejects.toThrow(new TypeError("no luck"));
    expect(await db.settings.count()).toBe(0);
  });

  test("is undone whole where a signal ends it, with the signal's reason", async () => {
    const db = openStore();
    const controller = new AbortController();
    const doing = inOneGo(db, "rw", db.tables, controller.signal, async () => {
      await db.settings.put(theme);
      controller.abort("enough");
      controller.signal.throwIfAborted();
    });
    await expect(doing).rejects.toBe("enough");
    expect(await db.settings.count()).toBe(0);
  });

  test("is no part of what is done apart from it", async () => {
    const db = openStore();
    let written: Promise<unknown> = Promise.resolve();
    const doing = inOneGo(db, "r", [db.settings], undefined, async () => {
      await db.settings.count();
      written = apart(() => Promise.resolve(db.settings.put(theme)));
      return db.settings.count();
    });
    expect(await doing).toBe(0);
    await written;
    expect(await db.settings.count()).toBe(1);
  });
});
