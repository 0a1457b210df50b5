import { say, type TextName } from "../texts/say";

export type Category = "build" | "distribution" | "neutral";

export interface Channel {
  id: string;
  category: Category;
  /** What people read: of the user's own channels in their words, of ours in their language. */
  readonly label: string;
}

/** Channels whose labels are looked up when they are read: texts are there only later. Copies and messages hold the label itself. */
const channelsOf = (category: Category, ids: string): Channel[] =>
  ids.split(" ").map((id) => ({
    id,
    category,
    get label() {
      return say(`channel_${id.replace("-", "_")}` as TextName);
    },
  }));

/** Every kind of work, in the order in which lists show it. */
export const channels: readonly Channel[] = [
  ...channelsOf(
    "build",
    "code-hosting editor ai automation docs infra ci database registry monitoring design planning devtools local",
  ),
  ...channelsOf(
    "distribution",
    "social feeds community launch analytics content outreach ads seo scheduling support marketplace",
  ),
  ...channelsOf(
    "neutral",
    "mail search news video shopping chat banking travel government games maps calendar browser misc",
  ),
];

const byId = new Map(channels.map((channel) => [channel.id, channel]));

/** The channel of an id. Throws for an id that is none: ids come from our own lists. */
export function channelOf(id: string): Channel {
  const channel = byId.get(id);
  if (!channel) throw new Error(`There is no channel "${id}"`);
  return channel;
}
