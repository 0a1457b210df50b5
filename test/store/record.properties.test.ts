import { IDBFactory } from "fake-indexeddb";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type DayRow, rowMs, splitByHour } from "../../src/attention/day";
import type { Heartbeat } from "../../src/attention/heartbeat";
import { recordAll } from "../../src/store/record";
import type { Settings } from "../../src/store/settings";
import type { Block } from "../../src/trap/block";
import { beatsWithin } from "../attention/beats";
import { MONDAY } from "../attention/life";
import { blockOf } from "../trap/block";
import { openStore, type Stored, storedAfter, storedIn, writeSettings } from "./opened";

/** Hundreds of lives on a busy machine. */
const PATIENCE = 60_000;

const anyBeats = beatsWithin({ jumps: true, travels: true });

const noon = Date.parse(MONDAY) + 12 * 3_600_000;
const settings: fc.Arbitrary<Partial<Settings>> = fc.record({
  idleSeconds: fc.constantFrom(15, 60, 180, 900),
  neverRecord: fc.constantFrom<string[]>([], ["never.org"]),
  pause: fc.option(
    fc.record({
      from: fc.integer({ min: noon - 40_000_000, max: noon + 40_000_000 }),
      until: fc.integer({ min: noon - 40_000_000, max: noon + 40_000_000 }),
    }),
    { nil: null },
  ),
});

/** Blocks one after another, some without a gap, around the hours of the lives. */
const blocks: fc.Arbitrary<Block[]> = fc
  .array(fc.integer({ min: noon - 46_000_000, max: noon + 50_000_000 }), { maxLength: 12 })
  .map((instants) => {
    const sorted = instants.toSorted((a, b) => a - b);
    return sorted
      .slice(1)
      .flatMap((until, i) => (i % 3 === 2 ? [] : [blockOf({ id: i + 1, from: sorted[i] ?? 0, until })]));
  });

const totalOf = ({ days }: Stored) => days.reduce((sum, row) => sum + rowMs(row), 0);

/** What the gaps that may count add up to: no total may be more. */
function wallTime(beats: readonly Heartbeat[]): number {
  return beats.reduce((sum, beat, index) => {
    const gap = beat.at - (beats[index - 1]?.at ?? beat.at);
    return gap > 0 && gap <= 90_000 && beat.cause !== "startup" ? sum + gap : sum;
  }, 0);
}

/** Records the heartbeats in batches; a batch of the store's own life each where `restarts` says so. */
async function storedInBatches(
  batches: readonly Heartbeat[][],
  chosen: Partial<Settings>,
  restarts: boolean,
  running: readonly Block[] = [],
): Promise<Stored> {
  const indexedDB = new IDBFactory();
  let db = openStore(indexedDB);
  await writeSettings(db, chosen);
  await db.blocks.bulkPut(running);
  for (const batch of batches) {
    await recordAll(db, batch);
    if (!restarts) continue;
    db.close();
    db = openStore(indexedDB);
  }
  return storedIn(db);
}

const placeOf = ({ day, key, block }: DayRow, hour: string) => `${day} ${hour} ${key}${block ? ` #${block}` : ""}`;

/** The day rows that spans make when each is clipped to its local days. */
function daysOf({ spans }: Stored): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const row of spans.flatMap(splitByHour)) {
    for (const [hour, ms] of Object.entries(row.hours)) {
      const place = placeOf(row, hour);
      sums[place] = (sums[place] ?? 0) + ms;
    }
  }
  return sums;
}

