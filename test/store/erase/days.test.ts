import { describe, expect, test } from "vitest";
import type { Span } from "../../../src/attention/span";
import { eraseDays } from "../../../src/store/erase/days";
import { recordAll } from "../../../src/store/record";
import { openStore } from "../opened";
import { backupText, beatAt, dumpOf, HOUR, LATE, MINUTE, OFFSET, stockedStore, storedMs, visits } from "../stocked";

const FIRST = "2026-03-01";
const SECOND = "2026-03-02";
const MIDNIGHT = LATE + 10 * MINUTE;

const times = (spans: Span[]) =>
  spans.map(({ key, start, end }) => [key, (start - LATE) / MINUTE, (end - LATE) / MINUTE]);

describe("deleting days", () => {
  test("takes all that is of them, and cuts spans at midnight", async () => {
    const db = await stockedStore();
    const before = await storedMs(db);
    const erased = await eraseDays(db, FIRST, FIRST);
    expect(erased).toMatchObject({ ms: 10 * MINUTE, days: 1, spans: 4, beats: 20, isEverything: false });
    expect(await storedMs(db)).toBe(before - 10 * MINUTE);
    expect(
      await db.days
        .where("[day+source]")
        .between([FIRST], [`${FIRST}\uffff`])
        .count(),
    ).toBe(0);
    expect(times(await db.spans.toArray())).toEqual([
      ["x.com/home", 10, 18],
      ["x.com/home", 18, 20],
      ["secret.example", 20, 22],
      ["reddit.com/r/rust", 22, 27],
    ]);
    expect((await db.trace.toArray()).every(({ beat }) => beat.at >= MIDNIGHT)).toBe(true);
    expect(await backupText(db)).not.toContain("secret.example/plans");
  });

  test("cuts at midnight from the other side, too", async () => {
    const db = await stockedStore();
    await eraseDays(db, SECOND, "2026-03-09");
    expect(times(await db.spans.toArray())).toEqual([
      ["github.com/acme/app", 0, 3],
      ["secret.example/plans", 3, 7],
      ["x.com/home", 7, 8],
      ["x.com/home", 8, 10],
    ]);
    expect((await db.spans.orderBy("id").last())?.elapsed).toBe(10 * MINUTE);
    expect((await db.trace.toArray()).every(({ beat }) => beat.at < MIDNIGHT)).toBe(true);
  });

  test("leaves both ends of a span that lasts longer, its first below all others", async () => {
    const db = openStore();
    const long = { key: "a.com", start: MIDNIGHT - 30 * HOUR, end: MIDNIGHT + HOUR, offset: OFFSET, audible: true };
    await db.spans.bulkAdd([{ ...long, elapsed: 50 * HOUR }]);
    const before = await dumpOf(db);
    const { undo } = await eraseDays(db, FIRST, FIRST);
    expect(times(await db.spans.orderBy("id").toArray())).toEqual([
      ["a.com", 10 - 30 * 60, 10 - 24 * 60],
      ["a.com", 10, 70],
    ]);
    expect((await db.spans.get(1))?.elapsed).toBe(50 * HOUR);
    await undo();
    expect(await dumpOf(db)).toEqual(before);
  });

  test("goes by each span's own local time", async () => {
    const db = openStore();
    const at = Date.parse("2026-03-01T12:00:00Z");
    const span = (offset: number) => ({ key: `${offset}`, start: at, end: at + 1, offset, audible: false, elapsed: 1 });
    await db.spans.bulkAdd([span(840), span(719), span(720), span(-720), span(-721)]);
    await eraseDays(db, FIRST, FIRST);
    expect((await db.spans.toArray()).map(({ key }) => key)).toEqual(["840", "720", "-721"]);
  });

  test("takes every source, stretches, and imports of which nothing is left", async () => {
    const db = await stockedStore();
    await db.stretches.bulkAdd([
      { day: "2026-02-01", longestBuildMs: 1 },
      { day: "2026-02-03", longestBuildMs: 1 },
    ]);
    expect(await eraseDays(db, "2026-02-01", "2026-02-01")).toMatchObject({ ms: HOUR, days: 1 });
    expect((await db.stretches.toArray()).map(({ day }) => day)).toEqual(["2025-12-01", "2026-02-03"]);
    expect(await db.imports.count()).toBe(1);
    await eraseDays(db, "2026-02-02", "2026-02-28");
    expect([await db.imports.count(), await db.stretches.count()]).toEqual([0, 1]);
  });

  test("leaves what the user told", async () => {
    const db = await stockedStore();
    const before = await dumpOf(db);
    await eraseDays(db, "2000-01-01", "2100-01-01");
    const after = await dumpOf(db);
    for (const name of ["settings", "rules", "channels", "blocks", "facts", "dismissals"])
      expect(after[name]).toEqual(before[name]);
    for (const name of ["spans", "days", "stretches", "imports", "trace"]) expect(after[name]).toEqual([]);
  });

  test.each([
    [FIRST, FIRST],
    [SECOND, SECOND],
    ["2026-02-01", SECOND],
    ["2025-01-01", "2026-02-01"],
    ["2027-01-01", "2027-12-31"],
  ])("can be taken back, to the letter, and once: %s to %s", async (first, last) => {
    const db = await stockedStore();
    await db.stretches.add({ day: FIRST, longestBuildMs: 7 });
    const before = await dumpOf(db);
    const { undo } = await eraseDays(db, first, last);
    await undo();
    expect(await dumpOf(db)).toEqual(before);
    await undo();
    expect(await dumpOf(db)).toEqual(before);
  });

  test("of today lets the recorder go on as if it had just begun", async () => {
    const db = await stockedStore();
    await eraseDays(db, SECOND, SECOND);
    const ms = await storedMs(db);
    const record = await db.tracker.get("tracker");
    expect(record).toMatchObject({ open: null, tracker: { key: null } });
    const at = LATE + 27.5 * MINUTE;
    await recordAll(db, [beatAt(at, "reddit.com/r/rust"), beatAt(at + MINUTE, "reddit.com/r/rust")]);
    expect(await storedMs(db)).toBe(ms + MINUTE);
    await recordAll(db, [beatAt(at + 1.5 * MINUTE, "reddit.com/r/rust", { presence: "idle", cause: "idle" })]);
    // A minute without input was no presence: half of the minute and a half stays, and nothing of the days before goes.
    expect(await storedMs(db)).toBe(ms + MINUTE / 2);
  });

  test("of yesterday lets the recorder go on with what is left of its span, and taking it back makes that whole", async () => {
    const lifeTo = (minutes: number) => visits(LATE, [["github.com", minutes]]);
    const [db, untouched] = [openStore(), openStore()];
    await recordAll(db, lifeTo(15));
    const { undo } = await eraseDays(db, FIRST, FIRST);
    expect((await db.tracker.get("tracker"))?.open).toMatchObject({ start: MIDNIGHT, end: LATE + 15 * MINUTE });
    await recordAll(db, visits(LATE + 15 * MINUTE, [["github.com", 3]]));
    expect(times(await db.spans.toArray())).toEqual([["github.com", 10, 18]]);
    await undo();
    await recordAll(untouched, lifeTo(18));
    expect(await dumpOf(db)).toEqual(await dumpOf(untouched));
    await recordAll(db, visits(LATE + 18 * MINUTE, [["github.com", 1]]));
    expect(times(await db.spans.toArray())).toEqual([["github.com", 0, 19]]);
  });

  test("taken back after what was left was cut away by idleness, brings back the part that went", async () => {
    const db = openStore();
    await recordAll(db, visits(LATE, [["github.com", 11]]));
    const { undo } = await eraseDays(db, FIRST, FIRST);
    await recordAll(db, [beatAt(LATE + 11 * MINUTE + 1000, "github.com", { presence: "idle", cause: "idle" })]);
    expect(await db.spans.count()).toBe(0);
    await undo();
    expect(await db.spans.toArray()).toMatchObject([
      { id: 1, key: "github.com", start: LATE, end: MIDNIGHT, elapsed: 10 * MINUTE },
    ]);
    expect(await storedMs(db)).toBe(10 * MINUTE);
  });
});
