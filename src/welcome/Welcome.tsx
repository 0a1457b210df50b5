import type { ComponentChildren, JSX } from "preact";
import { describeFailure } from "../store/failure";
import { say, sayCount, type TextName } from "../texts/say";
import { ENOUGH_DAYS, ENOUGH_MS } from "../trap/meter";
import { formatHours } from "../trap/words";
import { FailureNotice } from "../ui/FailureNotice";
import { Picture } from "./Picture";
import { Questions, type QuestionsProps } from "./Questions";

export interface WelcomeProps extends QuestionsProps {
  /** Id of why the store cannot be used; null: it can. */
  failure: string | null;
  onSettings(): void;
  /** Leaves without a question. */
  onSkip(): void;
  onDone(): void;
}

/** What it does, what it keeps, three questions: read once, in a minute, or not at all. */
export function Welcome({ failure, onSettings, onSkip, onDone, ...questions }: WelcomeProps): JSX.Element {
  return (
    <>
      <header>
        <p>{say("name")}</p>
        <button type="button" data-act="skip" onClick={onSkip}>
          {say("welcome_skip")}
        </button>
      </header>
      <section class="hero" aria-labelledby="hero">
        <h1 id="hero">{say("welcome_title")}</h1>
        <p class="lead">{say("welcome_lead")}</p>
        <Picture />
      </section>
      <figure class="source">
        <blockquote cite="https://x.com/levelsio/status/2064090312885273022">
          <p>{say("welcome_quote")}</p>
        </blockquote>
        <figcaption>
          <a href="https://x.com/levelsio/status/2064090312885273022" target="_blank" rel="noreferrer">
            {say("welcome_quoteSource")}
          </a>{" "}
          {say("welcome_quoteApart")}
        </figcaption>
      </figure>
      <Part id="stored" title={say("welcome_stored")}>
        <Stored />
      </Part>
      <Part id="questions" title={say("welcome_questions")}>
        <p class="quiet">{say("welcome_questionsWhy")}</p>
        {failure !== null && <FailureNotice {...describeFailure(failure)} />}
        <Questions {...questions} />
      </Part>
      <Part id="done" title={say("welcome_done")}>
        <WhereItIs />
        <p class="quiet">{sayCount("welcome_first", ENOUGH_DAYS, { hours: formatHours(ENOUGH_MS) })}</p>
        <div class="acts">
          <button type="button" class="main" data-act="done" onClick={onDone}>
            {say("welcome_leave")}
          </button>
          <button type="button" data-act="settings" onClick={onSettings}>
            {say("welcome_settings")}
          </button>
        </div>
      </Part>
    </>
  );
}

/** A part of the page, under its heading. */
function Part({ id, title, children }: { id: string; title: string; children: ComponentChildren }): JSX.Element {
  return (
    <section class="part" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

/** With how the browser words the permission to see which tab is in front. */
const announced: TextName = __FIREFOX__ ? "welcome_announcedTabs" : "welcome_announcedHistory";

/** The promises of PRIVACY.md, as short as they stay true. */
function Stored(): JSX.Element {
  return (
    <>
      <div class="stored">
        <div>
          <h3>{say("welcome_storedHere")}</h3>
          <ul>
            <li>{say("welcome_storedSite")}</li>
            <li>{say("welcome_storedWhen")}</li>
            <li>{say("welcome_storedApps")}</li>
            <li>{say("welcome_storedAnswers")}</li>
          </ul>
        </div>
        <div>
          <h3>{say("welcome_never")}</h3>
          <ul>
            <li>{say("welcome_neverContents")}</li>
            <li>{say("welcome_neverAddress")}</li>
            <li>{say("welcome_neverPrivate")}</li>
            <li>{say("welcome_neverKeys")}</li>
          </ul>
        </div>
      </div>
      <p class="quiet">
        {say("welcome_nothingLeaves")} {say(announced)}
      </p>
    </>
  );
}

/** Where the icon is, or how it gets there. */
function WhereItIs(): JSX.Element {
  if (__FIREFOX__) return <p>{say("welcome_thereAlready")}</p>;
  return (
    <>
      <p>{say("welcome_pinIt")}</p>
      <ol class="steps">
        <li>
          <Glyph d={puzzle} /> {say("welcome_pinFirst")}
        </li>
        <li>
          <Glyph d={pin} /> {say("welcome_pinThen")}
        </li>
      </ol>
    </>
  );
}

const puzzle =
  "M6.5 3.5a1.5 1.5 0 0 1 3 0v.5h2.5a.5.5 0 0 1 .5.5V7h.5a1.5 1.5 0 0 1 0 3h-.5v2.5a.5.5 0 0 1-.5.5H9.5v-.5a1.5 1.5 0 0 0-3 0v.5H4a.5.5 0 0 1-.5-.5V10H4a1.5 1.5 0 0 0 0-3h-.5V4.5A.5.5 0 0 1 4 4h2.5z";
const pin = "M5.5 2.5h5M6.5 2.5v4L4.5 9v1h7V9l-2-2.5v-4M8 10v4";

/** A sign of the browser's own, 16 × 16. */
function Glyph({ d }: { d: string }): JSX.Element {
  return (
    <svg class="glyph" viewBox="0 0 16 16" aria-hidden="true">
      <path d={d} />
    </svg>
  );
}
