import { describe, expect, test } from "vitest";
import { afterFactory } from "../../../src/trap/signs/after-factory";
import { type Day, days, evidenceOf, levelOf, MS, type Story } from "./situation";

const level = (story: Story) => levelOf(afterFactory, story);
/** Days that end today, the first of them so many days ago with a build. */
const since = (ago: number, today: Day = {}): Day[] => [{ build: 60 }, ...days(ago - 1, {}), { build: 60, ...today }];

describe("marketing after the factory: a planned block", () => {
  const at = (...blocks: Story["blocks"] & object) => level({ days: since(3), blocks });

  test("that was moved twice", async () => {
    expect(await at({ plannedAgo: -1, moved: 1 })).toBe("possible");
    expect(await at({ plannedAgo: -1, moved: 2 })).toBe("present");
    expect(await at({ plannedAgo: -1, moved: 1 }, { plannedAgo: 0, moved: 1 })).toBe("present");
  });

  test("that was missed twice, or moved and missed", async () => {
    expect(await at({ plannedAgo: 1 })).toBe("possible");
    expect(await at({ plannedAgo: 1 }, { plannedAgo: 2 })).toBe("present");
    expect(await at({ plannedAgo: 1, moved: 1 })).toBe("present");
  });

  test("of today is not missed before the day is over", async () => {
    expect(await at({ plannedAgo: 1 }, { plannedAgo: 0 })).toBe("possible");
  });

  test("counts from 13 days ago on, and ahead", async () => {
    expect(await at({ plannedAgo: 13 }, { plannedAgo: 13 })).toBe("present");
    expect(await at({ plannedAgo: 13 }, { plannedAgo: 14 })).toBe("possible");
    expect(await at({ plannedAgo: -30, moved: 2 })).toBe("present");
  });

  test("that was started after all counts as moved until it is kept", async () => {
    expect(await at({ plannedAgo: 0, startedAgo: 0, moved: 2, spent: 14 })).toBe("present");
    expect(await at({ plannedAgo: 0, startedAgo: 0, moved: 2, spent: 15 })).toBe("none");
  });

  test("that is kept clears, within the 14 days", async () => {
    const missed = [{ plannedAgo: 1 }, { plannedAgo: 2 }];
    expect(await at(...missed, { plannedAgo: 13, startedAgo: 13, spent: 15 })).toBe("none");
    expect(await at(...missed, { plannedAgo: 14, startedAgo: 14, spent: 15 })).toBe("present");
    expect(await at(...missed, { plannedAgo: 3, startedAgo: 3, outcome: "posted" })).toBe("none");
  });

  test("is none that was started without a plan", async () => {
    expect(await at({ plannedAgo: 1 }, { plannedAgo: 2 }, { startedAgo: 0, spent: 30 })).toBe("present");
  });

  test("that is planned, and neither moved nor missed, makes it no more than possible", async () => {
    expect(await level({ days: since(20), blocks: [{ plannedAgo: -3 }] })).toBe("possible");
    expect(await level({ days: since(20), blocks: [{ plannedAgo: 2, startedAgo: 2, spent: 14 }] })).toBe("possible");
  });
});

describe("marketing after the factory: nothing planned", () => {
  test("from 14 days after the first build on", async () => {
    expect(await level({ days: since(13) })).toBe("possible");
    expect(await level({ days: since(14) })).toBe("present");
  });

  test("with less than 30 minutes of reaching out", async () => {
    expect(await level({ days: since(20, { reach: 20, post: 10 - MS }) })).toBe("present");
    expect(await level({ days: since(20, { reach: 20, post: 10 }) })).toBe("possible");
    expect(await level({ days: since(20, { feeds: 100, analytics: 100 }) })).toBe("present");
  });

  test("whatever was done without a plan, or planned before the 14 days", async () => {
    expect(await level({ days: since(20), blocks: [{ startedAgo: 1, spent: 29 }] })).toBe("present");
    expect(await level({ days: since(20), blocks: [{ startedAgo: 1, spent: 30 }] })).toBe("possible");
    expect(await level({ days: since(20), blocks: [{ plannedAgo: 14, startedAgo: 14, spent: 30 }] })).toBe("present");
  });

  test("but not when nothing was built in the 14 days, or ever", async () => {
    expect(await level({ days: [{ build: 60 }, ...days(14, {})] })).toBe("none");
    expect(await level({ days: [{ build: 60 }, ...days(13, {})] })).toBe("possible");
    expect(await level({ days: [{ build: 60 }, ...days(14, {}), { build: MS }] })).toBe("present");
    expect(await level({})).toBe("none");
    expect(await level({ days: [{ reach: 10 }] })).toBe("none");
  });
});

test("an hour of reaching out clears either", async () => {
  const missed = [{ plannedAgo: 1 }, { plannedAgo: 2 }];
  expect(await level({ days: since(20, { reach: 60 }), blocks: missed })).toBe("none");
  expect(await level({ days: since(20, { reach: 60 - MS }), blocks: missed })).toBe("present");
  expect(await level({ days: since(20, { reach: 60 }) })).toBe("none");
  expect(await level({ days: since(20, { reach: 60 - MS }) })).toBe("possible");
});

const quiet = since(3);
const some = since(3, { reach: 12 });

test.each<[string, string, Story]>([
  [
    "moved once",
    "A planned block was moved once in 14 days, and you reached out for 12 m.",
    { days: some, blocks: [{ plannedAgo: -1, moved: 1 }] },
  ],
  [
    "one moved twice",
    "A planned block was moved twice in 14 days, and you did not reach out at all.",
    { days: quiet, blocks: [{ plannedAgo: -1, moved: 2 }] },
  ],
  [
    "missed once",
    "A planned block was missed once in 14 days, and you did not reach out at all.",
    { days: quiet, blocks: [{ plannedAgo: 1 }] },
  ],
  [
    "missed once, another to come",
    "A planned block was missed once in 14 days, and you did not reach out at all.",
    { days: quiet, blocks: [{ plannedAgo: 1 }, { plannedAgo: -1 }] },
  ],
  [
    "one moved and missed",
    "A planned block was moved once and missed once in 14 days, and you reached out for 12 m.",
    { days: some, blocks: [{ plannedAgo: 1, moved: 1 }] },
  ],
  [
    "many moved and missed",
    "Planned blocks were moved 3 times and missed twice in 14 days, and you reached out for 12 m.",
    { days: some, blocks: [{ plannedAgo: 1, moved: 3 }, { plannedAgo: 2 }] },
  ],
  [
    "planned, not kept yet",
    "No planned block is kept yet, and you reached out for 12 m in 14 days.",
    { days: some, blocks: [{ plannedAgo: -1 }] },
  ],
  [
    "nothing planned for long",
    "No block is planned 20 days after your first build, and you did not reach out at all in 14 days.",
    { days: since(20) },
  ],
  [
    "nothing planned for long, some reaching out",
    "No block is planned 14 days after your first build, and you reached out for 29 m in 14 days.",
    { days: since(14, { reach: 29.5 }) },
  ],
  ["nothing planned", "No block is planned, and you reached out for 12 m in 14 days.", { days: some }],
  ["none", "", { days: since(20, { reach: 60 }) }],
])("says when %s: %s", async (_, evidence, story) => {
  expect(await evidenceOf(afterFactory, story)).toBe(evidence);
});

test("says when it goes", () => {
  expect(afterFactory.clearsWhen).toBe("Goes after 1 h of reaching out in 14 days, or when you keep a planned block.");
});
