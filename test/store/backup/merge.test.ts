import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Heartbeat } from "../../../src/attention/heartbeat";
import { restoreBackup } from "../../../src/store/backup/restore";
import { writeBackup } from "../../../src/store/backup/write";
import { createCatalogs } from "../../../src/store/catalogs";
import type { Database } from "../../../src/store/database";
import { rowsOf } from "../../../src/store/read";
import { recordAll } from "../../../src/store/record";
import { addRules } from "../../../src/store/rules";
import { readSettings, writeSetting } from "../../../src/store/settings";
import { beatsWithin } from "../../attention/beats";
import { blockOf } from "../../trap/block";
import { openStore, writeSettings } from "../opened";
import { backupText, beatAt, dumpOf, LATE, MINUTE, packed, stockedStore, visits } from "../stocked";

const first = readFileSync("test/fixtures/backup-1.jsonl", "utf8");

const merge = (db: Database, file: Blob) => restoreBackup(db, file, { mode: "merge" });

describe("a backup that is merged", () => {
  test("into the store that it came from changes nothing at all", async () => {
    const db = await stockedStore();
    const before = await dumpOf(db);
    expect(await merge(db, await writeBackup(db, { now: LATE }))).toMatchObject({ written: 0, days: 4, spans: 7 });
    expect(await dumpOf(db)).toEqual(before);
  });

  test("into one that has grown since changes nothing either", async () => {
    const db = await stockedStore();
    const file = await writeBackup(db, { now: LATE });
    await recordAll(
      db,
      visits(LATE + 27 * MINUTE, [
        ["reddit.com/r/rust", 3],
        ["x.com/home", 5],
      ]),
    );
    await db.blocks.update(2, { from: LATE, until: LATE + 1, day: "2026-03-01" });
    await writeSetting(db, "theme", "light");
    const before = await dumpOf(db);
    expect(await merge(db, file)).toMatchObject({ written: 0 });
    expect(await dumpOf(db)).toEqual(before);
  });

  test("into another changes nothing the second time", async () => {
    const db = await stockedStore();
    expect((await merge(db, packed(first))).written).toBeGreaterThan(30);
    const before = await dumpOf(db);
    expect(await merge(db, packed(first))).toMatchObject({ written: 0 });
    expect(await dumpOf(db)).toEqual(before);
    expect(await merge(db, await writeBackup(db, { now: LATE }))).toMatchObject({ written: 0 });
    expect(await dumpOf(db)).toEqual(before);
  });

  test("into an empty store brings back all but the trace", async () => {
    const db = openStore();
    await merge(db, packed(first));
    const withoutTrace = first.trimEnd().split("\n").slice(1, -2);
    expect((await backupText(db)).trimEnd().split("\n").slice(1, -1)).toEqual(withoutTrace);
    expect(await db.trace.count()).toBe(0);
  });

  test("leaves settings, rules and channels as they are, and adds those that are missing", async () => {
    const db = openStore();
    await writeSettings(db, { target: 0.3 });
    await addRules(db, {
      rules: [{ text: "riverside.fm", channel: "video", since: null }],
      channels: [{ id: "my-reading", label: "Books", category: "build" }],
    });
    await merge(db, packed(first));
    expect((await readSettings(db)).settings).toMatchObject({ target: 0.3, theme: "dark", weekStartsOn: 7 });
    expect((await db.rules.toArray()).map(({ text, channel }) => [text, channel])).toEqual([
      ["[::1]:3000", "design"],
      ["github.com/acme/app/**", "content"],
      ["reddit.com/r/rust/**", "docs"],
      ["riverside.fm", "video"],
    ]);
    expect((await db.channels.toArray()).map(({ label }) => label)).toEqual(["Podcast 🎙", "Books"]);
  });

  test("makes compiled rules old where it brings one, and only there", async () => {
    const db = await stockedStore();
    const catalogOf = createCatalogs(db);
    const channelNow = async () =>
      (await catalogOf((await readSettings(db)).settings)).classifyKey("riverside.fm").channel;
    expect(await channelNow()).not.toBe("my-podcast");
    await merge(db, packed(first));
    expect(await channelNow()).toBe("my-podcast");
    const { rulesChanged } = (await readSettings(db)).settings;
    await merge(db, packed(first));
    expect((await readSettings(db)).settings.rulesChanged).toBe(rulesChanged);
  });

  test("gives each fact and dismissal once, and of a day's stretches the longer", async () => {
    const db = await stockedStore();
    const told = [await db.facts.count(), await db.dismissals.count()];
    await db.stretches.bulkPut([
      { day: "2025-10-05", longestBuildMs: 5_400_001 },
      { day: "2025-10-06", longestBuildMs: 0 },
    ]);
    const text = (await backupText(db)).replaceAll('"longestBuildMs":0', '"longestBuildMs":9');
    await merge(db, packed(first));
    expect([await db.facts.count(), await db.dismissals.count()]).toEqual([(told[0] ?? 0) + 3, (told[1] ?? 0) + 1]);
    await merge(db, packed(text));
    expect([await db.facts.count(), await db.dismissals.count()]).toEqual([(told[0] ?? 0) + 3, (told[1] ?? 0) + 1]);
    const stretches = await db.stretches.toArray();
    expect(stretches.slice(0, 2).map(({ longestBuildMs }) => longestBuildMs)).toEqual([5_400_001, 9]);
  });

  test("brings the time of blocks and imports under the ids that they have here", async () => {
    const db = openStore();
    await db.imports.add({ tool: "t", filename: "f", at: 1, first: "2026-02-01", last: "2026-02-01", days: 1, ms: 5 });
    await db.blocks.add(blockOf({ id: 1, from: 1, until: 2, day: "2026-02-28" }));
    await merge(db, packed(first));
    const titles = new Map((await db.blocks.toArray()).map(({ id, title }) => [id, title]));
    const days = (await db.days.toArray()).flatMap(rowsOf);
    const told = (key: string) =>
      days.filter((row) => row.key === key && row.block !== undefined).map((row) => titles.get(row.block ?? 0));
    const there = JSON.parse(first.split("\n")[5] ?? "").rows as { id: number; title: string }[];
    expect(told("shop.example")).toEqual([there.find(({ id }) => id === 1)?.title]);
    expect(told("declared:")).toEqual([there.find(({ id }) => id === 2)?.title]);
    const spans = await db.spans.filter(({ block }) => block !== undefined).toArray();
    expect(spans.map(({ key, block }) => [key, titles.get(block ?? 0)])).toContainEqual([
      "shop.example",
      told("shop.example")[0],
    ]);
    const sources = (await db.days.toArray()).map(({ source }) => source).filter((source) => source !== "recorded");
    expect(sources).toEqual(["import:2", "import:2", "import:3"]);
    expect((await db.imports.toArray()).map(({ tool }) => tool)).toEqual(["t", "activitywatch", "webtime"]);
  });

  test("is out of reach of idleness: a cut-back takes only what was lived here", async () => {
    const here = openStore();
    await writeSettings(here, { idleSeconds: 180 });
    // The same hours as in the file, which was lived on another machine.
    const start = LATE + 20 * MINUTE;
    await recordAll(
      here,
      visits(start, [
        ["here.example", 4],
        ["github.com", 2],
      ]),
    );
    const alone = openStore();
    await recordAll(
      alone,
      visits(start, [
        ["here.example", 4],
        ["github.com", 2],
      ]),
    );
    const file = await writeBackup(await stockedStore(), { now: LATE });
    await merge(here, file);
    const merged = await dumpOf(here);
    const idle = beatAt(start + 6 * MINUTE + 1000, "github.com", { presence: "idle", cause: "idle" });
    await recordAll(here, [idle]);
    await recordAll(alone, [idle]);
    const own = (spans: { key: string }[]) => spans.filter(({ key }) => key === "here.example" || key === "github.com");
    const spans = await here.spans.toArray();
    expect(own(spans)).toEqual(await alone.spans.toArray());
    expect(own(spans)[0]).toMatchObject({ end: start + 3 * MINUTE + 1000 });
    const foreign = merged.spans?.map(([, row]) => row as { key: string }).filter((span) => own([span]).length === 0);
    expect(foreign).toHaveLength(7);
    expect(spans.filter((span) => own([span]).length === 0)).toEqual(foreign);
  });
});

