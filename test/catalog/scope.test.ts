import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Catalog, compile, type OwnCatalog, shippedRules } from "../../src/catalog/classify";
import { type Page, parsePage } from "../../src/catalog/page";
import { formatPattern, PatternError, parsePattern } from "../../src/catalog/pattern";
import { isKept, offeredScope, type Scope, scopesOf } from "../../src/catalog/scope";

/** A catalog of rules that are named by their patterns: ours, the user's, and the user's domains. */
function catalogOf(ours: readonly string[], mine: readonly string[] = [], domains: readonly string[] = []): Catalog {
  const own: OwnCatalog = { rules: mine.map((text) => ({ text, channel: "ads" })), channels: [], domains };
  return compile(
    ours.map((text) => ({ text, channel: "docs" })),
    own,
  );
}

function pageOf(url: string): Page {
  const page = parsePage(url);
  if (!page) throw new Error(`${url} is no URL`);
  return page;
}

const scopes = (catalog: Catalog, url: string) => scopesOf(pageOf(url), catalog.classify(url), catalog.keyOf);
const textsOf = (catalog: Catalog, url: string) => scopes(catalog, url).map(({ text }) => text);

const shipped = compile(shippedRules());
const nothing = catalogOf([]);

describe("the scopes of a page", () => {
  test("go from the whole site to its section, at most three segments deep", () => {
    expect(textsOf(nothing, "https://www.Example.com/A/b/c/d?q#f")).toEqual([
      "example.com",
      "example.com/a/**",
      "example.com/a/b/**",
      "example.com/a/b/c/**",
    ]);
    expect(textsOf(nothing, "https://example.com/a/b/c")).toHaveLength(4);
    expect(textsOf(nothing, "https://example.com/a/b/")).toHaveLength(3);
    expect(textsOf(nothing, "https://example.com")).toEqual(["example.com"]);
  });

  test("have the port in them", () => {
    expect(textsOf(nothing, "http://localhost:3000/admin")).toEqual(["localhost:3000", "localhost:3000/admin/**"]);
    expect(textsOf(nothing, "https://example.com:443/")).toEqual(["example.com"]);
    expect(textsOf(nothing, "http://[::1]:3000/a")).toEqual(["[::1]:3000", "[::1]:3000/a/**"]);
  });

  test.each([
    "about:blank",
    "chrome://settings/",
    "devtools://devtools/a",
    "file:///home/me",
    "view-source:https://x.com/",
  ])("are none for %s, which is on no site", (url) => {
    expect(scopes(shipped, url)).toEqual([]);
  });

  test.each([
    ["https://example.com/a/*/c", ["example.com", "example.com/a/**"]],
    ["https://example.com/**", ["example.com"]],
    ["https://example.com/*", ["example.com"]],
    ["https://*.example.com/a", []],
    ["http://example.com:0/a", []],
    ["https://{a,b}.example.com/a", []],
    ["https://example.com/{a,b}/c", ["example.com", "example.com/%7ba,b%7d/**", "example.com/%7ba,b%7d/c/**"]],
    ["https://example.com/a,b/c", ["example.com", "example.com/a,b/**", "example.com/a,b/c/**"]],
    ["https://example.com/%2F/é", ["example.com", "example.com/%2f/**", "example.com/%2f/%c3%a9/**"]],
    [`https://example.com/${"a".repeat(985)}`, ["example.com", `example.com/${"a".repeat(985)}/**`]],
    [`https://example.com/${"a".repeat(986)}`, ["example.com"]],
  ])("of %s end before what no pattern can say", (url, texts) => {
    expect(textsOf(nothing, url)).toEqual(texts);
  });

  test("decide unless a more specific rule does", () => {
    const catalog = catalogOf(["example.com", "example.com/a/b", "api.example.com/**"], ["example.com/x/**"]);
    const decided = (url: string) => scopes(catalog, url).map(({ decides }) => decides);
    expect(decided("https://example.com/")).toEqual([true]);
    expect(decided("https://example.com/q/r")).toEqual([true, true, true]);
    expect(decided("https://example.com/a/b"), "the rule names this page alone").toEqual([false, false, false]);
    expect(decided("https://example.com/a/c")).toEqual([true, true, true]);
    expect(decided("https://example.com/x/y"), "a rule of theirs can be replaced").toEqual([false, true, true]);
    expect(decided("https://api.example.com/a")).toEqual([true, true]);
    expect(decided("https://example.com:8443/a/b"), "a port goes before all").toEqual([true, true, true]);
  });

  test("decide what no list names: own machines, own domains and what nobody knows", () => {
    const catalog = catalogOf(["{a,example}.com"], [], ["shop.example", "localhost:3000"]);
    for (const url of [
      "https://nobody.example/a",
      "https://shop.example/a",
      "https://eu.shop.example/a",
      "http://localhost:3000/a",
      "http://localhost/a",
      "http://app.localhost/a",
      "http://127.0.0.1:8000/a",
      "http://10.0.0.1:8000/a",
      "http://-/a",
      "https://example.com/a",
      "https://api.a.com/a",
    ])
      expect(
        scopes(catalog, url).map(({ decides }) => decides),
        url,
      ).toEqual([true, true]);
  });

  test("are kept where stored keys tell them apart", () => {
    const kept = (url: string) =>
      scopes(catalogOf(["example.com/{a}/**", "other.com/x/*/z"]), url).map((scope) => scope.isKept);
    expect(kept("https://example.com/a/b")).toEqual([true, true, false]);
    expect(kept("https://other.com/x/y/z")).toEqual([true, true, false, false]);
    expect(kept("https://other.com/y/x")).toEqual([true, false, false]);
    expect(kept("https://nobody.example/a")).toEqual([true, false]);
  });

  test("of a repository are kept with the lists that are shipped", () => {
    expect(scopes(shipped, "https://github.com/acme/shop/pull/1").slice(0, 3)).toEqual<Scope[]>([
      { text: "github.com", decides: false, isKept: true },
      { text: "github.com/acme/**", decides: true, isKept: true },
      { text: "github.com/acme/shop/**", decides: true, isKept: true },
    ]);
  });
});

