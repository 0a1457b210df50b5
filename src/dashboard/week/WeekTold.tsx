import type { JSX } from "preact";
import { say } from "../../texts/say";
import type { Week } from "../../trap/week";
import { formatDuration } from "../../trap/words";
import { dayText } from "../daytext";
import { blockStateText, factKindText, factValueText } from "../told";

/** The signs that showed, the blocks and the facts of a week. */
export function WeekTold({ week }: { week: Week }): JSX.Element {
  const { signs, blocks, facts } = week;
  return (
    <>
      {signs.length > 0 && (
        <section class="card" aria-labelledby="weeksigns">
          <h2 id="weeksigns">{say("week_signs")}</h2>
          <ul class="told">
            {signs.map(({ id, words, level, evidence, dismissed }) => (
              <li key={id} data-sign={id}>
                <b>{words}</b> <span class="quiet">{dismissed ? say("week_calledUntrue") : say(`level_${level}`)}</span>
                <p>{evidence}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
      {blocks.length > 0 && (
        <section class="card" aria-labelledby="weekblocks">
          <h2 id="weekblocks">{say("week_blocks")}</h2>
          <ul class="told">
            {blocks.map(({ title, plannedFor, startedOn, state, ms }, i) => (
              <li key={i}>
                <b>{title}</b> <span class="quiet">{dayText(startedOn ?? plannedFor ?? week.week.start)}</span>
                <p>{say("week_blockOutcome", { state: blockStateText(state), time: formatDuration(ms) })}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
      {facts.length > 0 && (
        <section class="card" aria-labelledby="weekfacts">
          <h2 id="weekfacts">{say("week_facts")}</h2>
          <ul class="told">
            {facts.map(({ kind, day, value, before }, i) => (
              <li key={i}>
                <b>{factKindText(kind)}</b> <span class="quiet">{dayText(day)}</span>
                <p>
                  {before === null
                    ? factValueText(value)
                    : say("week_factChange", { before: factValueText(before), now: factValueText(value) })}
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
