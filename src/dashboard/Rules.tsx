import type { JSX } from "preact";
import type { Channel } from "../catalog/channels";
import type { StoredRule } from "../store/rules";
import { ChannelSelect } from "../ui/ChannelSelect";

export interface RulesProps {
  rules: readonly StoredRule[];
  /** Every channel there is, the user's own last. */
  channels: readonly Channel[];
  /** What was searched for among the rules. */
  search: string;
  /** What became of the last act: what was done, or each fault with its line. */
  told: readonly string[];
  /** What a pasted address is, and why; empty before one was. */
  verdict: string;
  onTry(address: string): void;
  onAdd(pattern: string, channel: string): void;
  onRemove(pattern: string): void;
  onSearch(text: string): void;
  onExport(): void;
  onImport(file: File): void;
}

/** Beyond these a list is searched, not read. */
const MOST_ROWS = 200;

/** The user's rules: they go before the shipped lists wherever both know the same place, and no update touches them. */
export function Rules(props: RulesProps): JSX.Element {
  const { rules, channels, search } = props;
  const labels = new Map(channels.map(({ id, label }) => [id, label]));
  const found = rules.filter(({ text, channel }) => `${text} ${labels.get(channel) ?? ""}`.includes(search));
  return (
    <section class="card" id="rules">
      <h2>Your rules</h2>
      <p class="quiet">
        A rule says what a site, or a section of it, is. The most specific one decides; of two for the same place yours.
        No update changes them.
      </p>
      <AddRule channels={channels} onAdd={props.onAdd} />
      <TryAddress verdict={props.verdict} onTry={props.onTry} />
      {rules.length > 0 && (
        <>
          <label class="setting">
            <span>{rules.length === 1 ? "1 rule" : `${rules.length.toLocaleString("en")} rules`}</span>
            <input
              type="search"
              placeholder="Search your rules"
              aria-label="Search your rules"
              value={search}
              onInput={(event) => props.onSearch(event.currentTarget.value)}
            />
          </label>
          <table class="rules">
            <thead>
              <tr>
                <th scope="col">Rule</th>
                <th scope="col">Channel</th>
                <th scope="col">Holds since</th>
                <th scope="col">
                  <span class="unseen">Remove</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {found.slice(0, MOST_ROWS).map(({ text, channel, since }) => (
                <tr key={text} data-rule={text}>
                  <td>{text}</td>
                  <td>{labels.get(channel) ?? channel}</td>
                  <td>{since ?? "ever"}</td>
                  <td>
                    <button
                      type="button"
                      class="link"
                      aria-label={`Remove ${text}`}
                      onClick={() => props.onRemove(text)}
                    >
                      Remove
                    </button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {found.length > MOST_ROWS && <p class="quiet">{found.length - MOST_ROWS} more: search for them.</p>}
        </>
      )}
      <div class="acts">
        <button type="button" data-act="export-rules" disabled={rules.length === 0} onClick={props.onExport}>
          Save them as a file
        </button>
        <label class="button">
          Add rules from a file
          <input
            type="file"
            accept=".txt,text/plain"
            data-act="import-rules"
            onChange={({ currentTarget }) => {
              const [file] = currentTarget.files ?? [];
              if (file) props.onImport(file);
              // The same file, mended, must be a change again.
              currentTarget.value = "";
            }}
          />
        </label>
      </div>
      <output class="quiet">
        {props.told.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </output>
    </section>
  );
}

function AddRule({ channels, onAdd }: Pick<RulesProps, "channels" | "onAdd">): JSX.Element {
  return (
    <form
      class="row"
      data-act="add-rule"
      onSubmit={(event) => {
        event.preventDefault();
        const written = new FormData(event.currentTarget);
        onAdd(String(written.get("pattern")), String(written.get("channel")));
      }}
    >
      <input
        type="text"
        name="pattern"
        required
        spellcheck={false}
        placeholder="example.org/blog/**"
        aria-label="Site or section"
      />
      <ChannelSelect label="is" channels={channels} chosen="community" />
      <button type="submit">Add</button>
    </form>
  );
}

function TryAddress({ verdict, onTry }: Pick<RulesProps, "verdict" | "onTry">): JSX.Element {
  return (
    <label class="try">
      Which rule decides? Paste an address.
      <input
        type="text"
        spellcheck={false}
        placeholder="https://github.com/acme/app/pull/7"
        onInput={(event) => onTry(event.currentTarget.value)}
      />
      <output class="quiet" data-verdict>
        {verdict}
      </output>
    </label>
  );
}
