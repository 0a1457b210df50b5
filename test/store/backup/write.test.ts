import { describe, expect, test } from "vitest";
import { tableNames } from "../../../src/store/backup/tables";
import { packTables, writeBackup } from "../../../src/store/backup/write";
import { recordAll } from "../../../src/store/record";
import { openStore } from "../opened";
import { backupText, beatAt, dumpOf, HOUR, LATE, MINUTE, stockedStore, unpacked } from "../stocked";

/** The rows of a backup by table, and how many lines each table takes. */
function rowsIn(text: string) {
  const rows: Record<string, Record<string, unknown>[]> = {};
  const lines: Record<string, number> = {};
  for (const line of text.trimEnd().split("\n").slice(1, -1)) {
    const { table, rows: some } = JSON.parse(line);
    rows[table] = [...(rows[table] ?? []), ...some];
    lines[table] = (lines[table] ?? 0) + 1;
  }
  return { rows, lines };
}

function manySpans(count: number) {
  return Array.from({ length: count }, (_, i) => {
    return { key: "x.com", start: LATE + i * 1000, end: LATE + i * 1000 + 900, offset: 0, audible: false, elapsed: i };
  });
}

describe("a backup", () => {
  test("has every table, counted before and after", async () => {
    const db = await stockedStore();
    const text = await backupText(db, 5);
    const [first = "", ...rest] = text.trimEnd().split("\n");
    const { tables, ...header } = JSON.parse(first);
    expect(header).toEqual({ format: "factory-trap-backup", version: 1, createdAt: 5 });
    const { rows } = rowsIn(text);
    expect(Object.keys(tables)).toEqual(tableNames);
    expect(Object.keys(rows)).toEqual(tableNames);
    for (const [name, count] of Object.entries(tables)) expect(rows[name]).toHaveLength(Number(count));
    const total = Object.values(tables).reduce((sum: number, count) => sum + Number(count), 0);
    expect(JSON.parse(rest.at(-1) ?? "")).toEqual({ end: true, rows: total });
  });

  test("has rows as they are stored, spans without their id and their steady clock", async () => {
    const db = await stockedStore();
    const { rows } = rowsIn(await backupText(db));
    const dump = await dumpOf(db);
    for (const name of tableNames.filter((one) => one !== "spans" && one !== "settings"))
      expect(rows[name], name).toEqual(dump[name]?.map(([, row]) => row));
    const spans = await db.spans.orderBy("start").toArray();
    expect(rows.spans).toEqual(spans.map(({ id, elapsed, ...span }) => span));
  });

  test("has no setting that says how things stand on this machine, and none that makes no sense", async () => {
    const db = await stockedStore();
    await db.settings.bulkPut([
      { name: "target", value: "much" },
      { name: "fromAnotherTime", value: 1 },
    ]);
    const stored = await db.settings.toCollection().primaryKeys();
    expect(stored).toEqual(expect.arrayContaining(["nudgedOn", "pause", "rulesChanged", "tracingSince"]));
    const { rows } = rowsIn(await backupText(db));
    expect(rows.settings?.map(({ name }) => name)).toEqual(
      "idleSeconds keepSpansDays otherApps ownDomains passedOver projects theme".split(" "),
    );
  });

  test("does not say what the recorder is about to record", async () => {
    const db = await stockedStore();
    await recordAll(db, [beatAt(LATE + HOUR, "only-now.example")]);
    await db.trace.clear();
    expect(await backupText(db)).not.toContain("only-now");
  });

  test("has the same bytes each time", async () => {
    const db = await stockedStore();
    const [first, second] = [await writeBackup(db, { now: 1 }), await writeBackup(db, { now: 1 })];
    expect(Buffer.from(await first.bytes()).equals(await second.bytes())).toBe(true);
    expect(first.type).toBe("application/gzip");
    const later = await backupText(db, 2);
    expect(later.replace('"createdAt":2', '"createdAt":1')).toBe(await unpacked(first));
  });

  test("has at most 500 rows a line, and fewer where they are long", async () => {
    const db = openStore();
    await db.spans.bulkAdd(manySpans(2501));
    const long = (i: number) => ({ key: `${i}.example/${"x".repeat(400_000)}`, hours: { 1: 1 } });
    await db.days.bulkAdd(
      [1, 2, 3, 4].map((i) => ({ day: `2026-01-0${i}`, source: "recorded" as const, pages: [long(i)] })),
    );
    const { rows, lines } = rowsIn(await backupText(db));
    // 2,000 are read together: 4 lines, then 501 more.
    expect(lines).toEqual({ days: 2, spans: 6 });
    expect(rows.spans?.map(({ start }) => start)).toEqual(manySpans(2501).map(({ start }) => start));
  });

  test("of an empty store is a backup", async () => {
    const done: number[] = [];
    const blob = await writeBackup(openStore(), { now: 1, onProgress: (part) => done.push(part) });
    expect((await unpacked(blob)).split("\n")).toHaveLength(3);
    expect(done).toEqual([1]);
  });

  test("tells how far it is", async () => {
    const db = openStore();
    await db.spans.bulkAdd(manySpans(2000));
    const done: number[] = [];
    await writeBackup(db, { now: 1, onProgress: (part) => done.push(part) });
    expect(done).toEqual([0.25, 0.5, 0.75, 1, 1]);
  });

  test("is of one instant: what is recorded meanwhile waits for it, and is not lost", async () => {
    const db = await stockedStore();
    const before = await backupText(db);
    let recording: Promise<unknown> | undefined;
    const onProgress = () => {
      recording ??= recordAll(db, [beatAt(LATE + 40 * MINUTE, "github.com"), beatAt(LATE + 41 * MINUTE, "github.com")]);
    };
    expect(await unpacked(await writeBackup(db, { now: LATE, onProgress }))).toBe(before);
    await recording;
    expect(await backupText(db)).toContain(`"start":${LATE + 40 * MINUTE},"end":${LATE + 41 * MINUTE}`);
  });

  test("can be cancelled, before it begins and later", async () => {
    const db = openStore();
    await db.spans.bulkAdd(manySpans(2000));
    const early = writeBackup(db, { now: 1, signal: AbortSignal.abort() });
    await expect(early).rejects.toMatchObject({ name: "AbortError" });
    const controller = new AbortController();
    const done: number[] = [];
    const onProgress = (part: number) => {
      done.push(part);
      controller.abort(new Error("enough"));
    };
    await expect(writeBackup(db, { now: 1, signal: controller.signal, onProgress })).rejects.toThrow("enough");
    expect(done).toEqual([0.25]);
    expect(await db.spans.count()).toBe(2000);
  });
});

test("An exact backup has all there is in the tables", async () => {
  const db = await stockedStore();
  const blob = await db.transaction("r", db.tables, async () => packTables(db, { now: 1, isExact: true }));
  const { rows } = rowsIn(await unpacked(blob));
  const dump = await dumpOf(db);
  for (const name of tableNames) expect(rows[name], name).toEqual(dump[name]?.map(([, row]) => row));
});
