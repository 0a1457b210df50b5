import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readMeter, TARGET_SHARE, zoneMarks } from "../../src/trap/meter";
import { HOUR, MINUTE, meterOf, totalsOf } from "./draw";

describe("a verdict needs", () => {
  test("5 hours of build and distribution", () => {
    expect(meterOf({ build: 4 * HOUR, distribution: HOUR - 1 })).toMatchObject({
      zone: "not-enough-data",
      missing: { ms: 1, days: 0, otherApps: false },
    });
    expect(meterOf({ build: 4 * HOUR, distribution: HOUR })).toMatchObject({
      zone: "drifting",
      missing: { ms: 0, days: 0, otherApps: false },
    });
  });

  test("3 days", () => {
    expect(meterOf({ build: 10 * HOUR, days: 2 })).toMatchObject({
      zone: "not-enough-data",
      missing: { ms: 0, days: 1, otherApps: false },
    });
    expect(meterOf({ build: 10 * HOUR, days: 3 })).toMatchObject({
      zone: "factory-trap",
      missing: { ms: 0, days: 0, otherApps: false },
    });
    expect(meterOf({ build: 10 * HOUR, days: 14 }).missing.days).toBe(0);
  });

  test("days of a minute, of build and distribution together", () => {
    const totals = totalsOf({ build: 10 * HOUR, days: 2 });
    const apart = { otherApps: "apart", target: TARGET_SHARE } as const;
    const third = { day: "2026-03-03", neutralMs: HOUR, otherAppsMs: HOUR, reachingOutMs: 0 };
    const withThird = (buildMs: number, distributionMs: number) =>
      readMeter({ ...totals, days: [...totals.days, { ...third, buildMs, distributionMs }] }, apart);
    expect(withThird(30_000, 29_999)).toMatchObject({ zone: "not-enough-data", missing: { days: 1 } });
    expect(withThird(30_000, 30_000)).toMatchObject({ zone: "factory-trap", missing: { days: 0 } });
  });

  test("an answer about other apps, once they exceed build and distribution", () => {
    const hours = { build: 6 * HOUR, distribution: 4 * HOUR };
    const as = (otherApps: number, answer: "build" | "apart" | null) => {
      const { zone, missing } = meterOf({ ...hours, otherApps }, answer);
      return [zone, missing.otherApps];
    };
    expect(as(10 * HOUR, null)).toEqual(["balanced", false]);
    expect(as(10 * HOUR + 1, null)).toEqual(["not-enough-data", true]);
    expect(as(10 * HOUR + 1, "apart")).toEqual(["balanced", false]);
    expect(as(10 * HOUR + 1, "build")).toEqual(["balanced", false]);
  });

  test("any time at all", () => {
    expect(meterOf({ days: 0 })).toEqual({
      zone: "not-enough-data",
      share: null,
      buildMs: 0,
      distributionMs: 0,
      gapMs: 0,
      onlyWatching: false,
      mostlyDistributing: false,
      target: 0.5,
      missing: { ms: 5 * HOUR, days: 3, otherApps: false },
    });
    expect(meterOf({ days: 0, otherApps: 1 }, null).missing.otherApps).toBe(true);
  });
});

describe("the zone", () => {
  const zoneAt = (distribution: number, target?: number) =>
    meterOf({ build: 100 * HOUR - distribution, distribution }, "apart", target).zone;

  test("is factory trap below 20%, drifting below 40%, balanced from there", () => {
    expect(zoneAt(0)).toBe("factory-trap");
    expect(zoneAt(20 * HOUR - 1)).toBe("factory-trap");
    expect(zoneAt(20 * HOUR)).toBe("drifting");
    expect(zoneAt(40 * HOUR - 1)).toBe("drifting");
    expect(zoneAt(40 * HOUR)).toBe("balanced");
    expect(zoneAt(99 * HOUR)).toBe("balanced");
  });

  test("follows the target: 24% and 48% where it is 60%", () => {
    expect(zoneAt(24 * HOUR - 1, 0.6)).toBe("factory-trap");
    expect(zoneAt(24 * HOUR, 0.6)).toBe("drifting");
    expect(zoneAt(48 * HOUR - 1, 0.6)).toBe("drifting");
    expect(zoneAt(48 * HOUR, 0.6)).toBe("balanced");
  });

  test("follows the target: 10% and 20% where it is 25%", () => {
    expect(zoneAt(10 * HOUR - 1, 0.25)).toBe("factory-trap");
    expect(zoneAt(10 * HOUR, 0.25)).toBe("drifting");
    expect(zoneAt(20 * HOUR - 1, 0.25)).toBe("drifting");
    expect(zoneAt(20 * HOUR, 0.25)).toBe("balanced");
  });

  test("the target is half and half", () => {
    expect(TARGET_SHARE).toBe(0.5);
  });

  test("is where the dial's marks are", () => {
    expect(zoneMarks()).toEqual({ drifting: 0.6, trap: 0.8 });
    expect(zoneMarks(0.25)).toEqual({ drifting: 0.8, trap: 0.9 });
  });
});

