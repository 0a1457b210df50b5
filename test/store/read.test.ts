import { describe, expect, test } from "vitest";
import type { Source, StoredDay } from "../../src/store/database";
import { chooseDays, readDays, readSpans } from "../../src/store/read";
import { recordAll } from "../../src/store/record";
import { initialSettings } from "../../src/store/settings";
import { life } from "../attention/life";
import { blockOf } from "../trap/block";
import { openStore } from "./opened";

async function storeOf(...lives: ReturnType<typeof life>[]) {
  const db = openStore();
  for (const beats of lives) await recordAll(db, beats);
  return db;
}

describe("readDays", () => {
  const minute = (day: string) => life`${day} 12:00:00 b.com startup | ${day} 12:00:30 a.com | ${day} 12:01:00 b.com`;
  const days = ["2025-12-31", "2026-03-01", "2026-03-02", "2026-03-03", "2026-11-01"];
  const between = async (first: string, last: string) => {
    const db = await storeOf(...days.map(minute));
    return (await readDays(db, first, last)).days.map(({ day, key }) => `${day} ${key}`);
  };

  test("gives the first day and the last and all between, and none beside them", async () => {
    expect(await between("2026-03-01", "2026-03-03")).toEqual([
      "2026-03-01 a.com",
      "2026-03-01 b.com",
      "2026-03-02 a.com",
      "2026-03-02 b.com",
      "2026-03-03 a.com",
      "2026-03-03 b.com",
    ]);
  });

  test("gives one day, an empty day, and no day", async () => {
    expect(await between("2026-03-02", "2026-03-02")).toEqual(["2026-03-02 a.com", "2026-03-02 b.com"]);
    expect(await between("2026-03-04", "2026-03-04")).toEqual([]);
    expect(await between("2026-03-03", "2026-03-01")).toEqual([]);
    expect(await between("2025-12-31", "2026-02-28")).toEqual(["2025-12-31 a.com", "2025-12-31 b.com"]);
  });

  test("gives the settings that judge them, and which of them could not be read", async () => {
    const db = await storeOf();
    await db.settings.put({ name: "idleSeconds", value: "soon" });
    await db.settings.put({ name: "otherApps", value: "build" });
    expect(await readDays(db, "2026-03-02", "2026-03-02")).toEqual({
      days: [],
      blocks: [],
      settings: { ...initialSettings, otherApps: "build" },
      unreadable: ["idleSeconds"],
    });
  });
});

test("readDays gives the newest 300 blocks, the oldest of them first", async () => {
  const db = await storeOf();
  const { id: _, ...block } = blockOf();
  await db.blocks.bulkAdd(Array.from({ length: 301 }, () => block));
  const { blocks } = await readDays(db, "2026-03-02", "2026-03-02");
  expect(blocks.map(({ id }) => id)).toEqual(Array.from({ length: 300 }, (_, i) => i + 2));
});

/** A day's record, with an hour on a page of the source's name. */
function told(day: string, source: Source, pages: StoredDay["pages"] = [{ key: source, hours: { 24: 1 } }]): StoredDay {
  return { day, source, pages };
}

describe("chooseDays", () => {
  const chosen = (...stored: StoredDay[]) => chooseDays(stored).map(({ day, source }) => `${day} ${source}`);

  test("leaves recorded days as they are", () => {
    const stored = [told("2026-03-01", "recorded"), told("2026-03-02", "recorded", [])];
    expect(chooseDays(stored)).toBe(stored);
    expect(chooseDays([])).toEqual([]);
  });

  test("takes what was recorded before what was imported, and the import that came last before others", () => {
    expect(
      chosen(
        told("2026-03-01", "import:10"),
        told("2026-03-01", "import:9"),
        told("2026-03-02", "import:10"),
        told("2026-03-02", "recorded"),
        told("2026-03-03", "import:2"),
        told("2026-03-04", "recorded"),
      ),
    ).toEqual(["2026-03-01 import:10", "2026-03-02 recorded", "2026-03-03 import:2", "2026-03-04 recorded"]);
  });

  test("takes an import where nothing was recorded in a recorded day", () => {
    expect(chosen(told("2026-03-01", "import:1"), told("2026-03-01", "recorded", []))).toEqual(["2026-03-01 import:1"]);
    expect(chosen(told("2026-03-01", "recorded", []), told("2026-03-02", "import:1"))).toEqual([
      "2026-03-01 recorded",
      "2026-03-02 import:1",
    ]);
  });
});

test("readDays reads each day from one source", async () => {
  const db = await storeOf(life`2026-03-02 12:00:00 a.com | 2026-03-02 12:00:30 a.com`);
  await db.days.bulkPut([
    told("2026-02-27", "import:1"),
    told("2026-03-02", "import:1"),
    told("2026-02-27", "import:2"),
  ]);
  const { days } = await readDays(db, "2026-02-01", "2026-03-31");
  expect(days).toEqual([
    { day: "2026-02-27", key: "import:2", hours: { 24: 1 } },
    { day: "2026-03-02", key: "a.com", hours: { 12: 30_000 } },
  ]);
});

describe("readSpans", () => {
  const keysOn = async (day: string, ...lives: ReturnType<typeof life>[]) =>
    (await readSpans(await storeOf(...lives), day, day)).map(({ key }) => key);

  test.each(["+00:00", "+05:30", "-03:30", "+14:00", "-12:00"])(
    "gives the spans that began on a local day at %s",
    async (zone) => {
      const before = life`2026-03-01 23:59:59.999 ${zone} before.com startup | 00:00:00 ${zone} first.com`;
      const first = life`00:00:00 ${zone} first.com | 00:01:00 ${zone}`;
      const last = life`23:59:59.999 ${zone} last.com startup | 2026-03-03 00:00:00 ${zone} after.com`;
      const after = life`2026-03-03 00:00:00 ${zone} after.com | 2026-03-03 00:01:00 ${zone}`;
      expect(await keysOn("2026-03-02", before, first, last, after)).toEqual(["first.com", "last.com"]);
    },
  );

  test("gives a span that went on after midnight to the day on which it began", async () => {
    const night = life`23:50:00 a.com … 2026-03-03 00:10:00 a.com`;
    expect(await keysOn("2026-03-02", night)).toEqual(["a.com"]);
    expect(await keysOn("2026-03-03", night)).toEqual([]);
  });

  test("gives several days in the order in which spans started", async () => {
    const db = await storeOf(
      life`09:00:00 b.com | 09:00:30 a.com | 09:01:00`,
      life`2026-03-03 09:00:00 c.com | 2026-03-03 09:00:30`,
      life`08:00:00 a.com | 08:00:30`,
    );
    const spans = await readSpans(db, "2026-03-02", "2026-03-03");
    expect(spans.map(({ key }) => key)).toEqual(["a.com", "b.com", "a.com", "c.com"]);
    expect(await readSpans(db, "2026-03-03", "2026-03-02")).toEqual([]);
  });
});
