import { afterEach, describe, expect, test } from "vitest";
import messages from "../../public/_locales/en/messages.json";
import { setTexts } from "../../src/texts/say";
import { type Claims, faceOf, nextPromise, stoppedFace } from "../../src/trap/face";
import type { Meter } from "../../src/trap/meter";
import { HOUR, MINUTE, meterOf } from "./draw";

const english: Record<string, { message: string }> = messages;
afterEach(() => setTexts((name) => english[name]?.message ?? ""));

const NOW = Date.parse("2026-03-16T12:00:00Z");
const unclaimed: Claims = { pausedUntil: null, running: null, due: null, isNudged: false, isWeekReady: false };
const face = (meter: Meter, claims: Partial<Claims> = {}, offset = 0) =>
  faceOf(meter, { ...unclaimed, ...claims }, { at: NOW, offsetAt: () => offset });

test("the trap's face has needle, badge and tooltip", () => {
  expect(face(meterOf({ build: 61 * HOUR, distribution: 4 * HOUR }))).toEqual({
    zone: "factory-trap",
    needle: 169 / 180,
    target: 0.5,
    badge: "6%",
    tooltip: "Factory trap · 14 days: 61 h building, 4 h distributing",
  });
});

test("a balanced face", () => {
  expect(face(meterOf({ build: 10 * HOUR, distribution: 10 * HOUR }))).toEqual({
    zone: "balanced",
    needle: 0.5,
    target: 0.5,
    badge: "50%",
    tooltip: "Balanced · 14 days: 10 h building, 10 h distributing",
  });
});

test("a face has the share that is aimed at: there its dial's zones lie", () => {
  const meter = meterOf({ build: 70 * HOUR, distribution: 30 * HOUR }, "apart", 0.3);
  expect(face(meter)).toMatchObject({ zone: "balanced", target: 0.3 });
});

test("without a verdict there is no badge, but the needle shows what there is", () => {
  expect(face(meterOf({ build: 3 * HOUR, distribution: HOUR, days: 1 }))).toEqual({
    zone: "not-enough-data",
    needle: 0.25 * 3,
    target: 0.5,
    badge: "",
    tooltip: "Not enough data yet · 14 days: 3 h building, 1 h distributing",
  });
});

test("without any time there is no needle", () => {
  expect(face(meterOf({ days: 0 }))).toEqual({
    zone: "not-enough-data",
    needle: null,
    target: 0.5,
    badge: "",
    tooltip: "Not enough data yet · 14 days: 0 h building, 0 h distributing",
  });
});

test("the badge has no room for a space, where a language writes one in a percentage", () => {
  setTexts((name) => (name === "language" ? "de" : (english[name]?.message ?? "")));
  const { badge, tooltip } = face(meterOf({ build: 5.5 * HOUR, distribution: 4.5 * HOUR }));
  expect([badge, tooltip]).toEqual(["45%", "Balanced · 14 days: 5,5 h building, 4,5 h distributing"]);
});

test("the badge tells nothing from a little", () => {
  const badge = (distribution: number) => face(meterOf({ build: 100 * HOUR, distribution })).badge;
  expect(badge(0)).toBe("0%");
  expect(badge(1)).toBe("<1%");
});

test("what looks the same is the same face, so that nothing is drawn twice", () => {
  const one = face(meterOf({ build: 60 * HOUR, distribution: 40 * HOUR }));
  const other = face(meterOf({ build: 60 * HOUR + 5 * MINUTE, distribution: 40 * HOUR + 5 * MINUTE }));
  expect(other).toEqual(one);
});

test("the needle moves by no less than one of 180 steps", () => {
  const needle = (build: number) => face(meterOf({ build, distribution: 100 * HOUR - build })).needle;
  expect(needle(50 * HOUR)).toBe(90 / 180);
  expect(needle(50.2 * HOUR)).toBe(90 / 180);
  expect(needle(50.4 * HOUR)).toBe(91 / 180);
});

test("while nothing can be recorded the face says why", () => {
  expect(stoppedFace("the disk is full.")).toEqual({
    zone: "stopped",
    needle: null,
    target: 0.5,
    badge: "!",
    tooltip: "Recording is stopped: the disk is full.",
  });
});

