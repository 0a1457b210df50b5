import assert from "node:assert/strict";
import fc from "fast-check";
import { compile, shippedRules } from "../../src/catalog/classify";
import { formatKey, type Page, parseKey, parsePage, parseSite, urlOfKey } from "../../src/catalog/page";
import { formatPattern, PatternError, parsePattern } from "../../src/catalog/pattern";
import { formatRuleFile, parseRuleFile, type RuleFile, RuleFileError } from "../../src/catalog/rulefile";

// What holds whatever anyone visits, writes or is handed: for the tests in thousands of cases, for the bench in more.

/** Something that holds for all of some values. */
export interface Property {
  name: string;
  /** Checks so many cases; `tell` gets each one's milliseconds. Throws with the smallest value that it does not hold for. */
  check(cases: number, tell: (ms: number) => void): void;
}

function holds<T>(name: string, values: fc.Arbitrary<T>, claim: (value: T) => void): Property {
  return {
    name,
    check(cases, tell) {
      const timed = (value: T) => {
        const start = performance.now();
        claim(value);
        tell(performance.now() - start);
      };
      fc.assert(fc.property(values, timed), { numRuns: cases });
    },
  };
}

const textOf = (pieces: fc.Arbitrary<string>, maxLength = 8) =>
  fc.array(pieces, { maxLength }).map((some) => some.join(""));

/** A piece so often that whatever grows with the square of its input would be seen. */
const long = (piece: fc.Arbitrary<string>) => fc.tuple(piece, fc.nat(3000)).map(([text, times]) => text.repeat(times));

const words = (text: string) => fc.constantFrom(...text.split(" "));

/** Labels that are none, that only look like one, or that `URL` makes others of. */
const label = fc.oneof(
  { weight: 4, arbitrary: words("x net com www WWW a evil github google X.COM api co.uk io") },
  {
    weight: 2,
    arbitrary: words(
      "xn-- xn--a xn--gthub-n4a XN--BCHER-KVA bücher É ß ｗｗｗ ｘ ℡ _ - a_b a-- --a 1 127 0x7f 0 256 999 local localhost * ** {a} {a,b} ＊ ｛a｝ ， ％ %41 %2e %00 [::1] [ ] ! $ & ' ( ) ; = + ~ , ^ | < ` 。 ．",
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom("", " ", "\t", "\n", "\u00ad", "\u200d", "\u0000", "\u007f", "\ud800", "💥"),
  },
  { weight: 1, arbitrary: fc.string({ unit: "binary-ascii", maxLength: 4 }) },
);

const host = fc.oneof(
  {
    weight: 12,
    arbitrary: fc
      .tuple(
        fc.constantFrom("", "", "www.", "www.www.", "."),
        fc.array(label, { maxLength: 4 }),
        words("com net x.com y"),
      )
      .map(([before, labels, last]) => before + [...labels, last].join(".")),
  },
  { weight: 4, arbitrary: words("x.com api.x.com netx.com x.com.evil.net github.com notgithub.com a.b.x.com com") },
  {
    weight: 3,
    arbitrary: words("127.0.0.1 10.0.0.1 0.0.1 2130706433 0x7f.1 [::1] [fe80::1] [::ffff:1.2.3.4] 1.2.3.4.5"),
  },
  { weight: 2, arbitrary: fc.array(label, { maxLength: 5 }).map((labels) => labels.join(".")) },
  { weight: 1, arbitrary: long(words("a. . www. a xn-- é. 1. -")) },
);

const segment = fc.oneof(
  { weight: 4, arbitrary: words("a b home status A É café zz a.b r") },
  {
    weight: 3,
    arbitrary: words(
      ". .. ... .a a. %2e %2E%2e .%2E % %zz %41 %2F %5C * ** {} {a} {a,b} | ^ ` < \" ' ~ ! $ & ( ) + , ; = : @ [ ] a\\b \\ -",
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom("", " ", "a b", "\t", "\n", "\r", "\u0000", "\u001f", "\ud800", "💥", "\u2028"),
  },
  { weight: 1, arbitrary: fc.string({ unit: "binary-ascii", maxLength: 6 }) },
);

const path = fc.oneof(
  { weight: 12, arbitrary: fc.array(segment, { maxLength: 5 }).map((segments) => segments.join("/")) },
  { weight: 1, arbitrary: long(words("a/ / . ../ ./ %2e/ * {a,b}/ \\ %")) },
);

const secret = "s3cret";

/** URLs, and what is nearly one. `s3cret` stands wherever nothing may be kept. */
export const hostileUrl = fc.oneof(
  {
    weight: 10,
    arbitrary: fc
      .record({
        scheme: words(
          "https:// https:// https:// http:// HTTPS:// hTTp:// https:/ https: http:\\\\ ftp:// // about: file:///",
        ),
        user: words(`- - - - ${secret}@ ${secret}:${secret}@ @ :@ x.com:${secret}@ %40${secret}@`).map((u) =>
          u === "-" ? "" : u,
        ),
        host,
        port: words("- - - - :80 :443 : :0 :3000 :8443 :080 :65535 :65536 :x").map((p) => (p === "-" ? "" : p)),
        path,
        slash: fc.constantFrom("/", "/", "/", "//", "\\", ""),
        end: fc.constantFrom(
          "",
          "",
          "/",
          "?",
          "#",
          `?${secret}`,
          `#${secret}`,
          `?a=${secret}#/${secret}`,
          "?\n",
          " ",
          "\n",
        ),
      })
      .map((url) => `${url.scheme}${url.user}${url.host}${url.port}${url.slash}${url.path}${url.end}`),
  },
  { weight: 1, arbitrary: fc.webUrl({ withFragments: true, withQueryParameters: true }) },
  { weight: 1, arbitrary: fc.string({ unit: "binary" }) },
  { weight: 1, arbitrary: fc.string({ unit: "binary-ascii" }).map((rest) => `https://x.com/${rest}`) },
);

/** Patterns, and what is nearly one. */
export const hostilePattern = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .record({
        star: fc.constantFrom("", "", "", "*.", "*.*."),
        host,
        port: words("- - - :80 :443 :3000 :8443 : :0 :65536").map((p) => (p === "-" ? "" : p)),
        path: fc.oneof(
          fc.constant(""),
          path.map((text) => `/${text}`),
        ),
        end: fc.constantFrom("", "", "/", "/**", "/*", " ", ",", "{a,b}"),
      })
      .map((rule) => `${rule.star}${rule.host}${rule.port}${rule.path}${rule.end}`),
  },
  {
    weight: 4,
    arbitrary: textOf(
      words(
        "* ** { } , . / : a [ ] 80 é % \\ @ www. ＊ 。 ｛ ｝ ， xn-- com # x.com {a,b} {a.com,b.org} {name} [::1] *. /** ? - _",
      ),
      12,
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: "binary" }) },
  { weight: 1, arbitrary: long(words("{a,b} {a, , {, a. é / {a}/ * : :1 [ www. ﷺ")) },
);

