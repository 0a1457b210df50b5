import type { JSX } from "preact";

export interface LegendItem {
  /** CSS class of the mark: `distribution`, `feeds`, `build`, `neutral`, `other`, `target`. */
  kind: string;
  label: string;
}

/** What the colours mean. */
export function Legend({ items }: { items: readonly LegendItem[] }): JSX.Element {
  return (
    <ul class="legend">
      {items.map(({ kind, label }) => (
        <li key={kind}>
          <i class={`mark ${kind}`} aria-hidden="true" /> {label}
        </li>
      ))}
    </ul>
  );
}
