import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "../../../src/attention/day";
import { numberKinds } from "../../../src/trap/facts";
import { moves } from "../../../src/trap/moves/catalogue";
import type { Move } from "../../../src/trap/moves/move";
import { rankMoves } from "../../../src/trap/moves/rank";
import { doneOf, standingOf, takeBearings } from "../../../src/trap/moves/standing";
import type { Situation } from "../../../src/trap/situation";
import { blockOf, moveOf, type Story, situationOf, TODAY, told, type Visit } from "./situation";

const idsOf = (ranked: readonly Move[]) => ranked.map(({ id }) => id);
const rank = (story: Story = {}, skipped: string[] = []) => rankMoves(moves, situationOf(story), { skipped });

const find = (id: string) => {
  const found = moves.find((move) => move.id === id);
  if (!found) throw new Error(`There is no move "${id}"`);
  return found;
};

/** Where a move stands, 0 for the first. */
const placeIn = (ranked: readonly Move[], id: string) => idsOf(ranked).indexOf(id);

/** The order of a few moves, drawn as ids; the turn of the day is left out, for the moves are far apart. */
const orderOf = (some: Move[], story: Story = {}) => idsOf(rankMoves(some, situationOf(story)));

const customer = [told("customers", 1)];

describe("before a first customer", () => {
  test("conversations come before launches, and launches before pages", () => {
    const ranked = rank();
    const placesOf = (...channels: string[]) =>
      ranked.flatMap(({ channel, stage, regularsOnly }, i) =>
        channels.includes(channel) && stage !== "after" && !regularsOnly ? [i] : [],
      );
    expect(Math.max(...placesOf("outreach", "support"))).toBeLessThan(Math.min(...placesOf("launch")));
    expect(Math.max(...placesOf("community", "social"))).toBeLessThan(Math.min(...placesOf("launch")));
    expect(Math.max(...placesOf("launch"))).toBeLessThan(Math.min(...placesOf("content", "seo", "analytics")));
  });

  test("answering users is a conversation too", () => {
    const some = ["launch", "community", "support"].map((channel) => moveOf({ id: channel, channel }));
    expect(orderOf(some)).toEqual(["support", "community", "launch"]);
  });

  test("what needs a customer comes after all that does not", () => {
    const ranked = rank().filter(({ regularsOnly }) => !regularsOnly);
    const first = ranked.findIndex(({ stage }) => stage === "after");
    expect(ranked.slice(first).every(({ stage }) => stage === "after")).toBe(true);
  });

  test("a first conversation made for this stage is offered, on every day of a month", () => {
    for (let later = 0; later < 31; later++)
      expect(rank({ later })[0]).toMatchObject({ stage: "before", channel: "outreach" });
  });
});

describe("with a first customer", () => {
  test("what is asked of customers comes first, on every day of a month", () => {
    for (let later = 0; later < 31; later++)
      expect(rank({ later, facts: customer })[0]).toMatchObject({ stage: "after" });
  });

  test("customers are nearer than any page, post or launch", () => {
    const some = ["launch", "seo", "social", "support", "outreach", "support"].map((channel) =>
      moveOf({ id: channel, channel }),
    );
    expect(orderOf(some, { facts: customer }).slice(0, 3).toSorted()).toEqual(["outreach", "support", "support"]);
  });

  test("what is for before steps back, and can still be done", () => {
    const ranked = rank({ facts: customer }).filter(({ channel }) => channel === "outreach");
    const stages = ranked.map(({ stage }) => ["after", "any", "before"].indexOf(stage));
    expect(stages).toEqual(stages.toSorted());
  });
});

describe("a move that was done", () => {
  const id = "watch-one-person";
  const done = (ago: number) => rank({ blocks: [blockOf(find(id), { ago })] });
  const open = (ranked: readonly Move[], story: Story) => {
    const situation = situationOf(story);
    const bearings = takeBearings(situation);
    return ranked.filter((move) => standingOf(move, doneOf(move, situation), bearings) === "open").length;
  };

  test("within seven days goes last", () => {
    expect(done(0).at(-1)?.id).toBe(id);
    expect(done(6).at(-1)?.id).toBe(id);
    expect(done(7).at(-1)?.id).not.toBe(id);
  });

  test("within 28 days steps back behind its kind", () => {
    const never = placeIn(rank(), id);
    for (const ago of [7, 27]) {
      const place = placeIn(done(ago), id);
      expect(place).toBeGreaterThan(never);
      expect(place).toBeGreaterThan(placeIn(done(ago), "signed-up-and-left"));
      expect(place).toBeLessThan(open(done(ago), {}));
    }
    expect(placeIn(done(28), id)).toBe(never);
  });

  test("goes last while it runs or is planned", () => {
    const until = situationOf().now + 1;
    expect(rank({ blocks: [blockOf(find(id), { ago: 0, until, ms: 0 })] }).at(-1)?.id).toBe(id);
    expect(rank({ blocks: [blockOf(find(id), { plannedAgo: -1 })] }).at(-1)?.id).toBe(id);
    expect(rank({ blocks: [blockOf(find(id), { plannedAgo: 1 })] })).toEqual(rank());
  });
});

