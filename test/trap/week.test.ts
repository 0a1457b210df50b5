import { describe, expect, test } from "vitest";
import { type DayRow, UNKNOWN_HOUR } from "../../src/attention/day";
import { OTHER_APPS } from "../../src/attention/heartbeat";
import type { Span } from "../../src/attention/span";
import type { BlockTime } from "../../src/trap/block";
import { addUp } from "../../src/trap/totals";
import { changeText, summarize, type WeekSources } from "../../src/trap/week";
import { duration, HOUR, MINUTE, row, rows, standards } from "./draw";

const week = { start: "2026-03-02", end: "2026-03-08" };

const sources = (some: Partial<WeekSources>): WeekSources => ({
  rows: [],
  spans: [],
  standards: standards(),
  signs: [],
  blocks: [],
  facts: [],
  move: null,
  today: "2026-03-08",
  now: Date.UTC(2026, 2, 8, 20, 30),
  ...some,
});

const summaryOf = (drawn: DayRow[], some: Partial<WeekSources> = {}) =>
  summarize(week, sources({ rows: drawn, ...some }));

describe("a week in numbers", () => {
  const none = { buildMs: 0, distributionMs: 0, neutralMs: 0, otherAppsMs: 0, reachingOutMs: 0 };

  test("adds up the days from Monday to Sunday and no other", () => {
    const drawn = rows`
      2026-03-01 github.com 7h
      2026-03-02 github.com 1h
      2026-03-08 x.com 2h
      2026-03-09 github.com 5h
    `;
    const { totals, channels, sites } = summaryOf(drawn);
    expect(totals).toEqual({
      buildMs: HOUR,
      distributionMs: 2 * HOUR,
      neutralMs: 0,
      otherAppsMs: 0,
      feedsMs: 0,
      analyticsMs: 0,
      reachingOutMs: 2 * HOUR,
    });
    expect(channels.map(({ channel }) => channel)).toEqual(["social", "code-hosting"]);
    expect(sites.map(({ site }) => site)).toEqual(["x.com", "github.com"]);
  });

  test("of nothing is all zero", () => {
    expect(summaryOf([], { today: "2026-03-02" })).toEqual({
      generatedAt: "2026-03-08T20:30:00.000Z",
      week,
      totals: { ...none, feedsMs: 0, analyticsMs: 0 },
      zone: "not-enough-data",
      share: null,
      target: 0.5,
      otherAppsAreBuild: false,
      previous: null,
      channels: [],
      sites: [],
      siteDays: [],
      days: [{ ...none, day: "2026-03-02" }],
      longestBuildMs: 0,
      signs: [],
      blocks: [],
      facts: [],
      move: null,
    });
  });

  test("lists each day until today, those without time too", () => {
    const drawn = rows`
      2026-03-02 github.com 1h
      2026-03-04 x.com 30m
    `;
    expect(summaryOf(drawn, { today: "2026-03-05" }).days).toEqual([
      { ...none, day: "2026-03-02", buildMs: HOUR },
      { ...none, day: "2026-03-03" },
      { ...none, day: "2026-03-04", distributionMs: 30 * MINUTE, reachingOutMs: 30 * MINUTE },
      { ...none, day: "2026-03-05" },
    ]);
  });

  test("of a week that is over lists seven days", () => {
    expect(summaryOf([], { today: "2026-03-08" }).days).toHaveLength(7);
    expect(summaryOf([], { today: "2026-03-09" }).days.at(-1)?.day).toBe("2026-03-08");
    expect(summaryOf([], { today: "2026-04-01" }).days).toHaveLength(7);
  });

  test("is judged by itself, by the meter's own gate", () => {
    const three = rows`
      2026-03-02 github.com 2h
      2026-03-03 github.com 2h
      2026-03-04 x.com 1h
      2026-02-24 x.com 20h
    `;
    expect(summaryOf(three)).toMatchObject({ zone: "drifting", share: 0.2 });
    expect(summaryOf(three.slice(1))).toMatchObject({ zone: "not-enough-data", share: 1 / 3 });
  });

  test("holds other apps in build only for those who build there", () => {
    const drawn = rows`
      2026-03-02 github.com 1h
      2026-03-02 other-apps: 3h
    `;
    expect(summaryOf(drawn, { standards: standards({ otherApps: "build" }) })).toMatchObject({
      otherAppsAreBuild: true,
      totals: { buildMs: 4 * HOUR, otherAppsMs: 3 * HOUR },
      share: 0,
    });
    for (const otherApps of ["apart", null] as const) {
      expect(summaryOf(drawn, { standards: standards({ otherApps }) })).toMatchObject({
        otherAppsAreBuild: false,
        totals: { buildMs: HOUR, otherAppsMs: 3 * HOUR },
      });
    }
  });
});

