import type { JSX } from "preact";
import type { Settings } from "../store/settings";
import { TARGET_SHARE } from "../trap/meter";
import type { OffHours, Preferences } from "../trap/standards";
import { formatShare } from "../trap/words";
import { Choice } from "../ui/Choice";
import { HourSelect } from "./HourSelect";
import { formatHour } from "./work";
import "./work.css";

export interface WorkSettingsProps {
  preferences: Preferences;
  /** The newest number of customers that was told; null: none was. */
  customers: number | null;
  /** What is wrong with the hours as they were last added; empty when nothing is. */
  fault: string;
  onSetting<K extends "otherApps" | "target" | "feedsCount">(name: K, value: Settings[K]): void;
  onAddHours(hours: OffHours): void;
  onRemoveHours(hours: OffHours): void;
}

const places: { value: "build" | "apart"; text: string }[] = [
  { value: "apart", text: "In the browser" },
  { value: "build", text: "In other apps too" },
];

const feeds: { value: "yes" | "no"; text: string }[] = [
  { value: "yes", text: "Being found" },
  { value: "no", text: "Neither" },
];

/** 20% to 60% in steps of 5. */
const targets = Array.from({ length: 9 }, (_, i) => (20 + 5 * i) / 100);

/** Monday first, as days are counted. */
const weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/** What counts as work, and what is aimed at. */
export function WorkSettings(props: WorkSettingsProps): JSX.Element {
  const { otherApps, target, feedsCount, offHours } = props.preferences;
  return (
    <section class="card" id="work">
      <h2>How your work counts</h2>
      <div class="setting">
        <span>You build</span>
        <Choice<"build" | "apart" | "">
          label="You build"
          options={places}
          chosen={otherApps ?? ""}
          onChoose={(place) => {
            if (place !== "") props.onSetting("otherApps", place);
          }}
        />
      </div>
      <p class="quiet">{otherAppsSentence(otherApps)}</p>
      <div class="setting">
        <span>Scrolling feeds is</span>
        <Choice
          label="Scrolling feeds is"
          options={feeds}
          chosen={feedsCount ? "yes" : "no"}
          onChoose={(answer) => props.onSetting("feedsCount", answer === "yes")}
        />
      </div>
      <p class="quiet">
        {feedsCount
          ? "It is shown apart, and a warning sign tells when it is most of your time for being found."
          : "It is left out of the ratio, as everything that is neither."}
      </p>
      <Target
        target={target}
        hasCustomer={(props.customers ?? 0) >= 1}
        onTarget={(share) => props.onSetting("target", share)}
      />
      <h3>Hours that do not count</h3>
      <p class="quiet">A day job looks like a trap. Time in these hours is recorded, and left out of every total.</p>
      {offHours.length > 0 && (
        <ul>
          {offHours.map((hours) => (
            <li key={describe(hours)} class="setting" data-hours={describe(hours)}>
              <span>{describe(hours)}</span>
              <button
                type="button"
                class="link"
                aria-label={`Remove ${describe(hours)}`}
                onClick={() => props.onRemoveHours(hours)}
              >
                Remove
              </button>
            </li>
          ))}
        </ul>
      )}
      <AddHours fault={props.fault} onAdd={props.onAddHours} />
    </section>
  );
}

interface TargetProps {
  target: number;
  hasCustomer: boolean;
  onTarget(share: number): void;
}

/** Before the first customer the target stands still: it would be adjusted to what is done anyway. */
function Target({ target, hasCustomer, onTarget }: TargetProps): JSX.Element {
  return (
    <>
      <div class="setting" data-target={target}>
        <span>Your target for being found</span>
        {hasCustomer ? (
          <select
            aria-label="Your target for being found"
            onChange={(event) => onTarget(Number(event.currentTarget.value))}
          >
            {targets.map((share) => (
              <option key={share} value={share} selected={share === target}>
                {nameOf(share)}
              </option>
            ))}
          </select>
        ) : (
          <b>{nameOf(target)}</b>
        )}
      </div>
      <p class="quiet">
        {hasCustomer
          ? "The zones of the meter follow it: at 80% of it you are balanced, below 40% of it in the trap."
          : "Half the time on the product, half on reaching people (Weinberg and Mares, “Traction”). It can be adjusted once you have told of your first customer."}
        {!hasCustomer && target !== TARGET_SHARE && (
          <button type="button" class="link" onClick={() => onTarget(TARGET_SHARE)}>
            Back to half and half
          </button>
        )}
      </p>
    </>
  );
}

function AddHours({ fault, onAdd }: { fault: string; onAdd(hours: OffHours): void }): JSX.Element {
  return (
    <form
      class="hours"
      data-act="add-hours"
      onSubmit={(event) => {
        event.preventDefault();
        const written = new FormData(event.currentTarget);
        onAdd({
          days: written.getAll("day").map(Number),
          from: Number(written.get("from")),
          until: Number(written.get("until")),
        });
      }}
    >
      <fieldset>
        <legend class="unseen">Days</legend>
        {weekdays.map((name, i) => (
          <label key={name}>
            <input type="checkbox" name="day" value={i + 1} defaultChecked={i < 5} /> {name}
          </label>
        ))}
      </fieldset>
      <span>
        <HourSelect name="from" label="From" hour={9} /> to <HourSelect name="until" label="Until" hour={17} />
      </span>
      <button type="submit">Add hours</button>
      <p class="fault" role="status">
        {fault}
      </p>
    </form>
  );
}

function nameOf(target: number): string {
  return target === TARGET_SHARE ? "Half and half" : formatShare(target);
}

function otherAppsSentence(otherApps: Preferences["otherApps"]): string {
  if (otherApps === "build") return "Time in other apps is building; it is always shown as a part of its own.";
  if (otherApps === "apart") return "Time in other apps is shown, and left out of the ratio.";
  return "Not answered: there is no verdict while other apps take more time than everything here.";
}

/** `Mon–Fri, 9:00 to 17:00`. */
function describe({ days, from, until }: OffHours): string {
  const night = until > from ? "" : " of the next day";
  return `${describeDays(days)}, ${formatHour(from)} to ${formatHour(until)}${night}`;
}

function describeDays(days: readonly number[]): string {
  const [first = 1] = days;
  const isRun = days.length > 2 && days.every((day, i) => day === first + i);
  const names = days.map((day) => weekdays[day - 1]);
  return isRun ? `${names[0]}–${names.at(-1)}` : names.join(", ");
}
