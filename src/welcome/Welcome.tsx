import type { ComponentChildren, JSX } from "preact";
import { describeFailure } from "../store/failure";
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
        <p>Factory Trap Meter</p>
        <button type="button" data-act="skip" onClick={onSkip}>
          Skip
        </button>
      </header>
      <section class="hero" aria-labelledby="hero">
        <h1 id="hero">Are you building, or are you being found?</h1>
        <p class="lead">
          The icon in your toolbar answers. It measures how much of your time goes into making the thing, and how much
          into anybody hearing of it.
        </p>
        <Picture />
      </section>
      <figure class="source">
        <blockquote cite="https://x.com/levelsio/status/2064090312885273022">
          <p>“… almost none of them have money or traffic. And nobody knows where to get either one.”</p>
        </blockquote>
        <figcaption>
          On builders at an indie hacker meetup, attributed to Pieter Levels,{" "}
          <a href="https://x.com/levelsio/status/2064090312885273022" target="_blank" rel="noreferrer">
            X, 9 June 2026
          </a>
          . He has no part in this extension.
        </figcaption>
      </figure>
      <Part id="stored" title="What is stored, and what never is">
        <Stored />
      </Part>
      <Part id="questions" title="Three questions, if you like">
        <p class="quiet">
          They make the verdict fair. Each answer is stored at once, on this machine, and can be changed later.
        </p>
        {failure !== null && <FailureNotice {...describeFailure(failure)} />}
        <Questions {...questions} />
      </Part>
      <Part id="done" title="Done: your meter is in the toolbar">
        <WhereItIs />
        <p class="quiet">
          Browse as usual. The first verdict needs {formatHours(ENOUGH_MS)} of building and being found, on{" "}
          {ENOUGH_DAYS} days; until then the icon is grey, and its popup shows the hours.
        </p>
        <div class="acts">
          <button type="button" class="main" data-act="done" onClick={onDone}>
            Done
          </button>
          <button type="button" data-act="settings" onClick={onSettings}>
            All settings
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

/** How the browser words the permission to see which tab is in front. */
const announced = __FIREFOX__ ? "Access browser tabs" : "Read your browsing history";

/** The promises of PRIVACY.md, as short as they stay true. */
function Stored(): JSX.Element {
  return (
    <>
      <div class="stored">
        <div>
          <h3>Stored, in this browser only</h3>
          <ul>
            <li>
              the site you look at, and of its path the parts that tell its kind of work: a repository, a subreddit
            </li>
            <li>when you began to look and when you stopped, and the hours of each day</li>
            <li>that you were in other apps, never in which</li>
            <li>your answers and settings, and a trace only while you record one</li>
          </ul>
        </div>
        <div>
          <h3>Never stored</h3>
          <ul>
            <li>titles, contents, forms and pictures of pages</li>
            <li>what follows ? or # in an address, user names and passwords in it</li>
            <li>anything from private windows</li>
            <li>keys and mouse</li>
          </ul>
        </div>
      </div>
      <p class="quiet">
        Nothing leaves this machine by itself: there is no account, no server and no telemetry. The extension has no
        access to what is on a page, and can connect to nothing. Your browser announced “{announced}”, because the
        address of the tab in front is what is looked at.
      </p>
    </>
  );
}

/** Where the icon is, or how it gets there. */
function WhereItIs(): JSX.Element {
  if (__FIREFOX__) return <p>It is there already, to the right of the address bar. Click it for the popup.</p>;
  return (
    <>
      <p>Pin it, so that you see it without looking for it:</p>
      <ol class="steps">
        <li>
          <Glyph d={puzzle} /> Click the puzzle piece, to the right of the address bar.
        </li>
        <li>
          <Glyph d={pin} /> Click the pin beside Factory Trap Meter.
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
