import type { JSX } from "preact";
import { say } from "../texts/say";
import { type Arc, dialArcs, dialPoint, type Point, teeth } from "../trap/gauge";
import type { Meter, Zone } from "../trap/meter";
import { zoneSentence } from "../trap/verdict";
import type { Window } from "../trap/window";
import { formatHours, formatShare, zoneNames } from "../trap/words";
import "./gauge.css";

const RADIUS = 128;
const WIDTH = 26;
const TEETH = 6;
/** Build share that the gaps between the arcs take. */
const GAP = 0.006;

interface Props {
  /** The 14-day verdict: zone, words and colours. */
  verdict: Meter;
  /** The hours and the needle of the window that is looked at. */
  shown: Meter;
  window: Window;
}

/** The product's face: a dial that ends in a trap, with the hours on both sides. */
export function Gauge({ verdict, shown, window }: Props): JSX.Element {
  const { zone } = verdict;
  return (
    <section
      class="gauge"
      aria-label={say("ui_gauge")}
      data-zone={zone}
      data-window={window}
      data-build-ms={shown.buildMs}
      data-distribution-ms={shown.distributionMs}
    >
      <svg viewBox="-140 -152 280 162" role="img" aria-label={describe(shown)}>
        {dialArcs(verdict.target).map((arc) => (
          <Jaw key={arc.zone} arc={arc} zone={zone} />
        ))}
        <TargetMark share={verdict.target} />
        {shown.share !== null && (
          <g class={zone === "not-enough-data" ? "ghost" : ""}>
            <Needle buildShare={1 - shown.share} />
            <circle class="hub" r="9" />
          </g>
        )}
      </svg>
      <div class="readout">
        <p class="side distribution">
          <b>{formatHours(shown.distributionMs)}</b> <span>{say("ui_gaugeBeingFound")}</span>
        </p>
        <p class="zone">{verdict.missing.otherApps ? say("ui_gaugeAnswer") : zoneNames[zone]}</p>
        <p class="side build">
          <b>{formatHours(shown.buildMs)}</b> <span>{say("ui_gaugeBuilding")}</span>
        </p>
      </div>
      <p class="sentence">{zoneSentence(verdict)}</p>
    </section>
  );
}

function Jaw({ arc, zone }: { arc: Arc; zone: Zone }): JSX.Element {
  const awake = zone === arc.zone ? "here" : zone === "not-enough-data" ? "asleep" : "";
  const bites = zone === "factory-trap";
  return (
    <g class={`jaw ${arc.zone} ${awake}`}>
      <path d={ring(arc.from + (arc.from > 0 ? GAP : 0), arc.to - (arc.to < 1 ? GAP : 0))} />
      {arc.zone === "factory-trap" &&
        teeth({ from: arc.from + GAP, to: arc.to }, TEETH, RADIUS - WIDTH + 1, RADIUS - WIDTH - (bites ? 22 : 13)).map(
          (tooth) => <path key={tooth[0]?.x} d={`M${tooth.map(({ x, y }) => `${round(x)} ${round(y)}`).join("L")}Z`} />,
        )}
    </g>
  );
}

/** The share to steer for. */
function TargetMark({ share }: { share: number }): JSX.Element {
  const [inner, outer, text] = [3, 9, 13].map((beyond) => dialPoint(1 - share, RADIUS + beyond)) as [
    Point,
    Point,
    Point,
  ];
  return (
    <g class="target">
      <path d={`M${round(inner.x)} ${round(inner.y)}L${round(outer.x)} ${round(outer.y)}`} />
      <text x={round(text.x)} y={round(text.y)}>
        {share === 0.5 ? say("ui_gaugeHalf") : formatShare(share)}
      </text>
    </g>
  );
}

function Needle({ buildShare }: { buildShare: number }): JSX.Element {
  const degrees = Math.round((buildShare - 0.5) * 1800) / 10;
  return (
    <path
      class="needle"
      d={`M-5 0L-1.2 ${-RADIUS + 12}Q0 ${-RADIUS + 8} 1.2 ${-RADIUS + 12}L5 0Z`}
      transform={`rotate(${degrees})`}
    />
  );
}

/** A piece of the dial's ring between two build shares, as an SVG path. */
function ring(from: number, to: number): string {
  const at = (share: number, radius: number) => {
    const { x, y } = dialPoint(share, radius);
    return `${round(x)} ${round(y)}`;
  };
  const inner = RADIUS - WIDTH;
  return `M${at(from, RADIUS)}A${RADIUS} ${RADIUS} 0 0 1 ${at(to, RADIUS)}L${at(to, inner)}A${inner} ${inner} 0 0 0 ${at(from, inner)}Z`;
}

function describe({ share, buildMs, distributionMs }: Meter): string {
  if (share === null) return say("ui_gaugeNothing");
  return say("ui_gaugeSays", {
    share: formatShare(share),
    found: formatHours(distributionMs),
    built: formatHours(buildMs),
  });
}

function round(n: number): number {
  return Math.round(n * 100) / 100;
}
