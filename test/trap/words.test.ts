import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import messages from "../../public/_locales/en/messages.json";
import { setTexts } from "../../src/texts/say";
import { formatClock, formatDuration, formatHours, formatShare, meterLine, zoneNames } from "../../src/trap/words";
import { duration, HOUR, MINUTE, meterOf } from "./draw";

describe("a duration", () => {
  test.each([
    ["0ms", "0 s"],
    ["999ms", "0 s"],
    ["1s", "1 s"],
    ["59s 999ms", "59 s"],
    ["60s", "1 m"],
    ["60s 999ms", "1 m"],
    ["61s", "1 m 01 s"],
    ["9m 30s", "9 m 30 s"],
    ["9m 59s 999ms", "9 m 59 s"],
    ["10m", "10 m"],
    ["10m 30s", "10 m"],
    ["59m 59s 999ms", "59 m"],
    ["1h", "1 h 00 m"],
    ["2h 5m 59s", "2 h 05 m"],
    ["100h", "100 h 00 m"],
  ])("of %s is %s", (time, words) => {
    expect(formatDuration(duration(time))).toBe(words);
  });

  test("is never rounded up", () => {
    const read = (words: string) => duration(words.replace(/ (h|m|s)/g, "$1"));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 * HOUR }), (ms) => {
        const told = read(formatDuration(ms));
        expect(told).toBeLessThanOrEqual(ms);
        expect(ms - told).toBeLessThan(ms < 10 * MINUTE ? 1000 : MINUTE);
      }),
    );
  });
});

describe("hours at a glance", () => {
  test.each([
    [0, "0 h"],
    [1, "0 s"],
    [59_999, "59 s"],
    [MINUTE, "1 m"],
    [9.5 * MINUTE, "9 m"],
    [HOUR - 1, "59 m"],
    [HOUR, "1 h"],
    [4.5 * HOUR, "4.5 h"],
    [4.04 * HOUR, "4 h"],
    [4.06 * HOUR, "4.1 h"],
    [9.94 * HOUR, "9.9 h"],
    [9.95 * HOUR, "10 h"],
    [10.4 * HOUR, "10 h"],
    [10.5 * HOUR, "11 h"],
    [61 * HOUR, "61 h"],
  ])("%d ms are %s", (ms, words) => {
    expect(formatHours(ms)).toBe(words);
  });
});

describe("a share", () => {
  test.each([
    [0, "0%"],
    [1e-9, "<1%"],
    [0.00999, "<1%"],
    [0.01, "1%"],
    [0.01999, "1%"],
    [0.02, "2%"],
    [0.19999, "19%"],
    [0.2, "20%"],
    [0.29, "29%"],
    [0.5, "50%"],
    [0.99, "99%"],
    [0.995, "99%"],
    [0.99999, "99%"],
    [1, "100%"],
  ])("of %d is %s", (share, words) => {
    expect(formatShare(share)).toBe(words);
  });
});

describe("a time of day", () => {
  test.each([
    ["2026-03-02T14:05:59Z", 0, "14:05"],
    ["2026-03-02T00:00:00Z", 0, "00:00"],
    ["2026-03-02T23:30:00Z", 60, "00:30"],
    ["2026-03-02T00:10:00Z", -570, "14:40"],
  ])("at %s, %d minutes ahead, is %s", (at, offset, words) => {
    expect(formatClock(Date.parse(at), offset)).toBe(words);
  });
});

describe("the line for the toolbar", () => {
  test("has the zone's name and hours", () => {
    expect(meterLine(meterOf({ build: 7 * HOUR, distribution: 3 * HOUR }))).toBe(
      "Drifting · 14 days: 7 h building, 3 h distributing",
    );
  });

  test("shows no number that is none", () => {
    const ms = fc.integer({ min: 0, max: 300 * HOUR });
    fc.assert(
      fc.property(
        ms,
        ms,
        ms,
        fc.nat(14),
        fc.constantFrom("build", "apart", null),
        (build, distribution, otherApps, days, answer) => {
          const words = meterLine(meterOf({ build, distribution, otherApps, days }, answer));
          expect(words).not.toMatch(/NaN|undefined|null|Infinity|-\d|\de\+/);
        },
      ),
    );
  });
});

test("every zone has a name of its own", () => {
  expect(Object.keys(zoneNames)).toEqual(["not-enough-data", "balanced", "drifting", "factory-trap"]);
  expect(new Set(Object.values(zoneNames)).size).toBe(4);
});

describe("in another language", () => {
  const english: Record<string, { message: string }> = messages;
  const speak = (language: string) =>
    setTexts((name) => (name === "language" ? language : (english[name]?.message ?? "")));
  afterAll(() => speak("en"));

  test("numbers, percentages and clocks are that language's", () => {
    const said = () => [
      formatHours(4.5 * HOUR),
      formatDuration(2 * HOUR + 5 * MINUTE),
      formatShare(0.299),
      formatShare(0.001),
      formatClock(Date.UTC(2026, 2, 2, 9, 5), 0),
    ];
    speak("de");
    expect(said()).toEqual(["4,5 h", "2 h 05 m", "29\u00a0%", "<1\u00a0%", "09:05"]);
    speak("ar-u-nu-arab");
    expect(said()).toEqual(["٤٫٥ h", "٢ h ٠٥ m", "٢٩٪\u061c", "<١٪\u061c", "٠٩:٠٥"]);
    speak("en");
    expect(said()).toEqual(["4.5 h", "2 h 05 m", "29%", "<1%", "09:05"]);
  });

  test("zones have that language's names, whenever it was set", () => {
    setTexts((name) => `~${name}`);
    expect({ ...zoneNames }).toEqual({
      "not-enough-data": "~zone_notEnoughData",
      balanced: "~zone_balanced",
      drifting: "~zone_drifting",
      "factory-trap": "~zone_factoryTrap",
    });
  });
});
