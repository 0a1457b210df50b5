import type { ComponentChildren, JSX } from "preact";
import { pausedUntil } from "../attention/period";
import { describeFailure } from "../store/failure";
import type { Settings } from "../store/settings";
import { say, sayCount } from "../texts/say";
import type { Glance } from "../trap/glance";
import { readMeter } from "../trap/meter";
import { VERDICT_DAYS, type Window } from "../trap/window";
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
  /** Now, epoch milliseconds. */
  at: number;
  /** The user's minutes ahead of UTC at an instant. */
  offsetAt(at: number): number;
  onWindow(window: Window): void;
  onSetting<K extends keyof Settings>(name: K, value: Settings[K]): void;
  onReset(name: string): void;
  onResume(): void;
  /** What is told behind the first picture, below it, so that nothing which was seen moves. */
  children: ComponentChildren;
}

const windowOptions = (): { value: Window; text: string }[] => [
  { value: "today", text: say("popup_today") },
  { value: "7", text: sayCount("popup_days", 7) },
  { value: "14", text: sayCount("popup_days", VERDICT_DAYS) },
];

/** One state, one number, one act: read in ten seconds. */
export function Popup(props: PopupProps): JSX.Element {
  const { glance, failure, onSetting, onReset } = props;
  const head = (
    <header class="head">
      <h1>{say("popup_title")}</h1>
      <Choice
        label={say("popup_hoursOf")}
        options={windowOptions()}
        chosen={glance?.window ?? "14"}
        onChoose={props.onWindow}
      />
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
  const { preferences, shown } = glance;
  const verdict = readMeter(glance.verdict, preferences);
  const { missing } = verdict;
  const paused = pausedUntil(glance.pause, props.at);
  return (
    <>
      {head}
      {fault}
      {paused !== null && <Paused until={formatClock(paused, props.offsetAt(paused))} onResume={props.onResume} />}
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
    <Notice kind="question" title={say("popup_paused", { time: until })}>
      <p>{say("popup_pausedMeans")}</p>
      <div class="acts">
        <button type="button" data-act="resume" onClick={onResume}>
          {say("popup_resume")}
        </button>
      </div>
    </Notice>
  );
}

function UnreadableSetting({ name, onReset }: { name: string; onReset: PopupProps["onReset"] }): JSX.Element {
  return (
    <Notice kind="fault" title={say("popup_unreadable")}>
      <p>{say("popup_unreadableMeans", { name })}</p>
      <div class="acts">
        <button type="button" onClick={() => onReset(name)}>
          {say("popup_storeDefault")}
        </button>
      </div>
    </Notice>
  );
}

function WhereYouBuild({ onAnswer }: { onAnswer(answer: "build" | "apart"): void }): JSX.Element {
  return (
    <Notice kind="question" title={say("popup_whereYouBuild")}>
      <p>{say("popup_whereYouBuildWhy")}</p>
      <div class="acts">
        <button type="button" onClick={() => onAnswer("build")}>
          {say("popup_inOtherApps")}
        </button>
        <button type="button" onClick={() => onAnswer("apart")}>
          {say("popup_inBrowser")}
        </button>
      </div>
    </Notice>
  );
}
