import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Channel, channels } from "../../src/catalog/channels";
import { compile, type Rule, shippedRules } from "../../src/catalog/classify";
import { formatPattern, PatternError, parsePattern } from "../../src/catalog/pattern";
import {
  formatRuleFile,
  makeOwnChannel,
  parseRuleFile,
  type RuleFile,
  RuleFileError,
} from "../../src/catalog/rulefile";

const podcast: Channel = { id: "my-podcast", label: "Podcast", category: "distribution" };

/** What is said about each faulty line. */
function faults(text: string, known?: readonly Channel[]): (readonly [line: number, what: string])[] {
  try {
    parseRuleFile(text, known);
  } catch (error) {
    if (error instanceof RuleFileError) return error.faults.map(({ line, what }) => [line, what] as const);
    throw error;
  }
  return [];
}

const textsOf = (text: string) => parseRuleFile(text).rules.map((rule) => rule.text);

describe("a file of rules", () => {
  test("gives each pattern to the channel that it stands under", () => {
    const text = `
# What follows is for a channel that is shipped.
[community]
forum.example.org
reddit.com/r/mysub/**

[ads]
ads.example.org

[community]
other.example.org
`;
    expect(parseRuleFile(text)).toEqual({
      rules: [
        { text: "forum.example.org", channel: "community" },
        { text: "reddit.com/r/mysub/**", channel: "community" },
        { text: "ads.example.org", channel: "ads" },
        { text: "other.example.org", channel: "community" },
      ],
      channels: [],
    });
  });

  test("declares a channel of the user's own where it is first named", () => {
    expect(parseRuleFile("[my-podcast | Podcast | distribution]\nriverside.fm\n[my-podcast]\nzencastr.com")).toEqual({
      rules: [
        { text: "riverside.fm", channel: "my-podcast" },
        { text: "zencastr.com", channel: "my-podcast" },
      ],
      channels: [podcast],
    });
  });

  test("may declare a channel twice alike, with or without blanks, and without rules", () => {
    expect(parseRuleFile("[my-podcast|Podcast|distribution]\n[ my-podcast | Podcast | distribution ]")).toEqual({
      rules: [],
      channels: [podcast],
    });
  });

  test("declares no channel anew that exists already", () => {
    expect(parseRuleFile("[my-podcast]\na.com\n[my-podcast | Podcast | distribution]\nb.com", [podcast])).toEqual({
      rules: [
        { text: "a.com", channel: "my-podcast" },
        { text: "b.com", channel: "my-podcast" },
      ],
      channels: [],
    });
  });

  test("can be empty, or comments alone", () => {
    for (const text of ["", "\n\n", "# nothing", "\uFEFF", "[social]", "  \t \r\n # x"])
      expect(parseRuleFile(text)).toEqual({ rules: [], channels: [] });
  });

  test("makes a rule of each alternative, in its one spelling", () => {
    expect(textsOf("[ai]\nwww.{a,B}.com/{x,y}/{name}/**\n{c.com, d.com/}\n")).toEqual([
      "a.com/x/*/**",
      "a.com/y/*/**",
      "b.com/x/*/**",
      "b.com/y/*/**",
      "c.com",
      "d.com/",
    ]);
  });

  test("may say the same twice under one channel", () => {
    expect(textsOf("[ai]\na.com\nwww.a.com/**\n{a.com,b.com}\n[social]\n[ai]\nA.com")).toEqual(["a.com", "b.com"]);
  });

  test("has comments alone on a line and behind a blank, and none within a pattern", () => {
    expect(
      textsOf("#[social]\n  # x\n[ai] # y [social]\na.com # b.com\nc.com\t# d\ne.com #f#g\nh.com \u2028# i\u2028j"),
    ).toEqual(["a.com", "c.com", "e.com", "h.com"]);
    expect(faults("[ai]\na.com#b")).toEqual([[2, '"a.com#b" is no host: write it as example.com, or *.example.com']]);
  });

  test.each([
    ["\n", "line feeds"],
    ["\r\n", "as on Windows"],
    ["\r", "carriage returns"],
  ])("has lines that end in %j: %s", (end) => {
    expect(textsOf(["[ai]", "a.com", "", "# x", "b.com"].join(end))).toEqual(["a.com", "b.com"]);
    expect(textsOf(["\uFEFF[ai]", "  a.com  ", "\tb.com", ""].join(end))).toEqual(["a.com", "b.com"]);
    expect(faults(["# x", "", "[ai]", "?"].join(end))).toEqual([[4, expect.stringContaining('"?" is no host')]]);
  });

  test("knows an IPv6 address from a channel", () => {
    expect(textsOf("[ai]\n[::1]:3000\n[FE80::1]/a\n[::ffff:1.2.3.4]")).toEqual([
      "[::1]:3000",
      "[fe80::1]/a",
      "[::ffff:102:304]",
    ]);
    expect(faults("[ai]\n[::1")).toEqual([[2, '"[:" is no host']]);
    expect(faults("[feed]")).toEqual([[1, 'there is no channel "feed"']]);
  });
});

