import { useEffect, useLayoutEffect, useState } from "preact/hooks";
import { addDays } from "../../attention/day";
import { today } from "../../browser/today";
import { readHistory, readJudging } from "../../store/history";
import { chooseDays, rowsOf } from "../../store/read";
import { createHistory, type History } from "../../trap/history";
import { standardsOf } from "../../trap/standards";
import type { Desk } from "../desk";
import { useLive } from "../live";

/** All days that have been read so far. */
export interface Read {
  history: History;
  /** The first local day from which on everything is known; empty: all of it is. */
  from: string;
  /** The first local day with a record; null: that is not known yet, or there is none. */
  firstDay: string | null;
  /** Another number for each state of today, which goes on while it is looked at. */
  turn: number;
}

/** The first picture is of so many days: the usual range. */
const FIRST_DAYS = 91;

/** Reads and judges every day there is, the newest first; anew when what judges them has changed. Null before the first of them. */
export function useHistory(desk: Desk): Read | null {
  const { db, settings, catalog } = desk;
  const { target, otherApps, feedsCount, offHours, rulesChanged, ownDomains } = settings;
  const standards = JSON.stringify([target, otherApps, feedsCount, offHours, rulesChanged, ownDomains]);
  const [read, setRead] = useState<Read | null>(null);

  // Before the first frame: an effect proper waits until that is painted.
  useLayoutEffect(() => {
    const reading = new AbortController();
    const know = (history: History, from: string, firstDay: string | null) =>
      setRead((before) => ({ history, from, firstDay, turn: before?.turn ?? 0 }));
    let isUnread = false;
    readAll({ db, catalog }, know, reading.signal).catch((error) => {
      console.error("The history cannot be read:", error);
      if (reading.signal.aborted) return;
      isUnread = true;
      desk.tellUnread(error);
    });
    return () => {
      reading.abort();
      if (isUnread) desk.tellUnread(null);
    };
  }, [standards]);

  const day = today();
  const current = useLive(
    desk,
    () =>
      db.days
        .where("[day+source]")
        .between([day], [`${day}\uffff`])
        .toArray(),
    [day],
  );
  useEffect(() => {
    if (!current || !read) return;
    read.history.add(chooseDays(current).flatMap(rowsOf));
    setRead((known) => known && { ...known, turn: known.turn + 1 });
  }, [current, read?.history]);
  return read;
}

/** Tells of each lot of days once it is judged; the first goes back over the usual range. */
async function readAll(
  { db, catalog }: Pick<Desk, "db" | "catalog">,
  know: (history: History, from: string, firstDay: string | null) => void,
  signal: AbortSignal,
): Promise<void> {
  const making = readJudging(db).then(({ settings, blocks }) => createHistory(standardsOf(settings, blocks, catalog)));
  let isEmpty = true;
  const isWhole = await readHistory(db, {
    firstFrom: addDays(today(), 1 - FIRST_DAYS),
    signal,
    async onDays(rows, from) {
      const history = await making;
      history.add(rows);
      isEmpty = false;
      know(history, from, from === "" ? (rows[0]?.day ?? null) : null);
    },
  });
  if (isWhole && isEmpty) know(await making, "", null);
}
