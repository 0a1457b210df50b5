import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Fact, numberKinds, shownAnswers } from "../../../src/trap/facts";
import { readSigns, signs } from "../../../src/trap/signs";
import type { Situation } from "../../../src/trap/situation";
import { type BlockStory, days, project, type Story, showed, situationOf, told } from "./situation";

describe("the list", () => {
  test("holds the source's four, its other observations, ours, and the good news", () => {
    expect(signs.map(({ id }) => id)).toEqual([
      "super-system",
      "zero-traffic",
      "pipeline-pride",
      "after-factory",
      "comfort",
      "slop",
      "scrolling",
      "factory-with-distribution",
    ]);
  });

  test("quotes what stands in the source, and nothing else", () => {
    const source = [
      '- Building "super systems" before acquiring first customer',
      "- Optimizing agents while traffic is zero",
      "- More proud of pipeline sophistication than user count",
      '- "I\'ll start marketing after I finish the factory"',
      '"useless AI slop nobody needs" floods the market',
      "- Comfort trap — building factory systems is comfortable; marketing is uncomfortable",
      "- factory-v3 — the evolved factory that includes distribution modules",
    ].join("\n");
    const stands = (words: string) => source.includes(words.replace(/[“”]/g, '"'));
    for (const { id, words, isQuoted } of signs) expect(stands(words), id).toBe(isQuoted);
    expect(signs.filter(({ isQuoted }) => !isQuoted).map(({ id }) => id)).toEqual(["comfort", "scrolling"]);
  });

  test("has one piece of good news", () => {
    expect(signs.filter(({ isGood }) => isGood).map(({ id }) => id)).toEqual(["factory-with-distribution"]);
  });

  test("says of each in one sentence when it goes, or stays", () => {
    for (const { id, clearsWhen } of signs) expect(clearsWhen, id).toMatch(/^(Goes|Stays) [^.!]+\.$/);
  });
});

describe("for showing", () => {
  const shown = async (story: Story) =>
    readSigns(await situationOf(story)).map(({ sign, level }) => `${level} ${sign.id}`);

  test("nothing is said of a new life", async () => {
    expect(await shown({})).toEqual([]);
  });

  test("severe comes first, then present, unknown and possible, equals in the order of the list", async () => {
    const story: Story = {
      days: [...days(13, { build: 120, agents: 120, feeds: 3 }), { reach: 5 }],
      facts: [told("customers", 0), showed("pipeline"), told("users", 2)],
    };
    expect(await shown(story)).toEqual([
      "severe super-system",
      "present pipeline-pride",
      "present scrolling",
      "unknown zero-traffic",
      "possible after-factory",
      "possible comfort",
    ]);
  });

  test("good news comes after what is present, before what asks", async () => {
    const story: Story = {
      days: days(3, { build: 180, agents: 180, reach: 120, feeds: 170 }),
      blocks: [12, 8, 6, 1].map((startedAgo) => ({ startedAgo, spent: 30 })),
    };
    expect(await shown(story)).toEqual([
      "present scrolling",
      "present factory-with-distribution",
      "unknown zero-traffic",
      "unknown pipeline-pride",
    ]);
  });
});

describe("whatever the situation", () => {
  const minutes = fc.constantFrom(0, 0, 1, 4, 5, 15, 40, 60, 180, 400);
  const ago = fc.integer({ min: 0, max: 20 });
  const day = fc.record(
    { build: minutes, agents: minutes, reach: minutes, feeds: minutes, analytics: minutes, "other-apps:": minutes },
    { requiredKeys: [] },
  );
  const number = fc
    .tuple(fc.constantFrom(...numberKinds), fc.constantFrom(0, 1, 9, 10, 11, 49, 50, 900), ago)
    .chain(([kind, value, when]) =>
      fc
        .constantFrom({}, { project: "a" }, { project: "b" })
        .map((which): Fact => told(kind, value, { ago: when, ...which })),
    );
  const answer = fc.tuple(fc.constantFrom(...shownAnswers), ago).map(([value, when]): Fact => showed(value, when));
  const block: fc.Arbitrary<BlockStory> = fc.record(
    {
      plannedAgo: fc.integer({ min: -5, max: 20 }),
      startedAgo: ago,
      moved: fc.nat(3),
      spent: fc.nat(30),
      project: fc.constantFrom("a", "b"),
    },
    { requiredKeys: [] },
  );
  const projects = fc.uniqueArray(
    fc
      .tuple(fc.constantFrom("a", "b", "c", "d"), minutes, ago, fc.boolean())
      .map(([id, built, when, isParked]) => project(id, built, { ago: when, isParked })),
    { selector: ({ id }) => id },
  );
  const drawn: fc.Arbitrary<Story> = fc.record({
    days: fc.array(day, { maxLength: 18 }),
    otherApps: fc.constantFrom("build" as const, "apart" as const, null),
    target: fc.constantFrom(0.2, 0.25, 0.5, 0.6),
    stretch: fc.record({ ago: fc.integer({ min: 0, max: 13 }), minutes: fc.constantFrom(30, 239, 240, 400) }),
    facts: fc.array(fc.oneof(number, number, answer), { maxLength: 8 }),
    blocks: fc.array(block, { maxLength: 6 }),
    projects,
  });
  const always = (holds: (situation: Situation) => void) =>
    fc.assert(
      fc.asyncProperty(drawn, async (story) => holds(await situationOf(story))),
      { numRuns: 150 },
    );

  test("evidence makes sense, and asks exactly where something is unknown", async () => {
    const wrong = /NaN|undefined|null|Infinity|-\d|\b1 (days|blocks|users|customers|visitors|projects|times)\b/;
    await always((situation) => {
      for (const { sign, level, evidence, asks } of readSigns(situation)) {
        expect(evidence, sign.id).toMatch(level === "unknown" ? /^How many [^?]+\? \S.*[^.]\.$/ : /^\S.*[^.]\.$/);
        expect(evidence, sign.id).not.toMatch(wrong);
        expect(asks !== null, sign.id).toBe(level === "unknown");
        if (sign.isGood) expect(level, sign.id).toBe("present");
      }
    });
  });

  test("what is left out says and asks nothing", async () => {
    await always((situation) => {
      const said = new Set(readSigns(situation).map(({ sign }) => sign));
      for (const sign of signs.filter((one) => !said.has(one)))
        expect(sign.read(situation), sign.id).toEqual({ level: "none", evidence: "", asks: null });
    });
  });

  test("what a sign asks matters, and is not asked again: 0 may be present, 900 never is", async () => {
    await always((situation) => {
      for (const { sign, asks } of readSigns(situation)) {
        if (!asks) continue;
        const said = asks.project === null ? {} : { project: asks.project };
        const answered = (value: number) =>
          sign.read({ ...situation, facts: [...situation.facts, told(asks.kind, value, said)] });
        expect(answered(0).asks, sign.id).not.toEqual(asks);
        expect(answered(0).level, sign.id).not.toBe("none");
        expect(answered(900).level, sign.id).toMatch(/possible|none/);
      }
    });
  });

  test("it is left as it is, and says the same twice", async () => {
    await always((situation) => {
      const before = structuredClone(situation);
      const first = readSigns(situation);
      expect(readSigns(situation)).toEqual(first);
      expect(situation).toEqual(before);
    });
  });
});
