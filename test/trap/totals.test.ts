import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type DayRow, rowMs } from "../../src/attention/day";
import { OTHER_APPS } from "../../src/attention/heartbeat";
import { compile } from "../../src/catalog/classify";
import { DECLARED, type Preferences } from "../../src/trap/standards";
import { addUp } from "../../src/trap/totals";
import { blockOf } from "./block";
import { duration, HOUR, MINUTE, row, rows, standards } from "./draw";

const add = (drawn: ReturnType<typeof rows>, otherApps: "build" | "apart" | null = "apart") =>
  addUp(drawn, standards({ otherApps }));

describe("the totals", () => {
  const two = rows`
    2026-03-03 x.com/home 10m
    2026-03-02 github.com 2h
    2026-03-02 claude.ai 1h
    2026-03-02 n8n.io 20m
    2026-03-02 circleci.com 5m
    2026-03-02 x.com 30m
    2026-03-03 plausible.io 15m
    2026-03-03 indiehackers.com 40m
    2026-03-03 youtube.com 1h 30m
    2026-03-03 nobody.example 3m
    2026-03-03 about: 4h
    2026-03-03 other-apps: 2h
  `;

  test("add up build, distribution and neutral, and their parts", () => {
    expect(add(two)).toMatchObject({
      buildMs: duration("3h 25m"),
      distributionMs: duration("1h 35m"),
      neutralMs: duration("1h 33m"),
      otherAppsMs: duration("2h"),
      factoryMs: duration("1h 25m"),
      feedsMs: duration("10m"),
      analyticsMs: duration("15m"),
      reachingOutMs: duration("1h 10m"),
    });
  });

  test("hold other apps in build for those who build there, and apart for all others", () => {
    expect(add(two, "build")).toMatchObject({ buildMs: duration("5h 25m"), otherAppsMs: duration("2h") });
    expect(add(two, "apart")).toMatchObject({ buildMs: duration("3h 25m"), otherAppsMs: duration("2h") });
    expect(add(two, null)).toMatchObject({ buildMs: duration("3h 25m"), otherAppsMs: duration("2h") });
  });

  test("other apps are no part of the factory, no channel and no site", () => {
    const { factoryMs, channels, sites } = add(rows`2026-03-02 other-apps: 2h`, "build");
    expect({ factoryMs, channels, sites }).toEqual({ factoryMs: 0, channels: [], sites: [] });
  });

  test("tell each day with time, in order", () => {
    expect(add(two, "build").days).toEqual([
      {
        day: "2026-03-02",
        buildMs: duration("3h 25m"),
        distributionMs: 30 * MINUTE,
        neutralMs: 0,
        otherAppsMs: 0,
        reachingOutMs: 30 * MINUTE,
      },
      {
        day: "2026-03-03",
        buildMs: 2 * HOUR,
        distributionMs: duration("1h 5m"),
        neutralMs: duration("1h 33m"),
        otherAppsMs: 2 * HOUR,
        reachingOutMs: 40 * MINUTE,
      },
    ]);
  });

  test("list channels, the longest first, equal ones by name", () => {
    const drawn = rows`
      2026-03-02 x.com 10m
      2026-03-02 claude.ai 10m
      2026-03-03 github.com 5m
      2026-03-02 github.com 6m
    `;
    expect(add(drawn).channels).toEqual([
      { channel: "code-hosting", category: "build", label: "Code hosting", ms: 11 * MINUTE },
      { channel: "ai", category: "build", label: "AI & agents", ms: 10 * MINUTE },
      { channel: "social", category: "distribution", label: "Social", ms: 10 * MINUTE },
    ]);
  });

  test("list a site once for each of its channels, all its pages together", () => {
    const drawn = rows`
      2026-03-02 x.com/home 5m
      2026-03-02 x.com/a 3m
      2026-03-03 x.com/b 3m
      2026-03-03 github.com/traffic 5m
      2026-03-03 github.com/a 5m
    `;
    expect(add(drawn).sites).toEqual([
      { site: "x.com", channel: "social", category: "distribution", label: "Social", ms: 6 * MINUTE },
      { site: "github.com", channel: "analytics", category: "distribution", label: "Analytics", ms: 5 * MINUTE },
      { site: "github.com", channel: "code-hosting", category: "build", label: "Code hosting", ms: 5 * MINUTE },
      { site: "x.com", channel: "feeds", category: "distribution", label: "Feeds", ms: 5 * MINUTE },
    ]);
  });

  test("know a channel of the user's own by the name they gave it", () => {
    const own = compile([{ text: "github.com", channel: "code-hosting" }], {
      rules: [{ text: "riverside.fm", channel: "my-podcast" }],
      channels: [{ id: "my-podcast", label: "Podcast", category: "distribution" }],
      domains: [],
    });
    const drawn = rows`
      2026-03-02 riverside.fm 2m
      2026-03-02 github.com 1m
    `;
    const { channels, sites, distributionMs } = addUp(drawn, standards({}, own));
    expect(distributionMs).toBe(2 * MINUTE);
    const podcast = { channel: "my-podcast", category: "distribution", label: "Podcast", ms: 2 * MINUTE };
    expect(channels[0]).toEqual(podcast);
    expect(sites[0]).toEqual({ site: "riverside.fm", ...podcast });
  });

  test("know the browser's own pages in nothing, and DevTools as a site", () => {
    expect(add(rows`2026-03-02 about: 1h`)).toEqual(add([]));
    expect(add([])).toEqual({
      buildMs: 0,
      distributionMs: 0,
      neutralMs: 0,
      otherAppsMs: 0,
      factoryMs: 0,
      feedsMs: 0,
      analyticsMs: 0,
      reachingOutMs: 0,
      declaredMs: 0,
      blocks: [],
      channels: [],
      sites: [],
      days: [],
    });
    expect(add(rows`2026-03-02 devtools: 1h`).sites).toEqual([
      { site: "devtools", channel: "devtools", category: "build", label: "Dev tools", ms: HOUR },
    ]);
  });

  test("tell sites on different ports apart", () => {
    const drawn = rows`
      2026-03-02 localhost:3000 2m
      2026-03-02 localhost:4000 1m
    `;
    expect(add(drawn).sites.map(({ site }) => site)).toEqual(["localhost:3000", "localhost:4000"]);
  });
});

