import { describe, expect, test } from "vitest";
import { UNKNOWN_HOUR } from "../../src/attention/day";
import { OTHER_APPS } from "../../src/attention/heartbeat";
import { compile } from "../../src/catalog/classify";
import { DECLARED, isOff, judge, type OffHours, standardsOf } from "../../src/trap/standards";
import { blockOf } from "./block";
import { catalog, standards } from "./draw";

/** 2026-03-02 is a Monday. */
const [SUNDAY, MONDAY, TUESDAY, FRIDAY, SATURDAY] = [
  "2026-03-01",
  "2026-03-02",
  "2026-03-03",
  "2026-03-06",
  "2026-03-07",
] as const;

describe("hours that do not count", () => {
  const hoursOff = (off: OffHours, day: string) =>
    Array.from({ length: 24 }, (_, hour) => hour).filter((hour) => isOff([off], day, hour));

  test("are none unless some are said", () => {
    expect(isOff([], MONDAY, 9)).toBe(false);
    expect(hoursOff({ days: [], from: 0, until: 24 }, MONDAY)).toEqual([]);
  });

  test("are from the first hour on until the last, which counts", () => {
    const off = { days: [1], from: 9, until: 12 };
    expect(hoursOff(off, MONDAY)).toEqual([9, 10, 11]);
  });

  test("are on the days of the week that were said, to the first and last of it", () => {
    const dayJob = { days: [1, 2, 3, 4, 5], from: 9, until: 10 };
    expect([SUNDAY, MONDAY, FRIDAY, SATURDAY].map((day) => hoursOff(dayJob, day).length)).toEqual([0, 1, 1, 0]);
    const sundays = { days: [7], from: 9, until: 10 };
    expect([SUNDAY, MONDAY, SATURDAY].map((day) => hoursOff(sundays, day).length)).toEqual([1, 0, 0]);
  });

  test("never are those of which only the day is known", () => {
    for (const off of [
      { days: [1], from: 0, until: 24 },
      { days: [1], from: 22, until: 6 },
    ])
      expect(isOff([off], MONDAY, UNKNOWN_HOUR)).toBe(false);
  });

  test("can be a whole day", () => {
    expect(hoursOff({ days: [1], from: 0, until: 24 }, MONDAY)).toHaveLength(24);
    expect(hoursOff({ days: [1], from: 0, until: 24 }, TUESDAY)).toEqual([]);
  });

  test("go on over midnight into the day after the one that was said", () => {
    const night = { days: [1], from: 22, until: 2 };
    expect(hoursOff(night, MONDAY)).toEqual([22, 23]);
    expect(hoursOff(night, TUESDAY)).toEqual([0, 1]);
    expect(hoursOff(night, SUNDAY)).toEqual([]);
  });

  test("go on from Sunday into Monday", () => {
    const night = { days: [7], from: 23, until: 1 };
    expect(hoursOff(night, SUNDAY)).toEqual([23]);
    expect(hoursOff(night, MONDAY)).toEqual([0]);
    expect(hoursOff(night, "2026-03-08")).toEqual([23]);
  });

  test("are a day's length where they end at the hour at which they begin", () => {
    const around = { days: [1], from: 9, until: 9 };
    expect(hoursOff(around, MONDAY)).toEqual(Array.from({ length: 15 }, (_, i) => i + 9));
    expect(hoursOff(around, TUESDAY)).toEqual(Array.from({ length: 9 }, (_, i) => i));
  });

  test("are those of each that was said", () => {
    const both = [
      { days: [1], from: 9, until: 10 },
      { days: [1], from: 11, until: 12 },
    ];
    expect([9, 10, 11, 12].map((hour) => isOff(both, MONDAY, hour))).toEqual([true, false, true, false]);
  });
});

describe("what time is", () => {
  const blocks = [blockOf({ id: 7, channel: "outreach" })];
  const preferences = standards().preferences;
  const judging = standardsOf(preferences, blocks, catalog);
  const outreach = { category: "distribution", channel: "outreach", label: "Outreach", inBlock: true };

  test("without a block is what its page is", () => {
    const hosting = { category: "build", channel: "code-hosting", label: "Code hosting", inBlock: false };
    expect(judge(judging, "github.com")).toEqual(hosting);
    expect(judge(judging, "plausible.io")).toMatchObject({ channel: "analytics", inBlock: false });
  });

  test.each([
    "github.com",
    "claude.ai",
    "circleci.com",
    "youtube.com",
    "nobody.example",
    OTHER_APPS,
    DECLARED,
    "about:",
  ])("in a block is reaching out on the block's channel: %s", (key) => {
    expect(judge(judging, key, 7)).toEqual(outreach);
  });

  test("in a block keeps the channel of other distribution, but not that of numbers watched", () => {
    expect(judge(judging, "x.com", 7)).toMatchObject({ category: "distribution", channel: "social", inBlock: true });
    expect(judge(judging, "plausible.io", 7)).toEqual(outreach);
  });

  test("in a block is feeds on a feed, and automation on automation", () => {
    expect(judge(judging, "x.com/home", 7)).toEqual(judge(judging, "x.com/home"));
    expect(judge(judging, "n8n.io", 7)).toEqual(judge(judging, "n8n.io"));
    expect(judge(judging, "n8n.io", 7)).toMatchObject({ category: "build", inBlock: false });
  });

  test("in a block that is not known is what its page is", () => {
    expect(judge(judging, "github.com", 8)).toEqual(judge(judging, "github.com"));
  });

  test("on a feed is neutral for who says that scrolling is no distribution, in a block too", () => {
    const without = standardsOf({ ...preferences, feedsCount: false }, blocks, catalog);
    for (const block of [undefined, 7])
      expect(judge(without, "x.com/home", block)).toMatchObject({ category: "neutral", channel: "feeds" });
    expect(judge(judging, "x.com/home")).toMatchObject({ category: "distribution", channel: "feeds" });
    expect(judge(without, "x.com")).toMatchObject({ category: "distribution", channel: "social" });
  });
});

test("a block's channel is called as the catalog calls it, and by its id where that knows none", () => {
  const own = compile([], {
    rules: [],
    channels: [{ id: "my-podcast", label: "Podcast", category: "distribution" }],
    domains: [],
  });
  const blocks = [blockOf({ id: 1, channel: "my-podcast" }), blockOf({ id: 2, channel: "gone" })];
  const { blockChannels } = standardsOf(standards().preferences, blocks, own);
  expect([...blockChannels]).toEqual([
    [1, { channel: "my-podcast", label: "Podcast" }],
    [2, { channel: "gone", label: "gone" }],
  ]);
});
