import type { Zone } from "./meter";
import { zoneMarks } from "./meter";

// The dial's geometry, shared by the toolbar icon and the popup: a half circle, distribution at the left end, building at the
// right, where the trap's teeth are.
//
//          . - ' ' - .
//        /   drifting  \
//     balanced        trap
//     0 ------ | ------ 1     build share

/** A point on a circle around the origin, y downwards. */
export interface Point {
  x: number;
  y: number;
}

/** The point of the dial at a build share 0–1, on a circle of the given radius. */
export function dialPoint(buildShare: number, radius: number): Point {
  const angle = dialAngle(buildShare);
  return { x: radius * Math.cos(angle), y: radius * Math.sin(angle) };
}

/** The angle of a build share, radians clockwise from the right as canvas and SVG count: 0 is π (left), 1 is 2π (right). */
export function dialAngle(buildShare: number): number {
  return Math.PI * (1 + Math.min(1, Math.max(0, buildShare)));
}

export interface Arc {
  zone: Exclude<Zone, "not-enough-data">;
  /** Build shares between which the zone lies. */
  from: number;
  to: number;
}

/** The dial's zones from left to right. */
export function dialArcs(target?: number): Arc[] {
  const { drifting, trap } = zoneMarks(target);
  return [
    { zone: "balanced", from: 0, to: drifting },
    { zone: "drifting", from: drifting, to: trap },
    { zone: "factory-trap", from: trap, to: 1 },
  ];
}

/**
 * The trap's teeth: triangles on the inner edge of the trap's arc, pointing inwards.
 * `count` teeth between two build shares, from radius `outer` to their tips at `inner`.
 */
export function teeth({ from, to }: Pick<Arc, "from" | "to">, count: number, outer: number, inner: number): Point[][] {
  const width = (to - from) / count;
  return Array.from({ length: count }, (_, i) => {
    const start = from + i * width;
    return [dialPoint(start, outer), dialPoint(start + width / 2, inner), dialPoint(start + width, outer)];
  });
}
