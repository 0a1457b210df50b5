import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { forbid } from "../../browser/permissions";
import { say } from "../../texts/say";
import type { Nudging } from "../../trap/nudge";
import { Choice } from "../../ui/Choice";
import type { Desk } from "../desk";
import { HourSpan } from "./HourSpan";
import { type Permitted, usePermission } from "./permission";
import { saveNudging } from "./work";

/** A notice for those who ask for one. */
export function NudgeSettings({ desk: { db, settings, store, act } }: { desk: Desk }): JSX.Element {
  const [fault, setFault] = useState("");
  const permitted = usePermission("notifications");
  const { nudge } = settings;
  const save = (nudging: Nudging) => store(async () => setFault(await saveNudging(db, nudging)));
  return (
    <section class="card" id="nudge">
      <h2>{say("settings_nudge")}</h2>
      <div class="setting">
        <span>{say("settings_nudgeWhen")}</span>
        <Choice
          label={say("settings_nudgeWhen")}
          options={[
            { value: "off", text: say("settings_nudgeOff") },
            { value: "on", text: say("settings_nudgeOn") },
          ]}
          chosen={nudge.isOn ? "on" : "off"}
          onChoose={(chosen) => save({ ...nudge, isOn: chosen === "on" })}
        />
      </div>
      <p class="quiet">{say("settings_nudgeHint")}</p>
      {nudge.isOn && (
        <>
          <form
            class="setting"
            data-act="quiet-hours"
            onSubmit={(event) => event.preventDefault()}
            onChange={({ currentTarget }) => {
              const written = new FormData(currentTarget);
              save({ ...nudge, quietFrom: Number(written.get("from")), quietUntil: Number(written.get("until")) });
            }}
          >
            <span>{say("settings_quiet")}</span>
            <HourSpan
              labels={{ from: say("settings_quietFrom"), until: say("settings_quietUntil") }}
              from={nudge.quietFrom}
              until={nudge.quietUntil}
            />
          </form>
          <p class="fault" role="status">
            {fault}
          </p>
          <label>
            <input
              type="checkbox"
              data-act="notify"
              aria-describedby="told-notify"
              checked={permitted.isAllowed === true}
              onChange={({ currentTarget }) =>
                act(() => (currentTarget.checked ? permitted.ask() : forbid("notifications")))
              }
            />{" "}
            {say("settings_notify")}
          </label>
          <p class="quiet" role="status" id="told-notify">
            {notifySentence(permitted)}
          </p>
        </>
      )}
    </section>
  );
}

function notifySentence({ isAllowed, wasRefused }: Permitted): string {
  if (isAllowed) return say("settings_notifyOn");
  return wasRefused ? say("settings_notifyRefused") : say("settings_notifyHint");
}
