import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rowMs } from "../../src/attention/day";
import { OTHER_APPS } from "../../src/attention/heartbeat";
import { compile } from "../../src/catalog/classify";
import { addUp } from "../../src/trap/totals";
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
  const answer = fc.constantFrom("build", "apart", null);
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
