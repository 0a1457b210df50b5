import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { announceChange } from "../../browser/announce";
import { today } from "../../browser/today";
import { addFact } from "../../store/facts";
import { say } from "../../texts/say";
import { type Fact, type FactKind, numberKinds } from "../../trap/facts";
import { Question } from "../../ui/Question";
import type { Desk } from "../desk";
import { factKindText, factValueText } from "../told";

const kinds: readonly FactKind[] = [...numberKinds, "shown"];

/** Tells a number of today: of everything together, or of one project. */
export function TellFact({ desk }: { desk: Desk }): JSX.Element {
  const { db, settings } = desk;
  const [kind, setKind] = useState<FactKind>("customers");
  const [project, setProject] = useState("");
  const [told, setTold] = useState("");
  const store = (value: Fact["value"]) =>
    desk.store(async () => {
      const fact = { kind, value, project: project || null, at: Date.now(), day: today() } as Fact;
      await addFact(db, fact);
      await announceChange();
      setTold(say("facts_told", { kind: factKindText(kind), value: factValueText(value) }));
    });
  return (
    <section class="card" aria-labelledby="tellfact">
      <h2 id="tellfact">{say("facts_tell")}</h2>
      <div class="setting">
        <label>
          {say("facts_kind")}{" "}
          <select data-fact="kind" onChange={(event) => setKind(event.currentTarget.value as FactKind)}>
            {kinds.map((one) => (
              <option key={one} value={one} selected={one === kind}>
                {factKindText(one)}
              </option>
            ))}
          </select>
        </label>
        {settings.projects.length > 0 && (
          <label>
            {say("facts_project")}{" "}
            <select data-fact="project" onChange={(event) => setProject(event.currentTarget.value)}>
              <option value="">{say("facts_allTogether")}</option>
              {settings.projects.map(({ id, name }) => (
                <option key={id} value={id} selected={id === project}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
      <Question kind={kind} asker="facts" onAnswer={store} />
      <output class="quiet">{told}</output>
    </section>
  );
}
