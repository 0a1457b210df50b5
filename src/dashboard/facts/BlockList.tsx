import type { JSX } from "preact";
import { today } from "../../browser/today";
import { say, sayCount } from "../../texts/say";
import { type BlockTime, stateOf } from "../../trap/block";
import { formatDuration } from "../../trap/words";
import { DataTable } from "../../ui/DataTable";
import { dayText } from "../daytext";
import { blockStateText } from "../told";

interface Props {
  /** The newest first. */
  blocks: readonly BlockTime[];
  /** Of how many days they are, where not of all. */
  days: number;
  /** Shows those before too; null: they are shown. */
  onAll: (() => void) | null;
}

/** The blocks that were planned, and what became of them. */
export function BlockList({ blocks, days, onAll }: Props): JSX.Element {
  const now = Date.now();
  const stated = blocks.map((block) => ({ ...block, state: stateOf(block, now, today()) }));
  const kept = stated.filter(({ state }) => state === "kept");
  const over = stated.filter(({ state }) => state === "kept" || state === "short" || state === "missed");
  return (
    <section class="card" aria-labelledby="blocks">
      <h2 id="blocks">{say("blocks_title")}</h2>
      {stated.length === 0 ? (
        <p class="quiet">{onAll ? sayCount("blocks_noneIn", days) : say("blocks_none")}</p>
      ) : (
        <>
          <p data-blocks-kept={kept.length}>
            {sayCount("blocks_kept", over.length, {
              kept: kept.length,
              time: formatDuration(kept.reduce((sum, { ms }) => sum + ms, 0)),
            })}
          </p>
          <DataTable
            caption={say("blocks_all")}
            rows={stated}
            keyOf={({ id }) => String(id)}
            sortedBy="day"
            isDescending
            columns={[
              {
                id: "day",
                label: say("table_day"),
                value: (block) => dayOf(block),
                show: (block) => dayText(dayOf(block)),
              },
              { id: "title", label: say("blocks_block"), value: ({ title }) => title },
              { id: "state", label: say("blocks_state"), value: ({ state }) => blockStateText(state) },
              { id: "moved", label: say("blocks_moved"), value: ({ moved }) => moved },
              { id: "ms", label: say("table_time"), value: ({ ms }) => ms, format: formatDuration },
            ]}
          />
        </>
      )}
      {onAll && (
        <div class="acts">
          <button type="button" data-act="all-blocks" onClick={onAll}>
            {say("blocks_showAll")}
          </button>
        </div>
      )}
    </section>
  );
}

function dayOf({ day, plan }: BlockTime): string {
  return day ?? plan?.day ?? "";
}
