import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { weekMarkdown } from "../../src/exports/markdown";
import type { Week } from "../../src/trap/week";
import { MINUTE } from "../trap/draw";
import { anyWeek, week } from "./weeks";

/** The cells of a table's line as GitHub reads them: a backslash takes the meaning from the character after it. */
function cells(line: string): string[] {
  const found = line.match(/(?:\\[!-/:-@[-`{-~]|[^|])+/g) ?? [];
  return found.map((cell) => cell.trim().replace(/\\([!-/:-@[-`{-~])/g, "$1"));
}

/** The tables of a text, each as its rows; the rule below the heads is checked and left out. */
function tables(text: string): string[][][] {
  return text
    .split("\n\n")
    .filter((block) => block.startsWith("|"))
    .map((block) => {
      const lines = block.trimEnd().split("\n");
      expect(lines[1]).toMatch(/^\|( --- \|)* ---: \|$/);
      for (const line of lines) expect(line).toMatch(/^\|.*\|$/s);
      const [heads = "", , ...rows] = lines;
      return [heads, ...rows].map(cells);
    });
}

const textOf = (some: Week) => weekMarkdown(some).text;
const sitesTable = (some: Week) => tables(textOf(some)).find(([heads]) => heads?.[0] === "site") ?? [];

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

/** What would be more than text in a cell. */
const odd = fc.array(fc.constantFrom("|", "\\", "\n", "\r", "`", "*", "_", "[", "](", "<", ">", "~", "---", "a", " "));

describe("the Markdown of a week", () => {
  test("is a file named by the week's first day", () => {
    const { filename, mime, text } = weekMarkdown(week);
    expect(filename).toBe("factory-trap-week-2026-03-02.md");
    expect(mime).toBe("text/markdown");
    expect(text.endsWith("\n")).toBe(true);
  });

  test("reads as drawn", () => {
    expect(textOf(week)).toBe(`# Week 2026-03-02 to 2026-03-08

**Factory trap: 14% distribution** (the week before: 20%)

|  | time |
| --- | ---: |
| Build | 6 h 00 m |
| Distribution | 1 h 00 m |
| of it scrolling feeds | 10 m |
| of it watching analytics | 5 m |
| Neutral | 1 h 00 m |
| Other apps (part of build) | 2 h 00 m |

## Channels

| channel | kind | time |
| --- | --- | ---: |
| Code hosting | build | 3 h 00 m |
| AI & agents | build | 1 h 00 m |
| Video | neutral | 1 h 00 m |
| Social | distribution | 45 m |
| Feeds | distribution | 10 m |
| Analytics | distribution | 5 m |

## Sites

| site | channel | time |
| --- | --- | ---: |
| github.com | Code hosting | 3 h 00 m |
| claude.ai | AI & agents | 1 h 00 m |
| youtube.com | Video | 1 h 00 m |
| x.com | Social | 45 m |
| x.com | Feeds | 10 m |
| plausible.io | Analytics | 5 m |

## Warning signs

- **Comfort \\| trap** (present): 5 days.
- **slop** (called untrue): 3 projects.

## Blocks

| block | day | state | time |
| --- | --- | --- | ---: |
| Send five messages | 2026-03-03 | kept | 30 m |

## Facts

| fact | told on | before | now |
| --- | --- | --- | ---: |
| customers | 2026-03-04 | 0 | 1 |

## Days

| day | build | distribution | neutral | other apps |
| --- | --- | --- | --- | ---: |
| 2026-03-02 | 4 h 00 m | 0 s | 0 s | 0 s |
| 2026-03-03 | 0 s | 55 m | 0 s | 0 s |
| 2026-03-04 | 2 h 00 m | 5 m | 1 h 00 m | 2 h 00 m |
| 2026-03-05 | 0 s | 0 s | 0 s | 0 s |

Longest stretch of building: 2 h 00 m.

Next move: Write to five people.
`);
  });

  test("of a week without time has no empty tables, and no share", () => {
    const nothing = { channels: [], sites: [], signs: [], blocks: [], facts: [], move: null };
    const text = textOf({ ...week, ...nothing, share: null, zone: "not-enough-data", previous: null });
    expect(text).toContain("**Not enough data yet**\n");
    expect(text).not.toContain("## Channels");
    expect(text).not.toContain("## Sites");
    expect(text).not.toMatch(/## (Warning signs|Blocks|Facts)|Next move/);
    expect(tables(text)).toHaveLength(2);
  });

  test("tells the week before only where it has a share", () => {
    const previous = week.previous && { ...week.previous, share: null };
    expect(textOf({ ...week, previous })).not.toContain("the week before");
    expect(textOf({ ...week, previous: null })).not.toContain("the week before");
  });

  test("says whether other apps are part of build", () => {
    expect(textOf({ ...week, otherAppsAreBuild: true })).toContain("| Other apps (part of build) |");
    expect(textOf({ ...week, otherAppsAreBuild: false })).toContain("| Other apps | 2 h 00 m |");
  });

  test("names 15 sites and sums up those beyond", () => {
    const names = (n: number) => Array.from({ length: n }, (_, i) => `site${i}.example`);
    expect(sitesTable(withSites(names(15)))).toHaveLength(16);
    expect(sitesTable(withSites(names(15))).at(-1)).toEqual(["site14.example", "Social", "1 m"]);
    expect(sitesTable(withSites(names(16))).at(-1)).toEqual(["1 more", "", "1 m"]);
    expect(sitesTable(withSites(names(18))).at(-1)).toEqual(["3 more", "", "3 m"]);
    expect(sitesTable(withSites(names(18)))).toHaveLength(17);
  });

  test("has well formed tables for any week", () => {
    fc.assert(
      fc.property(anyWeek, (some) => {
        const found = tables(textOf(some));
        expect(found).toHaveLength(2 + Number(some.channels.length > 0) + Number(some.sites.length > 0));
        for (const [heads = [], ...rows] of found) {
          for (const row of rows) expect(row).toHaveLength(heads.length);
        }
      }),
    );
  });
});

describe("a hostile site name", () => {
  test.each([
    ["a|b.example", "a\\|b.example"],
    ["a\\|b", "a\\\\\\|b"],
    ["a\\", "a\\\\"],
    ["a\nb", "a b"],
    ["a\r\n\r\n# b", "a # b"],
    ["[click](https://evil.example)", "\\[click\\](https://evil.example)"],
    ["![x](y)", "!\\[x\\](y)"],
    ["<img src=x>", "\\<img src=x\\>"],
    ["**bold** _it_ `code` ~~no~~", "\\*\\*bold\\*\\* \\_it\\_ \\`code\\` \\~\\~no\\~\\~"],
  ])("%j is written %j", (site, written) => {
    expect(textOf(withSites([site]))).toContain(`\n| ${written} | Social | 1 m |\n`);
  });

  test("stays text in its own cell, whatever it is", () => {
    const name = fc.oneof(
      fc.string({ unit: "binary" }),
      odd.map((pieces) => pieces.join("")),
    );
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 15 }), (names) => {
        const text = textOf(withSites(names));
        const [, ...rows] = sitesTable(withSites(names));
        expect(rows).toEqual(names.map((site) => [site.replace(/[\r\n]+/g, " ").trim(), "Social", "1 m"]));
        expect(text.split("\n")).toHaveLength(textOf(withSites(names.map(() => "x"))).split("\n").length);
        const cell = text.replace(/\\[!-/:-@[-`{-~]/g, "").split("## Sites")[1];
        expect(cell).not.toMatch(/[`*_[\]<>~\\]/);
      }),
      { numRuns: 500 },
    );
  });
});

describe("a channel of the user's own", () => {
  test("stands under the name that they gave it", () => {
    const text = textOf(withLabel("Podcast 🎙"));
    expect(text).toContain("\n| Podcast 🎙 | build | 1 m |\n");
    expect(text).toContain("\n| x.com | Podcast 🎙 | 1 m |\n");
  });

  test("stays text in its own cell, whatever its name", () => {
    const label = fc.oneof(
      fc.string({ unit: "binary" }),
      odd.map((pieces) => pieces.join("")),
    );
    fc.assert(
      fc.property(label, (name) => {
        const some = withLabel(name);
        const read = name.replace(/[\r\n]+/g, " ").trim();
        const found = tables(textOf(some));
        expect(found[1]).toEqual([
          ["channel", "kind", "time"],
          [read, "build", "1 m"],
        ]);
        expect(sitesTable(some).slice(1)).toEqual([["x.com", read, "1 m"]]);
      }),
      { numRuns: 500 },
    );
  });
});