describe("a launch", () => {
  const kept = (ago: number) => [blockOf(find("show-hn"), { ago, outcome: "posted" })];

  test("that was kept never comes back, after all that rests and is skipped", () => {
    for (const ago of [0, 8, 29, 400]) expect(rank({ blocks: kept(ago) }).at(-1)?.id).toBe("show-hn");
    const skipped = idsOf(moves);
    expect(rank({ blocks: kept(400) }, skipped).at(-1)?.id).toBe("show-hn");
  });

  test("leaves other places open", () => {
    const ranked = rank({ blocks: kept(40) });
    expect(placeIn(ranked, "product-hunt")).toBeLessThan(placeIn(ranked, "answer-to-a-search"));
  });
});

describe("a foothold", () => {
  const rise = [told("visitors", 10, 21), told("visitors", 40, 15)];
  const published = [blockOf(find("publish-again"), { ago: 20, outcome: "posted" })];
  const stayed = [told("visitors", 10, 21), told("visitors", 10, 15)];

  test("lifts its channel by more than one kind and less than two", () => {
    const ranked = rank({ facts: rise, blocks: published });
    expect(placeIn(ranked, "answer-to-a-search")).toBeLessThan(placeIn(ranked, "product-hunt"));
    expect(placeIn(ranked, "answer-to-a-search")).toBeGreaterThan(placeIn(ranked, "three-answers-on-reddit"));
    const without = rank({ facts: stayed, blocks: published });
    expect(placeIn(without, "answer-to-a-search")).toBeGreaterThan(placeIn(without, "product-hunt"));
  });

  test("brings its channel to the front once there is a customer", () => {
    const facts = [...rise, told("customers", 3)];
    for (let later = 0; later < 7; later++)
      expect(rank({ facts, blocks: published, later })[0]?.channel).toBe("content");
    expect(rank({ facts: [...stayed, told("customers", 3)], blocks: published })[0]?.channel).not.toBe("content");
  });
});

describe("among moves of one kind", () => {
  const first = moveOf({ id: "first", url: "https://a.example/" });
  const second = moveOf({ id: "second", url: "https://b.example/" });
  const others = Array.from({ length: 4 }, (_, i) => moveOf({ id: `best-${i}`, stage: "before" }));
  /** Behind others that take turns: the order of these two alone. */
  const pair = (some: Move[], story?: Story) =>
    orderOf([...some, ...others], story).filter((id) => !id.startsWith("best"));

  test("the catalogue's order decides last", () => {
    expect(pair([first, second])).toEqual(["first", "second"]);
    expect(pair([second, first])).toEqual(["second", "first"]);
  });

  test("the shorter comes first", () => {
    expect(pair([first, { ...second, minutes: 29 }])).toEqual(["second", "first"]);
  });

  test("the one on a site that the user is on comes first, even if it takes longer", () => {
    const longer = { ...second, minutes: 60 };
    expect(pair([first, longer], { visits: [["b.example", "community", 2]] })).toEqual(["second", "first"]);
    expect(pair([first, longer], { visits: [["b.example", "misc", 2, "neutral"]] })).toEqual(["first", "second"]);
  });

  test("the one off the feeds comes first while most of distribution is scrolling", () => {
    const visits: Visit[] = [["a.example", "feeds", 31]];
    expect(pair([first, second], { visits })).toEqual(["second", "first"]);
    expect(pair([first, second], { visits: [["a.example", "feeds", 29]] })).toEqual(["first", "second"]);
  });

  test("the channel with the most reaching out comes first", () => {
    const community = moveOf({ id: "community", channel: "community" });
    const social = moveOf({ id: "social", channel: "social" });
    const visits: Visit[] = [["c.example", "social", 20]];
    expect(pair([community, social])).toEqual(["community", "social"]);
    expect(pair([community, social], { visits })).toEqual(["social", "community"]);
  });
});

describe("who mostly scrolls", () => {
  test("is sent to no site that they scroll, on any day of a week", () => {
    const visits: Visit[] = [["x.com", "feeds", 120]];
    const firsts = Array.from({ length: 7 }, (_, later) => new URL(rank({ visits, later })[0]?.url ?? "").host);
    expect(firsts).not.toContain("x.com");
    expect(Array.from({ length: 7 }, (_, later) => new URL(rank({ later })[0]?.url ?? "").host)).toContain("x.com");
  });
});

