import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Category, Channel } from "../../catalog/channels";
import { say } from "../../texts/say";
import { ChannelIcon } from "../../ui/ChannelIcon";
import type { Desk } from "../desk";
import { categories, categoryTitle } from "./categories";
import { addChannel, dropChannel } from "./ownrules";

interface Props {
  desk: Desk;
  /** Channels of the user's own. */
  channels: readonly Channel[];
}

/** Kinds of work that we have no name for. */
export function OwnChannels({ desk, channels }: Props): JSX.Element {
  const { db, catalog, store } = desk;
  const [told, setTold] = useState("");
  return (
    <section class="card" id="channels">
      <h2>{say("rules_channels")}</h2>
      <p class="quiet">{say("rules_channelsHint")}</p>
      <form
        class="oneline"
        data-act="add-channel"
        onSubmit={(event) => {
          event.preventDefault();
          const written = new FormData(event.currentTarget);
          const label = String(written.get("label")).trim();
          const category = String(written.get("category")) as Category;
          store(async () => setTold(await addChannel(db, label, category, catalog.channels)));
          event.currentTarget.reset();
        }}
      >
        <input
          type="text"
          name="label"
          required
          maxLength={40}
          placeholder={say("rules_channelExample")}
          aria-label={say("rules_channel")}
        />
        <select name="category" aria-label={say("rules_countsAs")}>
          {categories.map((category) => (
            <option key={category} value={category}>
              {categoryTitle(category)}
            </option>
          ))}
        </select>
        <button type="submit">{say("rules_addChannel")}</button>
      </form>
      <output class="quiet">{told}</output>
      <ul>
        {channels.map((channel) => (
          <li key={channel.id} class="setting" data-channel={channel.id}>
            <span>
              <ChannelIcon channel={channel.id} category={channel.category} /> {channel.label}{" "}
              <span class="quiet">{categoryTitle(channel.category)}</span>
            </span>
            <button
              type="button"
              class="link"
              aria-label={say("rules_removeChannelNamed", { channel: channel.label })}
              onClick={() => store(() => dropChannel(desk, channel))}
            >
              {say("rules_removeChannel")}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
