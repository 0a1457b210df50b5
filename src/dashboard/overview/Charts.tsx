import type { JSX } from "preact";
import { say } from "../../texts/say";
import type { Past } from "../../trap/history";
import { DayStack } from "../../ui/charts/DayStack";
import { HeatMap } from "../../ui/charts/HeatMap";
import { RatioTrend } from "../../ui/charts/RatioTrend";
import { TimeTable } from "../TimeTable";
import { useTurns } from "./useturns";

interface Props {
  past: Past;
  target: number;
  startsOn: number;
  otherAppsAreBuild: boolean;
}

/** A range in pictures and tables, at first one after the other: together they would be one long task. */
export function Charts({ past, target, startsOn, otherAppsAreBuild }: Props): JSX.Element {
  const { totals, weeks, days, heat, unknownHourMs } = past;
  const turns = useTurns(5);
  return (
    <>
      <section class="card" aria-labelledby="trend">
        <h2 id="trend">{say("overview_trend")}</h2>
        <RatioTrend weeks={weeks} target={target} />
      </section>
      {turns > 1 && (
        <section class="card" aria-labelledby="days">
          <h2 id="days">{say("overview_days")}</h2>
          <DayStack days={days} startsOn={startsOn} otherAppsAreBuild={otherAppsAreBuild} />
        </section>
      )}
      {turns > 2 && (
        <section class="card" aria-labelledby="heat">
          <h2 id="heat">{say("overview_heat")}</h2>
          <HeatMap heat={heat} startsOn={startsOn} unknownHourMs={unknownHourMs} />
        </section>
      )}
      <div class="beside">
        {turns > 3 && <TimeTable title={say("overview_channels")} times={totals.channels} />}
        {turns > 4 && <TimeTable title={say("overview_sites")} times={totals.sites} />}
      </div>
    </>
  );
}
