import type { JSX } from "preact";
import type { Scope } from "../catalog/scope";
import { type WeekFormat, weekFormats } from "../exports";
import type { Settings } from "../store/settings";
import type { Glance } from "../trap/glance";
import { readMeter } from "../trap/meter";
import type { Window } from "../trap/window";
import { Choice } from "../ui/Choice";
import { FailureNotice } from "../ui/FailureNotice";
import { Gauge } from "../ui/Gauge";
import { Notice } from "../ui/Notice";
import { Progress } from "../ui/Progress";
import { Sites } from "../ui/Sites";
import { TimeUse } from "../ui/TimeUse";
import { ThisSite } from "./ThisSite";
import type { ThisPage } from "./thispage";

export interface PopupProps {
  /** What there is to see; null while nothing can be read. */
  glance: Glance | null;
  /** Whether this is the first picture, which is to be quick. */
  isFirst: boolean;
  /** Id of why the store cannot be used; null: it can. */
  failure: string | null;
  /** The site that the popup was opened over; null: a page on no site. */
  site: string | null;
  /** What is known about the page on it; null until the rules are loaded. */
  page: ThisPage | null;
  /** What became of the last change of a rule; empty before the first. */
  told: string;
  onChoose(page: ThisPage, scope: Scope, channel: string): void;
  onRemoveRule(text: string): void;
  /** What became of the last export; empty before the first. */
  outcome: string;
  onWindow(window: Window): void;
  onSetting<K extends keyof Settings>(name: K, value: Settings[K]): void;
  onReset(name: string): void;
  /** Saves the current week. */
  onExport(format: WeekFormat): void;
  onDashboard(): void;
}

const windowOptions: { value: Window; text: string }[] = [
  { value: "today", text: "Today" },
  { value: "7", text: "7 days" },
  { value: "14", text: "14 days" },
];

/** One state, one number, one act: read in ten seconds. */
export function Popup(props: PopupProps): JSX.Element {
  const { glance, failure, onSetting, onReset } = props;
  const head = (
    <header class="head">
      <h1>Trap Meter</h1>
      <Choice label="Hours of" options={windowOptions} chosen={glance?.window ?? "14"} onChoose={props.onWindow} />
    </header>
  );
  const fault = failure !== null && <FailureNotice id={failure} />;
  if (!glance) {
    return (
      <>
        {head}
        {fault}
      </>
    );
  }
  const { preferences, shown } = glance;
  const verdict = readMeter(glance.verdict, preferences);
  const { missing } = verdict;
  return (
    <>
      {head}
      {fault}
      {glance.unreadable.map((name) => (
        <UnreadableSetting key={name} name={name} onReset={onReset} />
      ))}
      <Gauge verdict={verdict} shown={readMeter(shown, preferences)} window={glance.window} />
      {missing.otherApps ? (
        <WhereYouBuild onAnswer={(answer) => onSetting("otherApps", answer)} />
      ) : (
        (missing.ms > 0 || missing.days > 0) && <Progress missing={missing} />
      )}
      <TimeUse totals={shown} otherAppsAreBuild={preferences.otherApps === "build"} />
      <ThisSite
        site={props.site}
        page={props.page}
        told={props.told}
        onChoose={props.onChoose}
        onRemoveRule={props.onRemoveRule}
      />
      <Sites sites={shown.sites} rowsLater={props.isFirst} />
      <Foot outcome={props.outcome} onExport={props.onExport} onDashboard={props.onDashboard} />
    </>
  );
}

function UnreadableSetting({ name, onReset }: { name: string; onReset: PopupProps["onReset"] }): JSX.Element {
  return (
    <Notice kind="fault" title="A setting could not be read">
      <p>What is stored as “{name}” makes no sense. Its default is used, and what is stored is left as it is.</p>
      <div class="acts">
        <button type="button" onClick={() => onReset(name)}>
          Store the default
        </button>
      </div>
    </Notice>
  );
}

function WhereYouBuild({ onAnswer }: { onAnswer(answer: "build" | "apart"): void }): JSX.Element {
  return (
    <Notice kind="question" title="Where do you build?">
      <p>Other apps took more time than anything here, so no verdict is fair without your answer.</p>
      <div class="acts">
        <button type="button" onClick={() => onAnswer("build")}>
          In other apps
        </button>
        <button type="button" onClick={() => onAnswer("apart")}>
          In the browser
        </button>
      </div>
    </Notice>
  );
}

function Foot({
  outcome,
  onExport,
  onDashboard,
}: Pick<PopupProps, "outcome" | "onExport" | "onDashboard">): JSX.Element {
  return (
    <footer class="foot">
      <h2>This week</h2>
      {Object.entries(weekFormats).map(([format, { label }]) => (
        <button key={format} type="button" data-export={format} onClick={() => onExport(format as WeekFormat)}>
          {label}
        </button>
      ))}
      <button type="button" data-act="dashboard" onClick={onDashboard}>
        Settings
      </button>
      <output>{outcome}</output>
    </footer>
  );
}
