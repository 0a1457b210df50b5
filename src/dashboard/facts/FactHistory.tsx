import type { JSX } from "preact";
import { removeFact } from "../../store/facts";
import { say } from "../../texts/say";
import { type Fact, numberKinds } from "../../trap/facts";
import type { Project } from "../../trap/project";
import { DataTable } from "../../ui/DataTable";
import { dayText } from "../daytext";
import type { Desk } from "../desk";
import { factKindText, factValueText } from "../told";
import { FactTrend } from "./FactTrend";

type StoredFact = Fact & { id: number };

interface Props {
  facts: readonly StoredFact[];
  projects: readonly Project[];
  desk: Desk;
}

/** Everything that was told, as curves and as a list; a mistake can be taken out. */
export function FactHistory({ facts, projects, desk }: Props): JSX.Element {
  const names = new Map(projects.map(({ id, name }) => [id, name]));
  const remove = (fact: StoredFact) =>
    desk.store(async () => {
      const putBack = await removeFact(desk.db, fact.id);
      await desk.offerUndo(say("facts_removed", { kind: factKindText(fact.kind), day: dayText(fact.day) }), putBack);
    });
  const charted = numberKinds.filter((kind) => facts.filter((fact) => fact.kind === kind).length > 1);
  return (
    <section class="card" aria-labelledby="facthistory">
      <h2 id="facthistory">{say("facts_history")}</h2>
      {facts.length === 0 && <p class="quiet">{say("facts_none")}</p>}
      {charted.length > 0 && (
        <div class="trends">
          {charted.map((kind) => (
            <FactTrend key={kind} kind={kind} facts={facts} />
          ))}
        </div>
      )}
      {facts.length > 0 && (
        <DataTable
          caption={say("facts_all")}
          rows={facts.toReversed()}
          keyOf={({ id }) => String(id)}
          sortedBy="day"
          isDescending
          columns={[
            { id: "day", label: say("table_day"), value: ({ day }) => day, show: ({ day }) => dayText(day) },
            { id: "kind", label: say("facts_kind"), value: ({ kind }) => factKindText(kind) },
            { id: "value", label: say("facts_value"), value: ({ value }) => factValueText(value) },
            ...(names.size > 0
              ? [
                  {
                    id: "project",
                    label: say("facts_project"),
                    value: (fact: StoredFact) => names.get(fact.project ?? "") ?? "",
                  },
                ]
              : []),
            {
              id: "remove",
              label: say("facts_remove"),
              value: () => "",
              show: (fact) => <RemoveFact fact={fact} onRemove={remove} />,
            },
          ]}
        />
      )}
    </section>
  );
}

function RemoveFact({ fact, onRemove }: { fact: StoredFact; onRemove(fact: StoredFact): void }): JSX.Element {
  const label = say("facts_removeOne", { kind: factKindText(fact.kind), day: dayText(fact.day) });
  return (
    <button type="button" class="link" aria-label={label} onClick={() => onRemove(fact)}>
      {say("facts_remove")}
    </button>
  );
}
