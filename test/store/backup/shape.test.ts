import { describe, expect, test } from "vitest";
import {
  all,
  anyText,
  bool,
  day,
  isShallow,
  list,
  nullable,
  number,
  oneOf,
  optional,
  record,
  shape,
  someText,
  type where,
  whole,
} from "../../../src/store/backup/shape";

describe("a value that is as it should be", () => {
  test.each([
    ["a number at its least", number(1, 2), 1],
    ["a number at its most", number(1, 2), 2],
    ["a whole number", whole(-3), -3],
    ["the largest whole number", whole(0), Number.MAX_SAFE_INTEGER],
    ["an empty text", anyText, ""],
    ["a text", someText, " "],
    ["a truth", bool, false],
    ["a leap day", day, "2024-02-29"],
    ["one of some", oneOf(["a", null]), null],
    ["null where it may be", nullable(bool), null],
    ["nothing where it may be missing", optional(bool), undefined],
    ["an empty list", list(bool), []],
    ["an object of the shape", shape<{ a: number; b?: string }>({ a: whole(0), b: optional(someText) }), { a: 1 }],
    ["a record", record(someText, bool), { x: true }],
    ["what passes all", all(whole(0), whole(-1)), 0],
  ])("has nothing wrong: %s", (_, check, value) => {
    expect(check(value)).toBeNull();
  });
});

describe("a value that is not", () => {
  test.each<[string, ReturnType<typeof where>, unknown, string]>([
    ["a number below its least", number(1, 2), 0.999, ""],
    ["a number above its most", number(1, 2), 2.001, ""],
    ["a number that is none", number(0, 1), Number.NaN, ""],
    ["a number without end", number(0, Number.MAX_VALUE), Number.POSITIVE_INFINITY, ""],
    ["a number as a text", number(0, 2), "1", ""],
    ["a broken number", whole(0), 1.5, ""],
    ["a number beyond what is counted exactly", whole(0), Number.MAX_SAFE_INTEGER + 1, ""],
    ["a whole number below its least", whole(0), -1, ""],
    ["a whole number above its most", whole(0, 5), 6, ""],
    ["a list in place of a number", whole(0), [1], ""],
    ["an empty text where there has to be some", someText, "", ""],
    ["a number in place of a text", anyText, 1, ""],
    ["a text in place of a truth", bool, "true", ""],
    ["a day that its month has not", day, "2026-02-29", ""],
    ["a day of no month", day, "2026-13-01", ""],
    ["a day with a time", day, "2026-01-01T00:00", ""],
    ["what is none of some", oneOf(["a"]), "b", ""],
    ["a wrong item", list(bool), [true, 1], "1"],
    ["an object in place of a list", list(bool), { length: 0 }, ""],
    [
      "a wrong field",
      shape<{ a: { b: number[] } }>({ a: shape({ b: list(whole(0)) }) }),
      { a: { b: [0, "x"] } },
      "a.b.1",
    ],
    ["a missing field", shape<{ a: boolean }>({ a: bool }), {}, "a"],
    ["a field too many", shape<{ a: boolean }>({ a: bool }), { a: true, constructor: 1 }, "constructor"],
    ["a list in place of an object", shape<{ length: number }>({ length: whole(0) }), [], ""],
    ["null in place of an object", shape<{ a?: boolean }>({ a: optional(bool) }), null, ""],
    ["a wrong name", record(someText, bool), { "": true }, ""],
    ["a wrong value", record(someText, bool), { x: 1 }, "x"],
    ["a list in place of a record", record(anyText, anyText), [], ""],
    ["what fails the second", all(whole(0), whole(5)), 1, ""],
  ])("is told by its path: %s", (_, check, value, path) => {
    expect(check(value)).toBe(path);
  });

  test("hides in no prototype", () => {
    const check = shape<{ a: boolean }>({ a: bool });
    expect(check(JSON.parse('{"a":true,"__proto__":{"b":1}}'))).toBe("__proto__");
    expect(record(oneOf(["a"]), bool)(JSON.parse('{"__proto__":true}'))).toBe("__proto__");
  });
});

describe("depth", () => {
  test("is counted in lists and objects that lie in each other", () => {
    expect(isShallow([{ a: [] }], 3)).toBe(true);
    expect(isShallow([{ a: [[]] }], 3)).toBe(false);
    expect(isShallow(null, 0)).toBe(true);
    expect(isShallow([], 0)).toBe(false);
  });

  test("of a hundred thousand is found without going there", () => {
    expect(isShallow(JSON.parse(`${"[".repeat(100_000)}${"]".repeat(100_000)}`), 6)).toBe(false);
  });
});
