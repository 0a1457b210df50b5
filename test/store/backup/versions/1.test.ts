import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { isOfMachine, type TableName, tableNames } from "../../../../src/store/backup/tables";
import { format1 } from "../../../../src/store/backup/versions/1";
import { initialSettings } from "../../../../src/store/settings";

type Row = Record<string, unknown>;

/** Frozen: the first file that was ever written. */
const lines = readFileSync("test/fixtures/backup-1.jsonl", "utf8").trim().split("\n");
const rowsOf = Object.fromEntries(
  lines.slice(1, -1).map((line): [string, Row[]] => {
    const { table, rows } = JSON.parse(line);
    return [table, rows];
  }),
) as Record<TableName, Row[]>;

const check = (table: TableName, row: unknown) => format1[table].row(row);
const first = (table: TableName): Row => structuredClone(rowsOf[table][0] ?? {});

describe("a row of version 1", () => {
  test.each(tableNames)("is taken as it was written: %s", (table) => {
    expect(rowsOf[table].length).toBeGreaterThan(0);
    for (const row of rowsOf[table]) expect(check(table, row), JSON.stringify(row)).toBeNull();
  });

  test("can be every setting that is not of one machine", () => {
    const written = rowsOf.settings.map(({ name }) => name);
    const all = Object.keys(initialSettings).filter((name) => !isOfMachine({ name }));
    expect(written).toEqual(all.sort());
  });

  test.each(tableNames)("has each of its fields, and none beside: %s", (table) => {
    for (const row of rowsOf[table]) {
      expect(check(table, { ...row, more: 1 }), JSON.stringify(row)).toBe("more");
      for (const name of Object.keys(row)) {
        const { [name]: gone, ...rest } = row;
        if (name === "block") continue;
        expect(check(table, rest), `${table} without ${name}`).toBe(name);
      }
    }
  });

  test.each(tableNames)("has in each of its fields what belongs there: %s", (table) => {
    for (const name of Object.keys(first(table))) {
      const wrong = check(table, { ...first(table), [name]: { toString: 1 } });
      expect(wrong, `${table}.${name}`).not.toBeNull();
      expect(wrong?.split(".")[0]).toBe(name);
    }
  });
});

describe("a field of version 1", () => {
  const year10000 = 253_402_300_800_000;
  test.each<[TableName, Row, string | null]>([
    ["settings", { name: "idleSeconds", value: 14 }, "value"],
    ["settings", { name: "idleSeconds", value: 15 }, null],
    ["settings", { name: "fromTheFuture", value: 1 }, "value"],
    ["settings", { name: "__proto__", value: 1 }, "value"],
    ["channels", { id: "github" }, "id"],
    ["channels", { id: "my-Podcast" }, "id"],
    ["channels", { label: "a".repeat(40) }, null],
    ["channels", { label: "a".repeat(41) }, "label"],
    ["channels", { category: "mine" }, "category"],
    ["rules", { text: "x.com/*/status/**" }, null],
    ["rules", { text: "no pattern" }, "text"],
    ["rules", { text: "" }, "text"],
    ["rules", { since: "2026-02-30" }, "since"],
    ["imports", { id: -1 }, "id"],
    ["imports", { ms: -1 }, "ms"],
    ["blocks", { id: -4 }, null],
    ["blocks", { id: 1.5 }, "id"],
    ["blocks", { id: 1e12 }, null],
    ["blocks", { id: 1e12 + 1 }, "id"],
    ["blocks", { from: null }, "day"],
    ["blocks", { from: null, day: null }, "until"],
    ["blocks", { from: null, day: null, until: null }, null],
    ["blocks", { minutes: -1 }, "minutes"],
    ["blocks", { plan: { when: "x", at: -1, day: "2026-01-01" } }, "plan.at"],
    ["blocks", { from: year10000 - 1 }, null],
    ["blocks", { from: year10000 }, "from"],
    ["blocks", { outcome: "skipped" }, "outcome"],
    ["facts", { kind: "customers", value: 0 }, null],
    ["facts", { kind: "customers", value: -1 }, "value"],
    ["facts", { kind: "customers", value: "pipeline" }, "value"],
    ["facts", { kind: "shown", value: "pipeline" }, null],
    ["facts", { kind: "shown", value: 3 }, "value"],
    ["facts", { kind: "wishes" }, "kind"],
    ["dismissals", { reason: "" }, null],
    ["stretches", { longestBuildMs: 31 * 86_400_000 }, null],
    ["stretches", { longestBuildMs: 31 * 86_400_000 + 1 }, "longestBuildMs"],
    ["days", { source: "import:12" }, null],
    ["days", { source: "import:" }, "source"],
    ["days", { source: "import:01" }, "source"],
    ["days", { pages: [{ key: "", hours: {} }] }, "pages.0.key"],
    ["days", { pages: [{ key: "a", hours: { 24: 1 } }] }, null],
    ["days", { pages: [{ key: "a", hours: { 25: 1 } }] }, "pages.0.hours.25"],
    ["days", { pages: [{ key: "a", hours: { "07": 1 } }] }, "pages.0.hours.07"],
    ["days", { pages: [{ key: "a", hours: { 0: 0 } }] }, "pages.0.hours.0"],
    ["days", { pages: [{ key: "a", hours: { 0: 48 * 3_600_000 } }] }, null],
    ["days", { pages: [{ key: "a", hours: { 0: 48 * 3_600_000 + 1 } }] }, "pages.0.hours.0"],
    [
      "days",
      {
        pages: [
          { key: "a", hours: {} },
          { key: "a", block: 1, hours: {} },
        ],
      },
      null,
    ],
    [
      "days",
      {
        pages: [
          { key: "a", hours: {} },
          { key: "a", hours: {} },
        ],
      },
      "pages.1.key",
    ],
    ["spans", { start: 0, end: 31 * 86_400_000 }, null],
    ["spans", { start: 0, end: 31 * 86_400_000 + 1 }, "end"],
    ["spans", { start: 5, end: 5 }, "end"],
    ["spans", { start: 1e300 }, "start"],
    ["spans", { offset: 840 }, null],
    ["spans", { offset: 961 }, "offset"],
    ["spans", { block: "1" }, "block"],
    ["trace", { recording: { idleSeconds: 60, pause: { from: 0, until: 8e15 } } }, null],
    ["trace", { recording: { idleSeconds: 5, pause: null } }, "recording.idleSeconds"],
  ])("of %s: %j", (table, change, path) => {
    expect(check(table, { ...first(table), ...change })).toBe(path);
  });

  test("that lies in itself a hundred thousand times is refused", () => {
    const value = JSON.parse(`${"[".repeat(100_000)}${"]".repeat(100_000)}`);
    expect(check("settings", { name: "target", value })).toBe("value");
    expect(check("facts", { ...first("facts"), value })).toBe("value");
  });
});
