import { describe, expect, test } from "vitest";
import { addDays } from "../../src/attention/day";
import { compile, shippedRules } from "../../src/catalog/classify";
import { glanceAt } from "../../src/trap/glance";

const { classifyKey } = compile(shippedRules());
const today = "2026-03-15";
const HOUR = 3_600_000;

/** An hour of building on each of the days that are so many days ago. */
function known(...ages: number[]) {
  return {
    days: ages.map((age) => ({ day: addDays(today, -age), key: "github.com", hours: { 9: HOUR } })),
    settings: { otherApps: "apart" as const },
    unreadable: ["idleSeconds"],
  };
}

describe("a glance", () => {
  test("shows the window that is asked for, and judges the 14 days that end today", () => {
    const glance = glanceAt(known(0, 6, 7, 13, 14), classifyKey, today, "7");
    expect(glance.shown.buildMs).toBe(2 * HOUR);
    expect(glance.verdict.buildMs).toBe(4 * HOUR);
    expect(glance.window).toBe("7");
  });

  test("of the verdict's own window is the verdict", () => {
    const glance = glanceAt(known(0, 13), classifyKey, today, "14");
    expect(glance.shown).toEqual(glance.verdict);
  });

  test("is plain values, that a copy for another context keeps whole", () => {
    const glance = glanceAt(known(0), classifyKey, today, "today");
    expect(JSON.parse(JSON.stringify(glance))).toEqual(glance);
    expect(glance).toMatchObject({ today, otherApps: "apart", unreadable: ["idleSeconds"] });
  });
});
