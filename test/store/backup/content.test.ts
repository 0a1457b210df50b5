import { describe, expect, test } from "vitest";
import { openContent } from "../../../src/store/backup/content";
import { type TableName, tableNames } from "../../../src/store/backup/tables";
import { format1 } from "../../../src/store/backup/versions/1";

const nothing = Object.fromEntries(tableNames.map((name) => [name, 0])) as Record<TableName, number>;
const rule = (text: string) => ({ text, channel: "social", since: null });
const span = (start: number) => ({ key: "x.com", start, end: start + 1, offset: 0, audible: false });
const imported = { id: 4, tool: "t", filename: "f", at: 1, first: "2026-01-01", last: "2026-01-01", days: 1, ms: 1 };
const dayOf = (source: string) => ({ day: "2026-01-01", source, pages: [] });
const end = (rows: number) => ({ end: true, rows });

/** Reads one value after the other, as lines from the second on. */
function read(expected: Partial<Record<TableName, number>>, values: unknown[], isTrusted = false) {
  const content = openContent({ ...nothing, ...expected }, format1, isTrusted);
  for (const [index, value] of values.entries()) content.read(value, index + 2);
  return content;
}

describe("the content of a backup", () => {
  test("is all that the first line promised, and ends with its last line", () => {
    const rows = [
      { table: "rules", rows: [rule("a.com"), rule("b.com")] },
      { table: "rules", rows: [rule("c.com")] },
      { table: "spans", rows: [span(1), span(1), span(2)] },
    ];
    expect(read({ rules: 3, spans: 3 }, rows).isEnded()).toBe(false);
    expect(read({ rules: 3, spans: 3 }, [...rows, end(6)]).isEnded()).toBe(true);
    expect(read({}, [end(0)]).isEnded()).toBe(true);
  });

  test("is given as it is read; the last line gives nothing", () => {
    const content = openContent({ ...nothing, rules: 1 }, format1, false);
    const rows = [rule("a.com")];
    expect(content.read({ table: "rules", rows }, 2)).toEqual({ table: "rules", rows });
    expect(content.read(end(1), 3)).toBeNull();
  });

  test("is taken as it is where it is trusted, but counted", () => {
    const rows = [{ ...span(5), id: 3, elapsed: 1 }, span(4)];
    expect(read({ spans: 2 }, [{ table: "spans", rows }, end(2)], true).isEnded()).toBe(true);
    expect(() => read({ spans: 3 }, [{ table: "spans", rows }, end(2)], true)).toThrow("should have 3 and has 2");
  });

  test("may have days of imports that it knows", () => {
    const rows = [
      { table: "imports", rows: [imported] },
      { table: "days", rows: [dayOf("import:4"), dayOf("recorded")] },
      end(3),
    ];
    expect(read({ imports: 1, days: 2 }, rows).isEnded()).toBe(true);
  });

  test.each<[string, Partial<Record<TableName, number>>, unknown[], Record<string, unknown>]>([
    ["a list", {}, [[]], { fault: "wrongLine", line: 2 }],
    ["a number", {}, [5], { fault: "wrongLine", line: 2 }],
    ["null", {}, [null], { fault: "wrongLine", line: 2 }],
    ["a table that there is not", {}, [{ table: "tracker", rows: [] }], { fault: "wrongLine" }],
    ["a table called as a property of every object", {}, [{ table: "__proto__", rows: [] }], { fault: "wrongLine" }],
    ["rows that are no list", {}, [{ table: "rules", rows: { length: 0 } }], { fault: "wrongLine", line: 2 }],
    ["a field beside", {}, [{ table: "rules", rows: [], more: 1 }], { fault: "wrongLine", line: 2 }],
    [
      "a table that is left out",
      { rules: 1, channels: 1 },
      [
        { table: "rules", rows: [rule("a.com")] },
        { table: "channels", rows: [] },
      ],
      { fault: "wrongCount", line: 2 },
    ],
    [
      "a table that comes again",
      { rules: 1, spans: 1 },
      [
        { table: "rules", rows: [rule("a.com")] },
        { table: "spans", rows: [span(1)] },
        { table: "rules", rows: [] },
      ],
      { fault: "wrongLine", line: 4 },
    ],
    [
      "a row too many",
      { rules: 1 },
      [{ table: "rules", rows: [rule("a.com"), rule("b.com")] }],
      { fault: "wrongCount", line: 2 },
    ],
    [
      "a row too few",
      { rules: 2 },
      [{ table: "rules", rows: [rule("a.com")] }, end(1)],
      { fault: "wrongCount", line: 3 },
    ],
    [
      "a wrong row",
      { rules: 2 },
      [{ table: "rules", rows: [rule("a.com"), { ...rule("b.com"), since: 1 }] }],
      { fault: "wrongRow", line: 2, what: expect.stringContaining("in row 2 of “rules”, “since”") },
    ],
    ["no row", { rules: 1 }, [{ table: "rules", rows: [null] }], { fault: "wrongRow", line: 2 }],
    [
      "a row twice",
      { rules: 2 },
      [{ table: "rules", rows: [rule("a.com"), rule("a.com")] }],
      { fault: "wrongOrder", line: 2 },
    ],
    [
      "a line twice",
      { rules: 2 },
      [
        { table: "rules", rows: [rule("a.com")] },
        { table: "rules", rows: [rule("a.com")] },
      ],
      { fault: "wrongOrder", line: 3 },
    ],
    [
      "rows in another order",
      { spans: 2 },
      [{ table: "spans", rows: [span(2), span(1)] }],
      { fault: "wrongOrder", line: 2 },
    ],
    [
      "a day of an import that it does not know",
      { imports: 1, days: 1 },
      [
        { table: "imports", rows: [imported] },
        { table: "days", rows: [dayOf("import:5")] },
      ],
      { fault: "wrongRow", line: 3 },
    ],
    ["an end that is none", {}, [{ end: false, rows: 0 }], { fault: "wrongLine", line: 2 }],
    ["an end that has counted otherwise", {}, [end(1)], { fault: "wrongLine", line: 2 }],
    ["something behind the end", {}, [end(0), end(0)], { fault: "wrongLine", line: 3 }],
  ])("is refused with its line: %s", (_, expected, values, error) => {
    let thrown: unknown;
    try {
      read(expected, values);
    } catch (caught) {
      thrown = caught;
    }
    expect(thrown).toMatchObject({ name: "BackupError", ...error });
  });
});
