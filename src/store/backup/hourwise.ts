import { addRows, type DayRow } from "../../attention/day";
import { DECLARED } from "../../trap/standards";
import type { StoredDay } from "../database";

type Pages = StoredDay["pages"];

/**
 * The pages of a day that two sides know, hour by hour: those of the side that has more time in the hour are taken whole, ours where
 * it is the same, so that no hour gets more than was lived in it.
 *
 *           9:00      10:00     11:00
 *     ours  40 min    10 min    –
 *     other 30 min    50 min    5 min
 *           ours      other's   other's
 *
 * What was declared is no lived time: it is weighed by itself, block by block. Gives `ours` itself where nothing is taken.
 */
export function joinPages(ours: Pages, other: Pages): Pages {
  const ourSums = sumsOf(ours);
  const taken = new Set(
    [...sumsOf(other)].filter(([place, ms]) => ms > (ourSums.get(place) ?? 0)).map(([place]) => place),
  );
  if (taken.size === 0) return ours;
  const rows = new Map<string, DayRow>();
  const add = (page: Pages[number], isTaken: boolean) => {
    const hours = Object.entries(page.hours).filter(([hour]) => taken.has(placeOf(page, hour)) === isTaken);
    const name = JSON.stringify([page.key, page.block]);
    const row = addRows(rows.get(name), { ...page, day: "", hours: Object.fromEntries(hours) }, 1);
    if (row) rows.set(name, row);
  };
  for (const page of ours) add(page, false);
  for (const page of other) add(page, true);
  return [...rows.values()].map(({ day: _, ...page }) => page);
}

/** Milliseconds by what is weighed against each other. */
function sumsOf(pages: Pages): Map<string, number> {
  const sums = new Map<string, number>();
  for (const page of pages) {
    for (const [hour, ms] of Object.entries(page.hours)) {
      const place = placeOf(page, hour);
      sums.set(place, (sums.get(place) ?? 0) + ms);
    }
  }
  return sums;
}

function placeOf({ key, block }: Pages[number], hour: string): string {
  return key === DECLARED ? `${hour} declared ${block}` : hour;
}
