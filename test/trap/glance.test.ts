import { describe, expect, test } from "vitest";
import { addDays } from "../../src/attention/day";
import { compile, shippedRules } from "../../src/catalog/classify";
import { glanceAt, type Known } from "../../src/trap/glance";
import { blockOf } from "./block";

const catalog = compile(shippedRules());
const today = "2026-03-15";
const HOUR = 3_600_000;

/** An hour of building on each of the days that are so many days ago. */
function known(...ages: number[]): Known {
  return {
    days: ages.map((age) => ({ day: addDays(today, -age), key: "github.com", hours: { 9: HOUR } })),
    blocks: [],
    settings: { otherApps: "apart", target: 0.3, feedsCount: false, offHours: [], pause: null, theme: "dark" },
    unreadable: ["idleSeconds"],
  };
}

describe("a glance", () => {
  test("shows the window that is asked for, and judges the 14 days that end today", () => {
    const glance = glanceAt(known(0, 6, 7, 13, 14), catalog, today, "7");
    expect(glance.shown.buildMs).toBe(2 * HOUR);
    expect(glance.verdict.buildMs).toBe(4 * HOUR);
    expect(glance.window).toBe("7");
  });

  test("of the verdict's own window is the verdict", () => {
    const glance = glanceAt(known(0, 13), catalog, today, "14");
    expect(glance.shown).toEqual(glance.verdict);
  });

  test("is plain values, that a copy for another context keeps whole", () => {
    const glance = glanceAt(known(0), catalog, today, "today");
    expect(JSON.parse(JSON.stringify(glance))).toEqual(glance);
    expect(glance).toMatchObject({ today, theme: "dark", pause: null, unreadable: ["idleSeconds"] });
  });

  test("holds what time was judged by, and no other setting", () => {
    const { settings, ...rest } = known(0);
    const more = { ...settings, neverRecord: ["secret.example"] };
    const { preferences } = glanceAt({ ...rest, settings: more }, catalog, today, "14");
    expect(preferences).toEqual({ otherApps: "apart", target: 0.3, feedsCount: false, offHours: [] });
  });

  test("tells of the last pause", () => {
    const { settings, ...rest } = known(0);
    const paused = { ...rest, settings: { ...settings, pause: { from: 1, until: 2 } } };
    expect(glanceAt(paused, catalog, today, "14").pause).toEqual({ from: 1, until: 2 });
  });

  test("counts time in a block for the block's channel", () => {
    const day = { day: today, key: "github.com", block: 7, hours: { 9: HOUR } };
    const blocks = [blockOf({ id: 7, channel: "outreach" })];
    const { verdict } = glanceAt({ ...known(), days: [day], blocks }, catalog, today, "14");
    expect(verdict).toMatchObject({ buildMs: 0, distributionMs: HOUR, reachingOutMs: HOUR });
    expect(verdict.channels).toEqual([{ channel: "outreach", category: "distribution", label: "Outreach", ms: HOUR }]);
  });
});
