import { describe, expect, test } from "vitest";
import type { Span } from "../../src/attention/span";
import { readSpans } from "../../src/store/read";
import { thinSpans } from "../../src/store/retention";
import { longestStretch } from "../../src/trap/stretch";
import { standards } from "../trap/draw";
import { openStore } from "./opened";

const HOUR = 3_600_000;

/** A span of so many hours on a local day, by UTC+14: its local day is not its day in UTC. */
function span(day: string, hour: number, hours: number, key = "github.com") {
  const start = Date.parse(day) - 14 * HOUR + hour * HOUR;
  return { key, start, end: start + hours * HOUR, offset: 14 * 60, audible: false, elapsed: start };
}

async function lived() {
  const db = openStore();
  await db.spans.bulkAdd([
    span("2026-01-01", 9, 2),
    span("2026-01-01", 15, 1),
    span("2026-01-01", 17, 4, "x.com"),
    span("2026-01-02", 23, 0.5),
    span("2026-01-03", 0, 1),
  ]);
  await db.days.put({ day: "2026-01-01", source: "recorded", pages: [{ key: "github.com", hours: { 9: HOUR } }] });
  return db;
}

const longest = (spans: readonly Span[]) => longestStretch(spans, standards())?.ms ?? 0;

describe("spans that are no longer kept", () => {
  test("go with their whole local day, and leave the longest stretch as a number", async () => {
    const db = await lived();
    await thinSpans(db, "2026-01-03", longest);
    expect(await db.stretches.toArray()).toEqual([
      { day: "2026-01-01", longestBuildMs: 2 * HOUR },
      { day: "2026-01-02", longestBuildMs: 0.5 * HOUR },
    ]);
    expect((await db.spans.toArray()).map(({ start }) => start)).toEqual([span("2026-01-03", 0, 1).start]);
  });

  test("leave the day rows as they are", async () => {
    const db = await lived();
    await thinSpans(db, "2026-01-03", longest);
    expect(await db.days.count()).toBe(1);
  });

  test("are none where the first kept day is the first there is, or nothing is stored", async () => {
    const db = await lived();
    await thinSpans(db, "2026-01-01", longest);
    expect(await db.spans.count()).toBe(5);
    expect(await db.stretches.count()).toBe(0);
    const empty = openStore();
    await thinSpans(empty, "2026-01-01", longest);
    expect(await empty.stretches.count()).toBe(0);
  });

  test("go wherever the clocks were that a backup may tell of", async () => {
    const db = openStore();
    for (const hours of [16, -16]) {
      const start = Date.parse("2026-01-01") + 12 * HOUR - hours * HOUR;
      const late = start + 11 * HOUR;
      for (const at of [start - 11 * HOUR, late])
        await db.spans.add({ ...span("2026-01-01", 0, 1), start: at, end: at + HOUR, offset: hours * 60 });
    }
    await thinSpans(db, "2026-01-03", longest);
    expect(await db.spans.count()).toBe(0);
    expect(await db.stretches.toArray()).toEqual([{ day: "2026-01-01", longestBuildMs: HOUR }]);
  });

  test("go in steps of a day: what fails leaves its day whole, and the next call goes on", async () => {
    const db = await lived();
    let calls = 0;
    const failing = (spans: readonly Span[]) => {
      calls += 1;
      if (calls === 2) throw new Error("in the middle");
      return longest(spans);
    };
    await expect(thinSpans(db, "2026-01-03", failing)).rejects.toThrow("in the middle");
    expect(await readSpans(db, "2026-01-01", "2026-01-01")).toEqual([]);
    expect(await readSpans(db, "2026-01-02", "2026-01-02")).toHaveLength(1);
    await thinSpans(db, "2026-01-03", longest);
    expect(await db.spans.count()).toBe(1);
  });
});
