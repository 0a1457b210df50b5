import type { JSX } from "preact";
import type { Scope } from "../catalog/scope";
import { describeFailure } from "../store/failure";
import type { Settings } from "../store/settings";
import type { FactKind, Shown } from "../trap/facts";
import type { Glance } from "../trap/glance";
import { readMeter, type Zone } from "../trap/meter";
import type { Outlook } from "../trap/outlook";
import type { SiteTime } from "../trap/totals";
import type { Window } from "../trap/window";
import { formatClock } from "../trap/words";
import { Choice } from "../ui/Choice";
import { FailureNotice } from "../ui/FailureNotice";
import { Gauge } from "../ui/Gauge";
import { NextMove, type NextMoveProps } from "../ui/NextMove";
import { Notice } from "../ui/Notice";
import { Progress } from "../ui/Progress";
import { Question } from "../ui/Question";
import { Signs } from "../ui/Signs";
import { Sites } from "../ui/Sites";
import { TimeUse } from "../ui/TimeUse";
import { Foot, type FootProps } from "./Foot";
import { ThisSite } from "./ThisSite";
import type { ThisPage } from "./thispage";

export interface PopupProps extends FootProps {
  /** What there is to see; null while nothing can be read. */
  glance: Glance | null;
  /** Id of why the store cannot be used; null: it can. */
  failure: string | null;
  /** Signs, moves and the check-in; null until the store is read. */
  outlook: Outlook | null;
  onWindow(window: Window): void;
  onSetting<K extends keyof Settings>(name: K, value: Settings[K]): void;
  onReset(name: string): void;
  onResume(): void;
  onFact(kind: FactKind, value: number | Shown, project: string | null): void;
  onPassOver(kind: FactKind): void;
  onDismiss(sign: string): void;
  move: NextMoveProps;
  /** The site that the popup was opened over; null: a page on no site. */
  site: string | null;
  /** What is known about the page on it; null until the rules are loaded. */
  page: ThisPage | null;
  /** What became of the last change of a rule; empty before the first. */
  told: string;
  onChoose(page: ThisPage, scope: Scope, channel: string): void;
  onRemoveRule(text: string): void;
  onRecorded(site: string, isRecorded: boolean): void;
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
  const fault = failure !== null && <FailureNotice {...describeFailure(failure)} />;
  if (!glance) {
    return (
      <>
        {head}
        {fault}
      </>
    );
  }
  const { preferences, shown, pausedUntil } = glance;
  const verdict = readMeter(glance.verdict, preferences);
  const { missing } = verdict;
  const { at, offset } = props.move;
  return (
    <>
      {head}
      {fault}
      {pausedUntil !== null && pausedUntil > at && (
        <Paused until={formatClock(pausedUntil, offset)} onResume={props.onResume} />
      )}
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
      {props.outlook && <Told {...props} outlook={props.outlook} zone={verdict.zone} sites={shown.sites} />}
    </>
  );
}

/** All that is told behind the first picture, below it, so that nothing which was seen moves. */
function Told(props: PopupProps & { outlook: Outlook; zone: Zone; sites: readonly SiteTime[] }): JSX.Element {
  const { outlook, zone } = props;
  return (
    <>
      <Signs
        signs={outlook.signs}
        empty={zone === "not-enough-data" ? "They need a few days of your time first." : "None shows."}
        onFact={props.onFact}
        onDismiss={props.onDismiss}
      />
      <NextMove {...props.move} />
      {outlook.question && (
        <section class="checkin" aria-label="Check-in">
          <Question
            kind={outlook.question}
            onAnswer={(value) => props.onFact(outlook.question as FactKind, value, null)}
            onPass={() => props.onPassOver(outlook.question as FactKind)}
          />
        </section>
      )}
      <ThisSite
        site={props.site}
        page={props.page}
        told={props.told}
        onChoose={props.onChoose}
        onRemoveRule={props.onRemoveRule}
        onRecorded={props.onRecorded}
      />
      <Sites sites={props.sites} />
      <Foot outcome={props.outcome} onPause={props.onPause} onExport={props.onExport} onDashboard={props.onDashboard} />
    </>
  );
}

function Paused({ until, onResume }: { until: string; onResume(): void }): JSX.Element {
  return (
    <Notice kind="question" title={`Paused until ${until}`}>
      <p>Nothing is recorded: the time looks like absence.</p>
      <div class="acts">
        <button type="button" data-act="resume" onClick={onResume}>
          Record again
        </button>
      </div>
    </Notice>
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
