import type { JSX } from "preact";
import { addDays, daysFrom } from "../attention/day";
import { announceChange } from "../browser/announce";
import { openDashboard } from "../browser/dashboard";
import { openTab } from "../browser/tab";
import { today } from "../browser/today";
import type { WeekFormat } from "../exports";
import type { Block } from "../trap/block";
import type { Zone } from "../trap/meter";
import { moves } from "../trap/moves/catalogue";
import type { SiteTime } from "../trap/totals";
import * as acts from "./acts";
import { outlook, thisPage } from "./live";
import { Told } from "./Told";
import { changeSentence, siteOfUrl } from "./thispage";

/** What of the first picture all that is told behind it goes by. */
export interface Seen {
  zone: Zone;
  sites: readonly SiteTime[];
  tabUrl: string | null;
  /** Shows everything again. */
  show(): void;
  /** Lets something be written, and shows everything again; a failure is told. Resolves with whether it was written. */
  change(write: () => Promise<unknown>): Promise<boolean>;
}

/** How many offers were passed over, and what is being planned. */
let passed = 0;
let planning: "offer" | number | null = null;
/** What became of the last change of a rule, and of the last export. */
let told = "";
let outcome = "";

/** What is told behind the first picture; null before the store was read. */
export function more({ zone, sites, tabUrl, show, change }: Seen): JSX.Element | null {
  const known = outlook();
  if (!known) return null;
  const { offers } = known;
  const set = (act: () => void) => {
    act();
    show();
  };
  const tell = async (write: () => Promise<unknown>, done: string) => {
    if (await change(write)) set(() => (told = done));
  };
  const changeAt = (id: string, write: () => Promise<unknown>) => void change(write).then(() => keepFocus(id));
  const endPlanning = () => {
    planning = null;
    passed = 0;
  };
  return (
    <Told
      outlook={known}
      zone={zone}
      sites={sites}
      onPause={(length) => change(() => acts.pause(length))}
      onFact={(kind, value, project) => change(() => acts.tellFact(kind, value, project))}
      onPassOver={(kind) => change(() => acts.passOver(kind))}
      onDismiss={(sign) => changeAt("signs", () => acts.callUntrue(sign))}
      move={{
        offer: offers[passed % Math.max(1, offers.length)] ?? null,
        now: known.now,
        at: Date.now(),
        offset: -new Date().getTimezoneOffset(),
        days: daysFrom(today(), addDays(today(), 6)),
        planning,
        onStart: (offer) => change(() => acts.startMove(offer).then(() => leaveFor(offer.url))),
        onAnother: () => set(() => (passed += 1)),
        onPlanning: (what) => set(() => (planning = what)),
        onPlan: (offer, plan) => changeAt("nextmove", () => acts.planMove(offer, plan).then(endPlanning)),
        onStartPlanned: (block) => change(() => acts.startPlanned(block).then(() => leaveFor(urlOf(block)))),
        onMove: (block, plan) => changeAt("nextmove", () => acts.putOff(block, plan).then(endPlanning)),
        onDrop: (block) => changeAt("nextmove", () => acts.dropPlan(block)),
        onFinish: (block, how) => changeAt("nextmove", () => acts.finish(block, how)),
      }}
      site={siteOfUrl(tabUrl)}
      page={thisPage()}
      told={told}
      onChoose={(page, scope, channel) =>
        tell(() => acts.makeRule(scope, channel), changeSentence(page, scope, channel))
      }
      onRemoveRule={(text) => tell(() => acts.dropRule(text), "Your rule is removed.")}
      onRecorded={(site, isRecorded) =>
        tell(
          () => acts.setRecorded(site, isRecorded),
          isRecorded ? `${site} is recorded again.` : `${site} leaves no trace from now on. What was recorded stays.`,
        )
      }
      outcome={outcome}
      onExport={(format) => void exportedAs(format).then((line) => set(() => (outcome = line)))}
      onDashboard={() => void openDashboard().then(() => window.close())}
    />
  );
}

/** The button that was pressed may be gone: whoever goes by keyboard goes on at its part's heading. */
function keepFocus(id: string): void {
  if (document.activeElement === document.body) document.getElementById(id)?.focus();
}

/** Where a block's move is done; null when there is no such move any more. */
function urlOf({ move }: Block): string | null {
  return moves.find(({ id }) => id === move)?.url ?? null;
}

/** Opens the place to do it. Firefox leaves the popup open over it. */
async function leaveFor(url: string | null): Promise<void> {
  if (url === null) return;
  await announceChange();
  await openTab(url);
  window.close();
}

async function exportedAs(format: WeekFormat): Promise<string> {
  try {
    return `Saved as ${await acts.exportWeek(format)}`;
  } catch (error) {
    return `The week was not saved: ${(error as Error).message}. Nothing is lost; try again.`;
  }
}
