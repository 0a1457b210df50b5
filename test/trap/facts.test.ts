import { describe, expect, test } from "vitest";
import { type Fact, latestNumber, latestShown, type NumberKind, numbersOf, type Shown } from "../../src/trap/facts";

const number = (value: number, at: number, kind: NumberKind = "customers", project: string | null = null): Fact => ({
  kind,
  value,
  at,
  day: "2026-03-02",
  project,
});
const shown = (value: Shown, at: number): Fact => ({ kind: "shown", value, at, day: "2026-03-02", project: null });

describe("numbers of a kind", () => {
  const facts = Object.freeze([
    number(3, 30),
    number(1, 10),
    number(9, 40, "visitors"),
    number(2, 20),
    number(8, 50, "customers", "app"),
    shown("result", 60),
  ]);

  test("are told the oldest first, without other kinds and projects", () => {
    expect(numbersOf(facts, "customers").map(({ value }) => value)).toEqual([1, 2, 3]);
    expect(numbersOf(facts, "customers", "app").map(({ value }) => value)).toEqual([8]);
    expect(numbersOf(facts, "revenue")).toEqual([]);
  });

  test("have a newest one", () => {
    expect(latestNumber(facts, "customers")?.value).toBe(3);
    expect(latestNumber(facts, "customers", "app")?.value).toBe(8);
    expect(latestNumber(facts, "customers", "other")).toBeNull();
    expect(latestNumber(facts, "users")).toBeNull();
  });

  test("told in the same instant: the one told last holds", () => {
    expect(latestNumber([number(1, 10), number(2, 10)], "customers")?.value).toBe(2);
  });

  test("that are nothing are told all the same: unknown is not zero", () => {
    expect(latestNumber([number(0, 10)], "customers")).toMatchObject({ value: 0 });
  });
});

describe("what was shown", () => {
  test("is the newest answer, in whatever order they come", () => {
    expect(latestShown([shown("result", 20), shown("pipeline", 30), shown("nothing", 10)])?.value).toBe("pipeline");
  });

  test("is unknown to who has told only numbers", () => {
    expect(latestShown([number(1, 10)])).toBeNull();
    expect(latestShown([])).toBeNull();
  });
});