/** What was lived in each hour of each day. */
async function hoursOf(db: Database): Promise<Map<string, number>> {
  const sums = new Map<string, number>();
  for (const { day, pages } of await db.days.toArray()) {
    for (const { hours } of pages)
      for (const [hour, ms] of Object.entries(hours))
        sums.set(`${day} ${hour}`, (sums.get(`${day} ${hour}`) ?? 0) + ms);
  }
  return sums;
}

async function lived(beats: readonly Heartbeat[]): Promise<Database> {
  const db = openStore();
  await recordAll(db, beats);
  return db;
}

describe("of any two lives", () => {
  const lives = fc.tuple(beatsWithin({ jumps: true, travels: true }), beatsWithin({ jumps: true, travels: true }));

  test("a merge has in each hour what the side with more has, whichever way round; a second merge changes nothing", async () => {
    await fc.assert(
      fc.asyncProperty(lives, async ([one, two]) => {
        const [a, b] = [await lived(one), await lived(two)];
        const [fileA, fileB] = [await writeBackup(a, { now: 1 }), await writeBackup(b, { now: 1 })];
        const [hoursA, hoursB] = [await hoursOf(a), await hoursOf(b)];
        await merge(a, fileB);
        await merge(b, fileA);
        const most = new Map(
          [...hoursB, ...hoursA].map(([hour]) => [hour, Math.max(hoursA.get(hour) ?? 0, hoursB.get(hour) ?? 0)]),
        );
        expect(new Map([...(await hoursOf(a))].sort())).toEqual(new Map([...most].sort()));
        expect(new Map([...(await hoursOf(b))].sort())).toEqual(new Map([...most].sort()));
        const before = await dumpOf(a);
        await merge(a, fileB);
        await merge(a, fileA);
        expect(await dumpOf(a)).toEqual(before);
      }),
      { numRuns: 25 },
    );
  });

  test("what one of them has recorded is a file that is read, and brings back the same", async () => {
    await fc.assert(
      fc.asyncProperty(beatsWithin({ jumps: true, travels: true }), async (beats) => {
        const db = await lived(beats);
        const file = await writeBackup(db, { now: 1 });
        const other = openStore();
        await restoreBackup(other, file, { mode: "replace" });
        expect(await backupText(other, 1)).toBe(await backupText(db, 1));
        expect(await dumpOf(other).then(({ days }) => days)).toEqual(await dumpOf(db).then(({ days }) => days));
      }),
      { numRuns: 25 },
    );
  });
});
