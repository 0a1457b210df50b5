import { describe, expect, test } from "vitest";
import { scrolling } from "../../../src/trap/signs/scrolling";
import { evidenceOf, levelOf, MS, type Story } from "./situation";

const at = (feeds: number, reach: number) => levelOf(scrolling, { days: [{ feeds, reach, build: 300 }] });

describe("scrolling", () => {
  test("shows from 30 minutes on", async () => {
    expect(await at(30, 0)).toBe("present");
    expect(await at(30 - MS, 0)).toBe("possible");
  });

  test("shows when it is more than half of distribution", async () => {
    expect(await at(60, 60)).toBe("none");
    expect(await at(60, 60 - MS)).toBe("present");
    expect(await at(60 + MS, 60)).toBe("present");
    expect(await at(10, 10)).toBe("none");
    expect(await at(10 + MS, 10)).toBe("possible");
  });

  test("is measured against all distribution, analytics too", async () => {
    const level = (analytics: number) => levelOf(scrolling, { days: [{ feeds: 60, analytics }] });
    expect(await level(60)).toBe("none");
    expect(await level(59)).toBe("present");
  });

  test("is nothing without feeds", async () => {
    expect(await at(0, 60)).toBe("none");
    expect(await levelOf(scrolling, {})).toBe("none");
    expect(await levelOf(scrolling, { days: [{ build: 600 }] })).toBe("none");
  });

  test("looks at 14 days", async () => {
    const idleFor = (idle: number) =>
      levelOf(scrolling, { days: [{ feeds: 30 }, ...Array.from({ length: idle }, () => ({}))] });
    expect(await idleFor(13)).toBe("present");
    expect(await idleFor(14)).toBe("none");
  });
});

test.each<[string, string, Story]>([
  [
    "present",
    "50 m of your 1 h 10 m of distribution in 14 days went to scrolling feeds.",
    { days: [{ feeds: 50, reach: 20 }] },
  ],
  ["all of it", "All of your 50 m of distribution in 14 days went to scrolling feeds.", { days: [{ feeds: 50 }] }],
  [
    "possible",
    "1 m of your 1 m 30 s of distribution in 14 days went to scrolling feeds.",
    { days: [{ feeds: 1, reach: 0.5 }] },
  ],
  ["none", "", { days: [{ feeds: 50, reach: 50 }] }],
])("says when %s: %s", async (_, evidence, story) => {
  expect(await evidenceOf(scrolling, story)).toBe(evidence);
});

test("says when it goes", () => {
  expect(scrolling.clearsWhen).toBe("Goes when feeds are half of your distribution or less.");
});
