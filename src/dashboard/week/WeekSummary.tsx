import type { JSX } from "preact";
import { say } from "../../texts/say";
import type { Week } from "../../trap/week";
import { DayStack } from "../../ui/charts/DayStack";
import { TimeTable } from "../TimeTable";
import { WeekTold } from "./WeekTold";

interface Props {
  week: Week;
  leavesSitesOut: boolean;
}

/** Where a week's time went, and what was done about it. */
export function WeekSummary({ week, leavesSitesOut }: Props): JSX.Element {
  return (
    <>
      <section class="card" aria-labelledby="hours">
        <h2 id="hours">{say("week_hours")}</h2>
        <DayStack days={week.days} otherAppsAreBuild={week.otherAppsAreBuild} />
      </section>
      <div class="beside">
        <TimeTable title={say("week_channels")} times={week.channels} />
        {!leavesSitesOut && <TimeTable title={say("week_sites")} times={week.sites} />}
      </div>
      <WeekTold week={week} />
    </>
  );
}
