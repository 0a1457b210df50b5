import { describe, expect, test } from "vitest";
import { pipelinePride } from "../../../src/trap/signs/pipeline-pride";
import { evidenceOf, levelOf, MS, readOf, type Story, showed, told } from "./situation";

const level = (story: Story) => levelOf(pipelinePride, story);
const fewUsers = told("users", 3);
const fiveHours = [{ agents: 240, ci: 60 }];

describe("pride in the pipeline", () => {
  test("needs the answer that it was shown, and fewer than 10 users", async () => {
    const at = (users: number) => level({ facts: [showed("pipeline"), told("users", users)] });
    expect(await at(0)).toBe("present");
    expect(await at(9)).toBe("present");
    expect(await at(10)).toBe("none");
  });

  test("goes with a result that was shown", async () => {
    expect(await level({ days: fiveHours, facts: [showed("result"), fewUsers] })).toBe("none");
    expect(await level({ days: fiveHours, facts: [showed("pipeline", 3), showed("result"), fewUsers] })).toBe("none");
    expect(await level({ days: fiveHours, facts: [showed("result", 3), showed("pipeline"), fewUsers] })).toBe(
      "present",
    );
  });

  test("believes an answer for 14 days", async () => {
    expect(await level({ facts: [showed("pipeline", 14), fewUsers] })).toBe("present");
    expect(await level({ facts: [showed("pipeline", 15), fewUsers] })).toBe("none");
    expect(await level({ days: fiveHours, facts: [showed("result", 14), fewUsers] })).toBe("none");
    expect(await level({ days: fiveHours, facts: [showed("result", 15), fewUsers] })).toBe("possible");
  });

  test("is possible without an answer from 5 hours on agents, automation and CI on", async () => {
    const at = (agents: number, users: number) =>
      level({ days: [{ agents, build: 600 }], facts: [told("users", users)] });
    expect(await at(300, 9)).toBe("possible");
    expect(await at(300 - MS, 9)).toBe("none");
    expect(await at(300, 10)).toBe("none");
  });

  test("takes nothing shown for no answer", async () => {
    expect(await level({ days: fiveHours, facts: [showed("nothing"), fewUsers] })).toBe("possible");
    expect(await level({ days: [{ agents: 299 }], facts: [showed("nothing"), fewUsers] })).toBe("none");
    expect(await level({ facts: [showed("pipeline", 3), showed("nothing"), fewUsers] })).toBe("none");
  });

  test("goes with 10 users of one project", async () => {
    const at = (users: number) =>
      level({ facts: [showed("pipeline"), fewUsers, told("users", users, { project: "a" })] });
    expect(await at(9)).toBe("present");
    expect(await at(10)).toBe("none");
  });

  test("is judged by the newest number of users, however old", async () => {
    const at = (users: number, ago: number) =>
      level({ facts: [showed("pipeline"), told("users", 10, { ago: 200 }), told("users", users, { ago })] });
    expect(await at(2, 100)).toBe("present");
    expect(await at(10, 100)).toBe("none");
  });

  test("is nothing without an answer and without any of it", async () => {
    expect(await level({})).toBe("none");
    expect(await level({ facts: [fewUsers] })).toBe("none");
  });
});

describe("without the number of users", () => {
  const asks = { kind: "users", project: null };

  test("it is asked for after the pipeline was shown", async () => {
    expect(await readOf(pipelinePride, { facts: [showed("pipeline")] })).toEqual({
      level: "unknown",
      evidence: "How many users do you have? After you showed someone the pipeline it matters.",
      asks,
    });
  });

  test("and with much time on the factory", async () => {
    expect(await readOf(pipelinePride, { days: fiveHours })).toEqual({
      level: "unknown",
      evidence: "How many users do you have? With 5 h on agents, automation and CI it matters.",
      asks,
    });
  });

  test("and not where it does not decide", async () => {
    const none = { level: "none", evidence: "", asks: null };
    expect(await readOf(pipelinePride, { days: [{ agents: 300 - MS }] })).toEqual(none);
    expect(await readOf(pipelinePride, { days: fiveHours, facts: [showed("result")] })).toEqual(none);
    expect(await readOf(pipelinePride, { days: [{ agents: 299 }], facts: [showed("pipeline", 15)] })).toEqual(none);
  });
});

const users = (value: number) => told("users", value);

test.each<[string, string, Story]>([
  [
    "present at 0",
    "The last thing you showed someone was the pipeline, and you have 0 users.",
    { facts: [showed("pipeline"), users(0)] },
  ],
  [
    "present at 1",
    "The last thing you showed someone was the pipeline, and you have 1 user.",
    { facts: [showed("pipeline"), users(1)] },
  ],
  [
    "present at 9",
    "The last thing you showed someone was the pipeline, and you have 9 users.",
    { facts: [showed("pipeline"), users(9)] },
  ],
  ["possible at 0", "6.5 h on agents, automation and CI in 14 days, for 0 users.", { facts: [users(0)] }],
  ["possible at 1", "6.5 h on agents, automation and CI in 14 days, for 1 user.", { facts: [users(1)] }],
  [
    "possible, nothing shown",
    "6.5 h on agents, automation and CI in 14 days, for 2 users, and nothing shown to anyone.",
    { facts: [showed("nothing"), users(2)] },
  ],
  ["none", "", { facts: [users(10)] }],
])("says when %s: %s", async (_, evidence, story) => {
  expect(await evidenceOf(pipelinePride, { days: [{ agents: 390 }], ...story })).toBe(evidence);
});

test("says when it goes", () => {
  expect(pipelinePride.clearsWhen).toBe(
    "Goes when you show someone a result that a user got, or when you have 10 users.",
  );
});
