import { describe, expect, test } from "vitest";
import { doneOf, standingOf, takeBearings } from "../../../src/trap/moves/standing";
import { blockOf, moveOf, type Story, situationOf, told, type Visit } from "./situation";

const move = moveOf();
const launch = moveOf({ id: "a-launch", channel: "launch" });
const MINUTE = 60_000;
const DAY = 86_400_000;

const bearingsOf = (story: Story) => takeBearings(situationOf(story));
const standing = (one: typeof move, story: Story = {}) => {
  const situation = situationOf(story);
  return standingOf(one, doneOf(one, situation), takeBearings(situation));
};

describe("a first customer", () => {
  test.each([
    ["unknown", [], false],
    ["none", [told("customers", 0)], false],
    ["one", [told("customers", 1)], true],
    ["one of a project", [told("customers", 1, 0, "app")], true],
    [
      "one of a project, while all together were none before",
      [told("customers", 0, 9), told("customers", 1, 0, "app")],
      true,
    ],
    ["one once, and none now", [told("customers", 1, 9), told("customers", 0)], false],
    ["users alone", [told("users", 50)], false],
  ])("%s", (_, facts, has) => {
    expect(bearingsOf({ facts }).hasCustomer).toBe(has);
  });
});

describe("where reaching out happens", () => {
  test("is the channel with the most time, from a quarter of an hour on", () => {
    expect(bearingsOf({ visits: [["indiehackers.com", "community", 15]] }).mostReached).toBe("community");
    expect(bearingsOf({ visits: [["indiehackers.com", "community", 15 - 1 / MINUTE]] }).mostReached).toBeNull();
  });

  test("is neither scrolling nor watching nor anything that is no distribution", () => {
    const visits: Visit[] = [
      ["x.com", "feeds", 90],
      ["plausible.io", "analytics", 80],
      ["github.com", "code-hosting", 70, "build"],
      ["mail.google.com", "mail", 60, "neutral"],
      ["linkedin.com", "outreach", 20],
    ];
    expect(bearingsOf({ visits }).mostReached).toBe("outreach");
  });
});

test("sites of distribution are those the user is on, from a minute on", () => {
  const visits: Visit[] = [
    ["x.com", "feeds", 5],
    ["v2ex.com", "community", 1],
    ["tabnews.com.br", "community", 1 - 1 / MINUTE],
    ["github.com", "code-hosting", 70, "build"],
  ];
  expect([...bearingsOf({ visits }).regularSites].sort()).toEqual(["v2ex.com", "x.com"]);
});

test("sites are scrolled while the sign is present, and feeds are kept there", () => {
  const visits = (feeds: number): Visit[] => [
    ["x.com", "feeds", feeds],
    ["reddit.com", "community", 29],
  ];
  expect([...bearingsOf({ visits: visits(30) }).scrolledSites]).toEqual(["x.com"]);
  expect([...bearingsOf({ visits: visits(29) }).scrolledSites]).toEqual([]);
});

describe("a foothold", () => {
  const kept = blockOf(launch, { ago: 10, outcome: "posted" });
  const foothold = (story: Story) => bearingsOf(story).footholds.get("launch");
  const rise = [told("visitors", 10, 11), told("visitors", 12, 5)];

  test("is a channel after whose kept block a number rose", () => {
    expect(foothold({ blocks: [kept], facts: rise })).toBe("visitors");
    expect(foothold({ blocks: [kept], facts: [told("users", 1, 11), told("users", 2, 5)] })).toBe("users");
    expect(foothold({ blocks: [kept], facts: [told("customers", 0, 11), told("customers", 1, 5)] })).toBe("customers");
    expect(foothold({ blocks: [{ ...kept, outcome: "done" }], facts: rise })).toBe("visitors");
    expect(foothold({ blocks: [{ ...kept, outcome: "away" }], facts: rise })).toBe("visitors");
  });

  test.each<[string, Story]>([
    ["the number stayed", { blocks: [kept], facts: [told("visitors", 10, 11), told("visitors", 10, 5)] }],
    ["it fell", { blocks: [kept], facts: [told("visitors", 10, 11), told("visitors", 9, 5)] }],
    ["nothing was told before", { blocks: [kept], facts: [told("visitors", 12, 5)] }],
    ["nothing was told after", { blocks: [kept], facts: [told("visitors", 1, 12), told("visitors", 10, 11)] }],
    ["only revenue rose", { blocks: [kept], facts: [told("revenue", 10, 11), told("revenue", 12, 5)] }],
    ["the block was given up", { blocks: [{ ...kept, ms: 0, outcome: "done" }], facts: rise }],
    ["nobody said that it was done", { blocks: [{ ...kept, outcome: null }], facts: rise }],
    [
      "it was for another project",
      {
        blocks: [{ ...kept, project: "app" }],
        facts: [told("visitors", 10, 11, "site"), told("visitors", 12, 5, "site")],
      },
    ],
    [
      "two projects are compared",
      {
        blocks: [kept],
        facts: [told("visitors", 10, 11, "app"), told("visitors", 12, 5, "site")],
      },
    ],
  ])("is none when %s", (_, story) => {
    expect(foothold(story)).toBeUndefined();
  });

  test("may be told of all together or of the block's project", () => {
    const ofApp = [told("visitors", 10, 11, "app"), told("visitors", 12, 5, "app")];
    for (const project of [null, "app"])
      for (const facts of [rise, ofApp]) expect(foothold({ blocks: [{ ...kept, project }], facts })).toBe("visitors");
  });

  test("is told within two weeks of the block's end", () => {
    const block = blockOf(launch, { ago: 20, outcome: "posted" });
    const at = (block.until ?? 0) + 14 * DAY;
    const toldAt = (instant: number) => [told("visitors", 10, 21), { ...told("visitors", 12), at: instant }];
    expect(foothold({ blocks: [block], facts: toldAt(at) })).toBe("visitors");
    expect(foothold({ blocks: [block], facts: toldAt(at + 1) })).toBeUndefined();
  });
});