describe("from day to day", () => {
  const firsts = (days: number, story: Story = {}) =>
    Array.from({ length: days }, (_, later) => rank({ ...story, later })[0]?.id);

  test("the first move changes, and all that take turns come up", () => {
    const seen = firsts(14);
    for (let i = 1; i < seen.length; i++) expect(seen[i]).not.toBe(seen[i - 1]);
    expect(new Set(seen).size).toBeGreaterThanOrEqual(5);
  });

  test("what is close takes turns, up to three take turns further away, and none a step behind", () => {
    const seenOf = (some: Move[]) =>
      new Set(Array.from({ length: 12 }, (_, later) => rankMoves(some, situationOf({ later }))[0]?.id));
    const best = moveOf({ id: "best", stage: "before" });
    const near = Array.from({ length: 4 }, (_, i) => moveOf({ id: `near-${i}` }));
    const far = moveOf({ id: "far", stage: "before", channel: "community" });
    expect(seenOf([best, ...near]).size).toBe(3);
    expect(seenOf([best, { ...best, id: "b" }, { ...best, id: "c" }, ...near]).size).toBe(3);
    expect(seenOf(Array.from({ length: 5 }, (_, i) => ({ ...best, id: `best-${i}` }))).size).toBe(5);
    expect([...seenOf([best, far])]).toEqual(["best"]);
  });

  test("founders who began on different days see different moves", () => {
    const began = (firstBuildDay: string) => rank({ firstBuildDay })[0]?.id;
    expect(new Set([began("2026-01-05"), began("2026-01-06"), began("2026-01-07")]).size).toBe(3);
  });

  test("founders in different situations see different moves", () => {
    const stories: Story[] = [
      {},
      { facts: customer },
      { visits: [["x.com", "feeds", 120]], firstBuildDay: "2026-03-01" },
      {
        facts: [...customer, told("visitors", 1, 21), told("visitors", 2, 15)],
        blocks: [blockOf(find("three-answers-on-reddit"), { ago: 20, outcome: "posted" })],
      },
    ];
    expect(new Set(stories.map((story) => rank(story)[0]?.id)).size).toBe(stories.length);
  });
});

describe("skipped moves", () => {
  test("go to the end, and the others keep their order", () => {
    const ranked = idsOf(rank());
    const skipped = ranked.slice(0, 3);
    expect(idsOf(rank({}, skipped))).toEqual([...ranked.slice(3), ...skipped]);
  });

  test("come after what rests", () => {
    const blocks = [blockOf(find("watch-one-person"), { ago: 1 })];
    expect(idsOf(rank({ blocks }, ["five-who-know-you"])).slice(-2)).toEqual(["watch-one-person", "five-who-know-you"]);
  });

  test("may be unknown", () => {
    expect(rank({}, ["no-such-move"])).toEqual(rank());
  });
});

describe("whatever the situation", () => {
  const anyMove = fc.constantFrom(...moves);
  const anySituation = fc.record({
    later: fc.integer({ min: 0, max: 800 }),
    firstBuildDay: fc.option(fc.integer({ min: 0, max: 800 }).map((ago) => addDays(TODAY, -ago))),
    facts: fc.array(
      fc
        .tuple(fc.constantFrom(...numberKinds), fc.nat(20), fc.nat(40), fc.constantFrom(null, "app"))
        .map(([kind, value, ago, project]) => told(kind, value, ago, project)),
      { maxLength: 8 },
    ),
    blocks: fc.array(
      fc
        .record({
          move: anyMove,
          ago: fc.option(fc.integer({ min: -3, max: 60 })),
          plannedAgo: fc.integer({ min: -10, max: 40 }),
          outcome: fc.constantFrom(null, "posted", "away", "done"),
          ms: fc.nat(60 * 60_000),
          project: fc.constantFrom(null, "app", "site"),
        })
        .map(({ move, ...more }) => blockOf(move, more)),
      { maxLength: 12 },
    ),
    visits: fc.array(
      fc.tuple(
        fc.constantFrom("x.com", "linkedin.com", "reddit.com", "v2ex.com", "github.com"),
        fc.constantFrom("feeds", "social", "outreach", "community", "analytics", "content"),
        fc.nat(600),
        fc.constantFrom("distribution", "neutral"),
      ),
      { maxLength: 6 },
    ),
  });
  const skipped = fc.array(
    anyMove.map(({ id }) => id),
    { maxLength: 10 },
  );

  test("every move stands in the queue once, and nothing is changed", () => {
    fc.assert(
      fc.property(anySituation, skipped, (story, passed) => {
        const situation = situationOf(story);
        const before = structuredClone(situation);
        const ranked = rankMoves(moves, situation, { skipped: passed });
        expect(idsOf(ranked).toSorted()).toEqual(idsOf(moves).toSorted());
        expect(situation).toEqual(before);
        expect(rankMoves(moves, structuredClone(situation), { skipped: passed })).toEqual(ranked);
      }),
    );
  });

  test("the first can be done now, and is another within three days", () => {
    fc.assert(
      fc.property(anySituation, (story) => {
        const firsts = [0, 1, 2].map((days) => {
          const situation: Situation = situationOf({ ...story, later: (story.later ?? 0) + days });
          const [first] = rankMoves(moves, situation);
          if (!first) throw new Error("There is no first");
          expect(standingOf(first, doneOf(first, situation), takeBearings(situation))).toBe("open");
          return first.id;
        });
        expect(new Set(firsts).size).toBeGreaterThan(1);
      }),
    );
  });

  test("no moves are no error", () => {
    expect(rankMoves([], situationOf())).toEqual([]);
    expect(rankMoves([moveOf()], situationOf())).toHaveLength(1);
  });
});
