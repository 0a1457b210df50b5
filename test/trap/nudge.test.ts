import { describe, expect, test } from "vitest";
import { OTHER_APPS, type Presence } from "../../src/attention/heartbeat";
import type { Tracker } from "../../src/attention/merge";
import { isNudgeDue, type Moment, momentOf, type Nudging } from "../../src/trap/nudge";
import { catalog } from "./draw";

const TODAY = "2026-03-16";
const nudging: Nudging = { isOn: true, quietFrom: 20, quietUntil: 9 };
/** Back from idleness, at noon. */
const back: Moment = {
  wasIdle: true,
  wasBuilding: false,
  isIdle: false,
  isBuilding: false,
  day: TODAY,
  hour: 12,
};

describe("a nudge", () => {
  const isDue = (moment: Partial<Moment> = {}, more: Partial<Nudging> = {}) =>
    isNudgeDue({ ...nudging, ...more }, null, "factory-trap", { ...back, ...moment });

  test("is due at a natural break of who is in the trap, and wants it", () => {
    expect(isDue()).toBe(true);
  });

  test("is due to nobody who did not ask for it", () => {
    expect(isDue({}, { isOn: false })).toBe(false);
  });

  test.each([
    ["factory-trap", true],
    ["drifting", true],
    ["balanced", false],
    ["not-enough-data", false],
  ] as const)("is due where building dominates: %s, %s", (zone, due) => {
    expect(isNudgeDue(nudging, null, zone, back)).toBe(due);
  });

  test("is due once a day", () => {
    expect(isNudgeDue(nudging, TODAY, "factory-trap", back)).toBe(false);
    expect(isNudgeDue(nudging, "2026-03-15", "factory-trap", back)).toBe(true);
    expect(isNudgeDue(nudging, TODAY, "factory-trap", { ...back, day: "2026-03-17" })).toBe(true);
  });

  test.each<[string, Partial<Moment>, boolean]>([
    ["back from idleness", {}, true],
    ["back from idleness to building", { isBuilding: true }, true],
    ["still idle", { isIdle: true }, false],
    ["at work on something else all the time", { wasIdle: false }, false],
    ["building all the time", { wasIdle: false, wasBuilding: true, isBuilding: true }, false],
    ["leaving building for something else", { wasIdle: false, wasBuilding: true }, true],
    ["leaving building for a break", { wasIdle: false, wasBuilding: true, isIdle: true }, false],
    ["beginning to build", { wasIdle: false, isBuilding: true }, false],
  ])("knows a natural break: %s", (_, moment, due) => {
    expect(isDue(moment)).toBe(due);
  });

  test("is never due in quiet hours, to the hour", () => {
    const loud = (quietFrom: number, quietUntil: number) =>
      Array.from({ length: 24 }, (_, hour) => hour).filter((hour) => isDue({ hour }, { quietFrom, quietUntil }));
    expect(loud(20, 9)).toEqual([9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19]);
    expect(loud(1, 23)).toEqual([0, 23]);
    expect(loud(0, 24)).toEqual([]);
    expect(loud(9, 9)).toEqual([]);
    expect(loud(24, 0)).toHaveLength(24);
  });
});

describe("the moment of a heartbeat", () => {
  const NOON = Date.parse(`${TODAY}T12:00:00Z`);
  const tracker = (key: string | null, presence: Presence = "active", offset = 0): Tracker => ({
    at: NOON,
    offset,
    presence,
    key,
    audible: false,
    elapsed: 0,
    inputAt: null,
  });
  const moment = (before: Tracker | null, after: Tracker | null) => momentOf({ before, after }, catalog.classifyKey);

  test("is building on a page that is building, while somebody is there", () => {
    expect(moment(tracker("github.com"), tracker("x.com"))).toMatchObject({ wasBuilding: true, isBuilding: false });
    expect(moment(tracker("x.com"), tracker("github.com"))).toMatchObject({ wasBuilding: false, isBuilding: true });
    expect(moment(tracker("github.com", "idle"), tracker(null))).toMatchObject({ wasBuilding: false });
    expect(moment(tracker(OTHER_APPS), tracker("about:"))).toMatchObject({ wasBuilding: false, isBuilding: false });
  });

  test.each(["idle", "locked"] as const)("is idle while the user is %s", (presence) => {
    expect(moment(tracker("x.com", presence), tracker("x.com"))).toMatchObject({ wasIdle: true, isIdle: false });
    expect(moment(tracker("x.com"), tracker("x.com", presence))).toMatchObject({ wasIdle: false, isIdle: true });
  });

  test("of the first heartbeat follows on no idleness", () => {
    expect(moment(null, tracker("x.com"))).toMatchObject({ wasIdle: false, wasBuilding: false, isIdle: false });
  });

  test("is of the user's day and hour", () => {
    expect(moment(null, tracker(null, "active", 330))).toMatchObject({ day: TODAY, hour: 17 });
    expect(moment(null, tracker(null, "active", 12 * 60))).toMatchObject({ day: "2026-03-17", hour: 0 });
  });

  test("with nothing stored is no break", () => {
    const nothing = moment(null, null);
    expect(nothing).toMatchObject({ wasIdle: false, isIdle: true });
    expect(isNudgeDue({ ...nudging, quietFrom: 24, quietUntil: 0 }, null, "factory-trap", nothing)).toBe(false);
  });
});