describe("watching is not reaching", () => {
  const watching = (feeds: number, analytics: number, distribution = 40 * HOUR) =>
    meterOf({ build: 60 * HOUR, distribution, feeds, analytics });

  test("reaching out must be a quarter of distribution to be balanced", () => {
    expect(watching(30 * HOUR, 0)).toMatchObject({ zone: "balanced", onlyWatching: false });
    expect(watching(30 * HOUR + 1, 0)).toMatchObject({ zone: "drifting", onlyWatching: true });
    expect(watching(0, 30 * HOUR)).toMatchObject({ zone: "balanced", onlyWatching: false });
    expect(watching(0, 30 * HOUR + 1)).toMatchObject({ zone: "drifting", onlyWatching: true });
    expect(watching(20 * HOUR, 10 * HOUR + 1)).toMatchObject({ zone: "drifting", onlyWatching: true });
  });

  test("it is the reason only where there would be enough distribution", () => {
    expect(watching(40 * HOUR - 1, 0, 40 * HOUR - 1)).toMatchObject({ zone: "drifting", onlyWatching: false });
    expect(meterOf({ build: 90 * HOUR, distribution: 10 * HOUR, feeds: 10 * HOUR })).toMatchObject({
      zone: "factory-trap",
      onlyWatching: false,
    });
  });
});

test("mostly distributing is above 80%", () => {
  const at = (distribution: number) => meterOf({ build: 100 * HOUR - distribution, distribution });
  expect(at(80 * HOUR)).toMatchObject({ zone: "balanced", mostlyDistributing: false });
  expect(at(80 * HOUR + 1)).toMatchObject({ zone: "balanced", mostlyDistributing: true });
});

test("the gap is the distribution that makes the target with these hours of building", () => {
  expect(meterOf({ build: 10 * HOUR, distribution: 4 * HOUR }).gapMs).toBe(6 * HOUR);
  expect(meterOf({ build: 10 * HOUR, distribution: 10 * HOUR }).gapMs).toBe(0);
  expect(meterOf({ build: 10 * HOUR, distribution: 20 * HOUR }).gapMs).toBe(0);
  expect(meterOf({ build: 9 * HOUR, distribution: HOUR }, "apart", 0.25).gapMs).toBe(2 * HOUR);
});

test("more distribution never makes the zone worse, whatever the hours", () => {
  const order = ["factory-trap", "drifting", "balanced"];
  const ms = fc.integer({ min: 0, max: 200 * HOUR });
  fc.assert(
    fc.property(ms, ms, ms, (build, distribution, more) => {
      const before = meterOf({ build: build + 5 * HOUR, distribution });
      const after = meterOf({ build: build + 5 * HOUR, distribution: distribution + more });
      expect(order.indexOf(after.zone)).toBeGreaterThanOrEqual(order.indexOf(before.zone));
      expect(order).toContain(before.zone);
      expect(after.gapMs).toBeLessThanOrEqual(before.gapMs);
    }),
  );
});

test("a minute short of nothing is no day: the days of an empty window are all missing", () => {
  expect(meterOf({ build: MINUTE, days: 1 }).missing).toEqual({ ms: 5 * HOUR - MINUTE, days: 2, otherApps: false });
});