describe("a move", () => {
  test("is open when nothing is in its way", () => {
    expect(standing(move)).toBe("open");
  });

  test("rests for seven days once it is kept", () => {
    expect(standing(move, { blocks: [blockOf(move, { ago: 0 })] })).toBe("resting");
    expect(standing(move, { blocks: [blockOf(move, { ago: 6 })] })).toBe("resting");
    expect(standing(move, { blocks: [blockOf(move, { ago: 7 })] })).toBe("open");
    expect(standing(move, { blocks: [blockOf(move, { ago: 20 }), blockOf(move, { ago: 6 })] })).toBe("resting");
    expect(standing(move, { blocks: [blockOf(move, { ago: 6 }), blockOf(move, { ago: 20 })] })).toBe("resting");
  });

  test("rests while it runs, is planned or is due", () => {
    const until = situationOf().now + MINUTE;
    expect(standing(move, { blocks: [blockOf(move, { ago: 0, until, ms: 0 })] })).toBe("resting");
    expect(standing(move, { blocks: [blockOf(move, { plannedAgo: -20 })] })).toBe("resting");
    expect(standing(move, { blocks: [blockOf(move, { plannedAgo: 0 })] })).toBe("resting");
  });

  test("is open again when it was missed or given up", () => {
    expect(standing(move, { blocks: [blockOf(move, { plannedAgo: 1 })] })).toBe("open");
    expect(standing(move, { blocks: [blockOf(move, { ago: 1, ms: 0 })] })).toBe("open");
  });

  test("does not rest because of another", () => {
    expect(standing(move, { blocks: [blockOf(launch, { ago: 0 })] })).toBe("open");
  });

  test("for customers waits for the first", () => {
    const forCustomers = moveOf({ stage: "after" });
    expect(standing(forCustomers)).toBe("early");
    expect(standing(forCustomers, { facts: [told("customers", 1)] })).toBe("open");
    expect(standing(moveOf({ stage: "before" }), { facts: [told("customers", 1)] })).toBe("open");
  });

  test("for regulars waits until the user is on its site", () => {
    const forRegulars = moveOf({ url: "https://www.v2ex.com/go/create", regularsOnly: true });
    expect(standing(forRegulars)).toBe("foreign");
    expect(standing(forRegulars, { visits: [["v2ex.com", "community", 2]] })).toBe("open");
    expect(standing(forRegulars, { visits: [["v2ex.com", "news", 2, "neutral"]] })).toBe("foreign");
  });
});

describe("a launch", () => {
  test("is spent for good once it is kept, or said to be done", () => {
    expect(standing(launch, { blocks: [blockOf(launch, { ago: 400 })] })).toBe("spent");
    for (const outcome of ["posted", "done", "away"] as const)
      expect(standing(launch, { blocks: [blockOf(launch, { ago: 400, ms: 0, outcome })] })).toBe("spent");
  });

  test("is not spent when it was given up or only planned", () => {
    expect(standing(launch, { blocks: [blockOf(launch, { ago: 2, ms: 0 })] })).toBe("open");
    expect(standing(launch, { blocks: [blockOf(launch, { plannedAgo: -2 })] })).toBe("resting");
  });
});

test("a clock that was set back does not undo what was done", () => {
  const situation = situationOf({ blocks: [blockOf(move, { ago: -2, until: 1 })] });
  expect(doneOf(move, situation)).toMatchObject({ daysAgo: 0 });
});
