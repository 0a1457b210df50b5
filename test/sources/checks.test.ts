import { describe, expect, test } from "vitest";
import { isRecord, openChecks, shorten } from "../../src/sources/checks";
import { ForeignError } from "../../src/sources/foreign";

const checks = openChecks("Tool");

describe("checks", () => {
  test("hand on what is as it should be", () => {
    const list = [1];
    const record = { a: 1 };
    expect(checks.text("", "f")).toBe("");
    expect(checks.number(-1.5, "f")).toBe(-1.5);
    expect(checks.list(list, "f")).toBe(list);
    expect(checks.record(record, "f")).toBe(record);
  });

  test("take a missing number for 0", () => {
    expect(checks.number(undefined, "f")).toBe(0);
    expect(checks.number(null, "f")).toBe(0);
  });

  test.each<[keyof typeof checks, unknown[], string]>([
    ["text", [undefined, null, 1, true, [], {}], "a text"],
    ["number", ["1", true, [], {}], "a number"],
    ["list", [undefined, null, 1, "[]", {}], "a list"],
    ["record", [undefined, null, 1, "{}", []], "an object with fields"],
  ])("of a %s refuse everything else, and name tool and field", (kind, values, should) => {
    for (const value of values) {
      expect(() => checks[kind](value, "a[3].b")).toThrow(ForeignError);
      expect(() => checks[kind](value, "a[3].b")).toThrow(
        `This file of Tool cannot be read: “a[3].b” should be ${should}.`,
      );
    }
  });
});

test("a record is an object and no list", () => {
  expect([{}, Object.create(null), [], null, 1, "a"].map(isRecord)).toEqual([true, true, false, false, false, false]);
});

test("what a file says is cut after 60 letters", () => {
  expect(shorten("a".repeat(60))).toBe("a".repeat(60));
  expect(shorten("a".repeat(61))).toBe(`${"a".repeat(60)}…`);
});
