import { describe, expect, test } from "vitest";
import { superSystem } from "../../../src/trap/signs/super-system";
import { days, evidenceOf, levelOf, MS, readOf, type Story, told } from "./situation";

const noCustomer = [told("customers", 0)];
const level = (story: Story) => levelOf(superSystem, { facts: noCustomer, ...story });

describe("super systems before the first customer", () => {
  test("need 10 hours of building", async () => {
    expect(await level({ days: [{ build: 300 }, { build: 300 - MS }] })).toBe("possible");
    expect(await level({ days: [{ build: 300 }, { build: 300 }] })).toBe("present");
  });

  test("need less than 20% distribution, and go from 40% on", async () => {
    const at = (reach: number) => level({ days: days(2, { build: 360, reach: reach / 2 }) });
    expect(await at(180 - 2 * MS)).toBe("present");
    expect(await at(180)).toBe("possible");
    expect(await at(480 - 2 * MS)).toBe("possible");
    expect(await at(480)).toBe("none");
  });

  test("keep their 20% and 40% whatever the target", async () => {
    const at = (reach: number, target: number) => level({ days: days(2, { build: 360, reach: reach / 2 }), target });
    expect(await at(180 - 2 * MS, 0.25)).toBe("present");
    expect(await at(180, 0.6)).toBe("possible");
    expect(await at(480, 0.6)).toBe("none");
  });

  test("are severe when 30% of it goes into agents, automation and CI", async () => {
    const at = (agents: number) => level({ days: days(2, { build: 280, agents, automation: 30, ci: 30 }) });
    expect(await at(60)).toBe("severe");
    expect(await at(60 - MS)).toBe("present");
  });

  test("go with the first customer, of all together or of one project", async () => {
    const built = days(2, { build: 300 });
    expect(await level({ days: built, facts: [told("customers", 1)] })).toBe("none");
    expect(await level({ days: built, facts: [...noCustomer, told("customers", 1, { project: "a", ago: 3 })] })).toBe(
      "none",
    );
    expect(await level({ days: built, facts: [told("customers", 1, { project: "a" })] })).toBe("none");
  });

  test("are judged by the newest number", async () => {
    const built = days(2, { build: 300 });
    const [old, now] = [told("customers", 1, { ago: 90 }), told("customers", 0)];
    expect(await level({ days: built, facts: [now, old] })).toBe("present");
    const [once, today] = [told("customers", 0, { ago: 90 }), told("customers", 1)];
    expect(await level({ days: built, facts: [today, once] })).toBe("none");
  });

  test("know a number however old it is: customers are those so far", async () => {
    expect(await level({ days: days(2, { build: 300 }), facts: [told("customers", 0, { ago: 400 })] })).toBe("present");
  });

  test("count other apps for those who build there", async () => {
    const apps = days(2, { "other-apps:": 300 });
    expect(await level({ days: apps, otherApps: "build" })).toBe("present");
    expect(await level({ days: apps, otherApps: "apart" })).toBe("none");
    expect(await level({ days: apps, otherApps: null })).toBe("none");
  });

  test("look at 14 days", async () => {
    const idleFor = (idle: number) => level({ days: [{ build: 600 }, ...days(idle, {})] });
    expect(await idleFor(13)).toBe("present");
    expect(await idleFor(14)).toBe("none");
  });

  test("are nothing without building", async () => {
    expect(await level({})).toBe("none");
    expect(await level({ days: [{ neutral: 600 }] })).toBe("none");
    expect(await level({ days: [{ build: MS }] })).toBe("possible");
  });
});

describe("without the number of customers", () => {
  const asking = (day: Record<string, number>, facts: Story["facts"] = []) =>
    readOf(superSystem, { days: days(2, day), facts });

  test("it is asked for where it decides", async () => {
    expect(await asking({ build: 300 })).toEqual({
      level: "unknown",
      evidence: "How many customers do you have? With 10 h of building it matters.",
      asks: { kind: "customers", project: null },
    });
  });

  test("and not where it does not", async () => {
    expect(await asking({ build: 300 - MS })).toMatchObject({ level: "possible", asks: null });
    expect(await asking({ build: 360, reach: 90 })).toMatchObject({ level: "possible", asks: null });
    expect(await asking({ build: 360, reach: 240 })).toMatchObject({ level: "none", asks: null });
  });

  test("a project's 0 does not stand for all", async () => {
    expect(await asking({ build: 300 }, [told("customers", 0, { project: "a" })])).toMatchObject({ level: "unknown" });
    expect(await asking({ build: 300 }, [told("users", 0)])).toMatchObject({ level: "unknown" });
  });
});

test.each<[string, string, Story]>([
  [
    "present",
    "You built for 23 h in 14 days, with 4% distribution and 0 customers.",
    { days: days(2, { build: 690, reach: 30 }), facts: noCustomer },
  ],
  [
    "present, nothing distributed",
    "You built for 10 h in 14 days, with 0% distribution and 0 customers.",
    { days: days(2, { build: 300 }), facts: noCustomer },
  ],
  [
    "present, hardly anything distributed",
    "You built for 23 h in 14 days, with <1% distribution and 0 customers.",
    { days: days(2, { build: 690, reach: 1 }), facts: noCustomer },
  ],
  [
    "severe",
    "You built for 23 h in 14 days, 9 h of it on agents, automation and CI, with 4% distribution and 0 customers.",
    { days: days(2, { build: 420, agents: 270, reach: 30 }), facts: noCustomer },
  ],
  [
    "possible",
    "You built for 2 h in 14 days, with 25% distribution and 0 customers.",
    { days: days(2, { build: 60, reach: 20 }), facts: noCustomer },
  ],
  [
    "possible, customers unknown",
    "You built for 45 m in 14 days, with 0% distribution.",
    { days: [{ build: 45 }], facts: [] },
  ],
  ["none", "", { days: days(2, { build: 300 }), facts: [told("customers", 1)] }],
])("says when %s: %s", async (_, evidence, story) => {
  expect(await evidenceOf(superSystem, story)).toBe(evidence);
});

test("says when it goes", () => {
  expect(superSystem.clearsWhen).toBe("Goes when you have a first customer, or when distribution is 40% of your time.");
});
