import type { JSX } from "preact";
import type { Category } from "../catalog/channels";
import { lookOf } from "../catalog/look";
import { say, sayCount } from "../texts/say";
import type { ChannelTime, Totals } from "../trap/totals";
import { formatHours } from "../trap/words";
import { ChannelIcon } from "./ChannelIcon";
import "./timeuse.css";

/** Channels beyond these are told as a sum: the popup is read in ten seconds. */
const MOST_CHANNELS = 2;

/** What a side without time is made of. */
const examples = { build: "ui_timeNoBuilding", distribution: "ui_timeNotFound" } as const;

interface Props {
  totals: Totals;
  /** Whether the user builds in other apps. */
  otherAppsAreBuild: boolean;
}

/** Where the time went: one bar over everything, and below it the channels of either side. */
export function TimeUse({ totals, otherAppsAreBuild }: Props): JSX.Element {
  const otherBuildMs = otherAppsAreBuild ? totals.otherAppsMs : 0;
  return (
    <section class="timeuse" aria-label={say("ui_time")}>
      <Bar totals={totals} />
      <div class="columns">
        <Column title={say("ui_beingFound")} category="distribution" totals={totals} otherAppsMs={0} />
        <Column title={say("ui_building")} category="build" totals={totals} otherAppsMs={otherBuildMs} />
      </div>
      <p class="rest">
        <Rest kind="neutral" label={say("ui_neutral")} ms={totals.neutralMs} />
        <Rest kind="other" label={say("ui_otherApps")} ms={totals.otherAppsMs} />
      </p>
    </section>
  );
}

/** One stacked bar of all channels, by category; feeds are hatched, because scrolling is not reaching out. */
function Bar({ totals }: { totals: Totals }): JSX.Element {
  const of = (category: Category) => totals.channels.filter((time) => time.category === category);
  return (
    <div class="bar" aria-hidden="true">
      {of("distribution").map(segment)}
      {totals.neutralMs > 0 && <i class="neutral" style={{ flexGrow: totals.neutralMs }} />}
      {totals.otherAppsMs > 0 && <i class="other" style={{ flexGrow: totals.otherAppsMs }} />}
      {of("build").reverse().map(segment)}
    </div>
  );
}

function segment({ channel, category, ms }: ChannelTime): JSX.Element {
  const { light, dark } = lookOf(channel, category);
  const hatched = channel === "feeds" ? "hatched" : "";
  return <i key={channel} class={hatched} style={{ flexGrow: ms, color: `light-dark(${light}, ${dark})` }} />;
}

/** Time on neither side. */
function Rest({ kind, label, ms }: { kind: "neutral" | "other"; label: string; ms: number }): JSX.Element | null {
  if (ms === 0) return null;
  return (
    <span data-ms={ms}>
      <i class={`dot ${kind}`} /> {label} {formatHours(ms)}
    </span>
  );
}

interface ColumnProps {
  title: string;
  category: keyof typeof examples;
  totals: Totals;
  /** Other apps' time that counts to this side. */
  otherAppsMs: number;
}

function Column({ title, category, totals, otherAppsMs }: ColumnProps): JSX.Element {
  const channels = totals.channels.filter((time) => time.category === category);
  // One more takes no more room than saying that there is one.
  const shown = channels.length > MOST_CHANNELS + 1 ? MOST_CHANNELS : channels.length;
  const rest = channels.slice(shown);
  return (
    <div class={category}>
      <h2>{title}</h2>
      <ul>
        {channels.slice(0, shown).map((time) => (
          <ChannelRow key={time.channel} {...time} />
        ))}
        {rest.length > 0 && (
          <Row label={sayCount("ui_timeMore", rest.length)} ms={rest.reduce((sum, { ms }) => sum + ms, 0)} />
        )}
        {otherAppsMs > 0 && <Row label={say("ui_otherApps")} ms={otherAppsMs} />}
        {channels.length === 0 && otherAppsMs === 0 && <li class="none">{say(examples[category])}</li>}
      </ul>
    </div>
  );
}

function ChannelRow({ channel, category, label, ms }: ChannelTime): JSX.Element {
  return (
    <li data-channel={channel} data-ms={ms}>
      <ChannelIcon channel={channel} category={category} /> <span>{label}</span> <b>{formatHours(ms)}</b>
    </li>
  );
}

function Row({ label, ms }: { label: string; ms: number }): JSX.Element {
  return (
    <li class="more">
      <span>{label}</span> <b>{formatHours(ms)}</b>
    </li>
  );
}