describe("whatever heartbeats come", { timeout: PATIENCE }, () => {
  test("no total exceeds the wall time, and nothing stored is empty or negative", async () => {
    await fc.assert(
      fc.asyncProperty(anyBeats, settings, async (beats, chosen) => {
        const stored = await storedAfter(beats, chosen);
        expect(totalOf(stored)).toBeLessThanOrEqual(wallTime(beats));
        for (const { start, end } of stored.spans) expect(end).toBeGreaterThan(start);
        for (const { hours } of stored.days) {
          expect(Object.keys(hours)).not.toHaveLength(0);
          for (const ms of Object.values(hours)) expect(ms).toBeGreaterThan(0);
        }
      }),
      { numRuns: 300 },
    );
  });

  test("each hour of each day is the sum of the spans clipped to it", async () => {
    await fc.assert(
      fc.asyncProperty(anyBeats, settings, blocks, async (beats, chosen, running) => {
        const stored = await storedInBatches([beats], chosen, false, running);
        const days = stored.days.flatMap((row) =>
          Object.entries(row.hours).map(([hour, ms]) => [placeOf(row, hour), ms]),
        );
        expect(Object.fromEntries(days)).toEqual(daysOf(stored));
      }),
      { numRuns: 200 },
    );
  });

  test("one batch, one by one, and a new background between any two store the same", async () => {
    await fc.assert(
      fc.asyncProperty(anyBeats, settings, blocks, async (beats, chosen, running) => {
        const together = await storedInBatches([beats], chosen, false, running);
        const single = beats.map((beat) => [beat]);
        expect(await storedInBatches(single, chosen, false, running)).toEqual(together);
        expect(await storedInBatches(single, chosen, true, running)).toEqual(together);
      }),
      { numRuns: 60 },
    );
  });

  test("stopping anywhere and going on later stores the same", async () => {
    await fc.assert(
      fc.asyncProperty(anyBeats, settings, fc.nat(40), async (beats, chosen, at) => {
        const halves = [beats.slice(0, at), beats.slice(at)];
        expect(await storedInBatches(halves, chosen, true)).toEqual(await storedAfter(beats, chosen));
      }),
      { numRuns: 100 },
    );
  });

  test("blocks take nothing from a page in any hour, and add nothing", async () => {
    const withoutBlocks = ({ days }: Stored) => {
      const sums: Record<string, number> = {};
      for (const { day, key, hours } of days)
        for (const [hour, ms] of Object.entries(hours)) {
          const place = placeOf({ day, key, hours }, hour);
          sums[place] = (sums[place] ?? 0) + ms;
        }
      return sums;
    };
    await fc.assert(
      fc.asyncProperty(anyBeats, settings, blocks, async (beats, chosen, running) => {
        const stored = await storedInBatches([beats], chosen, false, running);
        expect(withoutBlocks(stored)).toEqual(withoutBlocks(await storedAfter(beats, chosen)));
      }),
      { numRuns: 100 },
    );
  });

  test("looking once more in between, and seeing the same, stores the same days", async () => {
    await fc.assert(
      fc.asyncProperty(
        anyBeats,
        settings,
        fc.nat(39),
        fc.double({ min: 0, max: 1, noNaN: true }),
        async (beats, chosen, index, part) => {
          const [before, after] = [beats[index], beats[index + 1]];
          fc.pre(
            before !== undefined && after !== undefined && after.at >= before.at && after.at - before.at <= 90_000,
          );
          fc.pre(after?.cause !== "startup");
          const at = Math.round((before?.at ?? 0) + part * ((after?.at ?? 0) - (before?.at ?? 0)));
          const again = { ...(before as Heartbeat), at, cause: "suspend" as const };
          const more = [...beats.slice(0, index + 1), again, ...beats.slice(index + 1)];
          expect((await storedAfter(more, chosen)).days).toEqual((await storedAfter(beats, chosen)).days);
        },
      ),
      { numRuns: 200 },
    );
  });

  test("nothing is kept of a pause, a private window, a locked screen or a site that is never recorded", async () => {
    const unseen = anyBeats.map((beats) =>
      beats.map((beat, index): Heartbeat => {
        if (index % 3 === 0) return { ...beat, private: true };
        if (index % 3 === 1) return { ...beat, presence: "locked" };
        return { ...beat, page: "x.never.org", focused: true };
      }),
    );
    await fc.assert(
      fc.asyncProperty(unseen, async (beats) => {
        expect(await storedAfter(beats, { neverRecord: ["never.org"] })).toMatchObject({ days: [], spans: [] });
      }),
    );
    const pause = { from: 0, until: noon + 10 * 86_400_000 };
    await fc.assert(
      fc.asyncProperty(anyBeats, async (beats) => {
        fc.pre(beats.every(({ at }) => at < pause.until));
        expect(await storedAfter(beats, { pause })).toMatchObject({ days: [], spans: [] });
      }),
    );
  });

  test("what a page is called changes nothing but its name", async () => {
    await fc.assert(
      fc.asyncProperty(anyBeats, settings, async (beats, chosen) => {
        const other = { ...chosen, neverRecord: [] };
        const renamed = beats.map((beat) => ({ ...beat, page: beat.page && `z.${beat.page}` }));
        const original = await storedAfter(beats, other);
        const copy = await storedAfter(renamed, other);
        const bare = copy.spans.map((span) => ({ ...span, key: span.key.replace(/^z\./, "") }));
        expect(bare).toEqual(original.spans);
      }),
    );
  });
});

describe("where the clock only runs forwards and the user stays at home", { timeout: PATIENCE }, () => {
  const steady = beatsWithin({ jumps: false, travels: false });

  test("spans follow each other without overlap", async () => {
    await fc.assert(
      fc.asyncProperty(steady, settings, async (beats, chosen) => {
        const { spans } = await storedAfter(beats, chosen);
        for (const [index, span] of spans.entries()) {
          expect(span.start).toBeGreaterThanOrEqual(spans[index - 1]?.end ?? span.start);
        }
      }),
      { numRuns: 200 },
    );
  });

  test("no day holds more than 24 hours and no hour more than one", async () => {
    const hourMs = 3_600_000;
    await fc.assert(
      fc.asyncProperty(steady, settings, async (beats, chosen) => {
        const sums = Object.entries(daysOf(await storedAfter(beats, chosen)));
        const byHour = new Map<string, number>();
        for (const [place, ms] of sums) {
          const hour = place.split(" ").slice(0, 2).join(" ");
          byHour.set(hour, (byHour.get(hour) ?? 0) + ms);
        }
        for (const ms of byHour.values()) expect(ms).toBeLessThanOrEqual(hourMs);
        const byDay = new Map<string, number>();
        for (const [hour, ms] of byHour) byDay.set(hour.slice(0, 10), (byDay.get(hour.slice(0, 10)) ?? 0) + ms);
        for (const ms of byDay.values()) expect(ms).toBeLessThanOrEqual(24 * hourMs);
      }),
      { numRuns: 200 },
    );
  });

  test("the last threshold before idle holds nothing that could not be heard", async () => {
    await fc.assert(
      fc.asyncProperty(steady, async (beats) => {
        const end = beats.at(-1) as Heartbeat;
        const idle: Heartbeat = { ...end, at: end.at + 1, cause: "idle", presence: "idle" };
        fc.pre(end.presence !== "idle");
        const { spans } = await storedAfter([...beats, idle]);
        for (const span of spans) expect(span.audible || span.end <= idle.at - 180_000).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
