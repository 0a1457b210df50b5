import { render } from "preact";
import { addDays, daysFrom } from "../attention/day";
import { announceChange } from "../browser/announce";
import { openDashboard } from "../browser/dashboard";
import { readGlance } from "../browser/glance";
import { watchFailure } from "../browser/health";
import { endNudge } from "../browser/nudge";
import { openTab, readTabUrl } from "../browser/tab";
import { today } from "../browser/today";
import { failureId } from "../store/failure";
import type { Glance } from "../trap/glance";
import type { Outlook } from "../trap/outlook";
import type { Window } from "../trap/window";
import { Popup } from "./Popup";
import { changeSentence, siteOfUrl, type ThisPage } from "./thispage";

type Live = typeof import("./live");

const root = document.getElementById("popup") as HTMLElement;

let glance: Glance | null = null;
let outlook: Outlook | null = null;
let page: ThisPage | null = null;
let tabUrl: string | null = null;
/** Why the store cannot be used: as this page finds it, and as the background says. */
let ownFailure: string | null = null;
let toldFailure: string | null = null;
/** How many offers were passed over, and what is being planned. */
let passed = 0;
let planning: "offer" | number | null = null;
/** What became of the last change of a rule, and of the last export. */
let told = "";
let outcome = "";

/** The store, the rules, the signs and the moves: most of the code, loaded behind the first picture. */
const live = showKept().then(() => {
  // The nudge was seen.
  void endNudge().then(announceChange);
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
  const offers = outlook?.offers ?? [];
  render(
    <Popup
      glance={glance}
      failure={failure}
      outlook={outlook}
      onWindow={(window) => void live.then(() => look(window))}
      onSetting={(name, value) => change(({ setSetting }) => setSetting(name, value))}
      onReset={(name) => change(({ clearSetting }) => clearSetting(name))}
      onPause={(length) => change(({ pause }) => pause(length))}
      onResume={() => change(({ resume }) => resume())}
      onFact={(kind, value, project) => change(({ tellFact }) => tellFact(kind, value, project))}
      onPassOver={(kind) => change(({ passOver }) => passOver(kind))}
      onDismiss={(sign) => change(({ callUntrue }) => callUntrue(sign))}
      move={{
        offer: offers[passed % Math.max(1, offers.length)] ?? null,
        now: outlook?.now ?? { running: null, due: null, planned: null, ended: null },
        at: Date.now(),
        offset: -new Date().getTimezoneOffset(),
        days: daysFrom(today(), addDays(today(), 6)),
        planning,
        onStart: (offer) => change(({ startMove }) => startMove(offer).then(() => openTab(offer.url))),
        onAnother: () => set(() => (passed += 1)),
        onPlanning: (what) => set(() => (planning = what)),
        onPlan: (offer, plan) => change(({ planMove }) => planMove(offer, plan).then(endPlanning)),
        onStartPlanned: (block) => change(({ startPlanned }) => startPlanned(block)),
        onMove: (block, plan) => change(({ putOff }) => putOff(block, plan).then(endPlanning)),
        onDrop: (block) => change(({ dropPlan }) => dropPlan(block)),
        onFinish: (block, how) => change(({ finish }) => finish(block, how)),
      }}
      site={siteOfUrl(tabUrl)}
      page={page}
      told={told}
      onChoose={(before, scope, channel) =>
        change(({ makeRule }) => makeRule(scope, channel), changeSentence(before, scope, channel))
      }
      onRemoveRule={(text) => change(({ dropRule }) => dropRule(text), "Your rule is removed.")}
      onRecorded={(site, isRecorded) =>
        change(
          ({ setRecorded }) => setRecorded(site, isRecorded),
          isRecorded ? `${site} is recorded again.` : `${site} leaves no trace from now on. What was recorded stays.`,
        )
      }
      outcome={outcome}
      onExport={(format) => void exported(live.then(({ acts }) => acts.exportWeek(format)))}
      onDashboard={() => void openDashboard().then(() => window.close())}
    />,
    root,
  );
}

function set(act: () => void): void {
  act();
  show();
}

function endPlanning(): void {
  planning = null;
  passed = 0;
}

/** Shows what the store holds of a window. */
async function look(window: Window): Promise<void> {
  const read = await live;
  glance = read.glance(window);
  outlook = read.outlook();
  page = read.thisPage();
  show();
}

/** Lets something be written, tells of it when it is, and has the background act on it. */
async function change(write: (acts: Live["acts"]) => Promise<unknown>, done = ""): Promise<void> {
  try {
    await write((await live).acts);
    told = done;
  } catch (error) {
    ownFailure = failureId(error);
  }
  show();
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

watchFailure((id) => set(() => (toldFailure = id)));
void live.then(({ watchStore }) => {
  watchStore(
    tabUrl,
    () => {
      ownFailure = null;
      void look(glance?.window ?? "14");
    },
    (id) => set(() => (ownFailure = id)),
  );
});
