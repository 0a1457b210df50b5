import type { JSX } from "preact";
import { announceChange } from "../browser/announce";
import { allowNotifications, forbidNotifications, watchNotifications } from "../browser/permissions";
import type { Catalog } from "../catalog/classify";
import type { Database } from "../store/database";
import { type Settings, writeSetting } from "../store/settings";
import { NudgeSettings } from "./NudgeSettings";
import { ProjectList } from "./ProjectList";
import { WorkSettings } from "./WorkSettings";
import * as work from "./work";

interface Props {
  db: Database;
  settings: Settings;
  catalog: Catalog;
  /** The newest number of customers that was told; null: none was. */
  customers: number | null;
  /** Lets something be stored, after what was before it, and shows everything again when it is. */
  store(doIt: () => Promise<unknown>): void;
  /** The same at once: what asks the browser for a permission must not wait. */
  act(doIt: () => Promise<unknown>): void;
}

let hoursFault = "";
let projectFault: work.ProjectFault | null = null;
let quietFault = "";
let mayNotify = false;
let wasRefused = false;

/** What the user says of their work, wired to the store. */
export function WorkCards({ db, settings, catalog, customers, store, act }: Props): JSX.Element {
  return (
    <>
      <WorkSettings
        preferences={settings}
        customers={customers}
        fault={hoursFault}
        onSetting={(name, value) => store(() => writeSetting(db, name, value).then(announceChange))}
        onAddHours={(hours) =>
          store(async () => {
            hoursFault = await work.addOffHours(db, hours);
          })
        }
        onRemoveHours={(hours) =>
          store(async () => {
            hoursFault = await work.removeOffHours(db, hours);
          })
        }
      />
      <ProjectList
        projects={settings.projects}
        fault={projectFault}
        onSave={(id, written) =>
          store(async () => {
            projectFault = await work.saveProject(db, catalog, id, written);
          })
        }
        onRemove={(id) =>
          store(async () => {
            await work.removeProject(db, id);
            projectFault = null;
          })
        }
      />
      <NudgeSettings
        nudge={settings.nudge}
        fault={quietFault}
        mayNotify={mayNotify}
        wasRefused={wasRefused}
        onNudge={(nudge) =>
          store(async () => {
            quietFault = await work.saveNudging(db, nudge);
          })
        }
        onNotify={(wanted) => act(() => (wanted ? askToNotify() : forbidNotifications()))}
      />
    </>
  );
}

/** Asks before anything else: browsers grant it to a click only. */
async function askToNotify(): Promise<void> {
  wasRefused = !(await allowNotifications());
}

/** Watches what the browser allows, wherever that is changed. */
export function watchAllowed(onChange: () => void): void {
  watchNotifications((allowed) => {
    mayNotify = allowed;
    if (allowed) wasRefused = false;
    onChange();
  });
}
