import type { ComponentChildren, JSX } from "preact";
import { say, sayCount } from "../texts/say";
import type { Meter } from "../trap/meter";
import { VERDICT_DAYS } from "../trap/window";
import { formatShare, meterLine, zoneNames } from "../trap/words";
import { hashOf, type Route, views } from "./route";
import "./shell.css";

interface Props {
  view: Route["view"];
  /** The verdict, as the toolbar shows it; null while it is not known. */
  meter: Meter | null;
  children: ComponentChildren;
}

/** The dashboard's name and navigation, around the view that is looked at. */
export function Shell({ view, meter, children }: Props): JSX.Element {
  return (
    <>
      <header class="masthead">
        <a class="brand" href={hashOf("overview")}>
          <img src="/icons/32.png" width="24" height="24" alt="" /> {say("dashboard_brand")}
        </a>
        <nav aria-label={say("dashboard_views")}>
          {views.map((one) => (
            <a key={one} href={hashOf(one)} aria-current={one === view ? "page" : undefined}>
              {nameOf(one)}
            </a>
          ))}
        </nav>
        {meter && <Verdict {...meter} />}
      </header>
      <main id="view" data-view={view}>
        <h1 tabIndex={-1}>{nameOf(view)}</h1>
        {children}
      </main>
    </>
  );
}

function Verdict(meter: Meter): JSX.Element {
  const { zone, share, buildMs, distributionMs } = meter;
  return (
    <p
      class={`now ${zone}`}
      title={meterLine(meter)}
      data-zone={zone}
      data-window="14"
      data-build-ms={buildMs}
      data-distribution-ms={distributionMs}
    >
      <small>{sayCount("popup_days", VERDICT_DAYS)}</small>{" "}
      {share !== null && zone !== "not-enough-data" && <b>{formatShare(share)}</b>} {zoneNames[zone]}
    </p>
  );
}

/** What a view is called. */
export function nameOf(view: Route["view"]): string {
  return say(`dashboard_view_${view === "save" ? "week" : view}`);
}