describe("in a block", () => {
  const blocks = [blockOf({ id: 7, channel: "outreach" }), blockOf({ id: 8, channel: "launch" })];
  const inBlock = (drawn: ReturnType<typeof rows>, said: Partial<Preferences> = {}, block = 7) =>
    addUp(
      drawn.map((one) => ({ ...one, block })),
      standards(said, undefined, blocks),
    );

  test("all present time is distribution and reaching out: building, neutral pages, browser pages and other apps", () => {
    const drawn = rows`
      2026-03-02 github.com 10m
      2026-03-02 claude.ai 10m
      2026-03-02 youtube.com 10m
      2026-03-02 about: 10m
      2026-03-02 other-apps: 10m
      2026-03-02 plausible.io 10m
      2026-03-02 x.com 10m
    `;
    for (const otherApps of ["build", "apart", null] as const)
      expect(inBlock(drawn, { otherApps })).toMatchObject({
        buildMs: 0,
        neutralMs: 0,
        otherAppsMs: 0,
        factoryMs: 0,
        analyticsMs: 0,
        feedsMs: 0,
        declaredMs: 0,
        distributionMs: HOUR + 10 * MINUTE,
        reachingOutMs: HOUR + 10 * MINUTE,
      });
  });

  test("time stands on the block's channel, and where there is one on its site", () => {
    const { channels, sites } = inBlock(rows`
      2026-03-02 github.com 10m
      2026-03-02 other-apps: 20m
      2026-03-02 x.com 5m
    `);
    const outreach = { channel: "outreach", category: "distribution", label: "Outreach" };
    const social = { channel: "social", category: "distribution", label: "Social", ms: 5 * MINUTE };
    expect(channels).toEqual([{ ...outreach, ms: 30 * MINUTE }, social]);
    expect(sites).toEqual([
      { site: "github.com", ...outreach, ms: 10 * MINUTE },
      { site: "x.com", ...social },
    ]);
  });

  test("feeds stay feeds and automation stays building", () => {
    const drawn = rows`
      2026-03-02 x.com/home 10m
      2026-03-02 n8n.io 20m
    `;
    expect(inBlock(drawn)).toMatchObject({
      buildMs: 20 * MINUTE,
      factoryMs: 20 * MINUTE,
      distributionMs: 10 * MINUTE,
      feedsMs: 10 * MINUTE,
      reachingOutMs: 0,
    });
    expect(inBlock(drawn, { feedsCount: false })).toMatchObject({
      neutralMs: 10 * MINUTE,
      distributionMs: 0,
      feedsMs: 0,
    });
  });

  test("numbers are watched for somebody where that is the block's move", () => {
    const judged = standards({}, undefined, [blockOf({ id: 7, channel: "analytics" })]);
    const { analyticsMs, reachingOutMs } = addUp([{ ...row("2026-03-02", "plausible.io", HOUR), block: 7 }], judged);
    expect({ analyticsMs, reachingOutMs }).toEqual({ analyticsMs: 0, reachingOutMs: HOUR });
  });

  test("what was declared is reaching out, and told as declared; on no site", () => {
    const { distributionMs, reachingOutMs, declaredMs, sites, days } = inBlock(rows`2026-03-02 declared: 30m`);
    expect({ distributionMs, reachingOutMs, declaredMs, sites }).toEqual({
      distributionMs: 30 * MINUTE,
      reachingOutMs: 30 * MINUTE,
      declaredMs: 30 * MINUTE,
      sites: [],
    });
    expect(days).toMatchObject([{ day: "2026-03-02", reachingOutMs: 30 * MINUTE }]);
  });

  test("what was declared for a block that is gone is nothing", () => {
    expect(inBlock(rows`2026-03-02 declared: 30m`, {}, 9)).toEqual({
      ...add([]),
      blocks: [{ id: 9, ms: 30 * MINUTE }],
    });
  });

  test("all time is the block's: present, declared and scrolled", () => {
    const drawn = [
      ...rows`2026-03-02 github.com 10m`,
      ...rows`2026-03-03 x.com/home 5m`,
      ...rows`2026-03-03 declared: 15m`,
      ...rows`2026-03-03 about: 1m`,
    ].map((one) => ({ ...one, block: 7 }));
    const other = rows`2026-03-03 github.com 2m`.map((one) => ({ ...one, block: 8 }));
    const { blocks: spent } = addUp(
      [...drawn, ...other, ...rows`2026-03-03 x.com 9m`],
      standards({}, undefined, blocks),
    );
    expect(spent).toEqual([
      { id: 7, ms: 31 * MINUTE },
      { id: 8, ms: 2 * MINUTE },
    ]);
  });
});