describe("the scope to offer first", () => {
  const scope = (text: string, decides: boolean): Scope => ({ text, decides, isKept: true });

  test("is the widest that changes what the page is", () => {
    expect(offeredScope([scope("a", false), scope("b", true), scope("c", true)])?.text).toBe("b");
    expect(offeredScope([scope("a", true), scope("b", false)])?.text).toBe("a");
  });

  test("is the narrowest where none does", () => {
    expect(offeredScope([scope("a", false), scope("b", false)])?.text).toBe("b");
  });

  test("is none on no site", () => {
    expect(offeredScope([])).toBeUndefined();
  });
});

describe("whether a pattern is kept", () => {
  const catalog = catalogOf([
    "example.com/{owner}/{repo}/**",
    "example.com/*/*/traffic",
    "example.com/home",
    "plain.com",
    "front.com/",
    "*.sub.com/a/**",
    "gitlab.com/*/*/-/{page}/**",
  ]);

  test.each([
    ["example.com", true],
    ["nobody.com", true],
    ["*.nobody.com", true],
    ["nobody.com/", false],
    ["nobody.com/a", false],
    ["nobody.com/a/**", false],
    ["nobody.com/*", false],
    ["example.com/", true],
    ["front.com/", true],
    ["plain.com/", false],
    ["example.com/a/**", true],
    ["example.com/a/b/**", true],
    ["example.com/a/b/c/**", false],
    ["example.com/a/b/traffic/**", true],
    ["example.com/a/b", false],
    ["example.com/a/b/c", false],
    ["example.com/a/b/traffic", true],
    ["example.com/*/*/traffic/**", true],
    ["example.com/*/*/traffic", true],
    ["gitlab.com/*/*/-/**", true],
    ["gitlab.com/a/b/-/**", false],
    ["gitlab.com/a/b/c/**", false],
    ["gitlab.com/*/*/*/**", false],
    ["gitlab.com/*/*", false],
    ["example.com/*/x/**", true],
    ["example.com/{a,b}/**", true],
    ["{example,nobody}.com/a/**", false],
    ["example.com:3000/a/**", true],
    ["nobody.com:3000", true],
    ["sub.com/a/**", false],
    ["plain.com/**", true],
  ])("of %s: %s", (text, expected) => {
    expect(isKept(text, catalog.keyOf)).toBe(expected);
  });
});

