import type { JSX } from "preact";
import { language, say } from "../../texts/say";
import type { WeekTotals as Totals, Week } from "../../trap/week";
import { formatDuration } from "../../trap/words";

const parts: { name: keyof Totals; isPart: boolean }[] = [
  { name: "distributionMs", isPart: false },
  { name: "reachingOutMs", isPart: true },
  { name: "analyticsMs", isPart: true },
  { name: "feedsMs", isPart: true },
  { name: "buildMs", isPart: false },
  { name: "otherAppsMs", isPart: false },
  { name: "neutralMs", isPart: false },
];

/** The hours beside those of the week before. */
export function WeekTotals({ week: { totals, previous, otherAppsAreBuild } }: { week: Week }): JSX.Element {
  return (
    <table class="totals">
      <thead>
        <tr>
          <td />
          <th scope="col">{say("table_time")}</th>
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
