import type { Face } from "../trap/face";
import { dialAngle, dialArcs, dialPoint, type Point, teeth } from "../trap/gauge";

/** The sizes that toolbars ask for, pixels: Chrome's and Firefox's, at single and double density. */
export const iconSizes = [16, 32] as const;

/**
 * The tile's colour is the zone: what can be seen of 16 pixels under a badge. White on each has a contrast of 4.5 or more, and
 * the tile itself stands out on light and dark toolbars. The needle, the lit part of the dial and the badge say it without colour.
 */
const tiles: Record<Face["zone"], string> = {
  "not-enough-data": "#5d6678",
  balanced: "#137a57",
  drifting: "#9a6200",
  "factory-trap": "#cb2a22",
  stopped: "#5d6678",
  paused: "#5d6678",
};

/** What is drawn on: the part of a canvas context that the gauge needs. */
type Pen = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/** Draws the gauge for a face, `size` × `size` pixels, from the origin. */
export function drawIcon(
  pen: Pen,
  size: number,
  { zone, needle, target }: Pick<Face, "zone" | "needle" | "target">,
): void {
  pen.clearRect(0, 0, size, size);
  pen.fillStyle = tiles[zone];
  pen.beginPath();
  pen.roundRect(0, 0, size, size, size * 0.22);
  pen.fill();
  pen.save();
  // High on the tile: Chrome lays its badge over the lower half.
  pen.translate(size / 2, size * 0.62);
  pen.strokeStyle = pen.fillStyle = "#ffffff";
  if (zone === "paused") drawPause(pen, size);
  else drawDial(pen, size * 0.38, size * 0.17, zone, target);
  if (needle !== null) drawNeedle(pen, size, zone, needle);
  pen.restore();
}

/** Two bars in the middle of the tile; the badge is empty then. */
function drawPause(pen: Pen, size: number): void {
  const width = Math.max(2, Math.round(size * 0.16));
  const height = size * 0.5;
  const middle = -size * 0.12;
  for (const side of [-1, 1]) {
    const x = side * size * 0.16 - width / 2;
    pen.fillRect(Math.round(x + size / 2) - size / 2, middle - height / 2, width, height);
  }
}

function drawDial(pen: Pen, radius: number, width: number, zone: Face["zone"], target: number): void {
  pen.lineWidth = width;
  for (const arc of dialArcs(target)) {
    pen.globalAlpha = arc.zone === zone ? 1 : 0.45;
    pen.beginPath();
    pen.arc(0, 0, radius, dialAngle(arc.from), dialAngle(arc.to - (arc.to < 1 ? 0.04 : 0)));
    pen.stroke();
    if (arc.zone !== "factory-trap") continue;
    for (const tooth of teeth(arc, 2, radius - width / 2 + 0.25, radius - width * 1.15)) fillShape(pen, tooth);
  }
  pen.globalAlpha = 1;
}

function fillShape(pen: Pen, corners: readonly Point[]): void {
  pen.beginPath();
  for (const { x, y } of corners) pen.lineTo(x, y);
  pen.fill();
}

/** The needle, with a rim in the tile's colour that parts it from the dial behind. */
function drawNeedle(pen: Pen, size: number, zone: Face["zone"], buildShare: number): void {
  const tip = dialPoint(buildShare, size * 0.41);
  const width = Math.max(1.5, size * 0.09);
  pen.lineCap = "round";
  for (const [colour, rim] of [
    [tiles[zone], size * 0.06],
    ["#ffffff", 0],
  ] as const) {
    pen.strokeStyle = pen.fillStyle = colour;
    pen.lineWidth = width + 2 * rim;
    pen.beginPath();
    pen.moveTo(0, 0);
    pen.lineTo(tip.x, tip.y);
    pen.stroke();
    pen.beginPath();
    pen.arc(0, 0, size * 0.1 + rim, 0, 2 * Math.PI);
    pen.fill();
  }
}
