import { describe, expect, test } from "vitest";
import { channels } from "../../../src/catalog/channels";
import { shippedRules } from "../../../src/catalog/classify";
import { findRules, isOverruled, listRules, patternsByChannel, rulesIn } from "../../../src/dashboard/rules/rulelists";

const podcast = { id: "my-podcast", label: "Podcast", category: "distribution" } as const;
const shipped = patternsByChannel([
  { text: "netflix.com", channel: "video" },
  { text: "x.com", channel: "social" },
  { text: "x.com/home", channel: "feeds" },
  { text: "a.video", channel: "docs" },
]);
const own = patternsByChannel([
  { text: "riverside.fm", channel: "my-podcast" },
  { text: "pods.x.com", channel: "my-podcast" },
]);
const lists = listRules([...channels, podcast], shipped, own);
const found = (search: string) => findRules(lists, search).map(({ text, channel }) => `${text} ${channel.id}`);

describe("the lists of rules", () => {
  test("hold every shipped rule once, under every channel, in alphabetical order", () => {
    const all = listRules(channels, patternsByChannel(shippedRules()), new Map());
    expect(all.map(({ channel }) => channel.id)).toEqual(channels.map(({ id }) => id));
    const texts = all.flatMap((list) => rulesIn(list).map(({ text, channel }) => `${channel.id} ${text}`));
    expect(texts.toSorted()).toEqual([...shippedRules()].map(({ text, channel }) => `${channel} ${text}`).sort());
    for (const list of all) expect(list.shipped).toEqual([...list.shipped].sort());
  });

  test("hold the user's rules under their channels, before the shipped ones", () => {
    const video = listRules(channels, shipped, patternsByChannel([{ text: "z.tv", channel: "video" }])).find(
      ({ channel }) => channel.id === "video",
    );
    expect(video && rulesIn(video).map(({ text, isOwn }) => [text, isOwn])).toEqual([
      ["z.tv", true],
      ["netflix.com", false],
    ]);
  });
});

describe("a search over the lists", () => {
  test("finds parts of patterns: the user's first, then what begins with it", () => {
    expect(found("x.com")).toEqual(["pods.x.com my-podcast", "x.com social", "x.com/home feeds", "netflix.com video"]);
  });

  test("finds names of channels, the user's own too, whatever the case", () => {
    expect(found("VIDEO")).toEqual(["a.video docs", "netflix.com video"]);
    expect(found("podcast")).toEqual(["pods.x.com my-podcast", "riverside.fm my-podcast"]);
  });

  test("wants every word, in the pattern or in the channel's name", () => {
    expect(found(" x.com  podcast ")).toEqual(["pods.x.com my-podcast"]);
    expect(found("x.com editors")).toEqual([]);
  });

  test("for nothing finds nothing", () => {
    expect(found("")).toEqual([]);
    expect(found("  ")).toEqual([]);
  });
});

describe("a shipped rule is overruled", () => {
  test("by a rule of the user's for the same place, however it is spelled", () => {
    const texts = new Set(["x.com", "github.com/*/*/**"]);
    expect(isOverruled("x.com", texts)).toBe(true);
    expect(isOverruled("github.com/{owner}/{repo}/**", texts)).toBe(true);
    expect(isOverruled("x.com/home", texts)).toBe(false);
  });

  test("when all of its alternatives are", () => {
    expect(isOverruled("google.{com,de}", new Set(["google.com"]))).toBe(false);
    expect(isOverruled("google.{com,de}", new Set(["google.com", "google.de"]))).toBe(true);
  });

  test("never where the user has no rules", () => {
    expect(isOverruled("x.com", new Set())).toBe(false);
  });
});
