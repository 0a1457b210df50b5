import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { Channel } from "../../catalog/channels";
import { say } from "../../texts/say";
import { ChannelSelect } from "../../ui/ChannelSelect";

/** What stands in the form: a pattern and the id of its channel. */
export interface Draft {
  pattern: string;
  channel: string;
}

interface Props {
  channels: readonly Channel[];
  /** A rule that is to be changed, each time another object; null: none is. */
  draft: Draft | null;
  onAdd(draft: Draft): void;
}

/** The form for a rule. A rule that is to be changed is put into it, and its channel has the focus. */
export function AddRule({ channels, draft, onAdd }: Props): JSX.Element {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (!draft || !form.current) return;
    const pattern = form.current.elements.namedItem("pattern") as HTMLInputElement;
    const channel = form.current.elements.namedItem("channel") as HTMLSelectElement;
    pattern.value = draft.pattern;
    channel.value = draft.channel;
    channel.focus({ preventScroll: true });
    form.current.scrollIntoView({ block: "center" });
  }, [draft]);
  return (
    <form
      class="oneline"
      ref={form}
      data-act="add-rule"
      onSubmit={(event) => {
        event.preventDefault();
        const written = new FormData(event.currentTarget);
        onAdd({ pattern: String(written.get("pattern")), channel: String(written.get("channel")) });
      }}
    >
      <input
        type="text"
        name="pattern"
        required
        dir="ltr"
        spellcheck={false}
        placeholder="example.org/blog/**"
        aria-label={say("rules_pattern")}
      />
      <ChannelSelect label={say("rules_is")} channels={channels} chosen={draft?.channel ?? "community"} />
      <button type="submit">{say("rules_add")}</button>
    </form>
  );
}
