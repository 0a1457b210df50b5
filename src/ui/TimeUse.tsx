import type { JSX } from "preact";
import type { Category } from "../catalog/channels";
import type { ChannelTime, Totals } from "../trap/totals";
import { formatDuration } from "../trap/words";
import "./timeuse.css";

/** Channels beyond these are told as a sum: the popup is read in ten seconds. */
const MOST_CHANNELS = 4;

/** What a side without time is made of. */
const examples: Record<Category, string> = {
  build: "Nothing yet: GitHub, AI tools, docs, consoles …",
  distribution: "Nothing yet: X, communities, launches, outreach …",
  neutral: "",
};

interface Props {
  totals: Totals;
  /** Whether the user builds in other apps. */
  otherAppsAreBuild: boolean;
}

/** Where the time went: one bar over everything, and below it the channels of either side. */
export function TimeUse({ totals, otherAppsAreBuild }: Props): JSX.Element {
  const otherBuildMs = otherAppsAreBuild ? totals.otherAppsMs : 0;
  return (
    <section class="timeuse" aria-label="Where the time went">
      <Bar totals={totals} buildInBrowserMs={totals.buildMs - otherBuildMs} />
      <div class="columns">
        <Column title="Being found" category="distribution" totals={totals} otherAppsMs={0} />
        <Column title="Building" category="build" totals={totals} otherAppsMs={otherBuildMs} />
      </div>
      <p class="rest">
        <Rest kind="neutral" label="Neutral" ms={totals.neutralMs} />
        <Rest kind="other" label="Other apps" ms={totals.otherAppsMs} />
      </p>
    </section>
  );
}

/** One stacked bar; feeds are hatched, because scrolling is not reaching out. */
function Bar({ totals, buildInBrowserMs }: { totals: Totals; buildInBrowserMs: number }): JSX.Element {
  const parts = [
    { id: "distribution", ms: totals.distributionMs - totals.feedsMs },
    { id: "feeds", ms: totals.feedsMs },
    { id: "neutral", ms: totals.neutralMs },
    { id: "other", ms: totals.otherAppsMs },
    { id: "build", ms: buildInBrowserMs },
  ].filter(({ ms }) => ms > 0);
  return (
    <div class="bar" aria-hidden="true">
      {parts.map(({ id, ms }) => (
        <i key={id} class={id} style={{ flexGrow: ms }} />
      ))}
    </div>
  );
}

/** Time on neither side. */
function Rest({ kind, label, ms }: { kind: "neutral" | "other"; label: string; ms: number }): JSX.Element | null {
  if (ms === 0) return null;
  return (
    <span data-ms={ms}>
      <i class={`dot ${kind}`} /> {label} {formatDuration(ms)}
    </span>
  );
}

interface ColumnProps {
  title: string;
  category: Category;
  totals: Totals;
  /** Other apps' time that counts to this side. */
  otherAppsMs: number;
}

function Column({ title, category, totals, otherAppsMs }: ColumnProps): JSX.Element {
  const channels = totals.channels.filter((time) => time.category === category);
  const rest = channels.slice(MOST_CHANNELS);
  return (
    <div class={category}>
      <h2>{title}</h2>
      <ul>
        {channels.slice(0, MOST_CHANNELS).map((time) => (
          <ChannelRow key={time.channel} {...time} />
        ))}
        {rest.length > 0 && <Row label={`${rest.length} more`} ms={rest.reduce((sum, { ms }) => sum + ms, 0)} />}
        {otherAppsMs > 0 && <Row label="Other apps" ms={otherAppsMs} />}
        {channels.length === 0 && otherAppsMs === 0 && <li class="none">{examples[category]}</li>}
      </ul>
    </div>
  );
}

function ChannelRow({ channel, label, ms }: ChannelTime): JSX.Element {
  return (
    <li data-channel={channel} data-ms={ms}>
      <span>{label}</span> <b>{formatDuration(ms)}</b>
    </li>
  );
}

function Row({ label, ms }: { label: string; ms: number }): JSX.Element {
  return (
    <li>
      <span>{label}</span> <b>{formatDuration(ms)}</b>
    </li>
  );
}
