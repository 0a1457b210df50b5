import type { JSX } from "preact";
import type { Settings } from "../../store/settings";
import { say } from "../../texts/say";
import type { Past } from "../../trap/history";
import { readMeter } from "../../trap/meter";
import { formatHours, formatShare, zoneNames } from "../../trap/words";

interface Props {
  past: Past;
  settings: Settings;
}

/** A range in numbers: how it would be judged, and the hours on either side. */
export function Headline({ past: { totals }, settings }: Props): JSX.Element {
  const { zone, share } = readMeter(totals, settings);
  const parts = [
    { name: "found", ms: totals.distributionMs, text: say("ui_beingFound") },
    { name: "reaching", ms: totals.reachingOutMs, text: say("overview_reachingOut") },
    { name: "build", ms: totals.buildMs, text: say("ui_building") },
    { name: "neutral", ms: totals.neutralMs, text: say("ui_neutral") },
    { name: "other", ms: totals.otherAppsMs, text: say("ui_otherApps") },
  ];
  return (
    <section
      class="headline"
      aria-label={say("overview_headline")}
      data-overview={zone}
      data-build-ms={totals.buildMs}
      data-distribution-ms={totals.distributionMs}
    >
      <p class={`share ${zone}`}>
        <b>{share === null ? "–" : formatShare(share)}</b> {zoneNames[zone]}
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
