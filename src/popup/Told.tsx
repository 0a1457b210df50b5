import type { JSX } from "preact";
import type { Scope } from "../catalog/scope";
import { say } from "../texts/say";
import type { FactKind, Shown } from "../trap/facts";
import type { FinishedWeek } from "../trap/finished";
import type { Zone } from "../trap/meter";
import type { Outlook, ShownSign } from "../trap/outlook";
import type { SiteTime } from "../trap/totals";
import { NextMove, type NextMoveProps } from "../ui/NextMove";
import { Question } from "../ui/Question";
import { Signs } from "../ui/Signs";
import { Sites } from "../ui/Sites";
import { Foot, type FootProps } from "./Foot";
import { ThisSite } from "./ThisSite";
import type { ThisPage } from "./thispage";
import { WeekReady } from "./WeekReady";

export interface ToldProps {
  outlook: Outlook;
  /** The verdict's zone. */
  zone: Zone;
  /** The sites of the window that is looked at. */
  sites: readonly SiteTime[];
  onFact(kind: FactKind, value: number | Shown, project: string | null): void;
  onPassOver(kind: FactKind): void;
  onDismiss(sign: ShownSign): void;
  /** The sign that was last called untrue here; null: none was. */
  hiddenSign: ShownSign | null;
  onUndoDismiss(): void;
  move: NextMoveProps;
  /** The finished week that waits to be looked at; null: none does. */
  week: FinishedWeek | null;
  onOpenWeek(week: FinishedWeek): void;
  onDismissWeek(week: FinishedWeek): void;
  /** The site that the popup was opened over; null: a page on no site. */
  site: string | null;
  /** What is known about the page on it; null: nothing. */
  page: ThisPage | null;
  /** What became of the last change of a rule; empty before the first. */
  told: string;
  onChoose(page: ThisPage, scope: Scope, channel: string): void;
  onRemoveRule(text: string): void;
  onRecorded(site: string, isRecorded: boolean): void;
  foot: FootProps;
}

/** All that is told behind the first picture. */
export function Told(props: ToldProps): JSX.Element {
  const { outlook, zone } = props;
  const { running, due, ended } = outlook.now;
  const isUnderWay = running !== null || due !== null || ended !== null;
  return (
    <>
      {isUnderWay && <NextMove {...props.move} />}
      {props.week && <WeekReady week={props.week} onOpen={props.onOpenWeek} onDismiss={props.onDismissWeek} />}
      <Signs
        signs={outlook.signs}
        empty={say(zone === "not-enough-data" ? "popup_signsWait" : "popup_signsNone")}
        onFact={props.onFact}
        onDismiss={props.onDismiss}
        hidden={props.hiddenSign}
        onUndo={props.onUndoDismiss}
      />
      {!isUnderWay && <NextMove {...props.move} />}
      {outlook.question && (
        <section class="checkin" aria-label={say("popup_checkin")}>
          <Question
            asker="checkin"
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
      <Foot {...props.foot} />
    </>
  );
}
