import { afterEach, expect, test } from "vitest";
import messages from "../../public/_locales/en/messages.json";
import { channelOf, channels } from "../../src/catalog/channels";
import { compile, shippedRules } from "../../src/catalog/classify";
import { setTexts } from "../../src/texts/say";

const english: Record<string, { message: string }> = messages;
afterEach(() => setTexts((name) => english[name]?.message ?? ""));

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

test("a label is looked up when it is read, and copies hold it", () => {
  expect(channelOf("code-hosting")).toEqual({ id: "code-hosting", category: "build", label: "Code hosting" });
  const copies = (channel = channelOf("code-hosting")) => [
    { ...channel },
    structuredClone(channel),
    JSON.parse(JSON.stringify(channel)),
  ];
  setTexts((name) => `~${name}`);
  expect(copies().map(({ label }) => label)).toEqual(Array(3).fill("~channel_code_hosting"));
  const [copy] = copies();
  setTexts(() => "later");
  expect([copy.label, channelOf("code-hosting").label]).toEqual(["~channel_code_hosting", "later"]);
});

test("a catalog looks each label up once, however many rules and pages there are", () => {
  const asked: string[] = [];
  setTexts((name) => {
    asked.push(name);
    return name;
  });
  const catalog = compile(shippedRules());
  expect(catalog.classify("https://github.com/a").label).toBe("channel_code_hosting");
  expect(catalog.classify("http://localhost:1").label).toBe("channel_local");
  expect(catalog.classify("https://unknown.example").label).toBe("channel_misc");
  expect(asked.filter((name) => name.startsWith("channel_")).sort()).toEqual(
    channels.map(({ id }) => `channel_${id.replace("-", "_")}`).sort(),
  );
});