/** Files of rules, and what is nearly one. */
export const hostileFile = fc
  .array(
    fc.tuple(
      fc.oneof(
        { weight: 5, arbitrary: hostilePattern },
        { weight: 3, arbitrary: words("[ai] [social] [community] [ads]") },
        {
          weight: 2,
          arbitrary: fc.constantFrom(
            "[my-a | A | build]",
            "[my-a|A|build]",
            "[my-a | B | build]",
            "[my-b | [x] | neutral]",
            "[my-c | É 🎙 | distribution]",
            "[my- | A | build]",
            "[ my-a ]",
            "[nobody]",
            "[]",
            "[",
            "[|]",
            "[||]",
            "[ai | AI & agents | build]",
          ),
        },
        { weight: 1, arbitrary: fc.constantFrom("", "#", "# x.com", "x.com # y.com", "x.com#y", "x.com #\u2028y.com") },
        { weight: 1, arbitrary: fc.string({ unit: "binary" }) },
        { weight: 1, arbitrary: long(words("# [ | ] \u00a0# x.com, #\u2028")) },
      ),
      fc.constantFrom("\n", "\n", "\r\n", "\r"),
    ),
    { maxLength: 12 },
  )
  .map((lines) => lines.flat().join(""))
  .chain((text) => fc.constantFrom(text, `\uFEFF${text}`));

/** The page of a URL, by what `URL` says and nothing else. */
export function pageBySpecification(url: string): Page | null {
  const parsed = parsedBySpecification(url);
  if (!parsed) return null;
  if (!["http:", "https:"].includes(parsed.protocol)) return { host: parsed.protocol, port: "", segments: [] };
  const labels = parsed.hostname.toLowerCase().split(".");
  if (labels.at(-1) === "") labels.pop();
  while (labels.length > 1 && labels[0] === "www") labels.shift();
  const host = labels.join(".");
  // DNS has neither empty labels nor longer names (RFC 1035).
  if (labels.length === 0 || labels.includes("") || host.length > 253) return null;
  const segments = parsed.pathname.split("/").filter((part) => part !== "");
  return { host, port: parsed.port, segments: segments.map((part) => part.toLowerCase()) };
}

function parsedBySpecification(url: string): URL | null {
  try {
    return new URL(url);
  } catch {
    return null;
  }
}

