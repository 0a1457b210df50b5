import type { JSX } from "preact";
import type { Category, Channel } from "../catalog/channels";
import { say, type TextName } from "../texts/say";
import "./channelselect.css";

interface Props {
  /** What is chosen, for screen readers. */
  label: string;
  channels: readonly Channel[];
  /** Id of the channel that is chosen. */
  chosen: string;
  onChoose?(channel: string, form: HTMLFormElement | null): void;
}

const groups: { category: Category; title: TextName }[] = [
  { category: "distribution", title: "ui_beingFound" },
  { category: "build", title: "ui_building" },
  { category: "neutral", title: "ui_neither" },
];

/** One channel of all, by category. */
export function ChannelSelect({ label, channels, chosen, onChoose }: Props): JSX.Element {
  const category = channels.find(({ id }) => id === chosen)?.category ?? "neutral";
  return (
    <select
      class={`channelselect ${category}`}
      name="channel"
      aria-label={label}
      onChange={({ currentTarget }) => onChoose?.(currentTarget.value, currentTarget.form)}
    >
      {groups.map((group) => (
        <optgroup key={group.category} label={say(group.title)}>
          {channels
            // What the browser's own pages are, no site can be.
            .filter((channel) => channel.category === group.category && channel.id !== "browser")
            .map((channel) => (
              <option key={channel.id} value={channel.id} selected={channel.id === chosen}>
                {channel.label}
              </option>
            ))}
        </optgroup>
      ))}
    </select>
  );
}
