import { expect, test } from "vitest";
import { ForeignError } from "../../src/sources/foreign";
import { readWith, type Tool } from "../../src/sources/tool";
import { readingOf } from "./told";

const file = { kind: "json", value: {} } as const;
const tool: Tool = {
  id: "abacus",
  name: "Abacus",
  files: () => "",
  recognise: () => true,
  parse: (_, tally) => tally.addSiteDay({ site: "x.com", written: "", day: "2026-03-01", ms: 5 }),
};
const empty: Tool = { ...tool, parse: (_, tally) => tally.skip("noDay") };

test("a tool's file is read as its rows, with what was left out", () => {
  expect(readWith(tool, file, readingOf())).toEqual({
    tool: "abacus",
    rows: [{ day: "2026-03-01", key: "x.com", hours: { 24: 5 } }],
    skipped: [],
  });
});

test("a file without time is refused with what was left out, and in the tool's own words where it has some", () => {
  const refusal = (one: Tool) => {
    try {
      return readWith(one, file, readingOf());
    } catch (error) {
      return error;
    }
  };
  expect(refusal(empty)).toBeInstanceOf(ForeignError);
  expect(refusal(empty)).toMatchObject({
    message: expect.stringContaining("This file of Abacus holds no time that can be imported."),
    skipped: [{ reason: "noDay", count: 1 }],
  });
  expect(refusal({ ...empty, sayEmpty: () => "Count more." })).toMatchObject({ message: "Count more." });
});
