import type { ComponentChildren, JSX } from "preact";
import { describeFailure } from "../store/failure";
import type { Settings } from "../store/settings";
import type { Glance } from "../trap/glance";
import { readMeter } from "../trap/meter";
import type { Window } from "../trap/window";
import { formatClock } from "../trap/words";
import { Choice } from "../ui/Choice";
import { FailureNotice } from "../ui/FailureNotice";
import { Gauge } from "../ui/Gauge";
import { Notice } from "../ui/Notice";
import { Progress } from "../ui/Progress";
import { TimeUse } from "../ui/TimeUse";

export interface PopupProps {
  /** What there is to see; null while nothing can be read. */
  glance: Glance | null;
  /** Id of why the store cannot be used; null: it can. */
  failure: string | null;
  /** Now, epoch milliseconds, and the user's minutes ahead of UTC. */
  at: number;
  offset: number;
  onWindow(window: Window): void;
  onSetting<K extends keyof Settings>(name: K, value: Settings[K]): void;
  onReset(name: string): void;
  onResume(): void;
  /** What is told behind the first picture, below it, so that nothing which was seen moves. */
  children: ComponentChildren;
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
  const { at, offset } = props;
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
      {props.children}
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
