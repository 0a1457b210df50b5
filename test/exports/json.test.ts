import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import schema from "../../public/schemas/week-1.json";
import { UNKNOWN_HOUR } from "../../src/attention/day";
import { withoutSites } from "../../src/exports";
import { WEEK_SCHEMA, weekJson } from "../../src/exports/json";
import { summarize, type Week, weekOf } from "../../src/trap/week";
import { MINUTE, standards } from "../trap/draw";
import { anyWeek, week } from "./weeks";

const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true });
addFormats.default(ajv);
const validate = ajv.compile(schema);

/** What the schema says against a document, empty when nothing. */
function complaints(document: unknown): string[] {
  validate(document);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

// biome-ignore lint/suspicious/noExplicitAny: a document that is about to be spoilt has no type
const documentOf = (some: Week): any => JSON.parse(weekJson(some).text);

describe("the JSON of a week", () => {
  test("is a file named by the week's first day, ending in a line break", () => {
    const { filename, mime, text } = weekJson(week);
    expect(filename).toBe("factory-trap-week-2026-03-02.json");
    expect(mime).toBe("application/json");
    expect(text.slice(-3)).toBe("\n}\n");
  });

  test("names the schema that is shipped", () => {
    expect(documentOf(week).schema).toBe(schema.$id);
    expect(WEEK_SCHEMA).toBe(schema.$id);
  });

  test("holds the week's numbers as they are", () => {
    const { schema: _, ...rest } = documentOf(week);
    // The schema is closed: what came to the week after it stays out.
    const { siteDays: __, target: ___, ...known } = week;
    expect(rest).toEqual(JSON.parse(JSON.stringify(known)));
    expect([rest.signs.length, rest.blocks.length, rest.facts.length]).toEqual([2, 1, 1]);
  });

  test("is valid by the schema", () => {
    expect(complaints(documentOf(week))).toEqual([]);
  });

  test("is valid by the schema for any week", () => {
    fc.assert(
      fc.property(anyWeek, (some) => {
        expect(complaints(documentOf(some))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test("is valid with sites left out", () => {
    expect(documentOf(withoutSites(week)).sites).toEqual([]);
    fc.assert(
      fc.property(anyWeek, (some) => {
        expect(complaints(documentOf(withoutSites(some)))).toEqual([]);
      }),
    );
  });

  test("is valid with time of which only the day is known", () => {
    const imported = summarize(weekOf("2026-03-02"), {
      rows: [{ day: "2026-03-02", key: "github.com", hours: { [UNKNOWN_HOUR]: 90 * MINUTE } }],
      spans: [],
      standards: standards(),
      signs: [],
      blocks: [],
      facts: [],
      move: null,
      today: "2026-03-09",
      now: 0,
    });
    expect(imported.totals.buildMs).toBe(90 * MINUTE);
    expect(complaints(documentOf(imported))).toEqual([]);
  });

  test("is valid without a week before, and with one", () => {
    expect(week.previous).not.toBeNull();
    expect(complaints(documentOf({ ...week, previous: null }))).toEqual([]);
  });
});

describe("the schema", () => {
  // biome-ignore lint/suspicious/noExplicitAny: see above
  const mutations: [string, (document: any) => void][] = [
    ["another schema's name", (document) => (document.schema = "https://factory-trap-meter/schemas/week-2.json")],
    ["a time that is no instant", (document) => (document.generatedAt = "2026-03-05")],
    ["an instant that does not exist", (document) => (document.generatedAt = "2026-13-05T12:00:00.000Z")],
    ["a day that is an instant", (document) => (document.week.start = "2026-03-02T00:00:00Z")],
    ["a week without end", (document) => delete document.week.end],
    ["negative time", (document) => (document.totals.buildMs = -1)],
    ["a fraction of a millisecond", (document) => (document.totals.feedsMs = 0.5)],
    ["time as text", (document) => (document.longestBuildMs = "2 h")],
    ["an unknown total", (document) => (document.totals.factoryMs = 1)],
    ["an unknown zone", (document) => (document.zone = "stopped")],
    ["a share above 1", (document) => (document.share = 1.01)],
    ["a share below 0", (document) => (document.share = -0.01)],
    ["an unknown zone of the week before", (document) => (document.previous.zone = "")],
    ["a week before without its days", (document) => delete document.previous.week],
    ["a channel of no category", (document) => (document.channels[0].category = "fun")],
    ["a channel without a name", (document) => delete document.channels[0].label],
    ["a channel whose name is no text", (document) => (document.channels[0].label = null)],
    ["a site without a name", (document) => delete document.sites[0].site],
    ["a site without its channel's name", (document) => delete document.sites[0].label],
    ["a site whose channel's name is no text", (document) => (document.sites[0].label = 7)],
    ["a site with its path", (document) => (document.sites[0].path = "/acme")],
    ["a day without other apps", (document) => delete document.days[0].otherAppsMs],
    ["eight days", (document) => (document.days = Array.from({ length: 8 }, () => document.days[0]))],
    [
      "a sign that is none",
      (document) => document.signs.push({ id: "comfort", words: "", level: "none", evidence: "", dismissed: false }),
    ],
    [
      "a sign without evidence",
      (document) => document.signs.push({ id: "comfort", words: "", level: "present", dismissed: false }),
    ],
    ["a block that is no object", (document) => document.blocks.push(1)],
    ["facts that are no list", (document) => (document.facts = {})],
    ["a word of its own", (document) => (document.comment = "")],
  ];

  test.each(mutations)("refuses %s", (_, spoil) => {
    const document = documentOf(week);
    expect(complaints(document)).toEqual([]);
    spoil(document);
    expect(complaints(document)).not.toEqual([]);
  });

  test("asks for every property that a week has", () => {
    const document = documentOf(week);
    expect(Object.keys(document).sort()).toEqual(schema.required.toSorted());
    for (const name of Object.keys(document)) {
      const { [name]: _, ...rest } = document;
      expect(complaints(rest), name).not.toEqual([]);
    }
  });

  test("takes signs as they will come", () => {
    const sign = { id: "comfort", words: "Comfort", level: "severe", evidence: "6 days in a row.", dismissed: true };
    expect(complaints({ ...documentOf(week), signs: [sign] })).toEqual([]);
  });
});
