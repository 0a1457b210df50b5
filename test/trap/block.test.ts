import { describe, expect, test } from "vitest";
import { type Block, currentOf, stateOf } from "../../src/trap/block";
import { blockOf, PLAN } from "./block";
import { HOUR, MINUTE } from "./draw";

const TODAY = PLAN.day;
const started = { from: PLAN.at, until: PLAN.at + 30 * MINUTE, day: TODAY };
const over = PLAN.at + HOUR;

describe("a block that was planned and not started", () => {
  const state = (now: number, today = TODAY) => stateOf({ ...blockOf({ plan: PLAN }), ms: 0 }, now, today);

  test("is due from its instant on, and planned a millisecond before", () => {
    expect(state(PLAN.at - 1)).toBe("planned");
    expect(state(PLAN.at)).toBe("due");
  });

  test("is due to the end of its day, and missed from the next day on", () => {
    expect(state(PLAN.at + 9 * HOUR, "2026-03-16")).toBe("due");
    expect(state(PLAN.at + 10 * HOUR, "2026-03-17")).toBe("missed");
  });

  test("is missed on the next local day though its instant has not come, as after a journey east", () => {
    expect(state(PLAN.at - 1, "2026-03-17")).toBe("missed");
  });

  test("is planned while its day is yet to come", () => {
    expect(state(PLAN.at - 24 * HOUR, "2026-03-15")).toBe("planned");
  });
});

describe("a block that was started", () => {
  const state = (now: number, more: Partial<Block> & { ms?: number } = {}) =>
    stateOf({ ...blockOf(started), ms: 0, ...more }, now, TODAY);

  test("runs until its end, and not at it", () => {
    expect(state(started.until - 1)).toBe("running");
    expect(state(started.until)).toBe("short");
  });

  test("is kept when half of its minutes were spent in it, and short with a millisecond less", () => {
    expect(state(over, { ms: 15 * MINUTE })).toBe("kept");
    expect(state(over, { ms: 15 * MINUTE - 1 })).toBe("short");
    expect(state(over, { ms: 5 * MINUTE, minutes: 10 })).toBe("kept");
  });

  test("is kept when something was posted, however quickly", () => {
    expect(state(over, { outcome: "posted" })).toBe("kept");
  });

  test.each(["done", "away"] as const)("is not kept by saying %s", (outcome) => {
    expect(state(over, { outcome })).toBe("short");
    expect(state(over, { outcome, ms: 15 * MINUTE })).toBe("kept");
  });

  test("stands as it was lived, whatever was planned for it", () => {
    expect(state(over, { plan: { ...PLAN, day: "2026-03-01" }, ms: 15 * MINUTE })).toBe("kept");
  });
});

test("a block that was neither planned nor started is none that was kept", () => {
  expect(stateOf({ ...blockOf(), ms: 0 }, over, TODAY)).toBe("short");
});

describe("the blocks of this moment", () => {
  const current = (blocks: readonly Block[], now = PLAN.at) => currentOf(blocks, now, TODAY);
  const plannedAt = (id: number, at: number) => blockOf({ id, plan: { ...PLAN, at } });

  test("are none when there are none, or all are over and answered", () => {
    const none = { running: null, due: null, planned: null, ended: null };
    expect(current([])).toEqual(none);
    expect(current([blockOf({ ...started, outcome: "done" })], over)).toEqual(none);
    expect(current([blockOf({ plan: { ...PLAN, day: "2026-03-15" } })])).toEqual(none);
  });

  test("are the one that runs, one that is due, and one that is planned, each in its place", () => {
    const running = blockOf({ id: 1, ...started });
    const due = plannedAt(2, PLAN.at);
    const planned = plannedAt(3, PLAN.at + 1);
    expect(current([planned, due, running])).toEqual({ running, due, planned, ended: null });
  });

  test("are the plan that was due first, and the next that will be", () => {
    const blocks = [
      plannedAt(1, PLAN.at - 1),
      plannedAt(2, PLAN.at - 2),
      plannedAt(3, PLAN.at + 2),
      plannedAt(4, PLAN.at + 1),
    ];
    expect(current(blocks)).toMatchObject({ due: { id: 2 }, planned: { id: 4 } });
  });

  test("are the one that ended last today, from its end on, until it was said how it went", () => {
    const first = blockOf({ id: 2, ...started });
    const second = blockOf({ id: 1, ...started, until: started.until + 1 });
    expect(current([second, first], started.until - 1).ended).toBeNull();
    expect(current([second, first], started.until).ended).toEqual(first);
    expect(current([second, first], started.until + 1).ended).toEqual(second);
    expect(current([{ ...second, outcome: "posted" }, first], over).ended).toEqual(first);
  });

  test("are none that was started yesterday: nobody knows any more how it went", () => {
    expect(current([blockOf({ ...started, day: "2026-03-15" })], over).ended).toBeNull();
  });

  test("are found in whatever order blocks are given, which is left as it is", () => {
    const blocks = Object.freeze([plannedAt(1, PLAN.at + 2), plannedAt(2, PLAN.at + 1)]);
    expect(current(blocks).planned?.id).toBe(2);
    expect(blocks.map(({ id }) => id)).toEqual([1, 2]);
  });
});
