import type { JSX } from "preact";
import type { Category, Channel } from "../catalog/channels";
import { SiteList } from "./SiteList";

export interface OwnWebProps {
  /** Channels of the user's own. */
  channels: readonly Channel[];
  domains: readonly string[];
  /** What is wrong with the domains as they were last typed; empty when nothing is. */
  fault: string;
  onAddChannel(label: string, category: Category): void;
  onRemoveChannel(id: string): void;
  /** The list as typed, a site a line. */
  onDomains(text: string): void;
}

const categories: { value: Category; text: string }[] = [
  { value: "distribution", text: "Being found" },
  { value: "build", text: "Building" },
  { value: "neutral", text: "Neither" },
];

/** What only the user can know of the web: their own sites, and kinds of work that we have no name for. */
export function OwnWeb(props: OwnWebProps): JSX.Element {
  return (
    <section class="card">
      <h2>Your sites and channels</h2>
      <SiteList
        label="Your own domains, one a line (with all their subdomains)"
        sites={props.domains}
        fault={props.fault}
        hint="Looking at your own live site is neither building nor being found, unless a rule of yours says more."
        onChange={props.onDomains}
      />
      <form
        class="row"
        data-act="add-channel"
        onSubmit={(event) => {
          event.preventDefault();
          const written = new FormData(event.currentTarget);
          props.onAddChannel(String(written.get("label")).trim(), String(written.get("category")) as Category);
          event.currentTarget.reset();
        }}
      >
        <input
          type="text"
          name="label"
          required
          maxLength={40}
          placeholder="Podcast"
          aria-label="A channel of your own"
        />
        <select name="category" aria-label="counts as">
          {categories.map(({ value, text }) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
        <button type="submit">Add channel</button>
      </form>
      <ul>
        {props.channels.map(({ id, label, category }) => (
          <li key={id} class="setting" data-channel={id}>
            <span>
              {label} <span class="quiet">{categories.find(({ value }) => value === category)?.text}</span>
            </span>
            <button type="button" class="link" onClick={() => props.onRemoveChannel(id)}>
              Remove, with its rules
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
