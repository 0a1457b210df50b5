import { describe, expect, test } from "vitest";
import type { Fact } from "../../../src/trap/facts";
import { slop } from "../../../src/trap/signs/slop";
import { evidenceOf, levelOf, MS, project, readOf, type Story, told } from "./situation";

const three = [project("a", 60), project("b", 90), project("c", 120)];
const visitors = (...values: (number | null)[]): Fact[] =>
  values.flatMap((value, i) => (value === null ? [] : [told("visitors", value, { project: "abcdef"[i] ?? "" })]));
const none = visitors(0, 0, 0, 0);
const level = (story: Story) => levelOf(slop, { projects: three, facts: none, ...story });

describe("many projects that nobody was shown", () => {
  test("are three or more", async () => {
    expect(await level({})).toBe("present");
    expect(await level({ projects: three.slice(0, 2) })).toBe("none");
    expect(await level({ projects: [] })).toBe("none");
    expect(await level({ projects: [...three, project("d", 60)] })).toBe("present");
  });

  test("of an hour of building each, in 28 days", async () => {
    expect(await level({ projects: [project("a", 60, { ago: 27 }), ...three.slice(1)] })).toBe("present");
    expect(await level({ projects: [project("a", 60, { ago: 28 }), ...three.slice(1)] })).toBe("none");
    expect(await level({ projects: [project("a", 60 - MS), ...three.slice(1)] })).toBe("none");
  });

  test("that are not parked", async () => {
    expect(await level({ projects: [project("a", 60, { isParked: true }), ...three.slice(1)] })).toBe("none");
  });

  test("none with more than 10 visitors a week", async () => {
    expect(await level({ facts: visitors(10, 10, 10) })).toBe("present");
    expect(await level({ facts: visitors(10, 10, 11) })).toBe("possible");
  });

  test("by each project's newest number", async () => {
    const before = [told("visitors", 40, { project: "a", ago: 9 }), told("visitors", 0, { project: "b", ago: 9 })];
    expect(await level({ facts: [...none, ...before] })).toBe("present");
    expect(await level({ facts: [...before, ...visitors(0, 11, 0)] })).toBe("possible");
  });

  test("none with a block that was kept in the 28 days, planned or not", async () => {
    const at = (spent: number) => level({ blocks: [{ startedAgo: 20, project: "b", spent }] });
    expect(await at(14)).toBe("present");
    expect(await at(15)).toBe("possible");
    expect(await level({ blocks: [{ startedAgo: 0, isRunning: true, project: "b", spent: 20 }] })).toBe("present");
    expect(await level({ blocks: [{ plannedAgo: -1, project: "b" }] })).toBe("present");
    expect(await level({ blocks: [{ startedAgo: 2, spent: 30 }] })).toBe("present");
    const launched = (startedAgo: number) =>
      level({ blocks: [{ startedAgo, project: "b", channel: "launch", outcome: "posted" }] });
    expect(await launched(27)).toBe("possible");
    expect(await launched(28)).toBe("present");
  });

  test("and go with 30 minutes of blocks for one of them", async () => {
    const blocks = (project: string, last: number) =>
      [10, 10, last].map((spent) => ({ startedAgo: 9, project, spent }));
    expect(await level({ blocks: blocks("a", 10 - MS) })).toBe("present");
    expect(await level({ blocks: blocks("a", 10) })).toBe("none");
    expect(await level({ projects: [...three, project("d", 59)], blocks: blocks("d", 14) })).toBe("present");
  });

  test("whatever a project that does not count has", async () => {
    const other = [...three, project("d", 59)];
    expect(await level({ projects: other, facts: visitors(0, 0, 0, 500) })).toBe("present");
    expect(await level({ projects: other, blocks: [{ startedAgo: 1, project: "d", spent: 15 }] })).toBe("present");
    expect(await level({ projects: other, facts: visitors(0, 0, 0, null) })).toBe("present");
  });
});

describe("without a project's number of visitors", () => {
  const asking = (facts: Fact[], story: Story = {}) => readOf(slop, { projects: three, facts, ...story });

  test("that of the most built is asked for", async () => {
    expect(await asking([])).toEqual({
      level: "unknown",
      evidence: "How many visitors does Project c have a week? With 3 projects built in 28 days it matters.",
      asks: { kind: "visitors", project: "c" },
    });
    expect(await asking(visitors(null, 0, 0))).toMatchObject({ level: "unknown", asks: { project: "a" } });
  });

  test("but not where it does not decide", async () => {
    expect(await asking(visitors(11))).toMatchObject({ level: "possible", asks: null });
    expect(await asking([], { blocks: [{ startedAgo: 1, project: "a", spent: 15 }] })).toMatchObject({
      level: "possible",
      asks: null,
    });
    expect(await asking([], { projects: three.slice(1) })).toMatchObject({ level: "none", asks: null });
  });

  test("nor when all together have no more than 10, by a number of the last 14 days", async () => {
    const all = (value: number, ago = 0) => asking([told("visitors", value, { ago })]);
    expect(await all(10)).toMatchObject({ level: "present" });
    expect(await all(11)).toMatchObject({ level: "unknown" });
    expect(await all(10, 14)).toMatchObject({ level: "present" });
    expect(await all(10, 15)).toMatchObject({ level: "unknown" });
    expect(await asking([told("visitors", 10), ...visitors(0, 0)])).toMatchObject({ level: "present" });
  });
});

test.each<[string, string, Story]>([
  [
    "at 0 visitors",
    "You built 3 projects in 28 days, none with a visitor and none with a block done.",
    { facts: visitors(0, 0, 0) },
  ],
  [
    "at 1 visitor",
    "You built 3 projects in 28 days, none with more than 1 visitor a week and none with a block done.",
    { facts: visitors(0, 1, 0) },
  ],
  [
    "at 7 visitors",
    "You built 4 projects in 28 days, none with more than 7 visitors a week and none with a block done.",
    { projects: [...three, project("d", 60)], facts: visitors(0, 1, 0, 7) },
  ],
  [
    "once one was shown",
    "You built 3 projects in 28 days, and 1 of them has more than 10 visitors a week or a block done.",
    { facts: visitors(40) },
  ],
  [
    "once two were shown",
    "You built 3 projects in 28 days, and 2 of them have more than 10 visitors a week or a block done.",
    { facts: visitors(40), blocks: [{ startedAgo: 1, project: "b", spent: 15 }] },
  ],
  ["when there is nothing of it", "", { projects: [] }],
])("says %s: %s", async (_, evidence, story) => {
  expect(await evidenceOf(slop, { projects: three, ...story })).toBe(evidence);
});

test("says when it goes", () => {
  expect(slop.clearsWhen).toBe(
    "Goes when you park projects until fewer than 3 are left, or give one of them 30 m of blocks.",
  );
});
