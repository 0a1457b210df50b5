import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import type uPlot from "uplot";
import { say } from "../../texts/say";
import { formatHours } from "../../trap/words";
import { type Bucket, type DrawnDay, type Grain, groupDays, MOST_DAYS, MOST_DAYS_IN_WEEKS } from "./buckets";
import { Chart } from "./Chart";
import { formatDay, formatDays } from "./dates";
import { Legend } from "./Legend";
import { drawStack } from "./stack";

interface Props {
  /** Days in a row, those without time among them. */
  days: readonly DrawnDay[];
  /** Whether `buildMs` holds `otherAppsMs`. */
  otherAppsAreBuild: boolean;
  /** The day that weeks begin on: 1 Monday … 7 Sunday. */
  startsOn?: number;
}

const HEIGHT = 240;

/** A part of a bar, from the axis up: what is to grow stands where growth shows best. */
export interface Part {
  kind: "distribution" | "feeds" | "build" | "neutral" | "other";
  label: string;
  msOf(bucket: Bucket): number;
}

/** Where the hours went, day by day; of many days by week or month. */
export function DayStack({ days, otherAppsAreBuild, startsOn = 1 }: Props): JSX.Element {
  const { grain, buckets } = useMemo(() => groupDays(days, startsOn), [days, startsOn]);
  const data = useMemo(() => dataOf(buckets, partsOf(otherAppsAreBuild)), [buckets, otherAppsAreBuild]);
  const parts = partsOf(otherAppsAreBuild);
  const sums = parts.map((part) => ({ ...part, ms: buckets.reduce((sum, bucket) => sum + part.msOf(bucket), 0) }));
  const used = sums.filter(({ ms }) => ms > 0);
  const [first, last] = [buckets[0], buckets.at(-1)];
  if (!first || !last || used.length === 0) return <p class="quiet">{say("chart_stackNothing")}</p>;
  const values = {
    days: formatDays(first.first, last.last),
    found: formatHours(buckets.reduce((sum, { distributionMs }) => sum + distributionMs, 0)),
    built: formatHours(buckets.reduce((sum, { buildMs }) => sum + buildMs, 0)),
  };
  return (
    <Chart
      summary={say(`chart_stackBy_${grain}`, values)}
      height={HEIGHT}
      view={{ grain, firsts: buckets.map((bucket) => bucket.first) }}
      data={data}
      draw={drawStack}
      tip={(index) => {
        const bucket = buckets[index];
        return bucket && <Tip name={nameOf(bucket)} bucket={bucket} parts={used} />;
      }}
      numbers={() => ({
        caption: say(`chart_stackNumbersBy_${grain}`),
        heads: [say(`chart_grain_${grain}`), ...used.map(({ label }) => label)],
        rows: buckets.map((bucket) => [nameOf(bucket), ...used.map(({ msOf }) => formatHours(msOf(bucket)))]),
      })}
    >
      <Legend items={used} />
      <Grouped grain={grain} />
    </Chart>
  );
}

function partsOf(otherAppsAreBuild: boolean): Part[] {
  const parts: Part[] = [
    { kind: "distribution", label: say("ui_beingFound"), msOf: (one) => one.distributionMs - one.feedsMs },
    { kind: "feeds", label: say("chart_feeds"), msOf: ({ feedsMs }) => feedsMs },
    { kind: "build", label: say("ui_building"), msOf: ({ buildMs }) => buildMs },
    { kind: "neutral", label: say("ui_neutral"), msOf: ({ neutralMs }) => neutralMs },
  ];
  if (otherAppsAreBuild) return parts;
  return [...parts, { kind: "other", label: say("ui_otherApps"), msOf: ({ otherAppsMs }) => otherAppsMs }];
}

/** Each part on those below it, in hours, the highest first: so each is drawn over the one above. */
function dataOf(buckets: readonly Bucket[], parts: readonly Part[]): uPlot.AlignedData {
  const heights = new Float64Array(buckets.length);
  const stacked = parts.map(({ msOf }) => {
    buckets.forEach((bucket, i) => {
      heights[i] = (heights[i] ?? 0) + msOf(bucket) / 3_600_000;
    });
    return [...heights];
  });
  // A part that there is none of is hidden behind the next.
  while (stacked.length < 5) stacked.push([...heights]);
  return [buckets.map((_, i) => i), ...stacked.reverse()];
}

function nameOf({ first, last }: Bucket): string {
  return first === last ? formatDay(first, "full") : formatDays(first, last);
}

function Grouped({ grain }: { grain: Grain }): JSX.Element | null {
  if (grain === "day") return null;
  return (
    <p class="quiet">
      {grain === "week"
        ? say("chart_groupedByWeek", { days: MOST_DAYS })
        : say("chart_groupedByMonth", { days: MOST_DAYS_IN_WEEKS })}
    </p>
  );
}

function Tip({ name, bucket, parts }: { name: string; bucket: Bucket; parts: readonly Part[] }): JSX.Element {
  return (
    <>
      <p class="when">{name}</p>
      <dl>
        {parts.map(({ kind, label, msOf }) => (
          <div key={kind}>
            <dt>
              <i class={`mark ${kind}`} /> {label}
            </dt>
            <dd>{formatHours(msOf(bucket))}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
