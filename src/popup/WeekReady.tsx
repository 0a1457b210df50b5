import type { JSX } from "preact";
import { say } from "../texts/say";
import type { FinishedWeek } from "../trap/finished";
import { formatShare } from "../trap/words";
import { Notice } from "../ui/Notice";

export interface WeekReadyProps {
  week: FinishedWeek;
  onOpen(week: FinishedWeek): void;
  onDismiss(week: FinishedWeek): void;
}

/** Last week is over, and waits to be looked at once. */
export function WeekReady({ week, onOpen, onDismiss }: WeekReadyProps): JSX.Element {
  return (
    <Notice kind="question" title={say("popup_weekReady")}>
      <p>{say("popup_weekShare", { share: formatShare(week.share) })}</p>
      <div class="acts">
        <button type="button" data-act="open-week" onClick={() => onOpen(week)}>
          {say("popup_weekOpen")}
        </button>
        <button type="button" data-act="dismiss-week" onClick={() => onDismiss(week)}>
          {say("popup_weekDismiss")}
        </button>
      </div>
    </Notice>
  );
}
