import { render } from "preact";
import { announceChange } from "../browser/announce";
import { openDashboard } from "../browser/dashboard";
import { closeOwnTab } from "../browser/tab";
import { speakBrowsersLanguage } from "../browser/texts";
import { today } from "../browser/today";
import { parseSiteLines } from "../catalog/sitelist";
import { Database } from "../store/database";
import { addFact, readTold } from "../store/facts";
import { failureId } from "../store/failure";
import { follow } from "../store/follow";
import { readSettings, writeSetting } from "../store/settings";
import { say } from "../texts/say";
import { latestNumber } from "../trap/facts";
import type { Theme } from "../trap/glance";
import { dressPage } from "../ui/dress";
import { siteFault } from "../ui/sitefault";
import type { Answers } from "./Questions";
import { Welcome } from "./Welcome";

speakBrowsersLanguage();

const db = new Database();
const root = document.getElementById("welcome") as HTMLElement;

let answers: Answers = { customers: null, domains: [], otherApps: null };
let theme: Theme = "system";
let domainsFault = "";
let failure: string | null = null;

/** Answers are stored one after the other. */
let storing: Promise<void> = Promise.resolve();

function show(): void {
  dressPage({ title: say("welcome_pageTitle"), theme });
  render(
    <Welcome
      failure={failure}
      answers={answers}
      domainsFault={domainsFault}
      onCustomers={(value) =>
        save(() => addFact(db, { kind: "customers", value, at: Date.now(), day: today(), project: null }))
      }
      onDomains={(text) => save(() => saveDomains(text))}
      onOtherApps={(answer) => save(() => writeSetting(db, "otherApps", answer))}
      onSettings={() => void openDashboard()}
      onSkip={() => void closeOwnTab()}
      onDone={() => void leave()}
    />,
    root,
  );
}

/** Stores an answer, and has the meter judge by it. */
function save(answer: () => Promise<void>): void {
  storing = storing.then(answer).then(
    () => {
      failure = null;
      show();
      return announceChange();
    },
    (error) => {
      failure = failureId(error);
      show();
    },
  );
}

/** Stores the domains when every line is a site, else says which is none and keeps those that were. */
async function saveDomains(text: string): Promise<void> {
  const { sites, wrong } = parseSiteLines(text);
  domainsFault = siteFault(wrong);
  if (wrong.length === 0) await writeSetting(db, "ownDomains", sites);
}

/** Closes the page when the last answer is stored; stays when there is something about it to be read first. */
async function leave(): Promise<void> {
  const told = `${failure} ${domainsFault}`;
  await storing;
  if (`${failure} ${domainsFault}` === told) await closeOwnTab();
}

show();
follow(
  async () => {
    await db.ready();
    const [{ settings }, { facts }] = await Promise.all([readSettings(db), readTold(db)]);
    const customers = latestNumber(facts, "customers")?.value ?? null;
    const read: Answers = { customers, domains: settings.ownDomains, otherApps: settings.otherApps };
    return { answers: read, theme: settings.theme };
  },
  (read) => {
    ({ answers, theme } = read);
    failure = null;
    show();
  },
  (error) => {
    failure = failureId(error);
    show();
  },
);