describe("a line that cannot be read", () => {
  const isNoChannel = "is no [channel], and no [my-channel | Name | category]";
  const isNoName = "a channel's name has 1 to 40 letters, without [ ] | #";
  const examples: [string, string][] = [
    ["a.com", "stands before the first [channel]"],
    ["[", isNoChannel],
    ["[ai", isNoChannel],
    ["[ai] a.com", isNoChannel],
    ["[[ai]]", isNoChannel],
    ["[ai | AI]", isNoChannel],
    ["[my-a | A | build | x]", isNoChannel],
    ["[]", 'there is no channel ""'],
    ["[nobody]", 'there is no channel "nobody"'],
    ["[AI]", 'there is no channel "AI"'],
    ["[constructor]", 'there is no channel "constructor"'],
    ["[my-podcast]", 'there is no channel "my-podcast"'],
    ["[podcast | Podcast | build]", '"podcast" is no id for a channel of your own: write it as my-channel'],
    ["[ai | AI & agents | build]", '"ai" is no id for a channel of your own: write it as my-channel'],
    ["[my- | A | build]", '"my-" is no id for a channel of your own: write it as my-channel'],
    ["[my-A | A | build]", '"my-A" is no id for a channel of your own: write it as my-channel'],
    ["[my-a b | A | build]", '"my-a b" is no id for a channel of your own: write it as my-channel'],
    ["[my-a | A | factory]", '"factory" is none of build, distribution, neutral'],
    ["[my-a | A | Build]", '"Build" is none of build, distribution, neutral'],
    ["[my-a | A |]", '"" is none of build, distribution, neutral'],
    ["[my-a | | build]", isNoName],
    [`[my-a | ${"a".repeat(41)} | build]`, isNoName],
    ["[my-a | A\u0000 | build]", isNoName],
    ["[my-a | A\u202e | build]", isNoName],
  ];

  test.each(examples)("%j: %s", (line, what) => {
    expect(faults(`# first\n${line}\n`)).toEqual([[2, what]]);
  });

  const patterns: [string, string][] = [
    ["*", '"*" is no host: write it as example.com, or *.example.com'],
    ["https://a.com", '"https:" is no host: write it as example.com, or *.example.com'],
    ["a.com b.com", '"a.com b.com" is no host: write it as example.com, or *.example.com'],
    ["a.com/**/b", '"**" is no path segment: * and {name} stand alone, ** only at the end'],
    ["{a.com,*}", '"*" is no host: write it as example.com, or *.example.com'],
    [".", '"." is no host'],
    ["a.com:0", '"0" is no port'],
    [`a.com/${"a".repeat(1000)}`, "is longer than 1,000 characters"],
    [`${"{a,b}".repeat(9)}.com`, "has more than 500 alternatives"],
  ];

  test.each(patterns)("%j: %s", (line, what) => {
    expect(faults(`[ai]\nfine.com\n${line}\nfine.org`)).toEqual([[3, what]]);
  });

  test("is told with its number, and all of them together", () => {
    const text = "a.com\n[ai]\nfine.com\n?\n\n[nobody]\nfor.nobody\n[social]\nfine.org\n/\n[ai]\nfine.org";
    expect(faults(text)).toEqual([
      [1, "stands before the first [channel]"],
      [4, expect.stringContaining('"?" is no host')],
      [6, 'there is no channel "nobody"'],
      [10, "has no host"],
      [12, '"fine.org" stands in line 9 too, under [social]'],
    ]);
    expect(() => parseRuleFile(text)).toThrow(/^line 1: stands before the first \[channel\]\nline 4: .*\nline 6: /);
  });

  test("takes nothing with it: below a channel that is none no pattern is a fault, however odd", () => {
    expect(faults("[nobody]\na.com\n?\n[ai\nb.com")).toEqual([
      [1, 'there is no channel "nobody"'],
      [4, isNoChannel],
    ]);
  });

  test("is one of at most 20 that are told", () => {
    const file = (bad: number) => `[ai]\n${"?\n".repeat(bad)}fine.com\n`;
    expect(faults(file(19))).toHaveLength(19);
    expect(faults(file(20))).toHaveLength(20);
    expect(faults(file(21))).toHaveLength(20);
    expect(faults(file(100_000)).at(-1)?.[0]).toBe(21);
  });

  test("names the line of the same pattern under another channel, however it is spelled", () => {
    expect(faults("[ai]\nb.com\na.com/{x}/**\n[social]\nwww.A.com/*/**")).toEqual([
      [5, '"a.com/*/**" stands in line 3 too, under [ai]'],
    ]);
    expect(faults("[ai]\na.com\n{a.com,b.com}\n[social]\n{c.com,b.com}\na.com")).toEqual([
      [5, '"b.com" stands in line 3 too, under [ai]'],
      [6, '"a.com" stands in line 2 too, under [ai]'],
    ]);
  });

  test("leaves nothing of the file", () => {
    let read: RuleFile | null = null;
    expect(() => {
      read = parseRuleFile("[my-a | A | build]\na.com\nb.com\n?");
    }).toThrow(RuleFileError);
    expect(read).toBeNull();
  });

  test("is a channel that exists already as another", () => {
    const exists = 'the channel "my-podcast" exists already as Podcast, distribution';
    expect(faults("[my-podcast | Radio | distribution]", [podcast])).toEqual([[1, exists]]);
    expect(faults("[my-podcast | Podcast | neutral]", [podcast])).toEqual([[1, exists]]);
    expect(faults("[my-podcast | Podcast | distribution]\n[my-podcast | Radio | build]")).toEqual([[2, exists]]);
  });
});

