import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import { addDays } from "../../attention/day";
import { today } from "../../browser/today";
import { say } from "../../texts/say";
import type { Past } from "../../trap/history";
import { Choice } from "../../ui/Choice";
import { DayStack } from "../../ui/charts/DayStack";
import { HeatMap } from "../../ui/charts/HeatMap";
import { RatioTrend } from "../../ui/charts/RatioTrend";
import type { Desk } from "../desk";
import { hashOf } from "../route";
import { TimeTable } from "../TimeTable";
import { Headline } from "./Headline";
import { useHistory } from "./usehistory";
import "./overview.css";

/** How far back is looked, in days; `all`: to the first day. */
const ranges = ["28", "91", "365", "all"] as const;
type Range = (typeof ranges)[number];
const USUAL: Range = "91";

interface Props {
  desk: Desk;
  /** A range, from the address; null or none of them: the usual one. */
  range: string | null;
}

/** Where the time went, over weeks and years. */
export function Overview({ desk, range }: Props): JSX.Element {
  const chosen = ranges.find((one) => one === range) ?? USUAL;
  const { weekStartsOn, target, otherApps } = desk.settings;
  const read = useHistory(desk);
  const last = today();
  const wanted = chosen === "all" ? "" : addDays(last, 1 - Number(chosen));
  const isKnown = read !== null && read.from <= wanted;
  // What was before the first day is no time without work.
  const first = isKnown && read.firstDay !== null && read.firstDay > wanted ? read.firstDay : wanted || last;
  const past = useMemo(
    () => (isKnown ? read.history.range(first, last, weekStartsOn) : null),
    [isKnown, read?.history, read?.turn, first, last, weekStartsOn],
  );
  return (
    <>
      <Choice<Range>
        label={say("overview_range")}
        options={ranges.map((value) => ({ value, text: say(`overview_range_${value}`) }))}
        chosen={chosen}
        onChoose={(value) => {
          location.hash = hashOf("overview", value);
        }}
      />
      {past && (
        <>
          <Headline past={past} settings={desk.settings} />
          <Charts past={past} target={target} startsOn={weekStartsOn} otherAppsAreBuild={otherApps === "build"} />
        </>
      )}
    </>
  );
}

interface ChartsProps {
  past: Past;
  target: number;
  startsOn: number;
  otherAppsAreBuild: boolean;
}

function Charts({ past, target, startsOn, otherAppsAreBuild }: ChartsProps): JSX.Element {
  const { totals, weeks, days, heat, unknownHourMs } = past;
  return (
    <>
      <section class="card" aria-labelledby="trend">
        <h2 id="trend">{say("overview_trend")}</h2>
        <RatioTrend weeks={weeks} target={target} />
      </section>
      <section class="card" aria-labelledby="days">
        <h2 id="days">{say("overview_days")}</h2>
        <DayStack days={days} startsOn={startsOn} otherAppsAreBuild={otherAppsAreBuild} />
      </section>
      <section class="card" aria-labelledby="heat">
        <h2 id="heat">{say("overview_heat")}</h2>
        <HeatMap heat={heat} startsOn={startsOn} unknownHourMs={unknownHourMs} />
      </section>
      <div class="beside">
        <TimeTable title={say("overview_channels")} times={totals.channels} />
        <TimeTable title={say("overview_sites")} times={totals.sites} />
      </div>
    </>
  );
}
