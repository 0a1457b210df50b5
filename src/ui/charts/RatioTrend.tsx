import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import type uPlot from "uplot";
import { say } from "../../texts/say";
import type { HistoryWeek } from "../../trap/history";
import { formatHours, formatShare, zoneNames } from "../../trap/words";
import { weekEnd } from "./buckets";
import { Chart } from "./Chart";
import { formatDay, formatDays } from "./dates";
import { Legend } from "./Legend";
import { drawTrend } from "./trend";

interface Props {
  weeks: readonly HistoryWeek[];
  /** The share that is aimed at. */
  target: number;
}

/** Less build and distribution time than this says nothing of a week: a minute on a feed would be 100%. */
const TELLING_MS = 3_600_000;
const HEIGHT = 260;

/** The share of distribution, week by week, against the target. */
export function RatioTrend({ weeks, target }: Props): JSX.Element {
  const shares = useMemo(() => weeks.map(tellingShare), [weeks]);
  const data = useMemo((): uPlot.AlignedData => [weeks.map((_, i) => i), shares], [weeks, shares]);
  const told = shares.filter((share) => share !== null);
  const latest = told.at(-1);
  if (latest === undefined) return <p class="quiet">{say("chart_trendNothing")}</p>;
  const summary = say("chart_trendSays", {
    weeks: formatDays(weeks[0]?.start ?? "", weekEnd(weeks.at(-1)?.start ?? "")),
    least: formatShare(Math.min(...told)),
    most: formatShare(Math.max(...told)),
    latest: formatShare(latest),
    target: formatShare(target),
  });
  return (
    <Chart
      summary={summary}
      height={HEIGHT}
      view={{ weeks, target }}
      data={data}
      draw={drawTrend}
      tip={(index) => {
        const week = weeks[index];
        return week && <Tip week={week} share={shares[index] ?? null} />;
      }}
      numbers={() => ({
        caption: say("chart_trendNumbers"),
        heads: [
          say("chart_weekFrom"),
          say("ui_beingFound"),
          say("ui_building"),
          say("chart_share"),
          say("chart_verdict"),
        ],
        rows: weeks.map((week) => [
          formatDay(week.start, "date"),
          formatHours(week.distributionMs),
          formatHours(week.buildMs),
          week.share === null ? "–" : formatShare(week.share),
          zoneNames[week.zone],
        ]),
      })}
    >
      <Legend
        items={[
          { kind: "distribution", label: say("chart_share") },
          { kind: "target", label: say("chart_target", { target: formatShare(target) }) },
        ]}
      />
    </Chart>
  );
}

function tellingShare({ share, buildMs, distributionMs }: HistoryWeek): number | null {
  return buildMs + distributionMs < TELLING_MS ? null : share;
}

function Tip({ week, share }: { week: HistoryWeek; share: number | null }): JSX.Element {
  return (
    <>
      <p class="when">{formatDays(week.start, weekEnd(week.start))}</p>
      <p class="figure">{share === null ? say("chart_tooLittle") : formatShare(share)}</p>
      <dl>
        <div>
          <dt>
            <i class="mark distribution" /> {say("ui_beingFound")}
          </dt>
          <dd>{formatHours(week.distributionMs)}</dd>
        </div>
        <div>
          <dt>
            <i class="mark build" /> {say("ui_building")}
          </dt>
          <dd>{formatHours(week.buildMs)}</dd>
        </div>
      </dl>
    </>
  );
}
