import { expect, test } from "vitest";
import { isDismissed } from "../../src/trap/dismissal";

const dismissal = (day: string, sign = "comfort") => ({ sign, at: Date.parse(day), day, reason: "" });
const isHidden = (today: string, ...days: string[]) =>
  isDismissed(
    days.map((day) => dismissal(day)),
    "comfort",
    today,
  );

test("a sign is shown that nobody has called untrue", () => {
  expect(isHidden("2026-03-16")).toBe(false);
});

test("a sign hides on the day it was dismissed and the 13 after it, and not on the 14th", () => {
  expect(isHidden("2026-03-02", "2026-03-02")).toBe(true);
  expect(isHidden("2026-03-15", "2026-03-02")).toBe(true);
  expect(isHidden("2026-03-16", "2026-03-02")).toBe(false);
});

test("a sign that was dismissed again hides from that day on", () => {
  expect(isHidden("2026-03-16", "2026-03-03", "2026-03-01")).toBe(true);
  expect(isHidden("2026-03-17", "2026-03-03", "2026-03-01")).toBe(false);
});

test("a sign does not hide because another does", () => {
  expect(isDismissed([dismissal("2026-03-02", "slop")], "comfort", "2026-03-02")).toBe(false);
});
