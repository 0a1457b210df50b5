import { expect, test } from "vitest";
import { weekFormats } from "../../src/exports";
import { week } from "./weeks";

test("each format has a label and makes a file of its own kind, named by the week", () => {
  const made = Object.entries(weekFormats).map(([name, { label, make }]) => {
    const { filename, mime, text } = make(week);
    expect(text.length, name).toBeGreaterThan(100);
    return [name, label, filename, mime];
  });
  expect(made).toEqual([
    ["week-md", "Markdown", "factory-trap-week-2026-03-02.md", "text/markdown"],
    ["week-json", "JSON", "factory-trap-week-2026-03-02.json", "application/json"],
  ]);
});

test("making a file leaves the week as it is", () => {
  const before = structuredClone(week);
  for (const { make } of Object.values(weekFormats)) make(week);
  expect(week).toEqual(before);
});
