import { readFileSync } from "node:fs";
import { Dexie, type IndexableType } from "dexie";
import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { describe, expect, test } from "vitest";
import { readAmounts } from "../../src/store/amounts";
import { createCatalogs } from "../../src/store/catalogs";
import { readTold } from "../../src/store/facts";
import { readImports, removeImport } from "../../src/store/imports";
import { readDays, readSpans } from "../../src/store/read";
import { recordAll } from "../../src/store/record";
import { addRules, readOwnRules } from "../../src/store/rules";
import { initialSettings, readSettings } from "../../src/store/settings";
import { readTrace } from "../../src/store/trace";
import { stateOf } from "../../src/trap/block";
import { DECLARED, standardsOf } from "../../src/trap/standards";
import { addUp } from "../../src/trap/totals";
import { openStore } from "./opened";

/** A store as a release left it: its tables as they were declared, and every row with its key. */
interface Release {
  version: number;
  tables: Record<string, string>;
  rows: Record<string, [key: IndexableType, row: unknown][]>;
}

async function leftBy({ version, tables, rows }: Release): Promise<IDBFactory> {
  const indexedDB = new IDBFactory();
  const db = new Dexie("factory-trap-meter", { indexedDB, IDBKeyRange });
  db.version(version).stores(tables);
  for (const [name, pairs] of Object.entries(rows)) {
    const { keyPath } = db.table(name).schema.primKey;
    for (const [key, row] of pairs) await (keyPath ? db.table(name).put(row) : db.table(name).put(row, key));
  }
  db.close();
  return indexedDB;
}

/** Every row with its key, as it is stored after this release has opened the store. */
async function rowsIn(indexedDB: IDBFactory, names: readonly string[]): Promise<Release["rows"]> {
  const db = await openStore(indexedDB).ready();
  const rows: Release["rows"] = {};
  for (const name of names) {
    const pairs: Release["rows"][string] = [];
    await db.table(name).each((row, { primaryKey }) => {
      pairs.push([primaryKey, row]);
    });
    rows[name] = pairs;
  }
  db.close();
  return rows;
}

const readRelease = (version: number): Release =>
  JSON.parse(readFileSync(`test/fixtures/store-${version}.json`, "utf8"));

/** Frozen: what 0.1.0 stored of a small life. A later release reads it, or is broken. */
const release1 = readRelease(1);
/** Frozen: what 0.2.0 stored of a small life with rules, channels and a domain of its own, with blocks, facts and projects. */
const release2 = readRelease(2);
/** Frozen: what 0.3.0 stored of the same life with two imports, the later one of a day that the other has too, and one undone. */
const release3 = readRelease(3);

