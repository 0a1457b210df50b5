import type { JSX } from "preact";
import { sayCount } from "../texts/say";
import type { SiteTime } from "../trap/totals";
import { formatDuration } from "../trap/words";
import { ChannelIcon } from "./ChannelIcon";
import "./sites.css";

interface Props {
  sites: readonly SiteTime[];
}

/** Every site with its channel and time, the longest first; folded away until asked for. */
export function Sites({ sites }: Props): JSX.Element | null {
  if (sites.length === 0) return null;
  return (
    <details class="sites">
      <summary>{sayCount("ui_sites", sites.length)}</summary>
      <ul>
        {sites.map(({ site, channel, category, label, ms }) => (
          <li key={`${channel} ${site}`} data-site={site} data-channel={channel} data-ms={ms}>
            <bdi class="name">{site}</bdi>
            <span class="channel">
              <ChannelIcon channel={channel} category={category} /> {label}
            </span>
            <b>{formatDuration(ms)}</b>
          </li>
        ))}
      </ul>
    </details>
  );
}
