import type { JSX } from "preact";
import type { Nudging } from "../trap/nudge";
import { Choice } from "../ui/Choice";
import { HourSelect } from "./HourSelect";
import "./work.css";

export interface NudgeSettingsProps {
  nudge: Nudging;
  /** What is wrong with the quiet hours as they were last chosen; empty when nothing is. */
  fault: string;
  /** Whether the browser lets us show notifications. */
  mayNotify: boolean;
  /** Whether the user, or the browser, said no when asked for that. */
  wasRefused: boolean;
  onNudge(nudge: Nudging): void;
  /** To be answered within the click: browsers grant nothing later. */
  onNotify(wanted: boolean): void;
}

const switches: { value: "off" | "on"; text: string }[] = [
  { value: "off", text: "Off" },
  { value: "on", text: "Once a day" },
];

/** A notice for those who ask for one. */
export function NudgeSettings({
  nudge,
  fault,
  mayNotify,
  wasRefused,
  onNudge,
  onNotify,
}: NudgeSettingsProps): JSX.Element {
  return (
    <section class="card" id="nudge">
      <h2>A nudge</h2>
      <div class="setting">
        <span>When building dominates, remind me of a move</span>
        <Choice
          label="When building dominates, remind me of a move"
          options={switches}
          chosen={nudge.isOn ? "on" : "off"}
          onChoose={(chosen) => onNudge({ ...nudge, isOn: chosen === "on" })}
        />
      </div>
      <p class="quiet">
        On the toolbar icon, at most once a day, at a natural break: when you come back, or when you leave a page of
        building.
      </p>
      {nudge.isOn && (
        <>
          <form
            class="setting"
            data-act="quiet-hours"
            onSubmit={(event) => event.preventDefault()}
            onChange={({ currentTarget }) => {
              const written = new FormData(currentTarget);
              onNudge({
                ...nudge,
                quietFrom: Number(written.get("from")),
                quietUntil: Number(written.get("until")),
              });
            }}
          >
            <span>Quiet hours</span>
            <span>
              <HourSelect name="from" label="Quiet from" hour={nudge.quietFrom} /> to{" "}
              <HourSelect name="until" label="Quiet until" hour={nudge.quietUntil} />
            </span>
          </form>
          <p class="fault" role="status">
            {fault}
          </p>
          <label>
            <input
              type="checkbox"
              data-act="notify"
              aria-describedby="told-notify"
              checked={mayNotify}
              onChange={({ currentTarget }) => onNotify(currentTarget.checked)}
            />{" "}
            Also as a notification
          </label>
          <p class="quiet" role="status" id="told-notify">
            {notifySentence(mayNotify, wasRefused)}
          </p>
        </>
      )}
    </section>
  );
}

function notifySentence(mayNotify: boolean, wasRefused: boolean): string {
  if (mayNotify) return "The nudge is shown as a notification, too. Turned off, the permission is given back.";
  if (wasRefused) return "Your browser did not allow it. The nudge stays on the toolbar icon; nothing else changes.";
  return "Your browser is asked for the permission to show notifications, and for nothing else.";
}
