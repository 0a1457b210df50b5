import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { zoneSentence } from "../../src/trap/verdict";
import { HOUR, type Hours, MINUTE, meterOf } from "./draw";

describe("the verdict in a sentence", () => {
  const sentence = (hours: Hours, otherApps: "build" | "apart" | null = "apart") =>
    zoneSentence(meterOf(hours, otherApps));

  test("names the hours to half and half, below and above what a week can hold", () => {
    expect(sentence({ build: 24 * HOUR, distribution: 4 * HOUR })).toBe(
      "Only 14% goes to being found. 20 h more would make it half and half.",
    );
    expect(sentence({ build: 24 * HOUR + 1, distribution: 4 * HOUR })).toBe(
      "Only 14% goes to being found. Half and half is more than 20 h away: start with the next move.",
    );
    expect(sentence({ build: 7 * HOUR, distribution: 3 * HOUR })).toBe(
      "30% of your time goes to being found. 4 h more would make it half and half.",
    );
    expect(sentence({ build: 70 * HOUR, distribution: 30 * HOUR })).toBe(
      "30% of your time goes to being found. Half and half is more than 20 h away: start with the next move.",
    );
  });

  test("names the user's goal where it is another, below and above what a week can hold", () => {
    const towards = (hours: Hours) => zoneSentence(meterOf(hours, "apart", 0.25));
    expect(towards({ build: 30 * HOUR, distribution: 4 * HOUR })).toBe(
      "11% of your time goes to being found. 6 h more would make it 25%.",
    );
    expect(towards({ build: 90 * HOUR, distribution: 10 * HOUR })).toBe(
      "10% of your time goes to being found. 20 h more would make it 25%.",
    );
    expect(towards({ build: 90 * HOUR + 3, distribution: 10 * HOUR })).toBe(
      "Only 9% goes to being found. Your 25% is more than 20 h away: start with the next move.",
    );
  });

  test("praises balance, and says when it tips over", () => {
    expect(sentence({ build: 6 * HOUR, distribution: 4 * HOUR })).toBe(
      "40% of your time: you build, and you are being found.",
    );
    expect(sentence({ build: 2 * HOUR, distribution: 8 * HOUR })).toBe(
      "80% of your time: you build, and you are being found.",
    );
    expect(sentence({ build: HOUR, distribution: 9 * HOUR })).toBe("Mostly distributing: 90%.");
  });

  test("says that watching and scrolling are the reason", () => {
    const expected = "50% of your time, but nearly all of it watching numbers and scrolling. Reach out to someone.";
    expect(sentence({ build: 10 * HOUR, distribution: 10 * HOUR, feeds: 9 * HOUR })).toBe(expected);
    expect(sentence({ build: 10 * HOUR, distribution: 10 * HOUR, analytics: 9 * HOUR })).toBe(expected);
    expect(sentence({ build: HOUR, distribution: 9 * HOUR, feeds: 9 * HOUR })).toBe(
      "90% of your time, but nearly all of it watching numbers and scrolling. Reach out to someone.",
    );
  });

  test("says what is missing, one day and several days apart", () => {
    expect(sentence({ build: 10 * HOUR, days: 2 })).toBe("Still needed for a verdict: 1 more day.");
    expect(sentence({ build: 10 * HOUR, days: 1 })).toBe("Still needed for a verdict: 2 more days.");
    expect(sentence({ build: 2 * HOUR, days: 3 })).toBe(
      "Still needed for a verdict: 3 h more of building or distribution.",
    );
    expect(sentence({ build: 30 * MINUTE, days: 1 })).toBe(
      "Still needed for a verdict: 4.5 h more of building or distribution and 2 more days.",
    );
    expect(sentence({ build: 30 * MINUTE, days: 2 })).toBe(
      "Still needed for a verdict: 4.5 h more of building or distribution and 1 more day.",
    );
  });

  test("rounds up what is missing: what is asked for is enough", () => {
    expect(sentence({ build: 5 * HOUR - 1 })).toBe("Still needed for a verdict: 1 m more of building or distribution.");
    expect(sentence({ build: 5 * HOUR - MINUTE - 1 })).toBe(
      "Still needed for a verdict: 2 m more of building or distribution.",
    );
    expect(sentence({ build: 5 * HOUR })).toBe("Only 0% goes to being found. 5 h more would make it half and half.");
  });

  test("tells those who just began to browse as usual", () => {
    expect(sentence({ days: 0 })).toBe(
      "Browse as usual. The verdict needs 5 hours of building and distribution on 3 days.",
    );
  });

  test("asks about other apps before anything else", () => {
    const question = "Most of your time is in other apps.";
    expect(sentence({ build: HOUR, otherApps: 2 * HOUR, days: 1 }, null)).toBe(question);
    expect(sentence({ days: 0, otherApps: HOUR }, null)).toBe(question);
    expect(sentence({ build: HOUR, otherApps: HOUR, days: 1 }, null)).not.toBe(question);
    expect(sentence({ build: HOUR, otherApps: 2 * HOUR, days: 1 }, "apart")).not.toBe(question);
  });

  test("no sentence shows a number that is none", () => {
    const ms = fc.integer({ min: 0, max: 300 * HOUR });
    fc.assert(
      fc.property(
        ms,
        ms,
        ms,
        fc.nat(14),
        fc.constantFrom("build", "apart", null),
        (build, distribution, otherApps, days, answer) => {
          const meter = meterOf({ build, distribution, otherApps, days }, answer);
          expect(zoneSentence(meter)).not.toMatch(/NaN|undefined|null|Infinity|-\d|\de\+/);
        },
      ),
    );
  });
});
