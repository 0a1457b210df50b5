import type { Face } from "../trap/face";
import { dialAngle, dialArcs, dialPoint, teeth } from "../trap/gauge";

/** The sizes that toolbars ask for, pixels: Chrome's and Firefox's, at single and double density. */
export const iconSizes = [16, 19, 32, 38] as const;

/** A tile of its own makes the dial readable on light and dark toolbars alike. */
const TILE = "#1b2130";
const ASLEEP = "#5d6678";
const NEEDLE = "#ffffff";
const zoneColours = { balanced: "#35c08e", drifting: "#f2b134", "factory-trap": "#ff5d55" } as const;

/** What is drawn on: the part of a canvas context that the gauge needs. */
type Pen = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/** Draws the gauge for a face, `size` × `size` pixels, from the origin. */
export function drawIcon(pen: Pen, size: number, { zone, needle }: Pick<Face, "zone" | "needle">): void {
  pen.clearRect(0, 0, size, size);
  pen.fillStyle = TILE;
  pen.beginPath();
  pen.roundRect(0, 0, size, size, size * 0.22);
  pen.fill();
  pen.save();
  pen.translate(size / 2, size * 0.66);
  drawDial(pen, size * 0.36, size * 0.17, zone);
  if (needle !== null) drawNeedle(pen, size, needle);
  pen.restore();
}

function drawDial(pen: Pen, radius: number, width: number, zone: Face["zone"]): void {
  const judged = zone === "balanced" || zone === "drifting" || zone === "factory-trap";
  pen.lineWidth = width;
  for (const arc of dialArcs()) {
    pen.strokeStyle = pen.fillStyle = judged ? zoneColours[arc.zone] : ASLEEP;
    pen.globalAlpha = !judged || arc.zone === zone ? 1 : 0.55;
    pen.beginPath();
    pen.arc(0, 0, radius, dialAngle(arc.from), dialAngle(arc.to - (arc.to < 1 ? 0.03 : 0)));
    pen.stroke();
    if (arc.zone === "factory-trap") {
      for (const [first, ...rest] of teeth(arc, 2, radius - width / 2 + 0.3, radius - width * 1.2)) {
        pen.beginPath();
        if (first) pen.moveTo(first.x, first.y);
        for (const { x, y } of rest) pen.lineTo(x, y);
        pen.fill();
      }
    }
  }
  pen.globalAlpha = 1;
}

function drawNeedle(pen: Pen, size: number, buildShare: number): void {
  const tip = dialPoint(buildShare, size * 0.36);
  pen.strokeStyle = pen.fillStyle = NEEDLE;
  pen.lineWidth = Math.max(1.5, size * 0.08);
  pen.lineCap = "round";
  pen.beginPath();
  pen.moveTo(0, 0);
  pen.lineTo(tip.x, tip.y);
  pen.stroke();
  pen.beginPath();
  pen.arc(0, 0, size * 0.085, 0, 2 * Math.PI);
  pen.fill();
}
