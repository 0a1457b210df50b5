/** What a figure must not exceed, and who says so. */
export interface Budget {
  limit: number;
  source: string;
  /** A broken one fails the run: for what is the same on every machine. Times depend on the machine and only tell. */
  isFirm?: boolean;
}

export type Unit = "B" | "MB" | "×" | "s" | "ms" | "µs" | "ns" | "" | "%";

/** One line of the table. */
export interface Figure {
  name: string;
  value: number;
  unit: Unit;
  /** Lower and upper quartile of the samples that the value is the median of, and how many there were. */
  spread?: { lower: number; upper: number; samples: number };
  budget?: Budget;
  note?: string;
}

/** Whether the figure keeps its budget; null when it has none. */
export function isKept({ value, budget }: Figure): boolean | null {
  return budget ? value <= budget.limit : null;
}

/** The median of some samples, with their quartiles, as a figure. Throws a RangeError when there is none. */
export function medianOf(
  name: string,
  unit: Unit,
  samples: readonly number[],
  more: Pick<Figure, "budget" | "note"> = {},
): Figure {
  const sorted = samples.toSorted((a, b) => a - b);
  const [lower, value, upper] = [quantile(sorted, 0.25), quantile(sorted, 0.5), quantile(sorted, 0.75)];
  return { name, value, unit, spread: { lower, upper, samples: sorted.length }, ...more };
}

function quantile(sorted: readonly number[], part: number): number {
  const place = (sorted.length - 1) * part;
  const [below, above] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  if (below === undefined || above === undefined) throw new RangeError("there are no samples");
  return below + (above - below) * (place % 1);
}
