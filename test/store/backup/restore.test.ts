import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type RestoreMode, restoreBackup } from "../../../src/store/backup/restore";
import { writeBackup } from "../../../src/store/backup/write";
import { createCatalogs } from "../../../src/store/catalogs";
import { recordAll } from "../../../src/store/record";
import { readSettings } from "../../../src/store/settings";
import { openStore, writeSettings } from "../opened";
import { backupText, beatAt, dumpOf, HOUR, LATE, MINUTE, packed, stockedStore, visits } from "../stocked";

const first = readFileSync("test/fixtures/backup-1.jsonl", "utf8");

/** All but the first line, which says when it was. */
const contentOf = (text: string) => text.slice(text.indexOf("\n"));

describe("a backup that replaces what is stored", () => {
  test("brings back a store of which the next backup is the same, packed too", async () => {
    const db = await stockedStore();
    const file = await writeBackup(db, { now: 7 });
    const other = openStore();
    const restored = await restoreBackup(other, file, { mode: "replace" });
    expect(restored).toEqual({ createdAt: 7, days: 4, spans: 7, written: 83 });
    const again = await writeBackup(other, { now: 7 });
    expect(Buffer.from(await again.bytes()).equals(await file.bytes())).toBe(true);
    const [was, is] = [await dumpOf(db), await dumpOf(other)];
    for (const name of ["days", "blocks", "facts", "dismissals", "rules", "channels", "imports", "stretches", "trace"])
      expect(is[name], name).toEqual(was[name]);
  });

  test("lets nothing else stay, and the same once more changes nothing", async () => {
    const db = await stockedStore();
    await restoreBackup(db, packed(first), { mode: "replace" });
    expect(contentOf(await backupText(db))).toBe(contentOf(first));
    const before = await dumpOf(db);
    await restoreBackup(db, packed(first), { mode: "replace" });
    const after = await dumpOf(db);
    const changes = (dump: typeof after) => dump.settings?.find(([name]) => name === "rulesChanged");
    expect(changes(after)).not.toEqual(changes(before));
    for (const name of Object.keys(after).filter((one) => one !== "settings"))
      expect(after[name], name).toEqual(before[name]);
  });

  test("leaves how things stand on this machine, but ends a trace, which has lost its beginning", async () => {
    const db = await stockedStore();
    await writeSettings(db, { pause: { from: 1, until: 2 }, nudgedOn: "2026-03-01", seenWeek: "2026-02-23" });
    const { rulesChanged } = (await readSettings(db)).settings;
    await restoreBackup(db, packed(first), { mode: "replace" });
    const { settings, unreadable } = await readSettings(db);
    expect(unreadable).toEqual([]);
    expect(settings).toMatchObject({
      pause: { from: 1, until: 2 },
      nudgedOn: "2026-03-01",
      seenWeek: "2026-02-23",
      tracingSince: null,
      rulesChanged: rulesChanged + 1,
      target: 0.4,
      projects: [{ id: "app" }, { id: "old" }],
    });
  });

  test("brings no such thing from another machine", async () => {
    const text = first
      .replace('"settings":15', '"settings":16')
      .replace('"rows":53', '"rows":54')
      .replace('{"name":"offHours"', '{"name":"nudgedOn","value":"2026-03-01"},{"name":"offHours"');
    for (const mode of ["merge", "replace"] as const) {
      const db = openStore();
      await restoreBackup(db, packed(text), { mode });
      expect((await readSettings(db)).settings).toMatchObject({ nudgedOn: null, theme: "dark" });
    }
  });

  test("makes compiled rules old", async () => {
    const db = await stockedStore();
    const catalogOf = createCatalogs(db);
    const channelNow = async () =>
      (await catalogOf((await readSettings(db)).settings)).classifyKey("x.com/home").channel;
    expect(await channelNow()).toBe("feeds");
    const text = (await backupText(db)).replace(
      '"text":"x.com/home","channel":"feeds"',
      '"text":"x.com/home","channel":"docs"',
    );
    await restoreBackup(db, packed(text), { mode: "replace" });
    expect(await channelNow()).toBe("docs");
  });

  test("lets the recorder begin afresh: nothing is counted twice, and idleness cuts only what was lived since", async () => {
    const db = await stockedStore();
    const file = await writeBackup(db, { now: LATE });
    // The life goes on, on other spans than those of the file.
    await recordAll(db, visits(LATE + 30 * MINUTE, [["late.example", 2]]));
    await restoreBackup(db, file, { mode: "replace" });
    const restored = await dumpOf(db);
    expect(restored.tracker).toEqual([]);
    const now = LATE + 33 * MINUTE;
    await recordAll(db, [beatAt(now, "reddit.com/r/rust"), beatAt(now + MINUTE / 2, "reddit.com/r/rust")]);
    expect(await db.spans.count()).toBe((restored.spans?.length ?? 0) + 1);
    await recordAll(db, [beatAt(now + MINUTE, "reddit.com/r/rust", { presence: "idle", cause: "idle" })]);
    const after = await dumpOf(db);
    expect(after.spans).toEqual(restored.spans);
    expect(after.days).toEqual(restored.days);
  });
});

