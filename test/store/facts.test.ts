import { IDBFactory } from "fake-indexeddb";
import { describe, expect, test } from "vitest";
import { addFact, dismiss, readTold } from "../../src/store/facts";
import { type Fact, numberKinds, shownAnswers } from "../../src/trap/facts";
import { openStore } from "./opened";

const said = { at: 1_772_406_000_000, day: "2026-03-02", project: null };
const bare = <T extends object>(rows: readonly T[]) => rows.map((row) => ({ ...row, id: undefined }));

describe("a fact", () => {
  test.each([...numberKinds.flatMap((kind) => [0, 1, Number.MAX_SAFE_INTEGER].map((value) => ({ kind, value })))])(
    "is stored: $kind $value",
    async (fact) => {
      const db = openStore();
      await addFact(db, { ...said, ...fact });
      expect((await readTold(db)).facts).toEqual([{ ...said, ...fact, id: 1 }]);
    },
  );

  test.each(shownAnswers)("is stored: shown %s", async (value) => {
    const db = openStore();
    await addFact(db, { ...said, kind: "shown", value });
    expect((await readTold(db)).facts).toMatchObject([{ kind: "shown", value }]);
  });

  test.each([
    ["customers", -1],
    ["customers", 0.5],
    ["visitors", Number.NaN],
    ["users", Number.POSITIVE_INFINITY],
    ["revenue", Number.MAX_SAFE_INTEGER + 1],
    ["customers", "3"],
    ["customers", null],
    ["customers", "pipeline"],
    ["shown", "everything"],
    ["shown", 3],
    ["shown", null],
    ["mood", 3],
  ])("that makes no sense is refused, and nothing is stored: %s %j", async (kind, value) => {
    const db = openStore();
    const fact = { ...said, kind, value } as unknown as Fact;
    await expect(addFact(db, fact)).rejects.toThrow(RangeError);
    await expect(addFact(db, fact)).rejects.toThrow(kind);
    expect(await db.facts.count()).toBe(0);
  });

  test("stays when a newer one of its kind is told, in the order of telling, in any later store", async () => {
    const indexedDB = new IDBFactory();
    for (const value of [3, 2, 3]) await addFact(openStore(indexedDB), { ...said, kind: "customers", value });
    expect((await readTold(openStore(indexedDB))).facts.map(({ value }) => value)).toEqual([3, 2, 3]);
  });
});

describe("a dismissal", () => {
  const dismissal = (sign: string, day: string) => ({ sign, at: Date.parse(day), day, reason: "not me" });

  test("is kept with its reason", async () => {
    const db = openStore();
    await dismiss(db, dismissal("comfort", "2026-03-02"));
    expect(bare((await readTold(db)).dismissals)).toEqual(bare([dismissal("comfort", "2026-03-02")]));
  });

  test("is as if it had never been when it is taken back, and leaves the others", async () => {
    const db = openStore();
    await dismiss(db, dismissal("comfort", "2026-03-02"));
    const undo = await dismiss(db, dismissal("comfort", "2026-03-03"));
    await undo();
    expect((await readTold(db)).dismissals.map(({ day }) => day)).toEqual(["2026-03-02"]);
  });
});

test("of a new store nothing is known", async () => {
  expect(await readTold(openStore())).toEqual({ facts: [], dismissals: [] });
});
