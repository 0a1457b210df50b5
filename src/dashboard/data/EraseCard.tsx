import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { addDays } from "../../attention/day";
import { announceChange, recordNow } from "../../browser/announce";
import { today } from "../../browser/today";
import { parseSite, siteOf } from "../../catalog/page";
import { eraseDays } from "../../store/erase/days";
import type { Erased } from "../../store/erase/erased";
import { eraseEverything } from "../../store/erase/everything";
import { eraseSite } from "../../store/erase/site";
import { say } from "../../texts/say";
import { formatDuration } from "../../trap/words";
import { dayText } from "../daytext";
import type { Desk } from "../desk";
import { Ask } from "./Ask";
import { JobProgress, type Run, useJob } from "./job";

/** What is about to be deleted, in words, and how. */
interface Plan {
  ask: string;
  done: string;
  erase(run: Run): Promise<Erased>;
}

/** Deletes one site, some days or everything: asked once, and for ten seconds to be taken back. */
export function EraseCard({ desk }: { desk: Desk }): JSX.Element {
  const [plan, setPlan] = useState<Plan | null>(null);
  const [fault, setFault] = useState("");
  const job = useJob();
  const { db } = desk;

  const consider = (next: Plan | string) => {
    setFault(typeof next === "string" ? next : "");
    setPlan(typeof next === "string" ? null : next);
  };
  const erase = ({ done, erase: doErase }: Plan) => {
    setPlan(null);
    job.run(async (run) => {
      // What is under way is recorded first, so that it goes too.
      await recordNow();
      const erased = await doErase(run);
      if (erased.ms === 0 && !erased.isEverything) {
        await announceChange();
        return say("data_erase_nothing");
      }
      await desk.offerUndo(done, erased.undo);
      return say("data_erase_gone", { time: formatDuration(erased.ms) });
    });
  };

  const ofSite = (written: string): Plan | string => {
    const site = parseSite(written);
    if (site === null) return say("data_erase_noSite", { written });
    return {
      ask: say("data_erase_askSite", { site }),
      done: say("data_erase_doneSite", { site }),
      erase: () => eraseSite(db, (key) => siteOf(key) === site),
    };
  };
  const ofDays = (first: string, last: string): Plan | string => {
    if (first === "" || last === "" || first > last) return say("data_erase_noDays");
    const range = { first: dayText(first), last: dayText(last) };
    return {
      ask: say("data_erase_askDays", range),
      done: say("data_erase_doneDays", range),
      erase: () => eraseDays(db, first, last),
    };
  };

  return (
    <section class="card erase" aria-labelledby="erase">
      <h2 id="erase">{say("data_erase")}</h2>
      <p class="quiet">{say("data_erase_what")}</p>
      <SiteForm onSite={(written) => consider(ofSite(written))} />
      <DaysForm onDays={(first, last) => consider(ofDays(first, last))} />
      <div class="acts">
        <button
          type="button"
          class="danger"
          data-act="erase-everything"
          onClick={() =>
            consider({
              ask: say("data_erase_askEverything"),
              done: say("data_erase_doneEverything"),
              erase: (run) => eraseEverything(db, { now: Date.now(), ...run }),
            })
          }
        >
          {say("data_erase_everything")}
        </button>
      </div>
      <p class="fault" role="status">
        {fault}
      </p>
      {plan && (
        <Ask
          question={plan.ask}
          confirm={say("data_erase_confirm")}
          act="confirm-erase"
          onConfirm={() => erase(plan)}
          onKeep={() => setPlan(null)}
        />
      )}
      <JobProgress job={job} label={say("data_erase")} />
    </section>
  );
}

function SiteForm({ onSite }: { onSite(written: string): void }): JSX.Element {
  return (
    <form
      class="row"
      data-act="erase-site"
      onSubmit={(event) => {
        event.preventDefault();
        onSite(String(new FormData(event.currentTarget).get("site")).trim());
      }}
    >
      <input
        type="text"
        name="site"
        required
        spellcheck={false}
        placeholder="example.org"
        aria-label={say("data_erase_site")}
      />
      <button type="submit">{say("data_erase_siteAct")}</button>
    </form>
  );
}

function DaysForm({ onDays }: { onDays(first: string, last: string): void }): JSX.Element {
  return (
    <form
      class="row days"
      data-act="erase-days"
      onSubmit={(event) => {
        event.preventDefault();
        const written = new FormData(event.currentTarget);
        onDays(String(written.get("first")), String(written.get("last")));
      }}
    >
      <label>
        {say("data_erase_first")} <input type="date" name="first" required defaultValue={addDays(today(), -6)} />
      </label>
      <label>
        {say("data_erase_last")} <input type="date" name="last" required defaultValue={today()} />
      </label>
      <button type="submit">{say("data_erase_daysAct")}</button>
    </form>
  );
}
