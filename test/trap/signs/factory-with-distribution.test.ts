import { describe, expect, test } from "vitest";
import { factoryWithDistribution } from "../../../src/trap/signs/factory-with-distribution";
import { type BlockStory, days, evidenceOf, levelOf, MS, type Story } from "./situation";

const done = (startedAgo: number) => ({ startedAgo, spent: 15 });
const kept = (ago: number) => ({ plannedAgo: ago, startedAgo: ago, spent: 15 });
const missed = (ago: number) => ({ plannedAgo: ago });
const four: BlockStory[] = [done(12), done(8), done(6), done(0)];
const balanced = days(3, { build: 360, reach: 300 });
/** With an hour of four blocks, exactly 40% distribution. */
const justBalanced = days(3, { build: 360, reach: 220 });

const level = (story: Story) => levelOf(factoryWithDistribution, { days: balanced, blocks: four, ...story });
const at = (...blocks: BlockStory[]) => level({ blocks });

describe("a factory with distribution", () => {
  test("is balanced", async () => {
    expect(await level({ days: justBalanced })).toBe("present");
    expect(await level({ days: days(3, { build: 360, reach: 220 - MS }) })).toBe("none");
    expect(await level({ days: justBalanced, target: 0.6 })).toBe("none");
    expect(await level({ days: days(3, { build: 360, reach: 320 }), target: 0.6 })).toBe("present");
  });

  test("is balanced by more than scrolling, and by enough hours", async () => {
    expect(await level({ days: days(3, { build: 360, feeds: 300 }) })).toBe("none");
    expect(await level({ days: days(3, { build: 60, reach: 20 }) })).toBe("present");
    expect(await level({ days: days(3, { build: 60, reach: 20 - MS }) })).toBe("none");
  });

  test("has two blocks done in each of the two weeks", async () => {
    expect(await at(done(12), done(6), done(0))).toBe("none");
    expect(await at(done(12), done(8), done(0))).toBe("none");
    expect(await at(done(13), done(7), done(6), done(0))).toBe("present");
    expect(await at(done(14), done(7), done(6), done(0))).toBe("none");
    expect(await at(done(13), done(6), done(6), done(0))).toBe("none");
    expect(await at(done(13), done(7), done(7), done(0))).toBe("none");
  });

  test("counts no block that was given up or is running", async () => {
    const short = { startedAgo: 0, spent: 14 };
    expect(await at(done(12), done(8), done(6), short)).toBe("none");
    const running = { startedAgo: 0, spent: 20, isRunning: true };
    expect(await at(done(12), done(8), done(6), running)).toBe("none");
    expect(await at(done(12), done(8), done(6), { startedAgo: 0, outcome: "posted" })).toBe("present");
  });

  test("has three quarters of the planned blocks kept", async () => {
    const keptFour = [kept(12), kept(8), kept(6), kept(0)];
    expect(await at(...keptFour, missed(3))).toBe("present");
    expect(await at(...keptFour, missed(3), missed(2))).toBe("none");
    expect(await at(...four, kept(5), kept(4), kept(3), missed(2))).toBe("present");
    expect(await at(...four, kept(5), kept(4), missed(3))).toBe("none");
    expect(await at(...four, { plannedAgo: 3, startedAgo: 3, spent: 14 })).toBe("none");
  });

  test("is not judged by blocks that are ahead, due today or running, nor by those before the 14 days", async () => {
    const open = [-1, 0].map((ago) => ({ plannedAgo: ago }));
    const running = { plannedAgo: 0, startedAgo: 0, isRunning: true };
    expect(await at(...four, ...open, running)).toBe("present");
    expect(await at(...four, missed(14))).toBe("present");
    expect(await at(...four, missed(13))).toBe("none");
  });

  test("is good news, and never only possible", async () => {
    expect(factoryWithDistribution.isGood).toBe(true);
    expect(await level({ blocks: [] })).toBe("none");
    expect(await level({ days: [] })).toBe("none");
  });
});

test.each<[string, string, Story]>([
  ["without plans", "40% distribution, with 2 blocks done in the last 7 days and 2 in the 7 before.", {}],
  [
    "with one plan kept",
    "40% distribution, with 3 blocks done in the last 7 days and 2 in the 7 before, and every planned one kept.",
    { blocks: [...four, kept(3)] },
  ],
  [
    "with most plans kept",
    "40% distribution, with 2 blocks done in the last 7 days and 2 in the 7 before, and 4 of 5 planned ones kept.",
    { blocks: [kept(12), kept(8), kept(6), kept(0), missed(1)] },
  ],
  ["none", "", { blocks: [] }],
])("says %s: %s", async (_, evidence, story) => {
  expect(await evidenceOf(factoryWithDistribution, { days: justBalanced, blocks: four, ...story })).toBe(evidence);
});

test("says what keeps it", () => {
  expect(factoryWithDistribution.clearsWhen).toBe(
    "Stays while the meter is balanced, each week has 2 blocks done, and 75% of the planned ones are kept.",
  );
});