describe("what 0.1.0 has stored", () => {
  test("is read whole by this release", async () => {
    const db = openStore(await leftBy(release1));
    expect(await readAmounts(db)).toEqual({ spans: 4, days: 2, firstDay: "2026-03-01", traceBeats: 2 });
    const { days, settings, unreadable } = await readDays(db, "2026-03-01", "2026-03-02");
    expect(days).toEqual([
      { day: "2026-03-01", key: "github.com/acme/app", hours: { 23: 60_000 } },
      { day: "2026-03-02", key: "github.com/acme/app", hours: { 0: 30_000 } },
      { day: "2026-03-02", key: "other-apps:", hours: { 0: 45_000 } },
      { day: "2026-03-02", key: "x.com/*/status/*", hours: { 0: 20_000 } },
    ]);
    expect(settings).toMatchObject({ idleSeconds: 60, neverRecord: ["secret.example"], otherApps: "build" });
    expect(unreadable).toEqual([]);
    expect(await readSpans(db, "2026-03-01", "2026-03-02")).toHaveLength(4);
    expect(await readTrace(db)).toHaveLength(2);
  });

  test("goes on where it ended", async () => {
    const db = openStore(await leftBy(release1));
    const { tracker } = (await db.tracker.get("tracker")) ?? {};
    const at = (tracker?.at ?? 0) + 10_000;
    const seen = { focused: false, private: false, presence: "active", audible: false, page: null } as const;
    await recordAll(db, [{ at, offset: 60, cause: "alarm", ...seen }]);
    const { days } = await readDays(db, "2026-03-02", "2026-03-02");
    expect(days.find(({ key }) => key === "other-apps:")?.hours).toEqual({ 0: 55_000 });
    expect(await db.spans.count()).toBe(4);
  });

  test("is upgraded row by row as it was, and has no rule yet", async () => {
    const indexedDB = await leftBy(release1);
    expect(await rowsIn(indexedDB, Object.keys(release1.tables))).toEqual(release1.rows);
    const db = openStore(indexedDB);
    expect(await readOwnRules(db)).toEqual({ rules: [], channels: [] });
    expect(await readImports(db)).toEqual([]);
    expect((await readSettings(db)).settings).toEqual({
      ...initialSettings,
      idleSeconds: 60,
      neverRecord: ["secret.example"],
      otherApps: "build",
      tracingSince: 1_772_406_045_000,
    });
    expect(db.verno).toBe(3);
  });

  test("is corrected by a rule that is made now", async () => {
    const db = openStore(await leftBy(release1));
    const catalogOf = createCatalogs(db);
    const channelsNow = async () => {
      const { days, settings } = await readDays(db, "2026-03-01", "2026-03-01");
      const { classifyKey } = await catalogOf(settings);
      return days.map(({ key }) => classifyKey(key).channel);
    };
    expect(await channelsNow()).toEqual(["code-hosting"]);
    await addRules(db, { rules: [{ text: "github.com/acme/app/**", channel: "content", since: null }], channels: [] });
    expect(await channelsNow()).toEqual(["content"]);
  });
});

