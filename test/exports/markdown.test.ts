import { Parser } from "commonmark";
import fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import messages from "../../public/_locales/en/messages.json";
import { weekMarkdown } from "../../src/exports/markdown";
import { setTexts } from "../../src/texts/say";
import type { Week } from "../../src/trap/week";
import { MINUTE } from "../trap/draw";
import { anyWeek, week } from "./weeks";

const english: Record<string, { message: string }> = messages;
afterEach(() => setTexts((name) => english[name]?.message ?? ""));

/** What a CommonMark parser finds in a text: each node by its type, in order, text by itself. */
function nodesOf(markdown: string): { type: string; text: string }[] {
  const walker = new Parser().parse(markdown).walker();
  const found: { type: string; text: string }[] = [];
  for (let step = walker.next(); step; step = walker.next()) {
    const { type, literal } = step.node;
    const last = found.at(-1);
    if (!step.entering) continue;
    if (type === "text" && last?.type === "text") last.text += literal ?? "";
    else found.push({ type, text: literal ?? "" });
  }
  return found;
}

/** What is read where a text stands alone; throws when it is more than text. */
function plainText(markdown: string): string {
  const [document, paragraph, text, ...more] = nodesOf(markdown);
  if (document?.type !== "document" || more.length > 0 || (text && text.type !== "text"))
    throw new Error(`${JSON.stringify(markdown)} is more than text`);
  if (paragraph && paragraph.type !== "paragraph")
    throw new Error(`${JSON.stringify(markdown)} is a ${paragraph.type}`);
  return text?.text ?? "";
}

