import { describe, expect, test } from "vitest";
import { cellsOf, openFile } from "../../src/sources/file";
import { ForeignError } from "../../src/sources/foreign";

const table = (text: string) => {
  const file = openFile(text);
  if (file.kind !== "table") throw new Error("no table");
  return { header: file.header, first: file.first, lines: [...file.lines()] };
};

describe("a file", () => {
  test.each(['{"a":[1]}', '\uFEFF{"a":[1]}', ' \r\n\t{"a":[1]}\n'])("is JSON when it begins like that: %j", (text) => {
    expect(openFile(text)).toEqual({ kind: "json", value: { a: [1] } });
  });

  test("is a table when it does not, whatever it is", () => {
    for (const text of ["", "a", '"{"', "\u0000\u0001PNG", "null", "7"]) expect(openFile(text).kind).toBe("table");
  });
});

describe("damaged JSON is refused", () => {
  const refusal = (text: string) => {
    try {
      openFile(text);
    } catch (error) {
      expect(error).toBeInstanceOf(ForeignError);
      return (error as Error).message;
    }
    return "";
  };

  test("with its last line when it ends too early", () => {
    expect(refusal('{"a": 1,\n"b":')).toContain("cannot be read on from line 2.");
    expect(refusal("[")).toContain("cannot be read on from line 1.");
  });

  test("with the line that is wrong, where the browser tells", () => {
    expect(refusal(`[\n${"1,\n".repeat(50)} x ${",\n1".repeat(50)}]`)).toMatch(
      /cannot be read on from line 52\.|to its end\./,
    );
    expect(refusal('{"a":\n1,}')).toMatch(/cannot be read on from line 2\.|to its end\./);
  });

  test("whatever it says of lines itself", () => {
    expect(refusal('{"a" "at line 7 column 3"}')).not.toContain("line 7");
  });
});

describe("a table", () => {
  test("has a header and lines with their numbers; empty lines are passed over", () => {
    expect(table("\uFEFFa,b\r\n\r\n1, 2 \r\n\n3,4\r5,6")).toEqual({
      header: ["a", "b"],
      first: ["1", "2"],
      lines: [
        { number: 3, cells: ["1", "2"] },
        { number: 5, cells: ["3", "4"] },
        { number: 6, cells: ["5", "6"] },
      ],
    });
    expect(table("")).toEqual({ header: [""], first: [""], lines: [] });
    expect(table("a")).toEqual({ header: ["a"], first: [""], lines: [] });
  });

  test("is parted by what parts its header", () => {
    expect(table("a;b\n1,5;2").first).toEqual(["1,5", "2"]);
    expect(table("a\tb\n1,5\t2").first).toEqual(["1,5", "2"]);
    expect(table("a,b\n1;5,2").first).toEqual(["1;5", "2"]);
  });
});

describe("cells", () => {
  test.each<[string, string[]]>([
    ["a,b", ["a", "b"]],
    ["", [""]],
    [",", ["", ""]],
    ['"a,b",c', ["a,b", "c"]],
    ['a,"b ""c"" d"', ["a", 'b "c" d']],
    ['"",x', ["", "x"]],
    ['""', [""]],
    ['"a', ['"a']],
    ['"a,b', ['"a', "b"]],
    ['"a" b,c', ['"a" b', "c"]],
    ['a "b",c', ['a "b"', "c"]],
    ['"a",', ["a", ""]],
  ])("of %j are %j", (line, cells) => {
    expect(cellsOf(line, ",")).toEqual(cells);
  });

  test("are found in no time in a line of many quotes", () => {
    const start = performance.now();
    for (const piece of ['"', '""', '"a,', '"",', '"""x,', ',"']) cellsOf(piece.repeat(200_000), ",");
    expect(performance.now() - start).toBeLessThan(3000);
  });
});