describe("what 0.2.0 has stored", () => {
  test("is read whole by this release", async () => {
    const db = openStore(await leftBy(release2));
    expect(await readAmounts(db)).toEqual({ spans: 8, days: 2, firstDay: "2026-03-01", traceBeats: 5 });
    const { days, blocks, settings, unreadable } = await readDays(db, "2026-03-01", "2026-03-02");
    expect(days).toEqual([
      { day: "2026-03-01", key: "reddit.com/r/rust", hours: { 23: 30_000 } },
      { day: "2026-03-01", key: "riverside.fm", hours: { 23: 90_000 } },
      { day: "2026-03-02", key: "[::1]:3000", hours: { 0: 10_000 } },
      { day: "2026-03-02", key: DECLARED, block: 2, hours: { 0: 300_000 } },
      { day: "2026-03-02", key: "github.com/acme/app", hours: { 0: 20_000 } },
      { day: "2026-03-02", key: "github.com/acme/app", block: 1, hours: { 0: 10_000 } },
      { day: "2026-03-02", key: "other-apps:", block: 4, hours: { 0: 15_000 } },
      { day: "2026-03-02", key: "reddit.com/*", hours: { 0: 10_000 } },
      { day: "2026-03-02", key: "reddit.com/r/rust", hours: { 0: 30_000 } },
      { day: "2026-03-02", key: "shop.example", block: 1, hours: { 0: 10_000 } },
    ]);
    expect(unreadable).toEqual([]);
    expect(settings).toEqual({
      ...initialSettings,
      idleSeconds: 60,
      neverRecord: ["secret.example"],
      otherApps: "build",
      ownDomains: ["shop.example"],
      rulesChanged: 2,
      projects: [
        {
          id: "app",
          name: "App",
          domains: ["shop.example"],
          repositories: ["github.com/acme/app"],
          isParked: false,
        },
        { id: "old", name: "Old", domains: [], repositories: [], isParked: true },
      ],
      passedOver: { users: "2026-03-01" },
      nudge: { isOn: true, quietFrom: 22, quietUntil: 8 },
      nudgedOn: "2026-03-01",
      target: 0.4,
      feedsCount: false,
      offHours: [{ days: [1, 2, 3, 4, 5], from: 9, until: 17 }],
      keepSpansDays: 90,
      pause: { from: 1_772_402_400_000, until: 1_772_403_000_000 },
    });
    const spans = await readSpans(db, "2026-03-01", "2026-03-02");
    expect(spans.map(({ id, block }) => [id, block])).toEqual([
      [1, undefined],
      [2, undefined],
      [3, undefined],
      [4, undefined],
      [5, 1],
      [6, 1],
      [7, undefined],
      [9, 4],
    ]);
    expect(blocks).toEqual(release2.rows.blocks?.map(([, block]) => block));
    const { tracker } = (await db.tracker.get("tracker")) ?? {};
    const states = blocks.map((block) => stateOf({ ...block, ms: 0 }, tracker?.at ?? 0, "2026-03-02"));
    expect(states).toEqual(["kept", "short", "planned", "running"]);
    const { facts, dismissals } = await readTold(db);
    expect(facts.map(({ kind, value, project }) => [kind, value, project])).toEqual([
      ["customers", 0, null],
      ["visitors", 12, "app"],
      ["shown", "pipeline", null],
    ]);
    expect(dismissals).toMatchObject([{ sign: "comfort", day: "2026-03-02", reason: "I was on a train" }]);
    expect(await readTrace(db)).toHaveLength(5);
    expect(await readOwnRules(db)).toEqual({
      rules: [
        { text: "[::1]:3000", channel: "design", since: null },
        { text: "github.com/acme/app/**", channel: "content", since: null },
        { text: "reddit.com/r/rust/**", channel: "docs", since: "2026-03-01" },
        { text: "riverside.fm", channel: "my-podcast", since: null },
      ],
      channels: [
        { id: "my-podcast", label: "Podcast 🎙", category: "distribution" },
        { id: "my-reading", label: "Reading", category: "neutral" },
      ],
    });
  });

  test("is judged by the user's rules", async () => {
    const db = openStore(await leftBy(release2));
    const { days, settings } = await readDays(db, "2026-03-01", "2026-03-02");
    const { classifyKey } = await createCatalogs(db)(settings);
    const verdicts = days.map(({ key }) => [key, classifyKey(key)] as const);
    const verdictOf = (key: string) => verdicts.find(([stored]) => stored === key)?.[1];
    expect(verdictOf("riverside.fm")).toMatchObject({ channel: "my-podcast", label: "Podcast 🎙", own: true });
    expect(verdictOf("reddit.com/r/rust")).toMatchObject({ channel: "docs", own: true });
    expect(verdictOf("reddit.com/*")).toMatchObject({ own: false });
    expect(verdictOf("github.com/acme/app")).toMatchObject({ channel: "content", own: true });
    expect(verdictOf("[::1]:3000")).toMatchObject({ channel: "design", own: true });
    expect(verdictOf("shop.example")).toMatchObject({ category: "neutral", rule: "shop.example (your domain)" });
  });

  test("is added up with its blocks", async () => {
    const db = openStore(await leftBy(release2));
    const { days, blocks, settings } = await readDays(db, "2026-03-01", "2026-03-02");
    const totals = addUp(days, standardsOf(settings, blocks, await createCatalogs(db)(settings)));
    expect(totals.blocks).toEqual([
      { id: 2, ms: 300_000 },
      { id: 1, ms: 20_000 },
      { id: 4, ms: 15_000 },
    ]);
    expect(totals).toMatchObject({ declaredMs: 300_000, otherAppsMs: 0 });
    // The podcast's own 90 s, its block, the repository's page that is content, and what was done in the first block.
    expect(totals.reachingOutMs).toBe(300_000 + 20_000 + 15_000 + 90_000 + 20_000);
  });

  test("goes on where it ended, in the block that runs", async () => {
    const db = openStore(await leftBy(release2));
    const { tracker } = (await db.tracker.get("tracker")) ?? {};
    const at = (tracker?.at ?? 0) + 10_000;
    const seen = { focused: false, private: false, presence: "active", audible: false, page: null } as const;
    await recordAll(db, [{ at, offset: 60, cause: "alarm", ...seen }]);
    const { days } = await readDays(db, "2026-03-02", "2026-03-02");
    expect(days.filter(({ key }) => key === "other-apps:")).toMatchObject([{ block: 4, hours: { 0: 25_000 } }]);
    expect(await db.spans.count()).toBe(8);
    expect((await readOwnRules(db)).rules).toHaveLength(4);
  });

  test("is row by row as it was, and has no import yet", async () => {
    const indexedDB = await leftBy(release2);
    expect(await rowsIn(indexedDB, Object.keys(release2.tables))).toEqual(release2.rows);
    expect(await readImports(openStore(indexedDB))).toEqual([]);
  });
});

