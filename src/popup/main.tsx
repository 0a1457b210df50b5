import { render } from "preact";
import { announceChange, recordNow } from "../browser/announce";
import { readGlance } from "../browser/glance";
import { readFailure, watchFailure } from "../browser/health";
import { endNudge } from "../browser/nudge";
import { readTabUrl } from "../browser/tab";
import { speakBrowsersLanguage } from "../browser/texts";
import { offsetAt, today } from "../browser/today";
import { failureId } from "../store/failure";
import { say } from "../texts/say";
import type { Glance } from "../trap/glance";
import { readMeter } from "../trap/meter";
import type { Window } from "../trap/window";
import { dressPage } from "../ui/dress";
import { Popup } from "./Popup";

speakBrowsersLanguage();

type Live = typeof import("./live") & typeof import("./more") & typeof import("./acts");

const root = document.getElementById("popup") as HTMLElement;

let glance: Glance | null = null;
let tabUrl: string | null = null;
/** Why the store cannot be used: as this page finds it, and as the background says. */
let ownFailure: string | null = null;
let toldFailure: string | null = null;

/** The store, the signs and the moves: most of the code, loaded behind the first picture. */
let loaded: Live | null = null;
const live = showKept().then(async () => {
  // The nudge was seen.
  void endNudge().then(recordNow);
  [loaded, tabUrl] = await Promise.all([import("./behind"), readTabUrl()]);
  return loaded;
});

/** Shows what the toolbar was painted from, if that is of today, and what is wrong; resolves when it is on the screen. */
async function showKept(): Promise<void> {
  const [kept, failure] = await Promise.all([readGlance(), readFailure()]);
  if (kept?.today === today()) glance = kept;
  toldFailure = failure;
  show();
  // A hidden page is never painted.
  if (glance && !document.hidden) await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}

function show(): void {
  const failure = ownFailure ?? toldFailure;
  // The first picture is one with numbers.
  if (glance === null && failure === null) return;
  dressPage({ title: say("name"), theme: glance?.theme ?? "system" });
  render(
    <Popup
      glance={glance}
      failure={failure}
      at={Date.now()}
      offsetAt={offsetAt}
      onWindow={(window) => void look(window)}
      onSetting={(name, value) => change(({ setSetting }) => setSetting(name, value))}
      onReset={(name) => change(({ clearSetting }) => clearSetting(name))}
      onResume={() => change(({ resume }) => resume())}
    >
      {glance &&
        loaded?.more({
          zone: readMeter(glance.verdict, glance.preferences).zone,
          sites: glance.shown.sites,
          days: glance.verdict.days,
          tabUrl,
          show,
          change,
        })}
    </Popup>,
    root,
  );
}

/** Shows what the store holds of a window. */
async function look(window: Window): Promise<void> {
  glance = (await live).glance(window);
  show();
}

/** Lets something be written, shows what became of it, and has the background act on it. */
async function change(write: (live: Live) => Promise<unknown>): Promise<boolean> {
  let isWritten = true;
  try {
    await write(await live);
  } catch (error) {
    isWritten = false;
    ownFailure = failureId(error);
  }
  show();
  await announceChange();
  return isWritten;
}

watchFailure((id) => {
  toldFailure = id;
  show();
});
void live.then(({ watchStore }) => {
  watchStore(
    tabUrl,
    () => {
      ownFailure = null;
      void look(glance?.window ?? "14");
    },
    (id) => {
      ownFailure = id;
      show();
    },
  );
});