describe("the sites of each day", () => {
  const drawn = rows`
    2026-03-01 github.com 7h
    2026-03-04 x.com/home 10m
    2026-03-02 github.com 1h
    2026-03-04 youtube.com 1h
    2026-03-04 x.com 10m
    2026-03-02 claude.ai 2h
    2026-03-08 github.com 5m
    2026-03-04 github.com 10m
    2026-03-02 about: 1h
    2026-03-02 other-apps: 4h
    2026-03-09 github.com 5h
  `;

  test("are in order of the days, on each the longest time first, a site once for each channel", () => {
    const told = summaryOf(drawn).siteDays.map(({ day, site, channel, ms }) => [day, site, channel, ms]);
    expect(told).toEqual([
      ["2026-03-02", "claude.ai", "ai", 2 * HOUR],
      ["2026-03-02", "github.com", "code-hosting", HOUR],
      ["2026-03-04", "youtube.com", "video", HOUR],
      ["2026-03-04", "github.com", "code-hosting", 10 * MINUTE],
      ["2026-03-04", "x.com", "feeds", 10 * MINUTE],
      ["2026-03-04", "x.com", "social", 10 * MINUTE],
      ["2026-03-08", "github.com", "code-hosting", 5 * MINUTE],
    ]);
  });

  test("say category and channel as people read it", () => {
    const [first] = summaryOf(drawn).siteDays;
    const { label } = standards().classify("claude.ai");
    expect(first).toEqual({
      day: "2026-03-02",
      site: "claude.ai",
      channel: "ai",
      category: "build",
      label,
      ms: 2 * HOUR,
    });
  });

  test("add up to the week's sites, whatever does not count", () => {
    const offHours = [{ days: [1, 3], from: 0, until: 1 }];
    const { sites, siteDays } = summaryOf(drawn, { standards: standards({ offHours }) });
    expect(siteDays.find(({ site }) => site === "claude.ai")?.ms).toBe(HOUR);
    for (const { site, channel, ms } of sites) {
      const days = siteDays.filter((one) => one.site === site && one.channel === channel);
      expect(days.reduce((sum, one) => sum + one.ms, 0)).toBe(ms);
    }
    const sumOf = (times: { ms: number }[]) => times.reduce((sum, { ms }) => sum + ms, 0);
    expect(sumOf(siteDays)).toBe(sumOf(sites));
  });
});

test("time of which only the day is known counts like any other", () => {
  const imported: DayRow[] = [
    { day: "2026-03-02", key: "github.com", hours: { [UNKNOWN_HOUR]: 30 * HOUR } },
    { day: "2026-03-03", key: "x.com", hours: { 9: HOUR, [UNKNOWN_HOUR]: 3 * HOUR } },
    { day: "2026-02-25", key: "x.com", hours: { [UNKNOWN_HOUR]: 2 * HOUR } },
  ];
  const told = summaryOf(imported);
  expect(told.totals).toMatchObject({ buildMs: 30 * HOUR, distributionMs: 4 * HOUR });
  expect(told.days.map(({ buildMs, distributionMs }) => buildMs + distributionMs)).toEqual([
    30 * HOUR,
    4 * HOUR,
    0,
    0,
    0,
    0,
    0,
  ]);
  expect(told.siteDays.map(({ site, ms }) => [site, ms])).toEqual([
    ["github.com", 30 * HOUR],
    ["x.com", 4 * HOUR],
  ]);
  expect(told.previous?.totals.distributionMs).toBe(2 * HOUR);
  expect(told.sites).toEqual(addUp(imported.slice(0, 2), standards()).sites);
});

