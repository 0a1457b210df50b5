import type { JSX } from "preact";
import { say } from "../../texts/say";
import type { Past } from "../../trap/history";
import { formatHours, formatShare } from "../../trap/words";

/** A range in numbers: the share, and the hours on either side. A verdict it is not: that is of 14 days, and stands above. */
export function Headline({ past: { totals } }: { past: Past }): JSX.Element {
  const { buildMs, distributionMs } = totals;
  const bothMs = buildMs + distributionMs;
  const parts = [
    { name: "found", ms: distributionMs, text: say("ui_beingFound") },
    { name: "reaching", ms: totals.reachingOutMs, text: say("overview_reachingOut") },
    { name: "build", ms: buildMs, text: say("ui_building") },
    { name: "neutral", ms: totals.neutralMs, text: say("ui_neutral") },
    { name: "other", ms: totals.otherAppsMs, text: say("ui_otherApps") },
  ];
  return (
    <section
      class="headline"
      aria-label={say("overview_headline")}
      data-overview
      data-build-ms={buildMs}
      data-distribution-ms={distributionMs}
    >
      <p class="share">
        <b>{bothMs === 0 ? "–" : formatShare(distributionMs / bothMs)}</b> {say("ui_beingFound")}
      </p>
      <dl>
        {parts.map(({ name, ms, text }) => (
          <div key={name} class={name}>
            <dt>{text}</dt>
            <dd>{formatHours(ms)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
