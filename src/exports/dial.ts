import { type Arc, dialAngle, dialArcs, dialPoint, teeth } from "../trap/gauge";
import type { Zone } from "../trap/meter";
import type { Week } from "../trap/week";

/** The part of a canvas context that the card is drawn with. */
export type Pen = Pick<
  OffscreenCanvasRenderingContext2D,
  | "fillStyle"
  | "strokeStyle"
  | "lineWidth"
  | "lineCap"
  | "lineJoin"
  | "globalAlpha"
  | "shadowColor"
  | "shadowBlur"
  | "font"
  | "textAlign"
  | "textBaseline"
  | "direction"
  | "save"
  | "restore"
  | "translate"
  | "beginPath"
  | "closePath"
  | "moveTo"
  | "lineTo"
  | "arc"
  | "fill"
  | "stroke"
  | "fillRect"
  | "fillText"
  | "measureText"
  | "createLinearGradient"
  | "createRadialGradient"
>;

/** The dark theme of src/ui/theme.css: a picture knows nothing of its reader's theme. */
export const colours = {
  top: "#1b2131",
  bottom: "#0e1119",
  ink: "#eef1f7",
  quiet: "#a3adc0",
  line: "#2f3749",
  asleep: "#465066",
  build: "#8f9bff",
  distribution: "#3ecf9b",
};

/** The dial's arcs, and what shines behind it. */
export const arcColours: Record<Zone, string> = {
  "not-enough-data": colours.asleep,
  balanced: "#35c08e",
  drifting: "#f2b134",
  "factory-trap": "#ff5d55",
};

/** The dial's outer radius; below its ends nothing is drawn but the needle's hub. */
export const RADIUS = 280;
const WIDTH = 58;
/** Build share that the gaps between the arcs take. */
const GAP = 0.006;
const TEETH = 5;

/**
 * Draws the product's gauge around the origin: distribution at its left end, building and the trap's teeth at its right, in every
 * language. Without a verdict it is asleep, and no needle points.
 */
export function drawDial(pen: Pen, { zone, share, target }: Pick<Week, "zone" | "share" | "target">): void {
  for (const arc of dialArcs(target)) drawArc(pen, arc, zone);
  drawTarget(pen, 1 - target);
  if (share !== null && zone !== "not-enough-data") drawNeedle(pen, 1 - share);
}

function drawArc(pen: Pen, arc: Arc, zone: Zone): void {
  const isHere = arc.zone === zone;
  const from = arc.from + (arc.from > 0 ? GAP : 0);
  const to = arc.to - (arc.to < 1 ? GAP : 0);
  const inner = RADIUS - WIDTH;
  pen.save();
  pen.fillStyle = pen.strokeStyle = zone === "not-enough-data" ? colours.asleep : arcColours[arc.zone];
  pen.globalAlpha = isHere || zone === "not-enough-data" ? 1 : 0.34;
  if (isHere) {
    pen.shadowColor = arcColours[zone];
    pen.shadowBlur = 36;
  }
  pen.beginPath();
  pen.arc(0, 0, RADIUS, dialAngle(from), dialAngle(to));
  if (arc.zone === "factory-trap") {
    const bites = teeth({ from, to }, TEETH, inner, inner - (isHere ? 46 : 28)).flat();
    for (const { x, y } of bites.reverse()) pen.lineTo(x, y);
  } else pen.arc(0, 0, inner, dialAngle(to), dialAngle(from), true);
  pen.closePath();
  pen.fill();
  pen.restore();
}

/** The share to steer for. */
function drawTarget(pen: Pen, buildShare: number): void {
  const [from, to] = [dialPoint(buildShare, RADIUS + 8), dialPoint(buildShare, RADIUS + 22)];
  pen.strokeStyle = colours.quiet;
  pen.lineWidth = 5;
  pen.lineCap = "round";
  pen.beginPath();
  pen.moveTo(from.x, from.y);
  pen.lineTo(to.x, to.y);
  pen.stroke();
}

/** A tapered needle with a rim that parts it from the dial behind. */
function drawNeedle(pen: Pen, buildShare: number): void {
  const tip = dialPoint(buildShare, RADIUS - 20);
  const side = dialPoint(buildShare + 0.5 > 1 ? buildShare - 0.5 : buildShare + 0.5, 11);
  pen.lineJoin = "round";
  for (const [colour, rim] of [
    [colours.bottom, 10],
    [colours.ink, 0],
  ] as const) {
    pen.fillStyle = pen.strokeStyle = colour;
    pen.lineWidth = rim + 3;
    pen.beginPath();
    pen.moveTo(side.x, side.y);
    pen.lineTo(tip.x, tip.y);
    pen.lineTo(-side.x, -side.y);
    pen.closePath();
    pen.stroke();
    pen.fill();
    pen.beginPath();
    pen.arc(0, 0, 21 + rim / 2, 0, 2 * Math.PI);
    pen.fill();
  }
}
