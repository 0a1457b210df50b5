import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Fact, numberKinds, shownAnswers } from "../../../src/trap/facts";
import { readSigns, signs } from "../../../src/trap/signs";
import type { Situation } from "../../../src/trap/situation";
import { block, days, project, type Story, showed, situationOf, told } from "./situation";

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
    // https://x.com/levelsio/status/2064090312885273022, and the page that quotes it.
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
    expect(signs.filter(({ words }) => stands(words)).map(({ id }) => id)).toEqual(
      signs.filter(({ isQuoted }) => isQuoted).map(({ id }) => id),
    );
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
      days: days(3, { build: 180, agents: 180, reach: 120, feeds: 125 }),
      blocks: [12, 8, 6, 1].map((startedAgo) => block({ startedAgo, spent: 30 })),
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
  const day = fc.record(
    { build: minutes, agents: minutes, reach: minutes, feeds: minutes, analytics: minutes, "other-apps:": minutes },
    { requiredKeys: [] },
  );
  const ago = fc.integer({ min: 0, max: 20 });
  const of = fc.constantFrom(undefined, "a", "b");
  const fact: fc.Arbitrary<Fact> = fc.oneof(
    fc
      .tuple(fc.constantFrom(...numberKinds), fc.constantFrom(0, 1, 9, 10, 11, 49, 50, 900), ago, of)
      .map(([kind, value, when, name]) => told(kind, value, { ago: when, ...(name && { project: name }) })),
    fc.tuple(fc.constantFrom(...shownAnswers), ago).map(([value, when]) => showed(value, when)),
  );
  const blocks = fc.array(
    fc
      .record(
        { plannedAgo: fc.integer({ min: -5, max: 20 }), startedAgo: ago, moved: fc.nat(3), spent: fc.nat(30) },
        {
          requiredKeys: [],
        },
      )
      .map(block),
    { maxLength: 6 },
  );
  const projects = fc.uniqueArray(
    fc.record({ id: fc.constantFrom("a", "b", "c", "d"), built: minutes, isParked: fc.boolean(), blocked: fc.nat(40) }),
    { selector: ({ id }) => id },
  );
  const story: fc.Arbitrary<Story> = fc
    .record({
      days: fc.array(day, { maxLength: 18 }),
      otherApps: fc.constantFrom("build" as const, "apart" as const, null),
      target: fc.constantFrom(0.2, 0.25, 0.5, 0.6),
      stretch: fc.record({ ago: fc.integer({ min: 0, max: 13 }), minutes }),
      facts: fc.array(fact, { maxLength: 8 }),
      blocks,
      projects,
    })
    .map(({ projects: drawn, ...rest }) => ({
      ...rest,
      projects: drawn.map(({ id, built, isParked, blocked }) =>
        project(id, built, { isParked, blockMs: blocked * 60_000 }),
      ),
    }));
  const always = (holds: (situation: Situation) => void) =>
    fc.assert(
      fc.asyncProperty(story, async (drawn) => holds(await situationOf(drawn))),
      { numRuns: 150 },
    );

  test("evidence is a sentence with a number, and asks exactly where something is unknown", async () => {
    await always((situation) => {
      for (const { sign, level, evidence, asks } of readSigns(situation)) {
        expect(evidence, sign.id).toMatch(/^(\S.*[.])$/);
        expect(evidence, sign.id).not.toMatch(
          /NaN|undefined|null|Infinity|-\d|\b1 (days|blocks|users|customers|visitors|times)\b/,
        );
        expect(asks !== null, sign.id).toBe(level === "unknown");
        if (level === "unknown") expect(evidence, sign.id).toMatch(/^How many .+\? .+\.$/);
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

  test("an answer to what a sign asks is never asked for again, and some answer makes it present", async () => {
    await always((situation) => {
      for (const { sign, asks } of readSigns(situation)) {
        if (!asks) continue;
        const said = asks.project === null ? {} : { project: asks.project };
        const after = (value: number) =>
          sign.read({ ...situation, facts: [...situation.facts, told(asks.kind, value, said)] });
        expect(after(0).asks, sign.id).not.toEqual(asks);
        expect(after(900).level, sign.id).toMatch(/possible|none/);
        expect(after(0).level, sign.id).not.toBe("none");
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
