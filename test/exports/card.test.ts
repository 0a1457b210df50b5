import { afterEach, describe, expect, test } from "vitest";
import messages from "../../public/_locales/en/messages.json";
import { cardName, cardSize, drawCard } from "../../src/exports/card";
import { setTexts } from "../../src/texts/say";
import type { Zone } from "../../src/trap/meter";
import type { Week } from "../../src/trap/week";
import { HOUR, MINUTE } from "../trap/draw";
import { penOf, type Written } from "./pen";
import { week } from "./weeks";

const english: Record<string, { message: string }> = messages;
const speakEnglish = (name: string) => english[name]?.message ?? "";
afterEach(() => setTexts(speakEnglish));

/** A week of these hours, judged so. */
function weekWith(zone: Zone, buildMs: number, distributionMs: number, some: Partial<Week> = {}): Week {
  const both = buildMs + distributionMs;
  const share = both > 0 ? distributionMs / both : null;
  return { ...week, zone, share, totals: { ...week.totals, buildMs, distributionMs }, ...some };
}

const trapped = weekWith("factory-trap", 38 * HOUR, 4 * HOUR);
/** All that can be told of, and as long as it gets. */
const kinds: [string, Week][] = [
  ["a trap", trapped],
  ["drifting", weekWith("drifting", 22 * HOUR, 9 * HOUR)],
  ["only watching", weekWith("drifting", 10 * HOUR, 12 * HOUR)],
  ["balance", weekWith("balanced", 18 * HOUR, 14 * HOUR)],
  ["not enough", weekWith("not-enough-data", 3 * HOUR, 24 * MINUTE)],
  ["nothing", weekWith("not-enough-data", 0, 0, { previous: null })],
  ["more than 100 hours", weekWith("balanced", 112 * HOUR, 108 * HOUR)],
  ["a year's end", { ...trapped, week: { start: "2025-12-29", end: "2026-01-04" } }],
  ["another target", { ...trapped, target: 0.2 }],
];

function written(some: Week, letter?: number): Written[] {
  const pen = penOf(letter);
  drawCard(pen, some);
  return pen.texts;
}

/** Date ranges have spaces of many kinds, by the engine's age. */
const textsOf = (some: Week) => written(some).map(({ text }) => text.replace(/\s/g, " "));

describe("the picture of a week", () => {
  test("is a file named by the week's first day, of the size that timelines show", () => {
    expect(cardName(week)).toBe("factory-trap-week-2026-03-02.png");
    expect(cardSize).toEqual({ width: 1200, height: 675 });
  });

  test("says dates, hours, verdict, share, change and product", () => {
    expect(textsOf(trapped)).toEqual([
      "My week",
      "March 2 – 8, 2026",
      "38 h",
      "building",
      "4 h",
      "being found",
      "being found",
      "building",
      "Factory trap",
      "9% being found",
      "11 points less than in the week before (20%).",
      "Factory Trap Meter",
      "Am I building, or am I being found?",
    ]);
  });

  test("gives no verdict before there is one, just hours", () => {
    for (const some of [weekWith("not-enough-data", 3 * HOUR, 24 * MINUTE), weekWith("not-enough-data", 0, 0)]) {
      const texts = textsOf(some);
      expect(texts).toContain("Not enough data yet");
      expect(texts.join()).not.toMatch(/%|points|trap,|Balanced|Drifting/);
    }
    expect(textsOf(weekWith("not-enough-data", 0, 0)).filter((text) => text === "0 h")).toHaveLength(2);
    expect(textsOf(weekWith("not-enough-data", 3 * HOUR, 24 * MINUTE))).toContain("24 m");
  });

  test("says no change where there is no week before", () => {
    expect(textsOf({ ...trapped, previous: null }).join()).not.toContain("week before");
  });

  test("says why much time for being found is only drifting, from where the share would be balanced", () => {
    const why = "Nearly all of it watching numbers and scrolling.";
    expect(textsOf(weekWith("drifting", 6 * HOUR, 4 * HOUR))).toContain(why);
    expect(textsOf(weekWith("drifting", 6 * HOUR, 4 * HOUR - 1))).not.toContain(why);
    expect(textsOf(weekWith("drifting", 6 * HOUR, 4 * HOUR - 1)).join()).toContain("than in the week before");
    expect(textsOf(weekWith("balanced", 6 * HOUR, 4 * HOUR))).not.toContain(why);
    expect(textsOf(weekWith("drifting", 84 * HOUR, 16 * HOUR, { target: 0.2 }))).toContain(why);
  });

  test("names no site, no channel, no project, no move and no sign", () => {
    const secret = "secret.example";
    const told = textsOf({
      ...trapped,
      sites: trapped.sites.map((site) => ({ ...site, site: secret, label: secret })),
      siteDays: trapped.siteDays.map((site) => ({ ...site, site: secret, label: secret })),
      channels: trapped.channels.map((channel) => ({ ...channel, label: secret })),
      signs: trapped.signs.map((sign) => ({ ...sign, words: secret, evidence: secret })),
      blocks: trapped.blocks.map((block) => ({ ...block, title: secret })),
      facts: trapped.facts.map((fact) => ({ ...fact, project: secret })),
      move: secret,
    });
    expect(told).toEqual(textsOf(trapped));
  });

  test("leaves the week as it is", () => {
    const before = structuredClone(trapped);
    drawCard(penOf(), trapped);
    expect(trapped).toEqual(before);
  });

  test("fills all of its ground", () => {
    const pen = penOf();
    drawCard(pen, trapped);
    expect(pen.outlines[0]?.corners).toEqual([
      { x: 0, y: 0 },
      { x: 1200, y: 675 },
    ]);
  });
});

