import { expect, test } from "vitest";
import { cardName, weekFile, weekFormatIds, weekFormatLabel, weekFormats } from "../../src/exports";
import { week } from "./weeks";

test("the formats stand in the order of their buttons, each with a label", () => {
  expect(weekFormatIds.map((id) => [id, weekFormatLabel(id)])).toEqual([
    ["week-json", "JSON"],
    ["week-md", "Markdown"],
    ["week-csv", "CSV"],
    ["week-png", "Picture"],
  ]);
});

test("each but the picture makes a file of its own kind, named by the week", () => {
  const made = Object.entries(weekFormats).map(([name, { label, make }]) => {
    const { filename, mime, text } = make(week);
    expect(text.length, name).toBeGreaterThan(100);
    return [name, label, filename, mime];
  });
  expect(made).toEqual([
    ["week-json", "JSON", "factory-trap-week-2026-03-02.json", "application/json"],
    ["week-md", "Markdown", "factory-trap-week-2026-03-02.md", "text/markdown"],
    ["week-csv", "CSV", "factory-trap-week-2026-03-02.csv", "text/csv"],
  ]);
  expect([...made.map(([name]) => name), "week-png"]).toEqual(weekFormatIds);
  expect(cardName(week)).toBe("factory-trap-week-2026-03-02.png");
});

test("a file is made by its format's name", () => {
  expect(weekFile("week-csv", week)).toEqual(weekFormats["week-csv"].make(week));
  expect(weekFile("week-md", week).mime).toBe("text/markdown");
});

test("making a file leaves the week as it is", () => {
  const before = structuredClone(week);
  for (const { make } of Object.values(weekFormats)) make(week);
  expect(week).toEqual(before);
});
