import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { today } from "../../browser/today";
import { datesText } from "../../exports/card";
import { readWeek } from "../../store/week";
import { say } from "../../texts/say";
import type { WeekDays } from "../../trap/week";
import { weekAfter, weekBefore, weekOf } from "../../trap/weekdays";
import { weekId, weekOfId } from "../../trap/weekid";
import { Notice } from "../../ui/Notice";
import type { Desk, ViewProps } from "../desk";
import { useLive } from "../live";
import { hashOf } from "../route";
import { saveSetting } from "../settings/setting";
import { WeekExports } from "./WeekExports";
import { WeekSummary } from "./WeekSummary";
import { WeekVerdict } from "./WeekVerdict";
import "./week.css";

/** Any week, as it will be exported; `detail` is `2026-W12`, or null: the week that is now. */
export function WeekView({ desk, detail: id }: ViewProps): JSX.Element {
  const { weekStartsOn } = desk.settings;
  const days = id === null ? weekOf(today(), weekStartsOn) : weekOfId(id, weekStartsOn);
  if (days === null || days.start > today()) {
    return (
      <Notice kind="question" title={say("week_unknown", { id: id ?? "" })}>
        <p>{say("week_unknownTodo")}</p>
        <p>
          <a href={hashOf("week")}>{say("week_thisWeek")}</a>
        </p>
      </Notice>
    );
  }
  return <OneWeek desk={desk} days={days} />;
}

function OneWeek({ desk, days }: { desk: Desk; days: WeekDays }): JSX.Element {
  const { db, settings, catalog } = desk;
  const [leavesSitesOut, setLeavesSitesOut] = useState(false);
  const week = useLive(desk, () => readWeek(db, async () => catalog, days, Date.now(), today()), [
    days,
    settings.rulesChanged,
    settings.ownDomains,
  ]);
  useEffect(() => {
    const isFinished = days.end < today();
    if (isFinished && (settings.seenWeek ?? "") < days.start) desk.store(() => saveSetting(db, "seenWeek", days.start));
  }, [days.start]);
  return (
    <>
      <WeekBar days={days} startsOn={settings.weekStartsOn} />
      {week && (
        <>
          <div class="beside even">
            <WeekVerdict week={week} />
            <WeekExports week={week} leavesSitesOut={leavesSitesOut} onLeaveSitesOut={setLeavesSitesOut} desk={desk} />
          </div>
          <WeekSummary week={week} leavesSitesOut={leavesSitesOut} />
        </>
      )}
    </>
  );
}

/** Which week it is, and the way to those around it. */
function WeekBar({ days, startsOn }: { days: WeekDays; startsOn: number }): JSX.Element {
  const before = weekId(weekBefore(days));
  const after = weekAfter(days);
  const isNow = days.end >= today();
  return (
    <nav class="weekbar" aria-label={say("week_weeks")}>
      <a class="button" href={hashOf("week", before)} data-act="week-before">
        {say("week_before")}
      </a>
      <h2 aria-live="polite">
        <span>{datesText(days)}</span> <small dir="ltr">{weekId(days)}</small>
      </h2>
      {isNow ? (
        <span />
      ) : (
        <a
          class="button"
          href={after.start > weekOf(today(), startsOn).start ? hashOf("week") : hashOf("week", weekId(after))}
          data-act="week-after"
        >
          {say("week_after")}
        </a>
      )}
    </nav>
  );
}