/** The cells of a table's line as GitHub parts them: at each bar, but for one whose meaning a backslash takes away. */
function cells(line: string): string[] {
  expect(line).toMatch(/^\|.*\|$/s);
  return (line.match(/(?:\\[!-/:-@[-`{-~]|[^|])+/g) ?? []).map((cell) => cell.trim());
}

/** The tables of a text, each as its rows of cells as they are read; the rule below the heads is checked and left out. */
function tables(text: string): string[][][] {
  return text
    .split("\n\n")
    .filter((block) => block.startsWith("|"))
    .map((block) => {
      const [heads = "", rule = "", ...rows] = block.trimEnd().split("\n");
      expect(rule).toMatch(/^\|( --- \|)*( ---: \|)*$/);
      expect(cells(rule)).toHaveLength(cells(heads).length);
      return [heads, ...rows].map((line) => cells(line).map(plainText));
    });
}

const textOf = (some: Week) => weekMarkdown(some).text;
const sitesTable = (some: Week) => tables(textOf(some)).find(([heads]) => heads?.[0] === "Site") ?? [];

const withSites = (names: readonly string[]): Week => ({
  ...week,
  signs: [],
  blocks: [],
  facts: [],
  sites: names.map((site) => ({ site, channel: "social", category: "distribution", label: "Social", ms: MINUTE })),
});

const withLabel = (label: string): Week => ({
  ...week,
  channels: [{ channel: "my-own", category: "build", label, ms: MINUTE }],
  sites: [{ site: "x.com", channel: "my-own", category: "build", label, ms: MINUTE }],
});

/** What would be more than text. */
const odd = fc
  .array(
    fc.constantFrom(
      ...["|", "\\", "\n", "\r", "`", "*", "_", "[", "](", "<", ">", "~", "---", "a", " ", "&", "&lt;", "&#124;", "#"],
      ...[
        "!",
        "![",
        "]:",
        "http://",
        "https://x.y",
        "www.x.y",
        "<b>",
        "<!--",
        "-->",
        "1.",
        "+",
        "=",
        "$",
        "\t",
        "\u2028",
      ],
      ...[
        "\u0000",
        "\u202e",
        "<https://x.y>",
        "](javascript:alert(1))",
        "~~~",
        "```",
        "    ",
        "\ud83c",
        "{day}",
        "{share}",
      ],
    ),
  )
  .map((pieces) => pieces.join(""));
const name = fc.oneof(odd, fc.string({ unit: "binary" }));

/** What is left of a name to be read: one line of it. */
const read = (text: string) =>
  text
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, "")
    .replace(/[\p{Cc}\u2028\u2029]+/gu, " ")
    .trim();
/** What a parser makes of runs of spaces at the ends of a text is its own affair. */
const squeezed = (text: string) => text.replace(/\s+/gu, " ").trim();

describe("the Markdown of a week", () => {
  test("is a file named by the week's first day", () => {
    const { filename, mime, text } = weekMarkdown(week);
    expect(filename).toBe("factory-trap-week-2026-03-02.md");
    expect(mime).toBe("text/markdown");
    expect(text.endsWith("\n")).toBe(true);
  });

  test("reads as drawn", () => {
    expect(textOf(week)).toBe(`# Week 2026-03-02 to 2026-03-08

**Factory trap: 14% being found**

6 points less than in the week before (20%).

|  | Time | Week before |
| --- | ---: | ---: |
| Being found | 1 h 00 m | 1 h 00 m |
| of it reaching out | 45 m | 1 h 00 m |
| of it watching analytics | 5 m | 0 s |
| of it scrolling feeds | 10 m | 0 s |
| Building | 6 h 00 m | 4 h 00 m |
| of it in other apps | 2 h 00 m | 0 s |
| Neutral | 1 h 00 m | 0 s |

## Channels

| Channel | Kind | Time |
| --- | --- | ---: |
| Code hosting | Building | 3 h 00 m |
| AI & agents | Building | 1 h 00 m |
| Video | Neutral | 1 h 00 m |
| Social | Being found | 45 m |
| Feeds | Being found | 10 m |
| Analytics | Being found | 5 m |

## Sites

| Site | Channel | Time |
| --- | --- | ---: |
| github.com | Code hosting | 3 h 00 m |
| claude.ai | AI & agents | 1 h 00 m |
| youtube.com | Video | 1 h 00 m |
| x.com | Social | 45 m |
| x.com | Feeds | 10 m |
| plausible.io | Analytics | 5 m |

## Warning signs

| Sign | State | Evidence |
| --- | --- | --- |
| Comfort \\| trap | Present | 5 days. |
| slop | You called it untrue | 3 projects. |

## Blocks

| Block | Day | State | Time |
| --- | --- | --- | ---: |
| Send five messages | 2026-03-03 | Kept | 30 m |

## Facts

| What | Day | Before | Now |
| --- | --- | ---: | ---: |
| Customers | 2026-03-04 | 0 | 1 |

## Days

| Day | Building | Being found | Neutral | Other apps |
| --- | ---: | ---: | ---: | ---: |
| 2026-03-02 | 4 h 00 m | 0 s | 0 s | 0 s |
| 2026-03-03 | 0 s | 55 m | 0 s | 0 s |
| 2026-03-04 | 2 h 00 m | 5 m | 1 h 00 m | 2 h 00 m |
| 2026-03-05 | 0 s | 0 s | 0 s | 0 s |

Longest stretch of building: 2 h 00 m.

Next move: Write to five people.
`);
  });

  test("has headings, one strong verdict and paragraphs, and nothing else", () => {
    const types = nodesOf(textOf(week)).map(({ type }) => type);
    expect(types.filter((type) => type === "heading")).toHaveLength(7);
    expect(types.filter((type) => type === "strong")).toHaveLength(1);
    expect([...new Set(types)].sort()).toEqual(["document", "heading", "paragraph", "softbreak", "strong", "text"]);
  });

  test("of a week without time has no empty tables, and no share", () => {
    const nothing = { channels: [], sites: [], signs: [], blocks: [], facts: [], move: null };
    const text = textOf({ ...week, ...nothing, share: null, zone: "not-enough-data", previous: null });
    expect(text).toContain("**Not enough data yet**\n");
    expect(text.match(/^## .*$/gm)).toEqual(["## Days"]);
    expect(text).not.toContain("Next move");
    expect(tables(text)).toHaveLength(2);
  });

  test("tells the share of the week before only where it has one, and its hours where there are any", () => {
    const previous = week.previous && { ...week.previous, share: null };
    expect(textOf({ ...week, previous })).not.toContain("than in the week before");
    expect(tables(textOf({ ...week, previous }))[0]?.[0]).toEqual(["", "Time", "Week before"]);
    expect(textOf({ ...week, previous: null })).not.toMatch(/week before/i);
    expect(tables(textOf({ ...week, previous: null }))[0]?.[1]).toEqual(["Being found", "1 h 00 m"]);
  });

  test("says whether other apps are part of build", () => {
    const labels = (otherAppsAreBuild: boolean) =>
      tables(textOf({ ...week, otherAppsAreBuild }))[0]?.map(([cell]) => cell);
    expect(labels(true)?.[6]).toBe("of it in other apps");
    expect(labels(false)?.[6]).toBe("Other apps");
  });

  test("tells in words what was shown, of before as of now", () => {
    const fact = { day: "2026-03-04", kind: "shown", project: null } as const;
    const facts = [
      { ...fact, before: null, value: "pipeline" as const },
      { ...fact, before: "pipeline" as const, value: "result" as const },
      { ...fact, kind: "visitors" as const, before: 900, value: 12_000 },
    ];
    expect(
      tables(textOf({ ...week, facts }))
        .find(([heads]) => heads?.[0] === "What")
        ?.slice(1),
    ).toEqual([
      ["What you showed someone", "2026-03-04", "", "The pipeline"],
      ["What you showed someone", "2026-03-04", "The pipeline", "A result that a user got"],
      ["Visitors a week", "2026-03-04", "900", "12,000"],
    ]);
  });

  test("names 15 sites and sums up those beyond", () => {
    const names = (n: number) => Array.from({ length: n }, (_, i) => `site${i}.example`);
    expect(sitesTable(withSites(names(15)))).toHaveLength(16);
    expect(sitesTable(withSites(names(15))).at(-1)).toEqual(["site14.example", "Social", "1 m"]);
    expect(sitesTable(withSites(names(16))).at(-1)).toEqual(["1 more site", "", "1 m"]);
    expect(sitesTable(withSites(names(18))).at(-1)).toEqual(["3 more sites", "", "3 m"]);
    expect(sitesTable(withSites(names(18)))).toHaveLength(17);
  });

  test("has well formed tables for any week", () => {
    fc.assert(
      fc.property(anyWeek, (some) => {
        const found = tables(textOf(some));
        expect(found).toHaveLength(
          1 + [some.channels, some.sites, some.days].filter(({ length }) => length > 0).length,
        );
        for (const [heads = [], ...rows] of found) {
          for (const row of rows) expect(row).toHaveLength(heads.length);
        }
      }),
    );
  });
});

describe("a hostile name", () => {
  test.each([
    ["a|b.example", "a\\|b.example"],
    ["a\\|b", "a\\\\\\|b"],
    ["a\\", "a\\\\"],
    ["a\nb", "a b"],
    ["a\r\n\r\n# b", "a # b"],
    ["# b", "\\# b"],
    ["- b", "\\- b"],
    ["1. b", "1\\. b"],
    ["1) b", "1\\) b"],
    ["2026", "2026"],
    ["[click](https://evil.example)", "\\[click\\](https\\://evil.example)"],
    ["![x](y)", "!\\[x\\](y)"],
    ["<img src=x>", "\\<img src=x\\>"],
    ["http://evil.example", "http\\://evil.example"],
    ["www.evil.example", "www\\.evil.example"],
    ["localhost:3000", "localhost:3000"],
    ["&lt;b&gt; &#60; AI & R&D", "\\&lt;b\\&gt; \\&#60; AI & R&D"],
    ["$x$", "\\$x\\$"],
    ["**bold** _it_ `code` ~~no~~", "\\*\\*bold\\*\\* \\_it\\_ \\`code\\` \\~\\~no\\~\\~"],
    ["a\u202eb\u2066c\u2069", "abc"],
  ])("%j is written %j", (site, written) => {
    expect(textOf(withSites([site]))).toContain(`\n| ${written} | Social | 1 m |\n`);
    expect(sitesTable(withSites([site]))[1]).toEqual([read(site), "Social", "1 m"]);
  });

  test("of a site stays text in its own cell, whatever it is", () => {
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 15 }), (names) => {
        const text = textOf(withSites(names));
        const [, ...rows] = sitesTable(withSites(names));
        expect(rows.map((row) => row.map(squeezed))).toEqual(
          names.map((site) => [squeezed(read(site)), "Social", "1 m"]),
        );
        expect(text.split("\n")).toHaveLength(textOf(withSites(names.map(() => "x"))).split("\n").length);
      }),
      { numRuns: 500 },
    );
  });

  test("of a channel of the user's own stays text, wherever it stands", () => {
    fc.assert(
      fc.property(name, (label) => {
        const some = withLabel(label);
        expect(tables(textOf(some))[1]?.map((row) => row.map(squeezed))).toEqual([
          ["Channel", "Kind", "Time"],
          [squeezed(read(label)), "Building", "1 m"],
        ]);
        expect(
          sitesTable(some)
            .slice(1)
            .map((row) => row.map(squeezed)),
        ).toEqual([["x.com", squeezed(read(label)), "1 m"]]);
      }),
      { numRuns: 500 },
    );
  });

  test("of a move, a project and a sign changes nothing of the whole", () => {
    const with_ = (text: string): Week => ({
      ...week,
      move: text,
      signs: week.signs.map((sign) => ({ ...sign, words: text, evidence: text })),
      blocks: week.blocks.map((block) => ({ ...block, title: text })),
    });
    const types = (some: Week) => nodesOf(textOf(some)).map(({ type }) => type);
    const plain = types(with_("x"));
    fc.assert(
      fc.property(name, (text) => {
        expect(types(with_(text))).toEqual(plain);
        const [signs, blocks] = tables(textOf(with_(text))).slice(3, 5);
        expect(
          signs?.slice(1).map(([words, , evidence]) => [words, evidence].map((one) => squeezed(one ?? ""))),
        ).toEqual(week.signs.map(() => [squeezed(read(text)), squeezed(read(text))]));
        expect(squeezed(blocks?.[1]?.[0] ?? "")).toBe(squeezed(read(text)));
      }),
      { numRuns: 500 },
    );
  });

  test("of a move cannot begin the line, where a language puts it first", () => {
    setTexts((name) => (name === "week_move" ? "{move}" : (english[name]?.message ?? "")));
    const types = (move: string) => nodesOf(textOf({ ...week, move })).map(({ type }) => type);
    const plain = types("x");
    for (const move of [
      "# x",
      "- x",
      "+ x",
      "* x",
      "1. x",
      "12) x",
      "> x",
      "    x",
      "\tx",
      "---",
      "===",
      "```",
      "~~~",
      "[x]: y",
      "<p>",
    ])
      expect(types(move), move).toEqual(plain);
    fc.assert(
      fc.property(odd, (move) => {
        fc.pre(read(move) !== "");
        expect(types(move)).toEqual(plain);
      }),
      { numRuns: 500 },
    );
  });
});

test("a channel of the user's own stands under the name that they gave it", () => {
  const text = textOf(withLabel("Podcast 🎙"));
  expect(text).toContain("\n| Podcast 🎙 | Building | 1 m |\n");
  expect(text).toContain("\n| x.com | Podcast 🎙 | 1 m |\n");
});
