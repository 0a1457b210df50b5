import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import messages from "../../../public/_locales/en/messages.json";
import { moves } from "../../../src/trap/moves/catalogue";
import { explain } from "../../../src/trap/moves/explain";
import { blockOf, moveOf, type Story, situationOf, told, type Visit } from "./situation";

const why = (more: Parameters<typeof moveOf>[0], story: Story = {}) => explain(moveOf(more), situationOf(story));
const facts = [told("customers", 1)];

describe("why this move now", () => {
  test("is the stage", () => {
    expect(why({ channel: "outreach" })).toBe("before a first customer, conversations beat launches");
    expect(why({ channel: "launch" })).toMatch(/^a launch brings strangers only once/);
    expect(why({ channel: "outreach" }, { facts })).toMatch(/^with a first customer/);
  });

  test("is the channel that worked, before all else", () => {
    const blocks = [blockOf({ id: "another", channel: "community" }, { ago: 10, outcome: "posted" })];
    const rise = [told("visitors", 1, 11), told("visitors", 2, 9)];
    const visits: Visit[] = [["x.com", "feeds", 60]];
    expect(why({ channel: "community" }, { blocks, facts: rise, visits })).toBe(
      "more visitors came after taking part in a community, so stay with what works",
    );
    expect(why({ channel: "outreach" }, { blocks, facts: rise })).toMatch(/conversations beat launches/);
  });

  test.each(["visitors", "users", "customers"] as const)("names the number that rose: %s", (kind) => {
    const blocks = [blockOf({ id: "another", channel: "social" }, { ago: 10, outcome: "posted" })];
    const rise = [told(kind, 1, 11), told(kind, 2, 9)];
    expect(why({ channel: "social" }, { blocks, facts: rise })).toBe(
      `more ${kind} came after posting, so stay with what works`,
    );
  });

  test("has words for a channel that it does not know", () => {
    const blocks = [blockOf({ id: "another", channel: "leaflets" }, { ago: 10, outcome: "posted" })];
    const rise = [told("users", 1, 11), told("users", 2, 9)];
    expect(why({ channel: "leaflets" }, { blocks, facts: rise })).toMatch(/^more users came after such a move,/);
    expect(why({ channel: "leaflets" })).toBe("every channel is worth one small test");
  });

  test("is that it leads away from the feeds that are scrolled", () => {
    const visits: Visit[] = [["x.com", "feeds", 60]];
    expect(why({}, { visits })).toBe("it is away from the feeds that you scroll");
    expect(why({ url: "https://x.com/messages" }, { visits })).toMatch(/conversations beat launches/);
  });

  test("is that one reaches out there already, once there is a customer", () => {
    const visits: Visit[] = [["c.example", "community", 20]];
    expect(why({ channel: "community" }, { visits, facts })).toBe("you reach out there most already");
    expect(why({ channel: "community" }, { visits })).toMatch(/where people already talk/);
  });
});

describe("why not now", () => {
  test.each<[string, Parameters<typeof moveOf>[0], Story]>([
    ["done today", {}, { blocks: [blockOf(moveOf(), { ago: 0 })] }],
    ["done yesterday", {}, { blocks: [blockOf(moveOf(), { ago: 1 })] }],
    ["done 2 days ago", {}, { blocks: [blockOf(moveOf(), { ago: 2 })] }],
    ["done 6 days ago", {}, { blocks: [blockOf(moveOf(), { ago: 6 })] }],
    ["it is planned already", {}, { blocks: [blockOf(moveOf(), { plannedAgo: -1 })] }],
    ["it is running", {}, { blocks: [blockOf(moveOf(), { ago: 0, until: situationOf().now + 1 })] }],
    [
      "done already, and each place takes only one launch",
      { channel: "launch" },
      { blocks: [blockOf(moveOf(), { ago: 90 })] },
    ],
    ["for later, because it needs a first customer", { stage: "after" }, {}],
    ["only for those who use example.com already", { regularsOnly: true }, {}],
  ])("%s", (clause, more, story) => {
    expect(why(more, story)).toBe(clause);
  });
});

test("every move of the catalogue has a reason in both stages, as one short clause", () => {
  const visits = moves.map(({ url }): Visit => [new URL(url).host.replace("www.", ""), "content", 1]);
  for (const hasCustomer of [false, true])
    for (const move of moves.filter(({ stage }) => hasCustomer || stage !== "after")) {
      const clause = explain(move, situationOf({ visits, facts: hasCustomer ? facts : [] }));
      expect(clause, move.id).toMatch(/^[a-z].{10,89}[^.!?]$/);
      expect(clause, move.id).not.toMatch(/^(only )?for |one small test/);
    }
});

test("every move of the catalogue has a channel that there are words for, once it worked", () => {
  const rise = [told("visitors", 1, 41), told("visitors", 2, 39), told("customers", 1)];
  const visits = moves.map(({ url }): Visit => [new URL(url).host.replace("www.", ""), "content", 1]);
  for (const move of moves) {
    const blocks = [blockOf({ id: "another", channel: move.channel }, { ago: 40, outcome: "posted" })];
    const clause = explain(move, situationOf({ visits, facts: rise, blocks }));
    expect(clause, move.id).toMatch(/^more visitors came after [a-z ]+, so stay with what works$/);
    expect(clause, move.id).not.toContain("such a move");
  }
});

test("no reason is left over among the texts", () => {
  const source = readFileSync(new URL("../../../src/trap/moves/explain.ts", import.meta.url), "utf8");
  const reasons = Object.keys(messages).filter((name) => /^move_(reason|doing|before|after|rest)_/.test(name));
  const unsaid = reasons.filter((name) => !source.includes(`"${name.replace(/_(one|other)$/, "")}"`));
  expect(reasons.length).toBeGreaterThan(30);
  expect(unsaid).toEqual([]);
});
