import { describe, expect, test } from "vitest";
import { ForeignError, reasons, saySkipped } from "../../src/sources/foreign";

describe("saySkipped", () => {
  test("says a sentence for each reason, with its number", () => {
    expect(saySkipped([])).toEqual([]);
    expect(
      saySkipped([
        { reason: "noSite", count: 1 },
        { reason: "private", count: 1200 },
      ]),
    ).toEqual(["1 entry names no site.", "1,200 entries are from private windows."]);
  });

  test("has words for every reason, in one and in many", () => {
    for (const reason of reasons) {
      expect(saySkipped([{ reason, count: 1 }])[0]).toMatch(/^1 entry .+\.$/);
      expect(saySkipped([{ reason, count: 2 }])[0]).toMatch(/^2 entries .+\.$/);
    }
  });
});

test("a ForeignError says what was left out, if anything was", () => {
  expect(new ForeignError("no")).toMatchObject({ name: "ForeignError", message: "no", skipped: [] });
  expect(new ForeignError("no", [{ reason: "copy", count: 2 }]).skipped).toEqual([{ reason: "copy", count: 2 }]);
});
