import type { JSX } from "preact";
import { say, sayCount } from "../../texts/say";
import { Choice } from "../../ui/Choice";
import type { Desk } from "../desk";
import { SiteList } from "./SiteList";
import { saveSetting } from "./setting";

const thresholds = [15, 60, 180, 300, 900];

/** For how many days exact stretches can be kept; null: for ever. */
const retentions = [null, 365, 90, 35];

/** What counts as presence, what is left out, and what is let go. */
export function RecordingSettings({ desk }: { desk: Desk }): JSX.Element {
  const { db, settings, store } = desk;
  return (
    <section class="card" id="recording">
      <h2>{say("settings_recording")}</h2>
      <div class="setting">
        <span>{say("settings_idle")}</span>
        <Choice
          label={say("settings_idle")}
          options={thresholds.map((seconds) => ({ value: String(seconds), text: nameOfThreshold(seconds) }))}
          chosen={String(settings.idleSeconds)}
          onChoose={(value) => store(() => saveSetting(db, "idleSeconds", Number(value)))}
        />
      </div>
      <SiteList
        desk={desk}
        name="neverRecord"
        label={say("settings_neverRecord")}
        hint={say("settings_neverRecordHint")}
      />
      <div class="setting">
        <span>{say("settings_keep")}</span>
        <Choice
          label={say("settings_keep")}
          options={retentions.map((days) => ({ value: String(days), text: nameOfRetention(days) }))}
          chosen={String(settings.keepSpansDays)}
          onChoose={(value) => store(() => saveSetting(db, "keepSpansDays", value === "null" ? null : Number(value)))}
        />
      </div>
      <p class="quiet">{say("settings_keepHint")}</p>
    </section>
  );
}

function nameOfThreshold(seconds: number): string {
  return seconds < 60 ? say("settings_seconds", { n: seconds }) : say("settings_minutes", { n: seconds / 60 });
}

function nameOfRetention(days: number | null): string {
  if (days === null) return say("settings_keepEver");
  return days === 365 ? say("settings_keepYear") : sayCount("settings_keepDays", days);
}
