import { expect, test } from "vitest";
import { channelOf, channels } from "../../src/catalog/channels";

test("the channels and their categories are those that exports and the command line promise", () => {
  const ids = (category: string) => channels.filter((channel) => channel.category === category).map(({ id }) => id);
  expect(ids("build").join(" ")).toBe(
    "code-hosting editor ai automation docs infra ci database registry monitoring design planning devtools local",
  );
  expect(ids("distribution").join(" ")).toBe(
    "social feeds community launch analytics content outreach ads seo scheduling support marketplace",
  );
  expect(ids("neutral").join(" ")).toBe(
    "mail search news video shopping chat banking travel government games maps calendar browser misc",
  );
});

test("no two channels share an id or a label", () => {
  expect(new Set(channels.map(({ id }) => id)).size).toBe(channels.length);
  expect(new Set(channels.map(({ label }) => label)).size).toBe(channels.length);
});

test("a channel is found by its id, and an id that is none throws", () => {
  for (const channel of channels) expect(channelOf(channel.id)).toBe(channel);
  expect(() => channelOf("factory")).toThrow('There is no channel "factory"');
});
