import "../texts/english";
import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { localDay } from "../../src/attention/day";
import type { Heartbeat } from "../../src/attention/heartbeat";
import { parseTrace } from "../../src/attention/trace";
import { compile, shippedRules } from "../../src/catalog/classify";
import { Database } from "../../src/store/database";
import { readDays } from "../../src/store/read";
import { recordAll } from "../../src/store/record";
import { type Face, faceOf } from "../../src/trap/face";
import { readMeter } from "../../src/trap/meter";
import { standardsOf } from "../../src/trap/standards";
import { addUp } from "../../src/trap/totals";
import { firstDay } from "../../src/trap/window";
import { seeded } from "../lives/random";
import { watch } from "../lives/watcher";
import { liveWeek } from "../lives/week";
import type { PlainBench } from "./bench";

const SEED = 1;
/** The meter has its verdict by then; with fourteen days behind it, it changes more seldom still. */
const COUNTED_DAYS = 3;

const catalog = compile(shippedRules());
const nothing = { pausedUntil: null, running: null, due: null, isNudged: false, isWeekReady: false };

/** How many wake-ups of a simulated week change what the toolbar shows: those that cost the browser's drawing. */
export const repaints: PlainBench = {
  name: "repaints",
  async run() {
    const { text } = watch(liveWeek(SEED, "calm"), seeded(SEED));
    const beats = parseTrace(text, catalog.keyOf).flatMap((part) => part.beats);
    const days = [...new Set(beats.map(dayOf))];
    const counted = new Set(days.slice(-COUNTED_DAYS));
    const db = new Database({ indexedDB: new IDBFactory(), IDBKeyRange });
    await recordAll(
      db,
      beats.filter((beat) => !counted.has(dayOf(beat))),
    );
    const faces: Face[] = [];
    for (const beat of beats.filter((one) => counted.has(dayOf(one)))) {
      await recordAll(db, [beat]);
      faces.push(await faceAfter(db, beat));
    }
    const changed = (looks: (face: Face) => unknown) =>
      faces.filter((face, i) => i > 0 && `${looks(face)}` !== `${looks(faces[i - 1] as Face)}`).length;
    const figure = (name: string, count: number) => ({
      name,
      value: (100 * count) / faces.length,
      unit: "%" as const,
      note: `${count} of ${faces.length}`,
    });
    return [
      figure(
        "wake-ups that change the icon",
        changed(({ zone, needle, target }) => [zone, needle, target]),
      ),
      figure(
        "wake-ups that change icon, badge or tooltip",
        changed((face) => Object.values(face)),
      ),
    ];
  },
};

function dayOf({ at, offset }: Heartbeat): string {
  return localDay(at, offset);
}

/** What the toolbar shows after a heartbeat. */
async function faceAfter(db: Database, beat: Heartbeat): Promise<Face> {
  const today = dayOf(beat);
  const { days, blocks, settings } = await readDays(db, firstDay("14", today), today);
  return faceOf(readMeter(addUp(days, standardsOf(settings, blocks, catalog)), settings), nothing, {
    at: beat.at,
    offsetAt: () => beat.offset,
  });
}