test("the share that is aimed at is the user's", () => {
  expect(summaryOf([], { standards: standards({ target: 0.3 }) }).target).toBe(0.3);
});

test("a week may begin on any day, and the week before is the seven days before it", () => {
  const drawn = rows`
    2026-02-21 github.com 2h
    2026-02-22 github.com 1h
    2026-02-28 x.com 1h
    2026-03-01 github.com 3h
    2026-03-07 x.com 2h
    2026-03-08 x.com 50h
  `;
  const sunday = { start: "2026-03-01", end: "2026-03-07" };
  const { totals, days, previous } = summarize(sunday, sources({ rows: drawn, today: "2026-03-09" }));
  expect(totals).toMatchObject({ buildMs: 3 * HOUR, distributionMs: 2 * HOUR });
  expect([days.length, days[0]?.day, days.at(-1)?.day]).toEqual([7, "2026-03-01", "2026-03-07"]);
  expect(previous).toMatchObject({
    week: { start: "2026-02-22", end: "2026-02-28" },
    totals: { buildMs: HOUR, distributionMs: HOUR },
  });
});

describe("the change of the share", () => {
  const previous = summaryOf(rows`2026-02-24 github.com 1h`).previous;
  if (previous === null) throw new Error("there is a week before");
  const change = (share: number | null, before: number | null) =>
    changeText({ share, previous: { ...previous, share: before } });

  test.each([
    [0.2, 0.14, "6 points more than in the week before (14%)."],
    [0.14, 0.2, "6 points less than in the week before (20%)."],
    [0.21, 0.2, "1 point more than in the week before (20%)."],
    [0.1999, 0.2, "1 point less than in the week before (20%)."],
    [0.209, 0.201, "As in the week before: 20%."],
    [0.2, 0.2, "As in the week before: 20%."],
    // 0.29 × 100 is 28.999999999999996.
    [0.29, 0.28, "1 point more than in the week before (28%)."],
    [0.28, 0.29, "1 point less than in the week before (29%)."],
    [0, 0.004, "As in the week before: <1%."],
    [1, 0, "100 points more than in the week before (0%)."],
  ])("to %d from %d is told in the points that are read", (share, before, sentence) => {
    expect(change(share, before)).toBe(sentence);
  });

  test("is none where a share is missing", () => {
    expect(change(null, 0.2)).toBeNull();
    expect(change(0.2, null)).toBeNull();
    expect(changeText({ share: 0.2, previous: null })).toBeNull();
  });
});

describe("the week before", () => {
  test("is told by the same measures", () => {
    const drawn = rows`
      2026-02-23 github.com 3h
      2026-02-25 x.com 1h
      2026-03-01 x.com 1h
      2026-02-22 x.com 50h
      2026-03-02 github.com 50h
    `;
    expect(summaryOf(drawn).previous).toEqual({
      week: { start: "2026-02-23", end: "2026-03-01" },
      totals: {
        buildMs: 3 * HOUR,
        distributionMs: 2 * HOUR,
        neutralMs: 0,
        otherAppsMs: 0,
        feedsMs: 0,
        analyticsMs: 0,
        reachingOutMs: 2 * HOUR,
      },
      zone: "balanced",
      share: 0.4,
    });
  });

  test("is null when nothing was recorded in it, or only browser pages", () => {
    expect(summaryOf(rows`2026-03-02 github.com 1h`).previous).toBeNull();
    expect(summaryOf(rows`2026-02-22 github.com 1h`).previous).toBeNull();
    expect(summaryOf(rows`2026-02-24 about: 1h`).previous).toBeNull();
  });

  test("is there with neutral time or other apps alone, without a share", () => {
    expect(summaryOf(rows`2026-02-24 youtube.com 1h`).previous).toMatchObject({ share: null, zone: "not-enough-data" });
    expect(summaryOf(rows`2026-02-24 other-apps: 1h`).previous).toMatchObject({ share: null, zone: "not-enough-data" });
  });
});