describe.each<RestoreMode>(["merge", "replace"])("restoring, to %s", (mode) => {
  test("writes all or nothing", async () => {
    const db = await stockedStore();
    const before = await dumpOf(db);
    // The last thing that is written fails, as on a full disk.
    const full = new DOMException("full", "QuotaExceededError");
    const fail = () => {
      throw full;
    };
    db.spans.hook("creating", fail);
    const error = await restoreBackup(db, packed(first), { mode }).catch((caught) => caught);
    db.spans.hook("creating").unsubscribe(fail);
    expect(error).toBeDefined();
    expect(String(error.name ?? error)).toMatch(/Quota|BulkError/);
    expect(await dumpOf(db)).toEqual(before);
  });

  test("can be cancelled while the file is checked, and while it is written", async () => {
    const db = await stockedStore();
    const before = await dumpOf(db);
    for (const at of [0, 0.3, 0.31]) {
      const controller = new AbortController();
      const onProgress = (done: number) => {
        if (done >= at) controller.abort();
      };
      const restoring = restoreBackup(db, packed(first), { mode, signal: controller.signal, onProgress });
      await expect(restoring, String(at)).rejects.toMatchObject({ name: "AbortError" });
      expect(await dumpOf(db)).toEqual(before);
    }
  });

  test("tells how far it is, from nothing to all", async () => {
    const done: number[] = [];
    await restoreBackup(openStore(), packed(first), { mode, onProgress: (part) => done.push(part) });
    expect(done.at(-1)).toBe(1);
    expect(done).toContain(0.3);
    expect(done).toEqual(done.toSorted((a, b) => a - b));
  });

  test("holds up what is recorded meanwhile, and loses none of it", async () => {
    const db = await stockedStore();
    let recording: Promise<unknown> | undefined;
    const at = LATE + 5 * HOUR;
    const onProgress = (done: number) => {
      if (done > 0.3)
        recording ??= recordAll(db, [beatAt(at, "meanwhile.example"), beatAt(at + MINUTE, "meanwhile.example")]);
    };
    await restoreBackup(db, packed(first), { mode, onProgress });
    await recording;
    expect(recording).toBeDefined();
    expect(await db.spans.where("start").equals(at).count()).toBe(1);
  });

  test("leaves a store that goes on", async () => {
    const db = await stockedStore();
    await restoreBackup(db, packed(first), { mode });
    const before = await db.spans.count();
    await recordAll(db, visits(LATE + 9 * HOUR, [["x.com/home", 2]]));
    expect(await db.spans.count()).toBe(before + 1);
    const newest = await db.spans.orderBy("id").last();
    expect(newest).toMatchObject({ key: "x.com/home", end: LATE + 9 * HOUR + 2 * MINUTE });
  });
});

test("A backup that is no gzip is restored as well", async () => {
  const db = openStore();
  await restoreBackup(db, new Blob([first]), { mode: "replace" });
  expect(contentOf(await backupText(db))).toBe(contentOf(first));
});
