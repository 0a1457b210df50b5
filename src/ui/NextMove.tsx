import type { JSX } from "preact";
import { say } from "../texts/say";
import type { Block, Current, Outcome } from "../trap/block";
import type { Offer } from "../trap/outlook";
import { formatClock } from "../trap/words";
import { PlanForm, type Planned } from "./PlanForm";
import "./nextmove.css";

export interface NextMoveProps {
  /** The move on offer; null while none is known. */
  offer: Offer | null;
  now: Current;
  /** Now, epoch milliseconds. */
  at: number;
  /** The user's minutes ahead of UTC at an instant. */
  offsetAt(at: number): number;
  /** Local days that a plan can be for, today first. */
  days: readonly string[];
  /** What is planned: the offer, a block that is put off, or nothing. */
  planning: "offer" | number | null;
  onStart(offer: Offer): void;
  onAnother(): void;
  onPlanning(what: "offer" | number | null): void;
  onPlan(offer: Offer, plan: Planned): void;
  onStartPlanned(block: Block): void;
  onMove(block: Block, plan: Planned): void;
  onDrop(block: Block): void;
  onFinish(block: Block, outcome: Outcome): void;
}

const MINUTE_MS = 60_000;

/** One card: what runs, what is due, how it went, or what to do next. */
export function NextMove(props: NextMoveProps): JSX.Element | null {
  const { now, offer } = props;
  if (now.running) return <Running {...props} block={now.running} />;
  if (now.due) return <Due {...props} block={now.due} />;
  if (now.ended) return <Ended {...props} block={now.ended} />;
  return offer && <Next {...props} offer={offer} />;
}

function Card({ title, state, children }: { title: string; state: string; children: JSX.Element[] }): JSX.Element {
  return (
    <section class="nextmove" data-block={state} aria-labelledby="nextmove">
      <h2 id="nextmove" tabIndex={-1}>
        {title}
      </h2>
      {children}
    </section>
  );
}

function Next(props: NextMoveProps & { offer: Offer }): JSX.Element {
  const { offer, now, offsetAt, planning } = props;
  const { title, why, how, minutes, source } = offer;
  return (
    <Card title={say("ui_moveNext")} state="offer">
      <p class="title">
        {title} <span class="quiet">{say("ui_moveMinutes", { minutes })}</span>
      </p>
      {planning === "offer" ? (
        <PlanForm
          act={title}
          days={props.days}
          onPlan={(plan) => props.onPlan(offer, plan)}
          onCancel={() => props.onPlanning(null)}
        />
      ) : (
        <div class="acts">
          <button type="button" class="primary" data-act="start" onClick={() => props.onStart(offer)}>
            {say("ui_moveStart")}
          </button>
          <button type="button" data-act="another" onClick={props.onAnother}>
            {say("ui_moveAnother")}
          </button>
          <button type="button" data-act="plan" onClick={() => props.onPlanning("offer")}>
            {say("ui_movePlan")}
          </button>
        </div>
      )}
      <details>
        <summary>{say("ui_moveWhy")}</summary>
        <p>
          {why} {how}
        </p>
        <p class="quiet">
          {say("ui_moveReason", { reason: offer.reason })}{" "}
          <a href={source.url} target="_blank" rel="noreferrer">
            {say("ui_moveSource", { source: source.name })}
          </a>
        </p>
      </details>
      <p class="quiet planned">{now.planned ? planSentence(now.planned, offsetAt) : ""}</p>
    </Card>
  );
}

function Running({ block, at, onFinish }: NextMoveProps & { block: Block }): JSX.Element {
  const left = Math.max(1, Math.ceil(((block.until ?? at) - at) / MINUTE_MS));
  return (
    <Card title={say("ui_moveRunning")} state="running">
      <p class="title">
        {block.title} <b class="left">{say("ui_moveLeft", { minutes: left })}</b>
      </p>
      <p class="quiet">{say("ui_moveCounts")}</p>
      <Outcomes block={block} onFinish={onFinish} />
    </Card>
  );
}

function Ended({ block, onFinish }: NextMoveProps & { block: Block }): JSX.Element {
  return (
    <Card title={say("ui_moveEnded")} state="ended">
      <p class="title">{block.title}</p>
      <Outcomes block={block} onFinish={onFinish} />
    </Card>
  );
}

function Outcomes({ block, onFinish }: Pick<NextMoveProps, "onFinish"> & { block: Block }): JSX.Element {
  return (
    <div class="acts">
      <button type="button" class="primary" data-act="posted" onClick={() => onFinish(block, "posted")}>
        {say("ui_movePosted")}
      </button>
      <button type="button" data-act="done" onClick={() => onFinish(block, "done")}>
        {say("ui_moveDone")}
      </button>
      <button type="button" data-act="away" onClick={() => onFinish(block, "away")}>
        {say("ui_moveAway")}
      </button>
    </div>
  );
}

function Due(props: NextMoveProps & { block: Block }): JSX.Element {
  const { block, planning } = props;
  return (
    <Card title={say("ui_moveDue")} state="due">
      <p class="title">
        {block.title} <span class="quiet">{say("ui_moveMinutes", { minutes: block.minutes })}</span>
      </p>
      <p class="why">{block.plan ? say("ui_moveWhen", { when: block.plan.when }) : ""}</p>
      {planning === block.id ? (
        <PlanForm
          act={block.title}
          days={props.days}
          onPlan={(plan) => props.onMove(block, plan)}
          onCancel={() => props.onPlanning(null)}
        />
      ) : (
        <div class="acts">
          <button type="button" class="primary" data-act="start" onClick={() => props.onStartPlanned(block)}>
            {say("ui_moveStart")}
          </button>
          <button type="button" data-act="move" onClick={() => props.onPlanning(block.id)}>
            {say("ui_moveLater")}
          </button>
          <button type="button" data-act="away" onClick={() => props.onFinish(block, "away")}>
            {say("ui_moveAway")}
          </button>
          <button type="button" class="link" data-act="drop" onClick={() => props.onDrop(block)}>
            {say("ui_moveDrop")}
          </button>
        </div>
      )}
    </Card>
  );
}

function planSentence({ title, plan }: Block, offsetAt: NextMoveProps["offsetAt"]): string {
  if (!plan) return "";
  return say("ui_movePlanned", { day: plan.day, time: formatClock(plan.at, offsetAt(plan.at)), move: title });
}
