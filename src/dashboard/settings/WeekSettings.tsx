import type { JSX } from "preact";
import { forbid } from "../../browser/permissions";
import { say } from "../../texts/say";
import type { Desk } from "../desk";
import { weekdayName, weekdaysFrom } from "./hours";
import { type Permitted, usePermission } from "./permission";
import { saveSetting } from "./setting";

/** When a week begins, and what happens when it is over. */
export function WeekSettings({ desk: { db, settings, store, act } }: { desk: Desk }): JSX.Element {
  const permitted = usePermission("downloads");
  const { weekStartsOn, tellsWeek, savesWeeks } = settings;
  const askToSave = async () => {
    if (await permitted.ask()) await saveSetting(db, "savesWeeks", true);
  };
  const stopSaving = async () => {
    await saveSetting(db, "savesWeeks", false);
    await forbid("downloads");
  };
  return (
    <section class="card" id="weeks">
      <h2>{say("settings_weeks")}</h2>
      <label class="setting">
        <span>{say("settings_weekStart")}</span>
        <select
          data-setting="weekStartsOn"
          onChange={({ currentTarget: { value } }) => store(() => saveSetting(db, "weekStartsOn", Number(value)))}
        >
          {weekdaysFrom(1).map((day) => (
            <option key={day} value={day} selected={day === weekStartsOn}>
              {weekdayName(day, "long")}
            </option>
          ))}
        </select>
      </label>
      <label>
        <input
          type="checkbox"
          data-setting="tellsWeek"
          aria-describedby="told-week"
          checked={tellsWeek}
          onChange={({ currentTarget: { checked } }) => store(() => saveSetting(db, "tellsWeek", checked))}
        />{" "}
        {say("settings_tellsWeek")}
      </label>
      <p class="quiet" id="told-week">
        {say("settings_tellsWeekHint")}
      </p>
      <label>
        <input
          type="checkbox"
          data-setting="savesWeeks"
          aria-describedby="told-saving"
          checked={savesWeeks && permitted.isAllowed !== false}
          onChange={({ currentTarget: { checked } }) => act(checked ? askToSave : stopSaving)}
        />{" "}
        {say("settings_savesWeeks")}
      </label>
      <p class="quiet" role="status" id="told-saving">
        {savingSentence(savesWeeks, permitted)}
      </p>
    </section>
  );
}

function savingSentence(savesWeeks: boolean, { isAllowed, wasRefused }: Permitted): string {
  if (wasRefused) return say("settings_savesWeeksRefused");
  if (!savesWeeks) return say("settings_savesWeeksHint");
  return isAllowed === false ? say("settings_savesWeeksForbidden") : say("settings_savesWeeksOn");
}
