import { describe, expect, test } from "vitest";
import { arcColours, colours, drawDial, RADIUS } from "../../src/exports/dial";
import type { Zone } from "../../src/trap/meter";
import { penOf } from "./pen";

function drawn(zone: Zone, share: number | null, target = 0.5) {
  const pen = penOf();
  drawDial(pen, { zone, share, target });
  return pen.outlines;
}

/** The needle's tip: the farthest point of what is drawn in the needle's colour. */
function tipOf(outlines: ReturnType<typeof drawn>) {
  const corners = outlines.filter(({ colour }) => colour === colours.ink).flatMap((outline) => outline.corners);
  return corners.sort((a, b) => Math.hypot(b.x, b.y) - Math.hypot(a.x, a.y))[0];
}

describe("the dial of the picture", () => {
  test.each(["balanced", "drifting", "factory-trap"] as const)("is lit where the verdict is: %s", (zone) => {
    const lit = drawn(zone, 0.3).filter(
      ({ alpha, colour }) => alpha === 1 && Object.values(arcColours).includes(colour),
    );
    expect(lit.map(({ colour }) => colour)).toEqual([arcColours[zone]]);
  });

  test("sleeps without a verdict: no colour, no needle, with or without a share", () => {
    for (const share of [null, 0.1]) {
      const outlines = drawn("not-enough-data", share);
      expect([...new Set(outlines.map(({ colour }) => colour))]).toEqual([colours.asleep, colours.quiet]);
    }
  });

  test("points left with time for being found alone, up at half and half, right with building alone", () => {
    const [left, up, right] = [1, 0.5, 0].map((share) => tipOf(drawn("balanced", share)));
    expect(left?.x).toBeCloseTo(20 - RADIUS);
    expect(left?.y).toBeCloseTo(0);
    expect([up?.x.toFixed(3), up?.y]).toEqual([expect.stringMatching(/^-?0\.000$/), 20 - RADIUS]);
    expect(right?.x).toBeCloseTo(RADIUS - 20);
  });

  test("has teeth in the trap alone, longer when it has shut", () => {
    const reach = (zone: Zone, colour: string) => {
      const [arc] = drawn(zone, 0.1).filter((outline) => outline.colour === colour);
      return Math.min(...(arc?.corners ?? []).map(({ x, y }) => Math.hypot(x, y)));
    };
    const inner = reach("factory-trap", arcColours.balanced);
    expect(reach("factory-trap", arcColours.drifting)).toBeCloseTo(inner);
    expect(reach("balanced", arcColours["factory-trap"])).toBeLessThan(inner - 20);
    expect(reach("factory-trap", arcColours["factory-trap"])).toBeLessThan(
      reach("balanced", arcColours["factory-trap"]) - 10,
    );
  });

  test("marks the target, wherever it is", () => {
    const markOf = (target: number) => {
      const [mark] = drawn("balanced", 0.5, target).filter(({ colour }) => colour === colours.quiet);
      return mark?.corners[0];
    };
    expect(markOf(0.5)?.x).toBeCloseTo(0);
    expect(markOf(0.2)?.x).toBeGreaterThan(200);
    expect(Math.hypot(markOf(0.2)?.x ?? 0, markOf(0.2)?.y ?? 0)).toBeCloseTo(RADIUS + 8);
  });

  test("stays above its foot, but for the needle's hub and line", () => {
    for (const share of [0, 0.3, 1])
      for (const { corners } of drawn("factory-trap", share))
        for (const { x, y } of corners) {
          expect(y).toBeLessThan(30);
          expect(Math.hypot(x, y)).toBeLessThan(RADIUS + 23);
        }
  });
});
