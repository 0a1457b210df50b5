import { expect, test } from "vitest";
import { daysSince, hasReached, isRecent } from "../../../src/trap/signs/sign";
import { dayAgo, TODAY, told } from "./situation";

test("a fact is recent for 14 local days", () => {
  const at = (ago: number) => isRecent({ day: dayAgo(ago) }, TODAY);
  expect([-1, 0, 14, 15].map(at)).toEqual([true, true, true, false]);
});

test("days are counted from one local day to another", () => {
  expect([0, 1, 15, 400].map((ago) => daysSince(dayAgo(ago), TODAY))).toEqual([0, 1, 15, 400]);
});

test("a number is reached by the newest of all together or of one project", () => {
  const reached = (...facts: ReturnType<typeof told>[]) => hasReached(facts, "users", 10);
  expect(reached()).toBe(false);
  expect(reached(told("users", 9))).toBe(false);
  expect(reached(told("users", 10))).toBe(true);
  expect(reached(told("visitors", 10))).toBe(false);
  expect(reached(told("users", 0), told("users", 10, { project: "a" }))).toBe(true);
  expect(reached(told("users", 9, { project: "a" }), told("users", 10, { project: "a", ago: 1 }))).toBe(false);
  expect(reached(told("users", 6, { project: "a" }), told("users", 6, { project: "b" }))).toBe(false);
});
