import { describe, expect, test } from "vitest";
import type { DayRow } from "../../src/attention/day";
import { type Foreign, ForeignError } from "../../src/sources";
import { readAmounts } from "../../src/store/amounts";
import type { Database } from "../../src/store/database";
import { recordOf } from "../../src/store/daybook";
import { addImport, readCoverage, readImports, removeImport } from "../../src/store/imports";
import { keysIn, readOutlook } from "../../src/store/outlook";
import { readDays } from "../../src/store/read";
import { recordAll } from "../../src/store/record";
import { life } from "../attention/life";
import { fixture, read } from "../sources/told";
import { openStore } from "./opened";

const row = (day: string, key: string, ms = 1000): DayRow => ({ day, key, hours: { 24: ms } });
const foreign = (...rows: DayRow[]): Foreign => ({ tool: "timetracker", rows, skipped: [] });
const AT = Date.parse("2026-03-05T12:00Z");
const file = { filename: "backup.json", at: AT };

const two = foreign(row("2026-03-01", "a.com"), row("2026-03-01", "b.com", 500), row("2026-03-03", "a.com"));

/** All that a store holds, to the last row. */
async function whole(db: Database): Promise<Record<string, unknown[]>> {
  const tables = await Promise.all(db.tables.map(async (table) => [table.name, await table.toArray()] as const));
  return Object.fromEntries(tables);
}

describe("an import", () => {
  test("is kept with where it is from, and its days under its id", async () => {
    const db = openStore();
    const added = await addImport(db, two, file);
    const expected = {
      id: 1,
      tool: "timetracker",
      ...file,
      first: "2026-03-01",
      last: "2026-03-03",
      days: 2,
      ms: 2500,
    };
    expect(added).toEqual(expected);
    expect(await readImports(db)).toEqual([expected]);
    expect(await db.days.toArray()).toEqual([
      {
        day: "2026-03-01",
        source: "import:1",
        pages: [
          { key: "a.com", hours: { 24: 1000 } },
          { key: "b.com", hours: { 24: 500 } },
        ],
      },
      { day: "2026-03-03", source: "import:1", pages: [{ key: "a.com", hours: { 24: 1000 } }] },
    ]);
  });

  test("of every tool's file is read back day by day as it was", async () => {
    for (const name of ["timetracker-4.json", "webactivity.json", "activitywatch-all.json"]) {
      const db = openStore();
      const told = read(fixture(name));
      const { first, last, days, ms } = await addImport(db, told, file);
      expect((await readDays(db, first, last)).days).toEqual(told.rows);
      expect(await readAmounts(db)).toMatchObject({ days, firstDay: first });
      expect(ms).toBe(told.rows.flatMap(({ hours }) => Object.values(hours)).reduce((sum, one) => sum + one, 0));
    }
  });

  test("is undone whole: what was there before is as it was, and other imports stay", async () => {
    const db = openStore();
    await recordAll(db, life`2026-03-01 09:00:00 c.com | 2026-03-01 09:00:30 c.com`);
    await addImport(db, two, file);
    const before = await whole(db);
    const { id } = await addImport(db, foreign(row("2026-03-01", "z.com"), row("2026-03-09", "z.com")), file);
    expect(await whole(db)).not.toEqual(before);
    await removeImport(db, id);
    expect(await whole(db)).toEqual(before);
  });

  test("that is not there any more, or never was, can be undone without harm, and nothing can be put back", async () => {
    const db = openStore();
    const { id } = await addImport(db, two, file);
    await removeImport(db, id);
    await addImport(db, foreign(row("2026-03-01", "z.com")), file);
    const before = await whole(db);
    expect(await removeImport(db, id)).toBeNull();
    expect(await removeImport(db, 77)).toBeNull();
    expect(await whole(db)).toEqual(before);
  });

  test("that was undone is put back as it was, to the last row of every table", async () => {
    const db = openStore();
    await recordAll(db, life`2026-03-01 09:00:00 c.com | 2026-03-01 09:00:30 c.com`);
    const { id } = await addImport(db, two, file);
    await addImport(db, foreign(row("2026-03-03", "z.com"), row("2026-03-09", "z.com")), file);
    const before = await whole(db);
    const putBack = await removeImport(db, id);
    expect(await whole(db)).not.toEqual(before);
    await putBack?.();
    expect(await whole(db)).toEqual(before);
    await putBack?.();
    expect(await whole(db)).toEqual(before);
  });

  test("that is put back leaves alone what came in between", async () => {
    const db = openStore();
    const { id } = await addImport(db, two, file);
    const putBack = await removeImport(db, id);
    await recordAll(db, life`2026-03-03 09:00:00 c.com | 2026-03-03 09:00:30 c.com`);
    const other = await addImport(db, foreign(row("2026-03-03", "z.com")), file);
    await putBack?.();
    expect((await readImports(db)).map((one) => one.id)).toEqual([other.id, id]);
    expect(await db.days.orderBy("[day+source]").primaryKeys()).toEqual([
      ["2026-03-01", `import:${id}`],
      ["2026-03-03", `import:${id}`],
      ["2026-03-03", `import:${other.id}`],
      ["2026-03-03", "recorded"],
    ]);
    expect((await readDays(db, "2026-03-01", "2026-03-03")).days.map(({ key }) => key)).toEqual([
      "a.com",
      "b.com",
      "c.com",
    ]);
  });

  test("whose number begins another's is told apart from it", async () => {
    const db = openStore();
    await addImport(db, two, file);
    for (let n = 2; n <= 10; n += 1) await addImport(db, foreign(row("2026-03-01", "a.com", n)), file);
    await removeImport(db, 1);
    expect(await db.days.get(["2026-03-01", "import:1"])).toBeUndefined();
    expect(await db.days.get(["2026-03-01", "import:10"])).toBeDefined();
  });

  test("that cannot be written whole leaves nothing", async () => {
    const db = openStore();
    const broken = { ...row("2026-03-03", "a.com"), hours: { 24: () => 1 } } as unknown as DayRow;
    await expect(addImport(db, foreign(row("2026-03-01", "a.com"), broken), file)).rejects.toThrow();
    expect([await db.imports.count(), await db.days.count()]).toEqual([0, 0]);
  });
});

