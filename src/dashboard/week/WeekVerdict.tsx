import type { JSX } from "preact";
import { say } from "../../texts/say";
import { changeText, type Week } from "../../trap/week";
import { formatDuration, formatShare, zoneNames } from "../../trap/words";
import { WeekTotals } from "./WeekTotals";

/** What a week comes to: its verdict, and the hours that it rests on. */
export function WeekVerdict({ week }: { week: Week }): JSX.Element {
  const { zone, share, previous } = week;
  const change = previous === null ? say("week_noComparison") : changeText(week);
  return (
    <section class="card verdict" data-week-zone={zone}>
      <h2 class="zone">{zoneNames[zone]}</h2>
      {share !== null && <p class="share">{say("week_share", { share: formatShare(share) })}</p>}
      {change !== null && <p class="quiet">{change}</p>}
      <WeekTotals week={week} />
      <p class="quiet">{say("week_longestBuild", { time: formatDuration(week.longestBuildMs) })}</p>
      {week.move !== null && <p>{say("week_move", { move: week.move })}</p>}
    </section>
  );
}
