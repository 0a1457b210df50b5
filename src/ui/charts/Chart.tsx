import type { ComponentChildren, JSX } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import uPlot from "uplot";
import { direction } from "../../texts/say";
import { type Colours, useColours } from "./colours";
import { Numbers, type NumbersTable } from "./Numbers";
import "uplot/dist/uPlot.min.css";
import "./chart.css";

/** What tells one chart from another, once its data are given. */
export type Drawing = Pick<uPlot.Options, "series" | "axes" | "scales" | "hooks"> & { points: uPlot.Cursor.Points };

/** Where the pointer is: over which place of the axis of time, and how far that is from the plot's left edge, CSS pixels. */
interface Pointed {
  index: number;
  left: number;
  isLate: boolean;
}

interface Props<View> {
  /** What the chart says, in a sentence. */
  summary: string;
  /** CSS pixels. */
  height: number;
  /** What `draw` draws: passed on as it is now each time that the plot is drawn. */
  view: View;
  data: uPlot.AlignedData;
  /** Called once a theme; must be the same function always. */
  draw(view: () => View, colours: Colours): Drawing;
  /** What is told of a place on the axis of time while the pointer is there. */
  tip(index: number): ComponentChildren;
  /** The same values as a table. */
  numbers(): NumbersTable;
  /** What the colours mean, and what else is to be said. */
  children?: ComponentChildren;
}

/** A chart on a canvas. What it says stands beside as a sentence, and as a table for who wants the numbers. */
export function Chart<View>({ summary, height, view, data, draw, tip, numbers, children }: Props<View>): JSX.Element {
  const host = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot | null>(null);
  const latest = useRef({ view, data });
  const [pointed, setPointed] = useState<Pointed | null>(null);
  const colours = useColours();
  latest.current = { view, data };

  useLayoutEffect(() => {
    const element = host.current;
    if (!element) return;
    const { points, ...drawing } = draw(() => latest.current.view, colours);
    const made = new uPlot(
      {
        width: element.clientWidth,
        height,
        padding: [12, 6, 0, 0],
        legend: { show: false },
        cursor: { y: false, drag: { x: false, y: false, setScale: false }, points },
        ...drawing,
        hooks: { ...drawing.hooks, setCursor: [(drawn) => setPointed((before) => pointedIn(drawn, before))] },
      },
      latest.current.data,
      element,
    );
    plot.current = made;
    const resizing = new ResizeObserver(() => {
      const width = element.clientWidth;
      if (width > 0 && width !== made.width) made.setSize({ width, height });
    });
    resizing.observe(element);
    return () => {
      resizing.disconnect();
      made.destroy();
      plot.current = null;
    };
  }, [colours, draw, height]);

  useLayoutEffect(() => {
    const drawn = plot.current;
    if (!drawn || drawn.data === data) return;
    drawn.setData(data);
    // As many values as before would keep the labels that they had.
    drawn.redraw(true, true);
  }, [data]);

  useEffect(() => setPointed(null), [data]);

  return (
    <figure class="chart">
      <div class="plot" dir="ltr">
        <div role="img" aria-label={summary} ref={host} style={{ height: `${height}px` }} />
        {pointed && (
          <div
            class={pointed.isLate ? "tip late" : "tip"}
            dir={direction()}
            aria-hidden="true"
            style={{ left: `${pointed.left}px` }}
          >
            {tip(pointed.index)}
          </div>
        )}
      </div>
      {children && <figcaption>{children}</figcaption>}
      <Numbers numbers={numbers} />
    </figure>
  );
}

function pointedIn({ cursor, over, data }: uPlot, before: Pointed | null): Pointed | null {
  const { idx, left = -1 } = cursor;
  if (idx == null || left < 0 || data[0][idx] === undefined) return null;
  if (before?.index === idx && Math.abs(before.left - left - over.offsetLeft) < 2) return before;
  return { index: idx, left: left + over.offsetLeft, isLate: left > over.clientWidth / 2 };
}