test("imports are told, the last first", async () => {
  const db = openStore();
  await addImport(db, two, { ...file, filename: "one" });
  await addImport(db, foreign(row("2026-03-01", "a.com")), { ...file, filename: "two" });
  expect((await readImports(db)).map(({ filename }) => filename)).toEqual(["two", "one"]);
});

describe("the same time a second time", () => {
  test("is refused, whatever the file is called, and changes nothing", async () => {
    const db = openStore();
    await addImport(db, two, file);
    const before = await whole(db);
    const again = addImport(db, structuredClone(two), { filename: "copy.json", at: AT + 1 });
    await expect(again).rejects.toThrow(ForeignError);
    await expect(again).rejects.toThrow(
      "This time was imported before, on Mar 5, 2026 from backup.json. Nothing was changed. To import it anew, take that import out first.",
    );
    expect(await whole(db)).toEqual(before);
    expect((await readCoverage(db, two)).before).toMatchObject({ id: 1, filename: "backup.json" });
  });

  test("is taken after the first was undone", async () => {
    const db = openStore();
    await removeImport(db, (await addImport(db, two, file)).id);
    expect((await readCoverage(db, two)).before).toBeNull();
    expect((await addImport(db, two, file)).id).toBe(2);
  });

  test.each<[string, Foreign]>([
    ["another tool", { ...two, tool: "activitywatch" }],
    ["more time", foreign(row("2026-03-01", "a.com", 1501), row("2026-03-03", "a.com"))],
    ["a day more", foreign(row("2026-03-01", "a.com"), row("2026-03-02", "a.com", 500), row("2026-03-03", "a.com"))],
    ["another first day", foreign(row("2026-03-02", "a.com", 1500), row("2026-03-03", "a.com"))],
    ["another last day", foreign(row("2026-03-01", "a.com", 1500), row("2026-03-04", "a.com"))],
  ])("is not what has %s", async (_, other) => {
    const db = openStore();
    await addImport(db, two, file);
    expect((await addImport(db, other, file)).id).toBe(2);
  });
});

test("before an import it is known how many of its days were recorded here", async () => {
  const db = openStore();
  for (const day of ["2026-02-28", "2026-03-02", "2026-03-03"]) await db.days.put(recordOf(day, [row(day, "c.com")]));
  await addImport(db, foreign(row("2026-03-01", "a.com")), file);
  expect(await readCoverage(db, two)).toEqual({ coveredDays: 1, before: null });
});

describe("an outlook's first days", () => {
  const firstDays = async (db: Database) => [
    ...new Set((await readOutlook(db, "2026-03-20")).firstRows.map(({ day }) => day)),
  ];
  const days = (first: number, count: number) =>
    Array.from({ length: count }, (_, i) => `2026-03-${String(first + i).padStart(2, "0")}`);

  test("are five, also where imports tell of the same days", async () => {
    const db = openStore();
    for (const n of [1, 2, 3]) await addImport(db, foreign(...days(1, 8).map((day) => row(day, `${n}.com`, n))), file);
    expect(await firstDays(db)).toEqual(days(1, 5));
    expect(keysIn(await readOutlook(db, "2026-03-20"))).toEqual(["3.com"]);
  });

  test("are recorded ones where there are, imported ones before", async () => {
    const db = openStore();
    await addImport(db, foreign(...days(1, 4).map((day) => row(day, "i.com"))), file);
    for (const day of days(3, 9)) await db.days.put(recordOf(day, [row(day, "r.com")]));
    const { firstRows } = await readOutlook(db, "2026-03-20");
    expect(firstRows.map(({ key }) => key)).toEqual(["i.com", "i.com", "r.com", "r.com", "r.com"]);
    expect(await firstDays(db)).toEqual(days(1, 5));
  });
});
