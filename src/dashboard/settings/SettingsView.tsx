import type { JSX } from "preact";
import { readTold } from "../../store/facts";
import { say } from "../../texts/say";
import { latestNumber } from "../../trap/facts";
import type { ViewProps } from "../desk";
import { useLive } from "../live";
import { LookSettings } from "./LookSettings";
import { NudgeSettings } from "./NudgeSettings";
import { ProjectList } from "./ProjectList";
import { RecordingSettings } from "./RecordingSettings";
import { SiteList } from "./SiteList";
import { WeekSettings } from "./WeekSettings";
import { WorkSettings } from "./WorkSettings";
import "./work.css";

/** What the user decides. Each setting holds at once, everywhere. */
export function SettingsView({ desk }: ViewProps): JSX.Element {
  const told = useLive(desk, () => readTold(desk.db), []);
  const customers = told && latestNumber(told.facts, "customers");
  return (
    <div class="beside">
      <div>
        <RecordingSettings desk={desk} />
        <section class="card" id="domains">
          <h2>{say("settings_domains")}</h2>
          <SiteList
            desk={desk}
            name="ownDomains"
            label={say("settings_ownDomains")}
            hint={say("settings_ownDomainsHint")}
          />
        </section>
        <ProjectList desk={desk} />
        <LookSettings desk={desk} />
      </div>
      <div>
        <WorkSettings desk={desk} customers={customers?.value ?? null} />
        <WeekSettings desk={desk} />
        <NudgeSettings desk={desk} />
      </div>
    </div>
  );
}
