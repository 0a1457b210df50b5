import type { JSX } from "preact";
import { useRef, useState } from "preact/hooks";
import { addDays } from "../../attention/day";
import { today } from "../../browser/today";
import { readBlocks } from "../../store/blocks";
import { say } from "../../texts/say";
import type { ViewProps } from "../desk";
import { useLive } from "../live";
import { BlockList } from "./BlockList";
import { FactHistory } from "./FactHistory";
import { TellFact } from "./TellFact";

/** Blocks are shown of so many days at first: those before are asked for seldom, and cost a read of their days. */
const RECENT_DAYS = 90;

/** What the user has told of the outcome, and the blocks that were planned and kept. */
export function FactsView({ desk }: ViewProps): JSX.Element {
  const { db, settings } = desk;
  const [showsAll, setShowsAll] = useState(false);
  const since = showsAll ? "" : addDays(today(), 1 - RECENT_DAYS);
  const facts = useLive(desk, () => db.facts.orderBy("id").toArray(), []);
  const read = useLive(desk, () => readBlocks(db, since), [since]);
  // While more are read those that are known stay: the list must not go from under the one who asked.
  const known = useRef(read);
  const blocks = read ?? known.current;
  known.current = blocks;
  return (
    <>
      <p class="quiet">{say("facts_intro")}</p>
      <TellFact desk={desk} />
      {facts && <FactHistory facts={facts} projects={settings.projects} desk={desk} />}
      {blocks && <BlockList blocks={blocks} onAll={showsAll ? null : () => setShowsAll(true)} days={RECENT_DAYS} />}
    </>
  );
}