describe("50,000 rules", () => {
  const file = (rules: number) =>
    `[ai]\n${Array.from({ length: rules }, (_, i) => `site-${i}.example`).join("\n")}\nsite-0.example\n`;

  test("are read, and one more is not", () => {
    expect(parseRuleFile(file(50_000)).rules).toHaveLength(50_000);
    expect(faults(file(50_001))).toEqual([
      [50_002, "is more than 50,000 rules"],
      [50_003, "is more than 50,000 rules"],
    ]);
  });

  test("are counted by their alternatives", () => {
    const line = (i: number) => `{${Array.from({ length: 100 }, (_, n) => `s${n}`).join(",")}}.x${i}.com`;
    const lines = Array.from({ length: 500 }, (_, i) => line(i));
    expect(parseRuleFile(`[ai]\n${lines.join("\n")}`).rules).toHaveLength(50_000);
    expect(faults(`[ai]\n${lines.join("\n")}\none.more`)).toEqual([[502, "is more than 50,000 rules"]]);
  });
});

describe("a channel of the user's own", () => {
  test("is made of an id, a name and a category", () => {
    expect(makeOwnChannel("my-podcast", "Podcast", "distribution")).toEqual(podcast);
    expect(makeOwnChannel("my-1", "É 🎙 (x)", "neutral")).toEqual({ id: "my-1", label: "É 🎙 (x)", category: "neutral" });
  });

  test.each([
    [`my-${"a".repeat(60)}`, "a".repeat(40), "build", true],
    [`my-${"a".repeat(61)}`, "a", "build", false],
    ["my-a", "a".repeat(41), "build", false],
    ["my-", "a", "build", false],
    ["my_a", "a", "build", false],
    ["social", "a", "build", false],
    ["my-a\n", "a", "build", false],
    ["my-a", "", "build", false],
    ["my-a", " ", "build", false],
    ["my-a", " a", "build", false],
    ["my-a", "a\u00a0", "build", false],
    ["my-a", "a b", "build", true],
    ["my-a", "a\nb", "build", false],
    ["my-a", "a|b", "build", false],
    ["my-a", "[a", "build", false],
    ["my-a", "a]", "build", false],
    ["my-a", "a#", "build", false],
    ["my-a", "\ud800", "build", false],
    ["my-a", "\u200b", "build", false],
    ["my-a", "a", "", false],
    ["my-a", "a", "toString", false],
    ["my-a", "a", " build", false],
  ])("%j, %j, %j: %s", (id, label, category, isOne) => {
    if (isOne) expect(makeOwnChannel(id, label, category)).toEqual({ id, label, category });
    else expect(() => makeOwnChannel(id, label, category)).toThrow(PatternError);
  });
});

