import type { JSX } from "preact";

interface Props {
  label: string;
  sites: readonly string[];
  /** What is wrong with the list as it was last typed; empty when nothing is. */
  fault: string;
  /** What the list does, told while nothing is wrong. */
  hint: string;
  /** The list as typed, a site a line. */
  onChange(text: string): void;
}

/** Sites, one a line. */
export function SiteList({ label, sites, fault, hint, onChange }: Props): JSX.Element {
  return (
    <>
      <label>
        {label}
        <textarea
          key={sites.join()}
          rows={4}
          spellcheck={false}
          placeholder="example.org"
          defaultValue={sites.join("\n")}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      </label>
      <p class="quiet" role="status">
        {fault || hint}
      </p>
    </>
  );
}