describe("hours that do not count", () => {
  const off = standards({ offHours: [{ days: [1], from: 9, until: 17 }] });
  const at = (hour: number, day = "2026-03-02", key = "github.com") => ({ day, key, hours: { [hour]: HOUR } });
  const built = (...drawn: ReturnType<typeof at>[]) => addUp(drawn, off).buildMs / HOUR;

  test("are left out, to the hour, and on their days alone", () => {
    expect([8, 9, 16, 17].map((hour) => built(at(hour)))).toEqual([1, 0, 0, 1]);
    expect(built(at(9, "2026-03-03"))).toBe(1);
    expect(addUp([{ ...at(8), hours: { 8: 5, 9: 7, 17: 11 } }], off).buildMs).toBe(16);
  });

  test("do not take what was declared: it was spent for a move", () => {
    const judged = standards({ offHours: [{ days: [1], from: 9, until: 17 }] }, undefined, [blockOf({ id: 7 })]);
    const declared = { ...at(10, "2026-03-02", DECLARED), block: 7 };
    expect(addUp([declared], judged)).toMatchObject({ distributionMs: HOUR, reachingOutMs: HOUR, declaredMs: HOUR });
  });

  test("are on no day, in no channel, on no site, and in no block", () => {
    const blocks = [blockOf({ id: 7 })];
    const judged = standards({ offHours: [{ days: [1], from: 9, until: 17 }] }, undefined, blocks);
    expect(addUp([at(9), { ...at(10, "2026-03-02", OTHER_APPS), block: 7 }], judged)).toEqual(add([]));
  });
});

