import { describe, expect, test } from "vitest";
import { zeroTraffic } from "../../../src/trap/signs/zero-traffic";
import { evidenceOf, levelOf, MS, readOf, type Story, told } from "./situation";

const level = (story: Story) => levelOf(zeroTraffic, story);
const threeHours = [{ agents: 90, automation: 60, ci: 30 }];

describe("optimizing without traffic", () => {
  test("needs 10 visitors a week or fewer", async () => {
    const at = (value: number) => level({ days: threeHours, facts: [told("visitors", value)] });
    expect(await at(0)).toBe("present");
    expect(await at(10)).toBe("present");
    expect(await at(11)).toBe("possible");
  });

  test("needs 3 hours on agents, automation and CI", async () => {
    const at = (agents: number) => level({ days: [{ agents, build: 600 }], facts: [told("visitors", 0)] });
    expect(await at(180 - MS)).toBe("possible");
    expect(await at(180)).toBe("present");
  });

  test("goes when the two newest numbers are 50 or more", async () => {
    const at = (...values: number[]) =>
      level({ days: threeHours, facts: values.map((value, i) => told("visitors", value, { ago: 7 * i })) });
    expect(await at(50, 50)).toBe("none");
    expect(await at(49, 50)).toBe("possible");
    expect(await at(50, 49)).toBe("possible");
    expect(await at(50)).toBe("possible");
    expect(await at(50, 50, 0)).toBe("none");
    expect(await at(0, 50, 50)).toBe("present");
  });

  test("goes below an hour of it with more distribution than that", async () => {
    const at = (agents: number, reach: number) => level({ days: [{ agents, reach }], facts: [told("visitors", 0)] });
    expect(await at(60 - MS, 60)).toBe("none");
    expect(await at(60, 600)).toBe("possible");
    expect(await at(30, 30)).toBe("possible");
    expect(await at(30, 30 + MS)).toBe("none");
  });

  test("is nothing without any of it", async () => {
    expect(await level({ days: [{ build: 600 }], facts: [told("visitors", 0)] })).toBe("none");
    expect(await level({})).toBe("none");
    expect(await level({ days: [{ agents: MS }] })).toBe("possible");
  });

  test("looks at 14 days", async () => {
    const idleFor = (idle: number) =>
      level({ days: [...threeHours, ...Array.from({ length: idle }, () => ({}))], facts: [told("visitors", 0)] });
    expect(await idleFor(13)).toBe("present");
    expect(await idleFor(14)).toBe("none");
  });

  test("takes a project's recent visitors for traffic, and its few for no answer", async () => {
    const at = (value: number, ago = 0) =>
      level({ days: threeHours, facts: [told("visitors", value, { ago, project: "a" })] });
    expect(await at(11)).toBe("possible");
    expect(await at(10)).toBe("unknown");
    expect(await at(11, 14)).toBe("possible");
    expect(await at(11, 15)).toBe("unknown");
  });
});

describe("without a number of visitors of the last 14 days", () => {
  const asks = { kind: "visitors", project: null };

  test("it is asked for where it decides", async () => {
    expect(await readOf(zeroTraffic, { days: threeHours })).toEqual({
      level: "unknown",
      evidence: "How many visitors came last week? With 3 h on agents, automation and CI it matters.",
      asks,
    });
    expect(await readOf(zeroTraffic, { days: [{ agents: 180 - MS }] })).toMatchObject({
      level: "possible",
      asks: null,
    });
    expect(await readOf(zeroTraffic, { days: [{ agents: 59, reach: 60 }] })).toMatchObject({
      level: "none",
      asks: null,
    });
  });

  test("a number of 14 days ago holds, one of 15 is asked for again", async () => {
    const at = (value: number, ago: number) =>
      readOf(zeroTraffic, { days: threeHours, facts: [told("visitors", value, { ago })] });
    expect(await at(3, 14)).toMatchObject({ level: "present" });
    expect(await at(3, 15)).toEqual({
      level: "unknown",
      evidence:
        "How many visitors came last week? Your last number is 15 days old, and with 3 h on agents, automation and CI it matters.",
      asks,
    });
  });

  test("two great numbers that are old clear nothing; an old one and a recent one do", async () => {
    const at = (newest: number, before: number) =>
      level({
        days: threeHours,
        facts: [told("visitors", 80, { ago: before }), told("visitors", 80, { ago: newest })],
      });
    expect(await at(15, 22)).toBe("unknown");
    expect(await at(14, 22)).toBe("none");
  });
});

const visited = (value: number) => [told("visitors", value)];

test.each<[string, string, Story]>([
  ["present at 0", "6 h on agents, automation and CI in 14 days, for 0 visitors a week.", { facts: visited(0) }],
  ["present at 1", "6 h on agents, automation and CI in 14 days, for 1 visitor a week.", { facts: visited(1) }],
  ["present at 7", "6 h on agents, automation and CI in 14 days, for 7 visitors a week.", { facts: visited(7) }],
  ["possible", "6 h on agents, automation and CI in 14 days, for 40 visitors a week.", { facts: visited(40) }],
  [
    "possible, visitors unknown",
    "45 m on agents, automation and CI in 14 days.",
    { days: [{ agents: 45, reach: 10 }] },
  ],
  ["none", "", { days: [{ build: 600 }] }],
])("says when %s: %s", async (_, evidence, story) => {
  expect(await evidenceOf(zeroTraffic, { days: [{ agents: 360 }], ...story })).toBe(evidence);
});

test("says when it goes", () => {
  expect(zeroTraffic.clearsWhen).toBe(
    "Goes after two weekly numbers of 50 visitors, or when agents, automation and CI take less than 1 h and less than distribution.",
  );
});