describe("of several claims on the badge the first wins:", () => {
  const meter = meterOf({ build: 61 * HOUR, distribution: 4 * HOUR });
  const line = "Factory trap · 14 days: 61 h building, 4 h distributing";
  const running = { title: "Write to five people", until: NOW + 12 * MINUTE };
  const due = { title: "Ask a user" };
  const all: Claims = { pausedUntil: NOW + HOUR, running, due, isNudged: true, isWeekReady: true };

  test("a pause, which has no needle either", () => {
    expect(face(meter, all)).toEqual({
      zone: "paused",
      needle: null,
      target: 0.5,
      badge: "",
      tooltip: "Paused until 13:00: nothing is recorded",
    });
  });

  test("then a block that runs", () => {
    expect(face(meter, { ...all, pausedUntil: null })).toEqual({
      ...face(meter),
      badge: "12m",
      tooltip: `12m left: Write to five people\n${line}`,
    });
  });

  test("then a plan that is due", () => {
    expect(face(meter, { ...all, pausedUntil: null, running: null })).toEqual({
      ...face(meter),
      badge: "due",
      tooltip: `Due now: Ask a user\n${line}`,
    });
  });

  test("then a nudge", () => {
    expect(face(meter, { isNudged: true, isWeekReady: true })).toEqual({
      ...face(meter),
      badge: "move",
      tooltip: `One move towards users is waiting\n${line}`,
    });
  });

  test("then a finished week", () => {
    expect(face(meter, { isWeekReady: true })).toEqual({
      ...face(meter),
      badge: "wk",
      tooltip: `Your week is ready\n${line}`,
    });
  });

  test("then the share", () => {
    expect(face(meter)).toMatchObject({ badge: "6%", tooltip: line });
  });

  test("and they are made where there is no verdict, too", () => {
    expect(face(meterOf({ days: 0 }), { running }).badge).toBe("12m");
  });
});

describe("a pause", () => {
  test("is told by the user's clock", () => {
    expect(face(meterOf({}), { pausedUntil: NOW + HOUR }, 330).tooltip).toContain("until 18:30:");
    expect(face(meterOf({}), { pausedUntil: NOW + HOUR }, -210).tooltip).toContain("until 09:30:");
  });
});

test.each([
  [25 * MINUTE, "25m"],
  [25 * MINUTE + 1, "26m"],
  [MINUTE + 1, "2m"],
  [MINUTE, "1m"],
  [1, "1m"],
  [0, "1m"],
])("a block that ends in %i ms has %s left: minutes that have begun, and never none", (left, badge) => {
  expect(face(meterOf({}), { running: { title: "Call", until: NOW + left } }).badge).toBe(badge);
});

describe("the next promise", () => {
  const planned = (at: number) => ({ plan: { when: "I wake", at, day: "2026-03-16" } });
  const running = (until: number) => ({ title: "Call", until });

  test("is none when nothing will change by itself", () => {
    expect(nextPromise({ pausedUntil: null, running: null }, null, NOW)).toBeNull();
    expect(nextPromise({ pausedUntil: null, running: null }, { plan: null }, NOW)).toBeNull();
  });

  test("is the end of a pause, the end of a block, or when a plan is due", () => {
    expect(nextPromise({ pausedUntil: NOW + 1, running: null }, null, NOW)).toBe(NOW + 1);
    expect(nextPromise({ pausedUntil: null, running: running(NOW + 2) }, null, NOW)).toBe(NOW + 2);
    expect(nextPromise({ pausedUntil: null, running: null }, planned(NOW + 3), NOW)).toBe(NOW + 3);
  });

  test.each([
    [1, 2, 3],
    [2, 1, 3],
    [3, 2, 1],
  ])("is the first of them, where they come in %i, %i and %i", (pause, block, plan) => {
    const claims = { pausedUntil: NOW + pause, running: running(NOW + block) };
    expect(nextPromise(claims, planned(NOW + plan), NOW)).toBe(NOW + 1);
  });

  test("passes over what is past, and what is now", () => {
    expect(nextPromise({ pausedUntil: NOW, running: running(NOW - 1) }, planned(NOW), NOW)).toBeNull();
    expect(nextPromise({ pausedUntil: NOW - HOUR, running: running(NOW + HOUR) }, planned(NOW), NOW)).toBe(NOW + HOUR);
  });
});
