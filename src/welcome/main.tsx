import { render } from "preact";
import { announceChange } from "../browser/announce";
import { openDashboard } from "../browser/dashboard";
import { today } from "../browser/today";
import { closeWelcome } from "../browser/welcome";
import { parseSiteLines } from "../catalog/sitelist";
import { Database } from "../store/database";
import { addFact, readTold } from "../store/facts";
import { failureId } from "../store/failure";
import { follow } from "../store/read";
import { readSettings, writeSetting } from "../store/settings";
import { latestNumber } from "../trap/facts";
import { siteFault } from "../ui/sitefault";
import type { Answers } from "./Questions";
import { Welcome } from "./Welcome";

const db = new Database();
const root = document.getElementById("welcome") as HTMLElement;

let answers: Answers = { customers: null, domains: [], otherApps: null };
let domainsFault = "";
let failure: string | null = null;

/** Answers are stored one after the other. */
let storing: Promise<void> = Promise.resolve();

function show(): void {
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
      onSkip={() => void closeWelcome()}
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
  if (`${failure} ${domainsFault}` === told) await closeWelcome();
}

show();
follow(
  async () => {
    await db.ready();
    const [{ settings }, { facts }] = await Promise.all([readSettings(db), readTold(db)]);
    const customers = latestNumber(facts, "customers")?.value ?? null;
    return { customers, domains: settings.ownDomains, otherApps: settings.otherApps };
  },
  (read) => {
    answers = read;
    failure = null;
    show();
  },
  (error) => {
    failure = failureId(error);
    show();
  },
);
