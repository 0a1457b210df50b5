import type { JSX } from "preact";
import { language, say } from "../../texts/say";
import type { Week, WeekTotals } from "../../trap/week";
import { formatDuration, formatShare, zoneNames } from "../../trap/words";
import { DayStack } from "../../ui/charts/DayStack";
import { TimeTable } from "../TimeTable";
import { WeekTold } from "./WeekTold";

interface Props {
  week: Week;
  leavesSitesOut: boolean;
}

/** What a week was: verdict, hours, where they went, and what was done about it. */
export function WeekSummary({ week, leavesSitesOut }: Props): JSX.Element {
  return (
    <>
      <Verdict week={week} />
      <section class="card" aria-labelledby="hours">
        <h2 id="hours">{say("week_hours")}</h2>
        <Totals week={week} />
        <DayStack days={week.days} otherAppsAreBuild={week.otherAppsAreBuild} />
        <p class="quiet">{say("week_longestBuild", { time: formatDuration(week.longestBuildMs) })}</p>
      </section>
      <TimeTable title={say("week_channels")} times={week.channels} />
      {!leavesSitesOut && <TimeTable title={say("week_sites")} times={week.sites} />}
      <WeekTold week={week} />
    </>
  );
}

function Verdict({ week }: { week: Week }): JSX.Element {
  const { zone, share, previous } = week;
  return (
    <section class="card verdict" data-week-zone={zone}>
      <p class="zone">{zoneNames[zone]}</p>
      {share !== null && <p class="share">{say("week_share", { share: formatShare(share) })}</p>}
      <p class="quiet">{changeText(share, previous?.share ?? null)}</p>
      {week.move !== null && <p>{say("week_move", { move: week.move })}</p>}
    </section>
  );
}

/** How the share has changed, in percentage points. */
function changeText(share: number | null, before: number | null): string {
  if (before === null || share === null) return say("week_noComparison");
  const points = Math.round((share - before) * 100);
  if (points === 0) return say("week_unchanged", { share: formatShare(before) });
  return say(points > 0 ? "week_more" : "week_less", { points: Math.abs(points), share: formatShare(before) });
}

const parts: { name: keyof WeekTotals; isPart: boolean }[] = [
  { name: "distributionMs", isPart: false },
  { name: "reachingOutMs", isPart: true },
  { name: "analyticsMs", isPart: true },
  { name: "feedsMs", isPart: true },
  { name: "buildMs", isPart: false },
  { name: "otherAppsMs", isPart: false },
  { name: "neutralMs", isPart: false },
];

/** The hours beside those of the week before. */
function Totals({ week: { totals, previous, otherAppsAreBuild } }: { week: Week }): JSX.Element {
  return (
    <table class="totals">
      <thead>
        <tr>
          <td />
          <th scope="col">{say("week_thisWeek")}</th>
          <th scope="col">{say("week_theWeekBefore")}</th>
          <th scope="col">{say("week_change")}</th>
        </tr>
      </thead>
      <tbody>
        {parts.map(({ name, isPart }) => {
          const isOfBuild = name === "otherAppsMs" && otherAppsAreBuild;
          return (
            <tr key={name} class={isPart || isOfBuild ? "part" : ""} data-total={name}>
              <th scope="row">{isOfBuild ? say("week_total_otherAppsOfBuild") : say(`week_total_${name}`)}</th>
              <td>{formatDuration(totals[name])}</td>
              <td>{previous ? formatDuration(previous.totals[name]) : "–"}</td>
              <td>{previous ? signed(totals[name] - previous.totals[name]) : "–"}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** A change of time with its sign, as the language writes it. */
function signed(ms: number): string {
  if (ms === 0) return formatDuration(0);
  const sign = new Intl.NumberFormat(language(), { signDisplay: "always" })
    .formatToParts(ms)
    .find(({ type }) => type === "plusSign" || type === "minusSign");
  return `${sign?.value ?? ""}${formatDuration(Math.abs(ms))}`;
}