describe("whatever the rows", () => {
  const key = fc.constantFrom(
    "github.com",
    "github.com/traffic",
    "claude.ai",
    "x.com",
    "x.com/home",
    "plausible.io",
    "youtube.com",
    "nobody.example",
    "about:",
    OTHER_APPS,
  );
  const someRows = fc.array(
    fc.record({ day: fc.integer({ min: 1, max: 9 }), key, ms: fc.integer({ min: 1, max: 5 * MINUTE }) }).map((one) =>
      // Few durations, so that many are equal.
      row(`2026-03-0${one.day}`, one.key, Math.ceil(one.ms / MINUTE) * MINUTE),
    ),
    { maxLength: 40 },
  );
  const answer = fc.constantFrom("build" as const, "apart" as const, null);
  const someBlocks = [blockOf({ id: 1, channel: "outreach" }), blockOf({ id: 2, channel: "analytics" })];
  const someMarked = fc
    .tuple(someRows, fc.array(fc.constantFrom(undefined, 1, 2, 3), { minLength: 40, maxLength: 40 }))
    .map(([drawn, marks]) => [
      ...drawn.map((one, i): DayRow => (marks[i] === undefined ? one : { ...one, block: marks[i] })),
      { ...row("2026-03-05", DECLARED, 7 * MINUTE), block: 1 },
    ]);
  const sum = (numbers: number[]) => numbers.reduce((total, n) => total + n, 0);

  test("every millisecond on a site is in one category, one channel, one site and one day", () => {
    fc.assert(
      fc.property(someRows, (drawn) => {
        const { buildMs, distributionMs, neutralMs, otherAppsMs, channels, sites, days } = add(drawn);
        const onSites = sum(drawn.filter((one) => !one.key.endsWith(":")).map(rowMs));
        expect(buildMs + distributionMs + neutralMs).toBe(onSites);
        expect(sum(channels.map(({ ms }) => ms))).toBe(onSites);
        expect(sum(sites.map(({ ms }) => ms))).toBe(onSites);
        expect(sum(days.map((day) => day.buildMs + day.distributionMs + day.neutralMs))).toBe(onSites);
        expect(otherAppsMs).toBe(sum(drawn.filter((one) => one.key === OTHER_APPS).map(rowMs)));
      }),
    );
  });

  test("parts are never more than their whole", () => {
    fc.assert(
      fc.property(someRows, answer, (drawn, otherApps) => {
        const totals = add(drawn, otherApps);
        expect(totals.factoryMs).toBeLessThanOrEqual(totals.buildMs);
        expect(totals.feedsMs + totals.analyticsMs + totals.reachingOutMs).toBe(totals.distributionMs);
        if (otherApps === "build") expect(totals.otherAppsMs).toBeLessThanOrEqual(totals.buildMs);
      }),
    );
  });

  test("and whatever blocks, distribution is feeds, analytics and reaching out, and is made of its channels", () => {
    fc.assert(
      fc.property(someMarked, answer, fc.boolean(), (drawn, otherApps, feedsCount) => {
        const totals = addUp(drawn, standards({ otherApps, feedsCount }, undefined, someBlocks));
        const { feedsMs, analyticsMs, reachingOutMs, distributionMs, channels, days } = totals;
        expect(feedsMs + analyticsMs + reachingOutMs).toBe(distributionMs);
        const reached = channels.filter(({ category }) => category === "distribution");
        expect(sum(reached.map(({ ms }) => ms))).toBe(distributionMs);
        for (const day of days) expect(day.reachingOutMs).toBeLessThanOrEqual(day.distributionMs);
        expect(totals.declaredMs).toBe(7 * MINUTE);
        expect(totals.declaredMs).toBeLessThanOrEqual(reachingOutMs);
        expect(sum(totals.blocks.map(({ ms }) => ms))).toBe(
          sum(drawn.filter(({ block }) => block !== undefined).map(rowMs)),
        );
        if (!feedsCount) expect(feedsMs).toBe(0);
      }),
    );
  });

  test("a block takes time from nothing but building, neutral time and other apps", () => {
    fc.assert(
      fc.property(someMarked, answer, (drawn, otherApps) => {
        const judged = standards({ otherApps }, undefined, someBlocks);
        const bare = addUp(
          drawn.map(({ block: _, ...one }) => one),
          judged,
        );
        const totals = addUp(drawn, judged);
        expect(totals.distributionMs).toBeGreaterThanOrEqual(bare.distributionMs);
        for (const name of ["buildMs", "neutralMs", "otherAppsMs"] as const)
          expect(totals[name]).toBeLessThanOrEqual(bare[name]);
        expect(totals.feedsMs).toBe(bare.feedsMs);
      }),
    );
  });

  test("their order does not matter, and they are left as they are", () => {
    fc.assert(
      fc.property(someRows, answer, fc.infiniteStream(fc.nat()), (drawn, otherApps, ranks) => {
        const before = structuredClone(drawn);
        const shuffled = drawn
          .map((one) => ({ one, rank: ranks.next().value }))
          .toSorted((a, b) => a.rank - b.rank)
          .map(({ one }) => one);
        expect(add(shuffled, otherApps)).toEqual(add(drawn, otherApps));
        expect(drawn).toEqual(before);
      }),
    );
  });
});
