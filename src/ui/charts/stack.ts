import uPlot from "uplot";
import { formatHours } from "../../trap/words";
import { placesScale, timeAxis, valueAxis } from "./axes";
import type { Grain } from "./buckets";
import type { Drawing } from "./Chart";
import type { Colours } from "./colours";
import { ticksOf } from "./ticks";

interface View {
  grain: Grain;
  /** The first day of each bar. */
  firsts: readonly string[];
}

const HOUR_MS = 3_600_000;

/** Steps of the axis of hours: what clocks and calendars have. */
const STEPS = [0.25, 0.5, 1, 2, 4, 6, 8, 12, 24, 50, 100, 200, 500, 1000];

/** The bars: series from the highest to the lowest, each over the one before. */
export function drawStack(view: () => View, colours: Colours): Drawing {
  const paths = uPlot.paths.bars?.({ size: [0.74, 44, 1] });
  const bars = (fill: uPlot.Series.Fill): uPlot.Series => ({
    ...(paths && { paths }),
    fill,
    width: 0,
    points: { show: false },
  });
  return {
    scales: { x: placesScale, y: { range: (_, __, most) => [0, (most ?? 0) > 0 ? (most ?? 0) * 1.06 : 1] } },
    axes: [
      timeAxis(colours, (width) => ticksOf(view().firsts, view().grain, width)),
      valueAxis(colours, STEPS, 40, (hours) => formatHours(hours * HOUR_MS)),
    ],
    points: { show: false },
    series: [
      {},
      bars(colours.other),
      bars(colours.neutral),
      bars(colours.build),
      bars(hatching(colours.distribution, colours.paper)),
      bars(colours.distribution),
    ],
  };
}

/** Oblique stripes: scrolling is distribution, but reaches nobody. */
function hatching(colour: string, paper: string): CanvasPattern | string {
  const size = 5 * uPlot.pxRatio;
  const tile = new OffscreenCanvas(size, size);
  const pen = tile.getContext("2d");
  if (!pen) return colour;
  pen.fillStyle = paper;
  pen.fillRect(0, 0, size, size);
  pen.strokeStyle = colour;
  pen.lineWidth = size * 0.42;
  for (const shift of [-size, 0, size]) {
    pen.beginPath();
    pen.moveTo(shift - size, size * 2);
    pen.lineTo(shift + size * 2, -size);
    pen.stroke();
  }
  return pen.createPattern(tile, "repeat") ?? colour;
}
