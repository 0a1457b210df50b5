import type { JSX } from "preact";
import { useMemo, useState } from "preact/hooks";
import { language, say } from "../../texts/say";
import type { HeatCell } from "../../trap/history";
import { formatClock, formatDuration, formatHours } from "../../trap/words";
import { formatWeekday } from "./dates";
import { Legend } from "./Legend";
import "./heatmap.css";

interface Props {
  /** Seven weekdays, Monday first, of 24 local hours. */
  heat: readonly (readonly HeatCell[])[];
  /** The day that weeks begin on: 1 Monday … 7 Sunday. */
  startsOn: number;
  /** Time of which only the day is known, milliseconds. */
  unknownHourMs: number;
}

const HOUR_MS = 3_600_000;
/** Hours in between are named for screen readers alone. */
const NAMED_EACH = 3;

/** `126`, `12.6`, `0.1`: a cell has room for no more. */
const shortNumber: Intl.NumberFormatOptions = {
  maximumFractionDigits: 1,
  maximumSignificantDigits: 3,
  roundingPriority: "lessPrecision",
  useGrouping: false,
};

/** An hour of a weekday. */
interface Spot {
  weekday: number;
  hour: number;
  cell: HeatCell;
}

/** When building and being found happen: hours by weekday. Its table holds the numbers itself. */
export function HeatMap({ heat, startsOn, unknownHourMs }: Props): JSX.Element {
  const [hasNumbers, setNumbers] = useState(false);
  const [pointed, setPointed] = useState<Spot | null>(null);
  const table = useMemo(
    () => <Table heat={heat} startsOn={startsOn} hasNumbers={hasNumbers} />,
    [heat, startsOn, hasNumbers],
  );
  const spots = spotsOf(heat);
  const spotAt = (target: EventTarget | null) => {
    const { weekday, hour } = (target as HTMLElement | null)?.closest("td")?.dataset ?? {};
    return spots.find((spot) => spot.weekday === Number(weekday) && spot.hour === Number(hour)) ?? null;
  };
  if (spots.every(({ cell }) => bothMs(cell) === 0)) return <p class="quiet">{say("chart_heatNothing")}</p>;
  return (
    <figure
      class={hasNumbers ? "chart heatmap numbered" : "chart heatmap"}
      onPointerOver={({ target }) => setPointed(spotAt(target))}
      onPointerLeave={() => setPointed(null)}
    >
      <section class="scroll" tabIndex={hasNumbers ? 0 : undefined} aria-label={say("chart_heatCaption")}>
        {table}
      </section>
      <figcaption>
        <Legend
          items={[
            { kind: "distribution", label: say("ui_beingFound") },
            { kind: "build", label: say("ui_building") },
          ]}
        />
        <label class="numbering">
          <input
            type="checkbox"
            checked={hasNumbers}
            onChange={({ currentTarget }) => setNumbers(currentTarget.checked)}
          />{" "}
          {say("chart_heatShowNumbers")}
        </label>
        <p class="told">{pointed ? <Told {...pointed} /> : <Peaks spots={spots} />}</p>
        {unknownHourMs > 0 && <p class="quiet">{say("chart_heatUnknownHour", { time: formatHours(unknownHourMs) })}</p>}
      </figcaption>
    </figure>
  );
}

function Table({ heat, startsOn, hasNumbers }: Omit<Props, "unknownHourMs"> & { hasNumbers: boolean }): JSX.Element {
  const mostMs = Math.max(...heat.flat().map(bothMs));
  const numbers = hasNumbers ? new Intl.NumberFormat(language(), shortNumber) : null;
  const weekdays = Array.from({ length: 7 }, (_, i) => ((startsOn - 1 + i) % 7) + 1);
  return (
    // Time runs to the right, as in the other charts.
    <table dir="ltr">
      <caption class="unseen">{say("chart_heatCaption")}</caption>
      <thead>
        <tr>
          <td />
          {Array.from({ length: 24 }, (_, hour) => (
            <th key={hour} scope="col">
              <span class={hour % NAMED_EACH === 0 ? "" : "unseen"}>{nameOfHour(hour)}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weekdays.map((weekday) => (
          <tr key={weekday}>
            <th scope="row">{formatWeekday(weekday)}</th>
            {heat[weekday - 1]?.map((cell, hour) => (
              <td key={hour} data-weekday={weekday} data-hour={hour}>
                {bothMs(cell) > 0 && <Cell cell={cell} mostMs={mostMs} numbers={numbers} />}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface CellProps {
  cell: HeatCell;
  /** Milliseconds of the hour with the most. */
  mostMs: number;
  /** How hours are written; null: they are not. */
  numbers: Intl.NumberFormat | null;
}

/** One hour: the more time the stronger, and split as the time was. */
function Cell({ cell, mostMs, numbers }: CellProps): JSX.Element {
  const ms = bothMs(cell);
  const found = `${Math.round((100 * cell.distributionMs) / ms)}%`;
  // By the root, so that little is not nothing.
  const style = { "--found": found, "--heat": String(0.1 + 0.9 * Math.sqrt(ms / mostMs)) };
  return (
    <>
      <i style={style} aria-hidden="true" />
      {numbers && (
        <span class="number" aria-hidden="true">
          {numbers.format(ms / HOUR_MS)}
        </span>
      )}
      <span class="unseen">{wordsOf(cell)}</span>
    </>
  );
}

function Told({ weekday, hour, cell }: Spot): JSX.Element {
  const values = { weekday: formatWeekday(weekday), from: nameOfHour(hour), until: nameOfHour(hour + 1) };
  return <>{say("chart_heatTold", { ...values, words: wordsOf(cell) })}</>;
}

/** When most of either happens. */
function Peaks({ spots }: { spots: readonly Spot[] }): JSX.Element {
  const peak = (side: "buildMs" | "distributionMs", name: "chart_heatMostBuilding" | "chart_heatMostFound") => {
    const most = spots.reduce((best, spot) => (spot.cell[side] > best.cell[side] ? spot : best));
    if (most.cell[side] === 0) return null;
    const values = {
      weekday: formatWeekday(most.weekday),
      from: nameOfHour(most.hour),
      until: nameOfHour(most.hour + 1),
    };
    return <span>{say(name, { ...values, time: formatHours(most.cell[side]) })}</span>;
  };
  return (
    <>
      {peak("distributionMs", "chart_heatMostFound")} {peak("buildMs", "chart_heatMostBuilding")}
    </>
  );
}

function spotsOf(heat: Props["heat"]): Spot[] {
  return heat.flatMap((cells, i) => cells.map((cell, hour) => ({ weekday: i + 1, hour, cell })));
}

function bothMs({ buildMs, distributionMs }: HeatCell): number {
  return buildMs + distributionMs;
}

function wordsOf({ buildMs, distributionMs }: HeatCell): string {
  return say("chart_heatCell", { found: formatDuration(distributionMs), built: formatDuration(buildMs) });
}

function nameOfHour(hour: number): string {
  return formatClock((hour % 24) * HOUR_MS, 0);
}
