import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { say } from "../../texts/say";
import type { Desk } from "../desk";
import { HourSpan } from "./HourSpan";
import { describeHours, weekdayName, weekdaysFrom } from "./hours";
import { addOffHours, removeOffHours } from "./work";

/** Hours of the week that do not count: those there are, and a form for more. */
export function OffHours({ desk }: { desk: Desk }): JSX.Element {
  const { db, settings, store } = desk;
  const [fault, setFault] = useState("");
  const { offHours, weekStartsOn } = settings;
  return (
    <>
      <h3>{say("settings_offHours")}</h3>
      <p class="quiet">{say("settings_offHoursHint")}</p>
      {offHours.length > 0 && (
        <ul>
          {offHours.map((hours) => {
            const described = describeHours(hours, weekStartsOn);
            return (
              <li key={described} class="setting" data-hours={described}>
                <span>{described}</span>
                <button
                  type="button"
                  class="link"
                  aria-label={say("settings_removeNamed", { name: described })}
                  onClick={() => store(async () => setFault(await removeOffHours(desk, hours)))}
                >
                  {say("settings_remove")}
                </button>
              </li>
            );
          })}
        </ul>
      )}
      <form
        class="hours"
        data-act="add-hours"
        onSubmit={(event) => {
          event.preventDefault();
          const written = new FormData(event.currentTarget);
          const added = {
            days: written.getAll("day").map(Number),
            from: Number(written.get("from")),
            until: Number(written.get("until")),
          };
          store(async () => setFault(await addOffHours(db, added)));
        }}
      >
        <fieldset>
          <legend class="unseen">{say("settings_days")}</legend>
          {weekdaysFrom(weekStartsOn).map((day) => (
            <label key={day}>
              <input type="checkbox" name="day" value={day} defaultChecked={day <= 5} /> {weekdayName(day, "short")}
            </label>
          ))}
        </fieldset>
        <HourSpan labels={{ from: say("settings_from"), until: say("settings_until") }} from={9} until={17} />
        <button type="submit">{say("settings_addHours")}</button>
        <p class="fault" role="status">
          {fault}
        </p>
      </form>
    </>
  );
}
