import { type Figure, isKept } from "./figure";
import type { Outcome } from "./outcome";

const columns = ["", "figure", "value", "quartiles", "budget", "", "note"] as const;
const rightAligned = new Set([2, 3, 4]);

/** The outcomes as a table for people. */
export function formatTable(outcomes: readonly Outcome[]): string {
  const rows = outcomes.flatMap(({ bench, figures, failures }) => [
    ...figures.map((figure, i) => [i === 0 ? bench : "", ...cellsOf(figure)]),
    ...failures.map((failure, i) => [i + figures.length === 0 ? bench : "", `failed: ${failure}`]),
  ]);
  const widths = columns.map((title, column) =>
    Math.max(title.length, ...rows.filter((row) => row.length > 2).map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: readonly string[]) =>
    row
      .map((cell, i) => (rightAligned.has(i) ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0)))
      .join("  ")
      .trimEnd();
  return [columns, widths.map((width) => "─".repeat(width)), ...rows].map(line).join("\n");
}

function cellsOf(figure: Figure): string[] {
  const { name, value, unit, spread, budget, note = "" } = figure;
  const kept = isKept(figure);
  return [
    name,
    `${format(value)} ${unit}`.trim(),
    spread ? `${format(spread.lower)}–${format(spread.upper)} (${spread.samples})` : "",
    budget ? `≤ ${format(budget.limit)}` : "",
    kept === null ? "" : kept ? "kept" : "BROKEN",
    [budget?.source, note].filter(Boolean).join("; "),
  ];
}

/** Three digits that count; whole numbers whole. */
function format(n: number): string {
  if (Number.isInteger(n) || Math.abs(n) >= 1000) return Math.round(n).toLocaleString("en");
  return Number(n.toPrecision(3)).toString();
}
