import { addDays } from "../../attention/day";
import type { Grain } from "./buckets";
import { formatDay } from "./dates";

/** A label below the axis of time, at the place of one of its days. */
export interface Tick {
  index: number;
  label: string;
}

/** A label needs so much room, CSS pixels. */
const LEAST_SPACE = 58;

/** Every so many places, or wherever a stretch of so many months begins. */
type Step = { every: number } | { months: number };

/** From the finest to the coarsest. */
const months: readonly Step[] = [{ months: 1 }, { months: 3 }, { months: 6 }, { months: 12 }, { months: 60 }];
const steps: Record<Grain, readonly Step[]> = {
  day: [{ every: 1 }, { every: 2 }, { every: 7 }, { every: 14 }, ...months],
  week: [{ every: 1 }, { every: 2 }, ...months],
  month: months,
};

/**
 * Where to label an axis that has the first days of days, weeks or months at equal distances over `width` CSS pixels: as fine as
 * there is room for. Months are told with the year where it is new.
 */
export function ticksOf(days: readonly string[], grain: Grain, width: number): Tick[] {
  const space = width / Math.max(1, days.length);
  const fits = (at: readonly number[]) =>
    at.every((index, i) => i === 0 || (index - (at[i - 1] ?? 0)) * space >= LEAST_SPACE);
  const step = steps[grain].find((one) => fits(placesOf(days, one))) ?? { months: 60 };
  let year = "";
  return placesOf(days, step).map((index) => {
    const day = days[index] ?? "";
    if ("every" in step) return { index, label: formatDay(day, "day") };
    const isNew = year !== day.slice(0, 4);
    year = day.slice(0, 4);
    return { index, label: isNew ? `${formatDay(day, "month")}\n${formatDay(day, "year")}` : formatDay(day, "month") };
  });
}

/** The places where a step begins. What had begun before the first day is left out. */
function placesOf(days: readonly string[], step: Step): number[] {
  const places = days.map((_, i) => i);
  if ("every" in step) return places.filter((i) => i % step.every === 0);
  const stretchOf = (day: string) =>
    Math.floor((Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1) / step.months);
  return places.filter((i) => {
    const day = days[i] ?? "";
    return stretchOf(day) !== stretchOf(days[i - 1] ?? addDays(day, -1));
  });
}