describe("a file that is written", () => {
  test("has the channels in their order and under each its patterns by code point", () => {
    const rules: Rule[] = [
      { text: "riverside.fm", channel: "my-podcast" },
      { text: "b.com", channel: "social" },
      { text: "a.com/b", channel: "social" },
      { text: "a.com", channel: "social" },
      { text: "*.a.com", channel: "social" },
      { text: "[::1]:3000", channel: "social" },
      { text: "z.com", channel: "code-hosting" },
    ];
    const empty: Channel = { id: "my-empty", label: "Nothing", category: "build" };
    expect(formatRuleFile({ rules, channels: [podcast, empty] })).toBe(
      `# Rules of the Factory Trap Meter: a pattern a line, under the channel it is for.

[code-hosting]
z.com

[social]
*.a.com
[::1]:3000
a.com
a.com/b
b.com

[my-podcast | Podcast | distribution]
riverside.fm

[my-empty | Nothing | build]
`,
    );
  });

  test("is read back whole when it holds every rule that is shipped", () => {
    const rules = [...shippedRules()].flatMap(({ text, channel }) =>
      parsePattern(text).map((pattern) => ({ text: formatPattern(pattern), channel })),
    );
    const read = parseRuleFile(formatRuleFile({ rules, channels: [] }));
    const byText = (list: readonly Rule[]) => list.toSorted((a, b) => (a.text < b.text ? -1 : 1));
    expect(byText(read.rules)).toEqual(byText(rules));
    const urls = rules.map(({ text }) => `https://${text.replace(/^\*\./, "zz.").replace(/\*+/g, "zz")}`);
    const own = compile([], { ...read, domains: [] });
    const shipped = compile(shippedRules());
    for (const url of urls) expect(own.classify(url).channel).toBe(shipped.classify(url).channel);
  });

  test("without rules is a comment", () => {
    expect(formatRuleFile({ rules: [], channels: [] })).toMatch(/^# .*\n$/);
  });

  test("leaves the rules as they are", () => {
    const rules = Object.freeze(["b.com", "a.com"].map((text) => Object.freeze({ text, channel: "ai" }))) as Rule[];
    expect(formatRuleFile({ rules, channels: [] })).toContain("a.com\nb.com");
  });

  const label = fc.oneof(
    fc.constantFrom("Podcast", "AI & agents", "a > b", "É 🎙", "'\"`*_\\", "a\u2028b", "-", "{a,b}"),
    fc.string({ minLength: 1, maxLength: 40 }),
  );
  const ownChannels = fc.uniqueArray(
    fc
      .tuple(fc.stringMatching(/^my-[a-z0-9-]{1,8}$/), label, fc.constantFrom("build", "distribution", "neutral"))
      .filter(([id, name, category]) => {
        try {
          return makeOwnChannel(id, name, category) !== null;
        } catch {
          return false;
        }
      })
      .map(([id, name, category]) => makeOwnChannel(id, name, category)),
    { selector: ({ id }) => id, maxLength: 4 },
  );
  const segment = fc.oneof(
    fc.constantFrom("*", "{name}", "a", "Home", "é", "%2F", "a,b", "@me", "'", "-", "[x]", "a:b", "…"),
    fc.webSegment().filter((text) => text !== ""),
  );
  const host = fc.oneof(fc.domain(), fc.constantFrom("localhost", "[::1]", "10.0.0.1", "bücher.example", "a,b.com"));
  const pattern = fc
    .tuple(
      fc.constantFrom("", "*.", "www."),
      host,
      fc.constantFrom("", ":80", ":3000"),
      fc.array(segment, { maxLength: 4 }),
      fc.constantFrom("", "/**"),
    )
    .map(([before, name, port, segments, end]) => `${before}${name}${port}/${segments.join("/")}${end}`)
    .filter((text) => {
      try {
        return parsePattern(text).length === 1;
      } catch {
        return false;
      }
    })
    .map((text) => parsePattern(text).map(formatPattern)[0] ?? "");
  const file = ownChannels.chain((own) =>
    fc
      .uniqueArray(
        fc.record({ text: pattern, channel: fc.constantFrom(...[...channels, ...own].map(({ id }) => id)) }),
        {
          selector: ({ text }) => text,
          maxLength: 30,
        },
      )
      .map((rules): RuleFile => ({ rules, channels: own })),
  );
  const sorted = ({ rules, channels: own }: RuleFile) => ({
    rules: rules.toSorted((a, b) => (a.text < b.text ? -1 : 1)),
    channels: own.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  });

  test("is read back whole, whatever the rules and channels", () => {
    fc.assert(
      fc.property(file, (some) => {
        const written = formatRuleFile(some);
        expect(sorted(parseRuleFile(written))).toEqual(sorted(some));
        expect(parseRuleFile(written, some.channels)).toEqual({ rules: parseRuleFile(written).rules, channels: [] });
        expect(formatRuleFile(parseRuleFile(written))).toBe(written);
      }),
      { numRuns: 1000 },
    );
  });

  test("is the same in whatever order its rules are, and however its lines end", () => {
    fc.assert(
      fc.property(file, fc.constantFrom("\r\n", "\r"), (some, end) => {
        const written = formatRuleFile(some);
        expect(formatRuleFile({ ...some, rules: some.rules.toReversed() })).toBe(written);
        const moved = `\uFEFF${written.replaceAll("\n", `  # x${end}`)}`;
        expect(parseRuleFile(moved)).toEqual(parseRuleFile(written));
      }),
      { numRuns: 300 },
    );
  });
});

test("any text is a file of rules or is refused with its faults, and nothing else is thrown", () => {
  const line = fc.oneof(
    fc.constantFrom("[ai]", "[social]", "[my-a | A | build]", "[my-a]", "a.com", "{a,b}.com", "#", "", "[", "[::1]"),
    fc.string({ unit: "binary" }),
    fc.string({ unit: "binary-ascii" }).map((text) => `[${text}]`),
    fc.string({ unit: "binary-ascii" }).map((text) => `[my-${text} | A | build]`),
    fc.string({ unit: "binary" }).map((text) => `[my-a | ${text} | build]`),
    fc.string({ unit: "binary-ascii" }).map((text) => `a.com/${text}`),
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 40 }), fc.constantFrom("\n", "\r\n", "\r"), (lines, end) => {
      const found = faults(lines.join(end));
      expect(found.length).toBeLessThanOrEqual(20);
      for (const [number, what] of found) {
        expect(number).toBeGreaterThanOrEqual(1);
        expect(what).not.toBe("");
      }
    }),
    { numRuns: 3000 },
  );
});