describe("what 0.3.0 has stored", () => {
  test("is read whole by this release, each day from one source", async () => {
    const db = openStore(await leftBy(release3));
    expect(await readAmounts(db)).toEqual({ spans: 8, days: 4, firstDay: "2026-02-27", traceBeats: 5 });
    const { days, blocks, settings, unreadable } = await readDays(db, "2026-02-01", "2026-03-02");
    const recorded = (await readDays(openStore(await leftBy(release2)), "2026-03-01", "2026-03-02")).days;
    expect(days).toEqual([
      { day: "2026-02-27", key: "github.com", hours: { 24: 5_400_000 } },
      { day: "2026-02-27", key: "reddit.com", hours: { 24: 1_860_500 } },
      { day: "2026-02-28", key: "github.com/acme/app", hours: { 9: 1_800_000, 10: 299_500 } },
      { day: "2026-02-28", key: "other-apps:", hours: { 10: 1_198_000 } },
      ...recorded,
    ]);
    expect(unreadable).toEqual([]);
    expect(settings).toMatchObject({ theme: "dark", weekStartsOn: 7, seenWeek: "2026-02-23", idleSeconds: 60 });
    expect(blocks).toHaveLength(4);
    expect(await readSpans(db, "2026-03-01", "2026-03-02")).toHaveLength(8);
    expect((await readTold(db)).facts).toHaveLength(3);
    expect(await readOwnRules(db)).toMatchObject({ rules: { length: 4 }, channels: { length: 2 } });
  });

  test("has its imports, which can be undone", async () => {
    const db = openStore(await leftBy(release3));
    expect(await readImports(db)).toEqual([
      {
        id: 3,
        tool: "activitywatch",
        filename: "aw-buckets-export ✓.json",
        at: 1_772_406_220_000,
        first: "2026-02-28",
        last: "2026-02-28",
        days: 1,
        ms: 3_297_500,
      },
      {
        id: 2,
        tool: "timetracker",
        filename: "timer_backup_20260302_000300.json",
        at: 1_772_406_210_000,
        first: "2026-02-27",
        last: "2026-03-01",
        days: 3,
        ms: 8_760_500,
      },
    ]);
    await removeImport(db, 3);
    const { days } = await readDays(db, "2026-02-28", "2026-02-28");
    expect(days).toEqual([{ day: "2026-02-28", key: "x.com", hours: { 24: 900_000 } }]);
    await removeImport(db, 2);
    expect(await db.days.toArray()).toEqual(release2.rows.days?.map(([, day]) => day));
  });

  test("goes on where it ended", async () => {
    const db = openStore(await leftBy(release3));
    const { tracker } = (await db.tracker.get("tracker")) ?? {};
    const at = (tracker?.at ?? 0) + 10_000;
    const seen = { focused: false, private: false, presence: "active", audible: false, page: null } as const;
    await recordAll(db, [{ at, offset: 60, cause: "alarm", ...seen }]);
    const { days } = await readDays(db, "2026-03-02", "2026-03-02");
    expect(days.filter(({ key }) => key === "other-apps:")).toMatchObject([{ block: 4, hours: { 0: 25_000 } }]);
  });

  test("is row by row as it was", async () => {
    expect(await rowsIn(await leftBy(release3), Object.keys(release3.tables))).toEqual(release3.rows);
  });
});
