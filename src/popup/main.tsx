import { render } from "preact";
import { announceChange } from "../browser/announce";
import { readGlance } from "../browser/glance";
import { watchFailure } from "../browser/health";
import { openDashboard } from "../browser/pages";
import { describeFailure, failureId } from "../store/failure";
import type { Glance } from "../trap/glance";
import type { Window } from "../trap/window";
import { Popup } from "./Popup";
import { today } from "./today";

/** The store and the rules: most of the code, and not needed for the first picture. */
const live = import("./live");

const root = document.getElementById("popup") as HTMLElement;

let glance: Glance | null = null;
/** Why the store cannot be used: as this page finds it, and as the background says. */
let ownFailure: string | null = null;
let toldFailure: string | null = null;
let outcome = "";

function show(): void {
  const failure = ownFailure ?? toldFailure;
  // The first picture is one with numbers.
  if (glance === null && failure === null) return;
  render(
    <Popup
      glance={glance}
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
void readGlance().then((kept) => {
  if (glance !== null || kept?.today !== today()) return;
  glance = kept;
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
void announceChange();