describe("the longest stretch", () => {
  const start = Date.UTC(2026, 2, 2, 9);
  const span = (key: string, from: string, to: string): Span => ({
    key,
    start: start + duration(from),
    end: start + duration(to),
    offset: 0,
    audible: false,
    elapsed: start + duration(to),
  });
  const spans = [span("github.com", "0ms", "1h"), span(OTHER_APPS, "1h", "3h"), span("claude.ai", "3h", "3h 30m")];
  const longest = (otherApps: "build" | "apart" | null) =>
    summaryOf([], { spans, standards: standards({ otherApps }) }).longestBuildMs;

  test("is of pages that are building, and of other apps for those who build there", () => {
    expect(longest("build")).toBe(duration("3h 30m"));
    expect(longest("apart")).toBe(HOUR);
    expect(longest(null)).toBe(HOUR);
  });
});

test("sources are left as they are", () => {
  const some = sources({ rows: [row("2026-03-02", "github.com", HOUR), row("2026-02-24", "x.com", HOUR)] });
  const before = structuredClone({ rows: some.rows, spans: some.spans });
  summarize(week, some);
  expect({ rows: some.rows, spans: some.spans }).toEqual(before);
});

describe("blocks and facts of the week", () => {
  const plan = (day: string) => ({ when: "wake up", day, at: Date.parse(day) + 9 * HOUR });
  const block = (id: number, some: Partial<BlockTime>): BlockTime => ({
    id,
    move: "five-messages",
    title: "Send five messages",
    channel: "outreach",
    project: null,
    minutes: 30,
    plan: null,
    moved: 0,
    from: null,
    day: null,
    until: null,
    outcome: null,
    ms: 0,
    ...some,
  });
  const started = (day: string) => ({ day, from: Date.parse(day), until: Date.parse(day) + HOUR / 2 });

  test("are those that were for its days, by day, each with how it stands", () => {
    const blocks = [
      block(1, started("2026-03-01")),
      block(2, { plan: plan("2026-03-05"), moved: 1 }),
      block(3, { ...started("2026-03-02"), ms: 15 * MINUTE }),
      block(4, { ...started("2026-03-08"), ms: 15 * MINUTE - 1 }),
      block(5, { plan: plan("2026-03-09") }),
    ];
    const told = summaryOf([], { blocks }).blocks;
    expect(told.map(({ state, plannedFor, startedOn, moved }) => ({ state, plannedFor, startedOn, moved }))).toEqual([
      { state: "kept", plannedFor: null, startedOn: "2026-03-02", moved: 0 },
      { state: "missed", plannedFor: "2026-03-05", startedOn: null, moved: 1 },
      { state: "short", plannedFor: null, startedOn: "2026-03-08", moved: 0 },
    ]);
  });

  test("have what was told of the same before, of the same project alone", () => {
    const fact = (day: string, value: number, project: string | null = null) =>
      ({ kind: "customers", value, day, at: Date.parse(day), project }) as const;
    const facts = [
      fact("2026-03-08", 3),
      fact("2026-02-20", 1),
      fact("2026-03-01", 2),
      fact("2026-03-02", 9, "acme"),
      fact("2026-03-09", 4),
    ];
    expect(summaryOf([], { facts }).facts.map(({ value, before }) => [value, before])).toEqual([
      [9, null],
      [3, 2],
    ]);
  });
});
