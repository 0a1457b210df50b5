import uPlot from "uplot";
import type { Colours } from "./colours";
import type { Tick } from "./ticks";

/** A scale on which each place has the same room, as a bar needs it. */
export const placesScale: uPlot.Scale = {
  time: false,
  range: (drawn) => [-0.5, Math.max(0, drawn.data[0].length - 1) + 0.5],
};

/** CSS pixels below the plot, for labels of one line and of two. */
const ONE_LINE = 26;
const TWO_LINES = 42;
/** CSS pixels beside the plot: most labels need no more, and plots below each other begin at the same place. */
const USUAL_WIDTH = 52;
const GAP = 8;

/** What all axes have in common. */
export function axisOf(colours: Colours): uPlot.Axis {
  return {
    stroke: colours.quiet,
    font: `11px ${fontFamily()}`,
    ticks: { show: false },
    border: { show: false },
    gap: GAP,
  };
}

/** The axis of time; `ticksIn` gives its labels for a width in CSS pixels. */
export function timeAxis(colours: Colours, ticksIn: (width: number) => readonly Tick[]): uPlot.Axis {
  const ticks = (drawn: uPlot) => ticksIn(drawn.bbox.width / uPlot.pxRatio);
  return {
    ...axisOf(colours),
    grid: { show: false },
    size: (_, labels) => (labels?.some((label) => label.includes("\n")) ? TWO_LINES : ONE_LINE),
    splits: (drawn) => ticks(drawn).map(({ index }) => index),
    values: (drawn) => ticks(drawn).map(({ label }) => label),
  };
}

/** The axis of values, in the given steps at least `space` CSS pixels apart, as wide as its labels are. */
export function valueAxis(
  colours: Colours,
  steps: number[],
  space: number,
  write: (value: number) => string,
): uPlot.Axis {
  return {
    ...axisOf(colours),
    grid: { stroke: colours.line, width: 1 },
    incrs: steps,
    space,
    size: ({ ctx }, labels) => {
      ctx.font = `${11 * uPlot.pxRatio}px ${fontFamily()}`;
      const widths = (labels ?? []).map((label) => ctx.measureText(label).width / uPlot.pxRatio);
      return Math.ceil(Math.max(USUAL_WIDTH, ...widths.map((width) => width + GAP + 4)));
    },
    values: (_, values) => values.map(write),
  };
}

let family: string | undefined;

/** The page's own font: a canvas inherits none. Asked for once, because while a page changes the answer costs a layout. */
export function fontFamily(): string {
  family ??= getComputedStyle(document.body).fontFamily;
  return family;
}
