import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { describe, expect, test } from "vitest";
import { rowMs } from "../../src/attention/day";
import type { Heartbeat } from "../../src/attention/heartbeat";
import { formatTrace } from "../../src/attention/trace";
import { siteOf, urlOfKey } from "../../src/catalog/page";
import { createPseudonyms } from "../../src/catalog/pseudonym";
import { replay } from "../../src/commands/replay";
import { Database } from "../../src/store/database";
import { rowsOf } from "../../src/store/read";
import { recordAll } from "../../src/store/record";
import { writeSetting } from "../../src/store/settings";
import { dropTrace, readTrace, startTrace, stopTrace } from "../../src/store/trace";

const start = Date.parse("2026-03-02T08:00:00Z");
const SECOND = 1000;

function beat(second: number, page: string | null, more: Partial<Heartbeat> = {}): Heartbeat {
  const seen = { focused: true, private: false, audible: false, presence: "active", cause: "updated" } as const;
  return { at: start + second * SECOND, offset: 60, page, ...seen, ...more };
}

/** An hour's worth of everything: sites with ports and paths, other apps, idleness, sound, a pause, a page of the browser. */
const life: Heartbeat[] = [
  beat(0, "github.com/acme/app"),
  beat(30, "localhost:3000"),
  beat(50, "x.com/*/status/*"),
  beat(80, "example.com:443"),
  beat(100, null, { focused: false }),
  beat(160, "about:"),
  beat(170, "secret.example"),
  beat(200, "youtube.com", { audible: true }),
  beat(260, "youtube.com", { audible: true, presence: "idle" }),
  beat(300, "github.com/acme/app"),
  beat(380, "github.com/acme/app", { presence: "locked" }),
  beat(420, "plausible.io"),
  beat(480, "plausible.io", { presence: "idle" }),
];

async function recorded(): Promise<Database> {
  const db = new Database({ indexedDB: new IDBFactory(), IDBKeyRange });
  await writeSetting(db, "idleSeconds", 60);
  await writeSetting(db, "neverRecord", ["secret.example"]);
  await writeSetting(db, "pause", { from: start + 60 * SECOND, until: start + 70 * SECOND });
  await startTrace(db, start);
  await recordAll(db, life);
  return db;
}

async function storedSeconds(db: Database): Promise<Record<string, number>> {
  const totals: Record<string, number> = {};
  for (const row of (await db.days.toArray()).flatMap(rowsOf)) {
    const name = siteOf(row.key) ?? row.key;
    if (name !== "about:") totals[name] = (totals[name] ?? 0) + rowMs(row) / SECOND;
  }
  return totals;
}

async function replayedSeconds(text: string): Promise<Record<string, number>> {
  const { "2026-03-02": day, ...others } = await replay(text);
  expect(others).toEqual({});
  return { ...day?.sites, "other-apps:": day?.otherApps ?? 0 };
}

describe("A recorded trace", () => {
  test("replays to the totals that were stored", async () => {
    const db = await recorded();
    const stored = await storedSeconds(db);
    expect(stored["github.com"]).toBe(110);
    expect(stored["example.com:443"]).toBe(20);
    expect(await replayedSeconds(formatTrace(await readTrace(db), urlOfKey))).toEqual(stored);
  });

  test.each([
    ["begins", 55, { from: 20, until: 170 }, { from: 120, until: 170 }],
    ["ends", 85, { from: 20, until: 170 }, { from: 20, until: 100 }],
  ])(
    "replays to the totals that were stored when a pause %s at another instant than it was to",
    async (_, seconds, before, after) => {
      const db = new Database({ indexedDB: new IDBFactory(), IDBKeyRange });
      await startTrace(db, start);
      await recordAll(db, [beat(0, "github.com")]);
      for (const [i, { from, until }] of [before, after].entries()) {
        await writeSetting(db, "pause", { from: start + from * SECOND, until: start + until * SECOND });
        await recordAll(db, [beat(10 + 80 * i, "github.com"), beat(85 + 80 * i, "github.com")]);
      }
      const stored = await storedSeconds(db);
      expect(stored).toEqual({ "github.com": seconds });
      const text = formatTrace(await readTrace(db), urlOfKey);
      expect(text.match(/"settings"/g)).toHaveLength(3);
      const { "other-apps:": otherApps, ...sites } = await replayedSeconds(text);
      expect({ otherApps, ...sites }).toEqual({ otherApps: 0, ...stored });
    },
  );

  test("names no site that is never recorded", async () => {
    const db = await recorded();
    expect(formatTrace(await readTrace(db), urlOfKey)).not.toContain("secret");
  });

  test("with pseudonyms names no site at all, and replays to the same numbers", async () => {
    const db = await recorded();
    const pseudonymOf = createPseudonyms();
    const text = formatTrace(await readTrace(db), (key) => urlOfKey(pseudonymOf(key)));
    expect(text).not.toMatch(/github|localhost|plausible|youtube|x\.com|acme/);
    const numbers = (totals: Record<string, number>) => Object.values(totals).sort((a, b) => a - b);
    expect(numbers(await replayedSeconds(text))).toEqual(numbers(await storedSeconds(db)));
  });

  test("ends when it is stopped, after seven days by itself, and is gone when it is dropped", async () => {
    const db = await recorded();
    const week = 7 * 24 * 3600;
    await recordAll(db, [beat(week - 0.001, "github.com"), beat(week, "github.com")]);
    expect(await readTrace(db)).toHaveLength(life.length + 1);
    await startTrace(db, start);
    expect(await readTrace(db)).toHaveLength(0);
    await recordAll(db, [beat(0, "github.com")]);
    await stopTrace(db);
    await recordAll(db, [beat(1, "github.com")]);
    expect(await readTrace(db)).toHaveLength(1);
    await dropTrace(db);
    expect(await readTrace(db)).toHaveLength(0);
  });
});
