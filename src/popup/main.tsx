import { render } from "preact";
import { announceChange } from "../browser/announce";
import { readGlance } from "../browser/glance";
import { watchFailure } from "../browser/health";
import { openDashboard } from "../browser/pages";
import { today } from "../browser/today";
import { describeFailure, failureId } from "../store/failure";
import type { Glance } from "../trap/glance";
import type { Window } from "../trap/window";
import { Popup } from "./Popup";

const root = document.getElementById("popup") as HTMLElement;

let glance: Glance | null = null;
/** Why the store cannot be used: as this page finds it, and as the background says. */
let ownFailure: string | null = null;
let toldFailure: string | null = null;
let outcome = "";
let isFirst = true;

/** The store and the rules: most of the code, loaded behind the first picture. */
const live = showKept().then(() => {
  void announceChange();
  return import("./live");
});

/** Shows what the toolbar was painted from, and resolves when that is on the screen; at once when nothing of today is kept. */
async function showKept(): Promise<void> {
  const kept = await readGlance();
  if (kept?.today !== today()) return;
  glance = kept;
  show();
  // A hidden page is never painted.
  if (!document.hidden) await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}

function show(): void {
  const failure = ownFailure ?? toldFailure;
  // The first picture is one with numbers.
  if (glance === null && failure === null) return;
  render(
    <Popup
      glance={glance}
      isFirst={isFirst}
      failure={failure === null ? null : describeFailure(failure)}
      outcome={outcome}
      onWindow={(window) => void live.then(() => look(window))}
      onSetting={(name, value) => void change(async ({ db, writeSetting }) => writeSetting(db, name, value))}
      onReset={(name) => void change(async ({ db, resetSetting }) => resetSetting(db, name))}
      onExport={(format) => void exported(live.then(({ exportWeek }) => exportWeek(format)))}
      onDashboard={() => void openDashboard().then(() => window.close())}
    />,
    root,
  );
}

/** Shows what the store holds of a window. */
async function look(window: Window): Promise<void> {
  isFirst = false;
  glance = (await live).glance(window);
  show();
}

async function change(write: (live: typeof import("./live")) => Promise<void>): Promise<void> {
  try {
    await write(await live);
  } catch (error) {
    ownFailure = failureId(error);
    show();
  }
  await announceChange();
}

async function exported(filename: Promise<string>): Promise<void> {
  try {
    outcome = `Saved as ${await filename}`;
  } catch (error) {
    outcome = `The week was not saved: ${(error as Error).message}. Nothing is lost; try again.`;
  }
  show();
}

watchFailure((id) => {
  toldFailure = id;
  show();
});
void live.then(({ follow }) => {
  follow(
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