/** Whether a rule for one host may decide pages on another: it is that host, or ends in it behind a dot and is no address. */
function mayDecide(rule: { host: string; subdomainsOnly: boolean }, host: string): boolean {
  if (host === rule.host) return !rule.subdomainsOnly;
  const isAddress = host.startsWith("[") || /^[\d.]+$/.test(host);
  return !isAddress && host.endsWith(`.${rule.host}`);
}

const isRefused = (error: unknown) => error instanceof PatternError && error.message !== "";

const catalog = compile(shippedRules(), {
  rules: [
    { text: "x.com/*/status/**", channel: "my-a" },
    { text: "*.x.com:8443", channel: "ai" },
    { text: "x.com/home", channel: "feeds" },
    { text: "com/*/b", channel: "seo" },
    { text: "[::1]:3000/a/**", channel: "docs" },
  ],
  channels: [{ id: "my-a", label: "A", category: "distribution" }],
  domains: ["evil.net", "localhost:3000"],
});

const file = (given: RuleFile) => ({
  rules: given.rules.toSorted((a, b) => (a.text < b.text ? -1 : 1)),
  channels: given.channels.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
});

export const properties: readonly Property[] = [
  holds("a page is what URL says it is", hostileUrl, (url) => {
    assert.deepEqual(parsePage(url), pageBySpecification(url));
  }),

  holds("a page's key is read back as the page, and leads to it", hostileUrl, (url) => {
    const page = parsePage(url);
    if (!page) return;
    assert.deepEqual(parseKey(formatKey(page)), page);
    // Node's own parser leaves the last segment of https://x.com//.a/. and reads it otherwise the next time.
    if (page.host.endsWith(":") || page.segments.some((part) => part === "." || part === "..")) return;
    assert.deepEqual(parsePage(urlOfKey(formatKey(page))), page);
  }),

  holds("a site that is read again is the same, and can be a domain of the user's", hostileUrl, (text) => {
    const site = parseSite(text);
    if (site === null) return;
    assert.equal(parseSite(site), site);
    const { classify } = compile([], { rules: [], channels: [], domains: [site] });
    assert.equal(classify(`http://${site}/a`).rule, `${site} (your domain)`);
  }),

  holds("any URL has a verdict, which is its stored key's too, and nothing secret is kept", hostileUrl, (url) => {
    const verdict = catalog.classify(url);
    const key = catalog.keyOf(url);
    assert.match(verdict.category, /^(build|distribution|neutral)$/);
    assert.notEqual(verdict.label, "");
    if (key === null) assert.equal(verdict.rule, "-");
    else assert.deepEqual(catalog.classifyKey(key), verdict);
    assert.ok(!/[?#@].*s3cret/.test(key ?? ""), `${key} is kept`);
    assert.match(catalog.classifyKey(url).category, /^(build|distribution|neutral)$/);
  }),

  holds("a pattern is refused, or its one spelling means the same", hostilePattern, (text) => {
    try {
      const patterns = parsePattern(text);
      const spellings = patterns.map(formatPattern);
      for (const [i, spelling] of spellings.entries()) {
        const kept = patterns[i]?.segments.map((part) => (part === "{}" ? "*" : part));
        assert.deepEqual(parsePattern(spelling), [{ ...patterns[i], segments: kept }]);
      }
    } catch (error) {
      if (!isRefused(error)) throw error;
    }
  }),

  holds(
    "no rule decides a page across the end of a label",
    fc.tuple(
      hostilePattern,
      fc.oneof(
        hostileUrl,
        host.map((name) => `https://${name}/`),
      ),
    ),
    ([text, url]) => {
      try {
        const patterns = parsePattern(text);
        const { own, rule } = compile([], { rules: [{ text, channel: "ai" }], channels: [], domains: [] }).classify(
          url,
        );
        const page = pageBySpecification(url);
        if (!own) return;
        assert.equal(rule, text);
        assert.ok(page && patterns.some((pattern) => mayDecide(pattern, page.host)), `${text} decides ${page?.host}`);
      } catch (error) {
        if (!isRefused(error)) throw error;
      }
    },
  ),

  holds("a file of rules is refused by its lines, or is written and read back whole", hostileFile, (text) => {
    try {
      const read = parseRuleFile(text);
      assert.deepEqual(file(parseRuleFile(formatRuleFile(read))), file(read));
      compile([], { ...read, domains: [] });
    } catch (error) {
      if (!(error instanceof RuleFileError)) throw error;
      const lines = error.faults.map(({ line }) => line);
      const last = text.split(/\r\n|\r|\n/).length;
      assert.ok(lines.length >= 1 && lines.length <= 20, `${lines.length} faults`);
      assert.ok(lines.every((line, i) => line >= 1 && line <= last && line > (lines[i - 1] ?? 0)));
      assert.ok(error.faults.every(({ what }) => what !== ""));
    }
  }),
];
