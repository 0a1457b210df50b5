import uPlot from "uplot";
import type { HistoryWeek } from "../../trap/history";
import { zoneMarks } from "../../trap/meter";
import { formatShare, zoneNames } from "../../trap/words";
import { fontFamily, placesScale, timeAxis, valueAxis } from "./axes";
import type { Drawing } from "./Chart";
import type { Colours } from "./colours";
import { ticksOf } from "./ticks";

interface View {
  weeks: readonly HistoryWeek[];
  target: number;
}

/** The share at the upper edge is a multiple of this, and the target stands well below it. */
const STEP = 0.1;
const ROOM_ABOVE = 1.4;

/** The trend's zones, target and line. */
export function drawTrend(view: () => View, colours: Colours): Drawing {
  const days = () => view().weeks.map(({ start }) => start);
  return {
    scales: {
      x: placesScale,
      y: { range: (_, __, most) => [0, topOf(most ?? 0, view().target)] },
    },
    axes: [
      timeAxis(colours, (width) => ticksOf(days(), "week", width)),
      valueAxis(colours, [0.1, 0.2, 0.25, 0.5], 36, formatShare),
    ],
    series: [
      {},
      {
        stroke: colours.distribution,
        width: 2.5,
        cap: "round",
        points: { size: 7, fill: colours.paper, width: 2, space: 12 },
      },
    ],
    points: { size: 10, width: 2, stroke: colours.paper, fill: colours.distribution },
    hooks: {
      drawClear: [(drawn) => drawZones(drawn, view().target, colours)],
      drawAxes: [(drawn) => drawTarget(drawn, view().target, colours)],
    },
  };
}

function topOf(most: number, target: number): number {
  return Math.min(1, Math.ceil(Math.max(most + STEP / 2, target * ROOM_ABOVE) / STEP - 1e-9) * STEP);
}

/** Bands of the verdict's zones, each with its name at the far end. */
function drawZones(drawn: uPlot, target: number, colours: Colours): void {
  const { ctx, bbox, scales } = drawn;
  const marks = zoneMarks(target);
  const top = scales.y?.max ?? 1;
  const zones = [
    { zone: "factory-trap", from: 0, to: 1 - marks.trap, fill: colours["trap-arc"], ink: colours.trap },
    {
      zone: "drifting",
      from: 1 - marks.trap,
      to: 1 - marks.drifting,
      fill: colours["drifting-arc"],
      ink: colours.drifting,
    },
    { zone: "balanced", from: 1 - marks.drifting, to: top, fill: colours["balanced-arc"], ink: colours.balanced },
  ] as const;
  ctx.save();
  for (const { zone, from, to, fill, ink } of zones) {
    const [low, high] = [drawn.valToPos(from, "y", true), drawn.valToPos(to, "y", true)];
    ctx.globalAlpha = 0.1;
    ctx.fillStyle = fill;
    ctx.fillRect(bbox.left, high, bbox.width, low - high);
    ctx.globalAlpha = 1;
    ctx.fillStyle = ink;
    write(drawn, zoneNames[zone], high, low);
  }
  ctx.restore();
}

function drawTarget(drawn: uPlot, target: number, colours: Colours): void {
  const { ctx, bbox } = drawn;
  const y = Math.round(drawn.valToPos(target, "y", true));
  ctx.save();
  ctx.strokeStyle = colours.quiet;
  ctx.lineWidth = uPlot.pxRatio;
  ctx.setLineDash([5 * uPlot.pxRatio, 4 * uPlot.pxRatio]);
  ctx.beginPath();
  ctx.moveTo(bbox.left, y);
  ctx.lineTo(bbox.left + bbox.width, y);
  ctx.stroke();
  ctx.restore();
}

/** Writes into a band, canvas pixels, in the first of its corners that the line keeps out of. */
function write(drawn: uPlot, text: string, top: number, bottom: number): void {
  const { ctx, bbox } = drawn;
  const ratio = uPlot.pxRatio;
  ctx.font = `600 ${11 * ratio}px ${fontFamily()}`;
  const [width, height] = [ctx.measureText(text).width + 16 * ratio, 24 * ratio];
  const [left, right] = [bbox.left, bbox.left + bbox.width - width];
  const corners = [
    [right, top],
    [right, bottom - height],
    [left, top],
    [left, bottom - height],
  ] as const;
  const line = pointsOf(drawn);
  const isFree = ([x, y]: readonly [number, number]) =>
    !line.some((point) => point.x >= x && point.x <= x + width && point.y >= y && point.y <= y + height);
  const [x, y] = corners.find(isFree) ?? corners[0];
  ctx.textAlign = "left";
  ctx.textBaseline = "top";
  ctx.fillText(text, x + 8 * ratio, y + 6 * ratio);
}

/** The line as points that are close to each other, canvas pixels. */
function pointsOf(drawn: uPlot): { x: number; y: number }[] {
  const shares = drawn.data[1] ?? [];
  const points: { x: number; y: number }[] = [];
  for (let i = 0; i + 1 < shares.length; i++) {
    const [from, to] = [shares[i], shares[i + 1]];
    if (from == null || to == null) continue;
    for (let part = 0; part <= 1; part += 1 / 8) {
      const [x, y] = [drawn.valToPos(i + part, "x", true), drawn.valToPos(from + (to - from) * part, "y", true)];
      points.push({ x, y });
    }
  }
  return points;
}
