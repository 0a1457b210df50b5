import type { JSX } from "preact";
import { addDays, daysFrom } from "../attention/day";
import { openDashboard } from "../browser/dashboard";
import { openTab } from "../browser/tab";
import { offsetAt, today } from "../browser/today";
import type { WeekFormatId } from "../exports";
import { say } from "../texts/say";
import type { Block } from "../trap/block";
import type { Zone } from "../trap/meter";
import { moves } from "../trap/moves/catalogue";
import type { ShownSign } from "../trap/outlook";
import type { DayTime, SiteTime } from "../trap/totals";
import { weekId } from "../trap/weekid";
import * as acts from "./acts";
import { finished, outlook, thisPage } from "./live";
import { Told } from "./Told";
import { changeSentence, siteOfUrl } from "./thispage";

/** What of the first picture all that is told behind it goes by. */
export interface Seen {
  zone: Zone;
  sites: readonly SiteTime[];
  /** The verdict's. */
  days: readonly DayTime[];
  tabUrl: string | null;
  /** Shows everything again. */
  show(): void;
  /** Lets something be written, and shows everything again; a failure is told. Resolves with whether it was written. */
  change(write: () => Promise<unknown>): Promise<boolean>;
}

/** How many offers were passed over, and what is being planned. */
let passed = 0;
let planning: "offer" | number | null = null;
/** The sign that was last called untrue, and what takes that back. */
let hidden: { sign: ShownSign; undo: () => Promise<void> } | null = null;
/** What became of the last change of a rule, and of the last export. */
let told = "";
let outcome = "";
let leavesSitesOut = false;

/** What is told behind the first picture; null before the store was read. */
export function more({ zone, sites, days, tabUrl, show, change }: Seen): JSX.Element | null {
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
  // Announced first: in Chromium the popup is closed by what opens.
  const startAt = async (url: string | null, write: () => Promise<unknown>) => {
    if ((await change(write)) && url !== null) await leaveFor(url);
  };
  const tellOutcome = (line: string) => set(() => (outcome = line));
  const endPlanning = () => {
    planning = null;
    passed = 0;
  };
  return (
    <Told
      outlook={known}
      zone={zone}
      sites={sites}
      onFact={(kind, value, project) => change(() => acts.tellFact(kind, value, project))}
      onPassOver={(kind) => change(() => acts.passOver(kind))}
      onDismiss={(sign) =>
        changeAt("signs", async () => {
          hidden = { sign, undo: await acts.callUntrue(sign.id) };
        })
      }
      hiddenSign={hidden?.sign ?? null}
      onUndoDismiss={() =>
        changeAt("signs", async () => {
          await hidden?.undo();
          hidden = null;
        })
      }
      move={{
        offer: offers[passed % Math.max(1, offers.length)] ?? null,
        now: known.now,
        at: Date.now(),
        offsetAt,
        days: daysFrom(today(), addDays(today(), 6)),
        planning,
        onStart: (offer) => startAt(offer.url, () => acts.startMove(offer)),
        onAnother: () => set(() => (passed += 1)),
        onPlanning: (what) => set(() => (planning = what)),
        onPlan: (offer, plan) => changeAt("nextmove", () => acts.planMove(offer, plan).then(endPlanning)),
        onStartPlanned: (block) => startAt(urlOf(block), () => acts.startPlanned(block)),
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
      onRemoveRule={(text) => tell(() => acts.dropRule(text), say("popup_ruleRemoved"))}
      onRecorded={(site, isRecorded) =>
        tell(
          () => acts.setRecorded(site, isRecorded),
          say(isRecorded ? "popup_siteRecorded" : "popup_siteNotRecorded", { site }),
        )
      }
      week={finished(days)}
      onOpenWeek={(week) =>
        void change(() => acts.seeWeek(week))
          .then(() => openDashboard(`#week/${weekId(week)}`))
          .then(() => window.close())
      }
      onDismissWeek={(week) => changeAt("signs", () => acts.seeWeek(week))}
      foot={{
        outcome,
        leavesSitesOut,
        onLeaveSitesOut: (wanted) => set(() => (leavesSitesOut = wanted)),
        onExport: (format) => void savedAs(format).then(tellOutcome),
        onCopy: () => void copied().then(tellOutcome),
        onDashboard: () => void openDashboard().then(() => window.close()),
        onPause: (length) => void change(() => acts.pause(length)),
      }}
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
async function leaveFor(url: string): Promise<void> {
  await openTab(url);
  window.close();
}

async function savedAs(format: WeekFormatId): Promise<string> {
  try {
    const { saveWeek } = await import("./export");
    return say("popup_saved", { filename: await saveWeek(format, leavesSitesOut) });
  } catch (error) {
    return say("popup_notSaved", { error: (error as Error).message });
  }
}

async function copied(): Promise<string> {
  try {
    const { copyWeek } = await import("./export");
    await copyWeek(leavesSitesOut);
    return say("popup_copied");
  } catch (error) {
    return say("popup_notCopied", { error: (error as Error).message });
  }
}
