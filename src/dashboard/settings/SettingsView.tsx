import type { JSX } from "preact";
import { say } from "../../texts/say";
import type { Desk } from "../desk";
import { LookSettings } from "./LookSettings";
import { NudgeSettings } from "./NudgeSettings";
import { ProjectList } from "./ProjectList";
import { RecordingSettings } from "./RecordingSettings";
import { SiteList } from "./SiteList";
import { WeekSettings } from "./WeekSettings";
import { WorkSettings } from "./WorkSettings";
import "./work.css";

interface Props {
  desk: Desk;
  /** The newest number of customers that was told; null: none was. */
  customers: number | null;
}

/** What the user decides. Each setting holds at once, everywhere. */
export function SettingsView({ desk, customers }: Props): JSX.Element {
  return (
    <div class="settings">
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
        <WorkSettings desk={desk} customers={customers} />
        <WeekSettings desk={desk} />
        <NudgeSettings desk={desk} />
      </div>
    </div>
  );
}
