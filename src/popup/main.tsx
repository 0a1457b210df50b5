import { render } from "preact";
import { announceChange } from "../browser/announce";
import { readGlance } from "../browser/glance";
import { watchFailure } from "../browser/health";
import { openDashboard } from "../browser/pages";
import { readTabUrl } from "../browser/tab";
import { today } from "../browser/today";
import { failureId } from "../store/failure";
import type { Glance } from "../trap/glance";
import type { Window } from "../trap/window";
import { Popup } from "./Popup";
import { changeSentence, siteOfUrl, type ThisPage } from "./thispage";

const root = document.getElementById("popup") as HTMLElement;

let glance: Glance | null = null;
/** Why the store cannot be used: as this page finds it, and as the background says. */
let ownFailure: string | null = null;
let toldFailure: string | null = null;
let outcome = "";
let tabUrl: string | null = null;
let page: ThisPage | null = null;
let told = "";
let isFirst = true;

/** The store and the rules: most of the code, loaded behind the first picture. */
const live = showKept().then(() => {
  void announceChange();
  return import("./live");
});

/** Shows what the toolbar was painted from, and resolves when that is on the screen; at once when nothing of today is kept. */
async function showKept(): Promise<void> {
  const [kept, url] = await Promise.all([readGlance(), readTabUrl()]);
  tabUrl = url;
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
      failure={failure}
      site={siteOfUrl(tabUrl)}
      page={page}
      told={told}
      onChoose={(before, scope, channel) => {
        void change(({ makeRule }) => makeRule(scope, channel), changeSentence(before, scope, channel));
      }}
      onRemoveRule={(text) => {
        void change(({ db, removeRule }) => removeRule(db, text), "Your rule is removed.");
      }}
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
  const read = await live;
  isFirst = false;
  glance = read.glance(window);
  page = tabUrl === null ? null : await read.pageAt(tabUrl);
  show();
}

/** Lets something be written, and tells of it when it is. */
async function change(write: (live: typeof import("./live")) => Promise<void>, done = ""): Promise<void> {
  try {
    await write(await live);
    told = done;
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
void live.then(({ watchStore }) => {
  watchStore(
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
