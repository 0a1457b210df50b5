import { expect, test } from "vitest";
import { faceOf, stoppedFace } from "../../src/trap/face";
import { HOUR, MINUTE, meterOf } from "./draw";

test("the trap's face has needle, badge and tooltip", () => {
  expect(faceOf(meterOf({ build: 61 * HOUR, distribution: 4 * HOUR }))).toEqual({
    zone: "factory-trap",
    needle: 169 / 180,
    badge: "6%",
    tooltip: "Factory trap · 14 days: 61 h building, 4 h distributing",
  });
});

test("a balanced face", () => {
  expect(faceOf(meterOf({ build: 10 * HOUR, distribution: 10 * HOUR }))).toEqual({
    zone: "balanced",
    needle: 0.5,
    badge: "50%",
    tooltip: "Balanced · 14 days: 10 h building, 10 h distributing",
  });
});

test("without a verdict there is no badge, but the needle shows what there is", () => {
  expect(faceOf(meterOf({ build: 3 * HOUR, distribution: HOUR, days: 1 }))).toEqual({
    zone: "not-enough-data",
    needle: 0.25 * 3,
    badge: "",
    tooltip: "Not enough data yet · 14 days: 3 h building, 1 h distributing",
  });
});

test("without any time there is no needle", () => {
  expect(faceOf(meterOf({ days: 0 }))).toEqual({
    zone: "not-enough-data",
    needle: null,
    badge: "",
    tooltip: "Not enough data yet · 14 days: 0 h building, 0 h distributing",
  });
});

test("the badge tells nothing from a little", () => {
  const badge = (distribution: number) => faceOf(meterOf({ build: 100 * HOUR, distribution })).badge;
  expect(badge(0)).toBe("0%");
  expect(badge(1)).toBe("<1%");
});

test("what looks the same is the same face, so that nothing is drawn twice", () => {
  const one = faceOf(meterOf({ build: 60 * HOUR, distribution: 40 * HOUR }));
  const other = faceOf(meterOf({ build: 60 * HOUR + 5 * MINUTE, distribution: 40 * HOUR + 5 * MINUTE }));
  expect(other).toEqual(one);
});

test("the needle moves by no less than one of 180 steps", () => {
  const needle = (build: number) => faceOf(meterOf({ build, distribution: 100 * HOUR - build })).needle;
  expect(needle(50 * HOUR)).toBe(90 / 180);
  expect(needle(50.2 * HOUR)).toBe(90 / 180);
  expect(needle(50.4 * HOUR)).toBe(91 / 180);
});

test("while nothing can be recorded the face says why", () => {
  expect(stoppedFace("the disk is full.")).toEqual({
    zone: "stopped",
    needle: null,
    badge: "!",
    tooltip: "Recording is stopped: the disk is full.",
  });
});