describe.each(["ltr", "rtl"])("written %s", (direction) => {
  /** How often a text is as long as in English. */
  const speak = (times: number) =>
    setTexts((name) => {
      if (name === "direction") return direction;
      return name === "language" ? "en" : speakEnglish(name).repeat(speakEnglish(name) === "" ? 0 : times);
    });

  test.each(kinds)("%s stays on the picture, and no text on another, however long the texts are", (_, some) => {
    for (const times of [1, 2, 4]) {
      speak(times);
      for (const letter of [0.4, 0.7, 1.1]) {
        const texts = written(some, letter);
        for (const { text, left, right, y, pixels } of texts) {
          expect(left, text).toBeGreaterThanOrEqual(60);
          expect(right, text).toBeLessThanOrEqual(1140);
          expect(y + pixels * 0.25, text).toBeLessThanOrEqual(655);
          expect(y - pixels, text).toBeGreaterThanOrEqual(60);
          expect(pixels, text).toBeGreaterThan(0);
        }
        const collide = (a: Written, b: Written) =>
          a.left < b.right && b.left < a.right && a.y - a.pixels * 0.72 < b.y && b.y - b.pixels * 0.72 < a.y;
        const hits = texts.flatMap((a, i) =>
          texts.slice(i + 1).flatMap((b) => (collide(a, b) ? [`${a.text} × ${b.text}`] : [])),
        );
        expect(hits).toEqual([]);
      }
    }
  });

  test("hours are large, and as large on both sides", () => {
    speak(1);
    const sizeOf = (some: Week) =>
      written(some)
        .slice(2, 5)
        .map(({ pixels }) => pixels);
    const [build, label = 0, found = 0] = sizeOf(trapped);
    expect(build).toBe(found);
    expect(found).toBeGreaterThan(3 * label);
    const long = written(weekWith("balanced", 112 * HOUR, 8 * HOUR), 1.1);
    expect(long[2]?.pixels).toBe(long[4]?.pixels);
    expect(long[2]?.pixels).toBeLessThan(found);
  });
});

describe("read from right to left", () => {
  const inColumn = (direction: string) => {
    setTexts((name) => (name === "direction" ? direction : speakEnglish(name)));
    const pen = penOf();
    drawCard(pen, trapped);
    return { texts: pen.texts, direction: pen.direction };
  };

  test("hours stand on the right and the dial on the left; its ends are where they always are", () => {
    const [to, from] = [inColumn("ltr"), inColumn("rtl")];
    expect([to.direction, from.direction]).toEqual(["ltr", "rtl"]);
    expect(to.texts[0]?.left).toBe(76);
    expect(from.texts[0]?.right).toBe(1200 - 76);
    for (const { texts } of [to, from]) {
      const [found, building] = [texts[6], texts[7]];
      expect([found?.text, building?.text]).toEqual(["being found", "building"]);
      expect(found?.right).toBeLessThan(building?.left ?? 0);
    }
    expect(to.texts[6]?.left).toBeGreaterThan(to.texts[2]?.right ?? 0);
    expect(from.texts[7]?.right).toBeLessThan(from.texts[2]?.left ?? 0);
  });
});

test("dates are written as the language does", () => {
  setTexts((name) => (name === "language" ? "de" : speakEnglish(name)));
  expect(textsOf(trapped)[1]).toBe("2.–8. März 2026");
  expect(textsOf({ ...trapped, week: { start: "2025-12-29", end: "2026-01-04" } })[1]).toMatch(
    /29. Dezember 2025.*4. Januar 2026/,
  );
});
