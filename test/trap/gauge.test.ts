import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dialAngle, dialArcs, dialPoint, teeth } from "../../src/trap/gauge";
import { HOUR, meterOf } from "./draw";

describe("the dial", () => {
  test.each([
    ["left", 0, -10, 0],
    ["top", 0.5, 0, -10],
    ["right", 1, 10, 0],
    ["left, below 0", -1, -10, 0],
    ["right, above 1", 2, 10, 0],
  ])("has its %s at build share %d", (_, share, x, y) => {
    const point = dialPoint(share, 10);
    expect(point.x).toBeCloseTo(x, 9);
    expect(point.y).toBeCloseTo(y, 9);
  });

  test("goes clockwise by half a turn", () => {
    expect(dialAngle(0)).toBe(Math.PI);
    expect(dialAngle(0.25)).toBe(1.25 * Math.PI);
    expect(dialAngle(1)).toBe(2 * Math.PI);
  });

  test("is a half circle above the origin", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (share) => {
        const { x, y } = dialPoint(share, 7);
        expect(Math.hypot(x, y)).toBeCloseTo(7, 9);
        expect(y).toBeLessThan(1e-9);
      }),
    );
  });
});

describe("its arcs", () => {
  test("stand at 60% and 80% of building when the target is half and half", () => {
    expect(dialArcs()).toEqual([
      { zone: "balanced", from: 0, to: 0.6 },
      { zone: "drifting", from: 0.6, to: 0.8 },
      { zone: "factory-trap", from: 0.8, to: 1 },
    ]);
  });

  test("cover 0 to 1 without a gap, whatever the target", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.2, max: 0.6, noNaN: true }), (target) => {
        const arcs = dialArcs(target);
        expect(arcs.map(({ from }) => from)).toEqual([0, ...arcs.slice(0, -1).map(({ to }) => to)]);
        expect(arcs.at(-1)?.to).toBe(1);
        for (const { from, to } of arcs) expect(to).toBeGreaterThan(from);
      }),
    );
  });

  test("agree with the meter: the needle stands in the arc of its zone", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), fc.constantFrom(0.25, 0.5, 0.6), (permille, target) => {
        const distribution = (permille * 100 * HOUR) / 1000;
        const { zone, share } = meterOf({ build: 100 * HOUR - distribution, distribution }, "apart", target);
        const arc = dialArcs(target).find((one) => one.zone === zone);
        const needle = 1 - (share ?? Number.NaN);
        expect(needle).toBeGreaterThanOrEqual((arc?.from ?? Number.NaN) - 1e-9);
        expect(needle).toBeLessThanOrEqual((arc?.to ?? Number.NaN) + 1e-9);
      }),
    );
  });
});

describe("the teeth", () => {
  const radius = ({ x, y }: { x: number; y: number }) => Math.hypot(x, y);
  const trap = { from: 0.8, to: 1 };

  test("are triangles side by side from one end of the arc to the other", () => {
    const all = teeth(trap, 4, 10, 8);
    expect(all).toHaveLength(4);
    for (const tooth of all) expect(tooth.map(radius).map((r) => Math.round(r * 1e6) / 1e6)).toEqual([10, 8, 10]);
    for (const [i, tooth] of all.entries()) {
      const right = all[i + 1]?.[0] ?? dialPoint(1, 10);
      expect(tooth[2]?.x).toBeCloseTo(right.x, 9);
      expect(tooth[2]?.y).toBeCloseTo(right.y, 9);
    }
    expect(all[0]?.[0]).toEqual(dialPoint(0.8, 10));
  });

  test("point inwards from the middle", () => {
    const [tooth] = teeth(trap, 1, 10, 8);
    expect(tooth?.[1]?.x).toBeCloseTo(dialPoint(0.9, 8).x, 9);
    expect(tooth?.[1]?.y).toBeCloseTo(dialPoint(0.9, 8).y, 9);
  });

  test("can be none", () => {
    expect(teeth(trap, 0, 10, 8)).toEqual([]);
  });
});
