import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import type uPlot from "uplot";
import { say, sayNumber } from "../../texts/say";
import { axisOf, valueAxis } from "./axes";
import { Chart, type Drawing } from "./Chart";
import type { Colours } from "./colours";
import { formatDay } from "./dates";

interface Props {
  /** Numbers with their local days, the oldest first. */
  told: readonly { day: string; value: number }[];
  /** What the numbers are of. */
  label: string;
  summary: string;
}

const HEIGHT = 160;
const DAY_MS = 86_400_000;
const STEPS_IN_DAYS = [1, 7, 14, 28, 91, 182, 364];
/** 1, 2, 5, 10 … up to the largest number that can be told. */
const STEPS = Array.from({ length: 16 }, (_, zeros) => [1, 2, 5].map((step) => step * 10 ** zeros)).flat();

/** How a number that is told now and then went. */
export function NumberTrend({ told, label, summary }: Props): JSX.Element {
  const data = useMemo(
    (): uPlot.AlignedData => [told.map(({ day }) => Date.parse(day) / DAY_MS), told.map(({ value }) => value)],
    [told],
  );
  return (
    <Chart
      summary={summary}
      height={HEIGHT}
      view={null}
      data={data}
      draw={drawNumbers}
      tip={(index) => {
        const one = told[index];
        return (
          one && (
            <>
              <p class="when">{formatDay(one.day, "date")}</p>
              <p class="figure">{sayNumber(one.value)}</p>
            </>
          )
        );
      }}
      numbers={() => ({
        caption: summary,
        heads: [say("chart_grain_day"), label],
        rows: told.map(({ day, value }) => [formatDay(day, "date"), sayNumber(value)]),
      })}
    />
  );
}

/** Labels of the first day and the last stand half beside the plot. */
function withRoom(least: number, most: number): [number, number] {
  const room = Math.max(1, most - least) * 0.04;
  return [least - room, Math.max(most, least + 1) + room];
}

function drawNumbers(_: () => null, colours: Colours): Drawing {
  const dayOf = (number: number) => formatDay(new Date(number * DAY_MS).toISOString().slice(0, 10), "day");
  return {
    scales: {
      x: { time: false, range: (_, least, most) => withRoom(least, most) },
      y: { range: (_, __, most) => [0, Math.max(1, (most ?? 0) * 1.1)] },
    },
    axes: [
      {
        ...axisOf(colours),
        grid: { show: false },
        size: 26,
        incrs: STEPS_IN_DAYS,
        values: (_, days) => days.map(dayOf),
      },
      valueAxis(colours, STEPS, 30, sayNumber),
    ],
    series: [{}, { stroke: colours.distribution, width: 2.5, points: { size: 7, fill: colours.paper, width: 2 } }],
    points: { size: 10, width: 2, stroke: colours.paper, fill: colours.distribution },
  };
}