describe("whatever the rules and the page", () => {
  const host = fc.constantFrom("x.com", "a.x.com", "com", "localhost");
  const port = fc.constantFrom("", "", ":8443");
  const text = fc
    .tuple(
      fc.constantFrom("", "", "*."),
      host,
      port,
      fc.array(fc.constantFrom("a", "b", "-", "*", "{n}"), { maxLength: 4 }),
      fc.constantFrom("", "/**"),
    )
    .map(([star, name, number, segments, end]) => `${star}${name}${number}/${segments.join("/")}${end}`);
  const texts = fc.array(text, { maxLength: 8 });
  const domains = fc.subarray(["x.com", "localhost:8443"]);
  const url = fc
    .tuple(host, port, fc.array(fc.constantFrom("a", "b", "c", "-", "*", "%2a", "é"), { maxLength: 5 }))
    .map(([name, number, segments]) => `https://${name}${number}/${segments.join("/")}`);

  test("a scope decides if and only if a rule for it would", () => {
    fc.assert(
      fc.property(texts, texts, domains, url, (ours, mine, names, one) => {
        for (const { text, decides } of scopes(catalogOf(ours, mine, names), one)) {
          const { own, rule } = catalogOf(ours, [...mine, text], names).classify(one);
          expect(own && rule === text, text).toBe(decides);
        }
      }),
      { numRuns: 2000 },
    );
  });

  test("a scope is a pattern in its one spelling, which is about the page and its site alone", () => {
    fc.assert(
      fc.property(texts, url, (ours, one) => {
        const page = pageOf(one);
        for (const { text } of scopes(catalogOf(ours), one)) {
          const patterns = parsePattern(text);
          expect(patterns.map(formatPattern)).toEqual([text]);
          expect(patterns[0]).toMatchObject({ host: page.host, port: page.port, subdomainsOnly: false, open: true });
          expect(catalogOf([text]).classify(one).rule).toBe(text);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test("a pattern that is kept is told apart in every key: a rule for it corrects all of the past", () => {
    const urls = fc.array(url, { minLength: 20, maxLength: 20 });
    fc.assert(
      fc.property(texts, text, urls, (ours, made, all) => {
        const before = catalogOf(ours);
        fc.pre(isKept(made, before.keyOf));
        const after = catalogOf(ours, [made]);
        for (const one of all) {
          const [past, now] = [after.classifyKey(before.keyOf(one) ?? ""), after.classify(one)];
          expect([past.own, past.rule], one).toEqual([now.own, now.rule]);
        }
      }),
      { numRuns: 3000 },
    );
  });

  test("no URL makes it throw", () => {
    const any = fc.oneof(
      fc.webUrl({ withFragments: true, withQueryParameters: true }),
      fc.string({ unit: "binary-ascii" }).map((rest) => `https://x.com/${rest}`),
      fc.string({ unit: "binary-ascii" }).map((rest) => `https://${rest}`),
    );
    fc.assert(
      fc.property(any, (one) => {
        const page = parsePage(one);
        fc.pre(page !== null);
        for (const { text } of scopesOf(page, shipped.classify(one), shipped.keyOf))
          expect(() => parsePattern(text)).not.toThrow(PatternError);
      }),
      { numRuns: 2000 },
    );
  });
});
