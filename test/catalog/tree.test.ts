import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatKey, type Page, parsePage } from "../../src/catalog/page";
import { parsePattern } from "../../src/catalog/pattern";
import { RuleTree } from "../../src/catalog/tree";

function plant(patterns: readonly string[]): RuleTree<string> {
  const tree = new RuleTree<string>();
  for (const text of patterns) for (const pattern of parsePattern(text)) tree.add(pattern, text);
  return tree;
}

function pageOf(url: string): Page {
  const page = parsePage(url);
  if (!page) throw new Error(`${url} is no URL`);
  return page;
}

const decide = (patterns: readonly string[], url: string) => plant(patterns).find(pageOf(url));
const keyOf = (patterns: readonly string[], url: string) => formatKey(plant(patterns).reduce(pageOf(url)));

describe("the most specific rule wins", () => {
  /** What can decide https://a.b.x.com:8443/p/q, the most specific first. */
  const hosts = [
    "a.b.x.com:8443",
    "a.b.x.com",
    "*.b.x.com:8443",
    "*.b.x.com",
    "b.x.com:8443",
    "b.x.com",
    "*.x.com:8443",
    "*.x.com",
    "x.com:8443",
    "x.com",
    "*.com:8443",
    "*.com",
    "com:8443",
    "com",
  ];
  const paths = ["p/q", "p/q/**", "p/*", "p/*/**", "p/**", "*/q", "*/q/**", "*/*", "*/*/**", "*/**", "**"];
  const url = "https://a.b.x.com:8443/p/q";
  const ordered = hosts.flatMap((host) => paths.map((path) => `${host}/${path}`));
  const neighbours = (list: readonly string[]) => list.slice(1).map((lesser, i) => [list[i] ?? "", lesser] as const);

  test.each(neighbours(hosts))("host %s goes before %s", (more, less) => {
    expect(decide([more, less], url)).toBe(more);
    expect(decide([less, more], url)).toBe(more);
    expect(decide([`${more}/**`, `${less}/p/q`], url), "whatever the paths").toBe(`${more}/**`);
  });

  test.each(neighbours(paths))("path %s goes before %s", (more, less) => {
    expect(decide([`x.com/${more}`, `x.com/${less}`], url)).toBe(`x.com/${more}`);
    expect(decide([`x.com/${less}`, `x.com/${more}`], url)).toBe(`x.com/${more}`);
  });

  test("the front page goes before the whole host", () => {
    expect(decide(["x.com/", "x.com"], "https://x.com/")).toBe("x.com/");
    expect(decide(["x.com", "x.com/"], "https://x.com/")).toBe("x.com/");
    expect(decide(["x.com/", "x.com"], "https://x.com/a")).toBe("x.com");
  });

  test("the order is total: of any two rules for a page one wins, whichever comes first", () => {
    for (const [i, more] of ordered.entries()) {
      for (const less of ordered.slice(i + 1)) {
        const winners = [decide([more, less], url), decide([less, more], url)];
        if (winners.some((winner) => winner !== more)) expect.fail(`${more} and ${less}: ${winners.join(", ")}`);
      }
    }
  });

  test("among any of them the first in the order wins", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(ordered, { minLength: 1 }), (some) => {
        expect(decide(some, url)).toBe(ordered.find((pattern) => some.includes(pattern)));
      }),
    );
  });

  test("a literal that leads nowhere gives way to * and then to **", () => {
    const rules = ["x.com/a/b/c", "x.com/*/b/d", "x.com/**"];
    expect(decide(rules, "https://x.com/a/b/c")).toBe("x.com/a/b/c");
    expect(decide(rules, "https://x.com/a/b/d")).toBe("x.com/*/b/d");
    expect(decide(rules, "https://x.com/a/b/e")).toBe("x.com/**");
    expect(decide(rules.slice(0, 2), "https://x.com/a/b/e")).toBeNull();
  });

  test("a more specific host without a rule for the path gives way to its parent", () => {
    expect(decide(["api.x.com/docs", "x.com"], "https://api.x.com/other")).toBe("x.com");
  });

  test("among equal patterns the later added wins", () => {
    expect(decide(["x.com/*", "x.com/{name}"], "https://x.com/a")).toBe("x.com/{name}");
    expect(decide(["x.com/{name}", "x.com/*"], "https://x.com/a")).toBe("x.com/*");
    expect(decide(["www.x.com", "x.com/**"], "https://x.com/a")).toBe("x.com/**");
  });
});

test("no rule decides a page on another host", () => {
  const rules = ["x.com", "*.github.com", "about"];
  for (const url of [
    "https://netflix.com/",
    "https://x.com.evil.example/",
    "https://github.com/",
    "http://127.0.0.1/",
    "http://[::1]/",
    "about:blank",
  ])
    expect(decide(rules, url), url).toBeNull();
});

test("an address has no parents, whatever a rule says", () => {
  const tree = new RuleTree<string>();
  for (const host of ["0.0.1", "1", ":1]", "0.0.1]"]) {
    tree.add({ host, subdomainsOnly: false, port: "", segments: [], open: true }, host);
    tree.add({ host, subdomainsOnly: true, port: "", segments: [], open: true }, `*.${host}`);
  }
  expect(tree.find(pageOf("http://127.0.0.1/"))).toBeNull();
  expect(tree.find(pageOf("http://a.1.example.0.0.1.example/"))).toBeNull();
  expect(tree.find({ host: "a.0.0.1", port: "", segments: [] }), "a name has").toBe("*.0.0.1");
});

describe("a page is kept as what rules look at", () => {
  test.each([
    ["nothing of the path where rules look at the host alone", ["x.com"], "x.com"],
    ["nothing where no rule knows the host", ["y.com/a/b"], "x.com"],
    ["a segment that some rule names", ["x.com/a"], "x.com/a/*"],
    ["* for a segment that rules only count", ["x.com/*/b/**"], "x.com/*/b"],
    ["a segment that a rule declares as kept", ["x.com/{name}/**"], "x.com/a"],
    ["a segment that one rule counts and another keeps", ["x.com/*/b/**", "x.com/{name}/c/**"], "x.com/a/b"],
    ["the same in the other order", ["x.com/{name}/c/**", "x.com/*/b/**"], "x.com/a/b"],
    ["one segment more where a rule tells whether there is one", ["x.com/"], "x.com/*"],
    ["the segments that rules of any parent host name", ["com/a/b/**", "x.com/a/**"], "x.com/a/b"],
    ["nothing behind a segment that leads nowhere", ["x.com/z/**"], "x.com"],
  ])("%s", (_, rules, key) => {
    expect(keyOf(rules, "https://x.com/a/b/c/d")).toBe(key);
  });

  test("the port is kept", () => {
    expect(keyOf(["x.com"], "https://x.com:8443/a")).toBe("x.com:8443");
  });

  /** Few names, so that rules and pages meet. */
  const host = fc.constantFrom("x.com", "a.x.com", "b.a.x.com", "com");
  const port = fc.constantFrom("", ":8443");
  const rule = fc
    .tuple(
      fc.constantFrom("", "*."),
      host,
      port,
      fc.array(fc.constantFrom("a", "b", "*", "{name}"), { maxLength: 4 }),
      fc.constantFrom("", "/**"),
    )
    .map(([star, name, number, segments, end]) => `${star}${name}${number}/${segments.join("/")}${end}`);
  const url = fc
    .tuple(host, port, fc.array(fc.constantFrom("a", "b", "c", "*", "{}", "%2a", ""), { maxLength: 6 }))
    .map(([name, number, segments]) => `https://${name}${number}/${segments.join("/")}`);

  test("it is decided by the rule that decides the whole page, whatever the rules", () => {
    fc.assert(
      fc.property(fc.array(rule, { maxLength: 12 }), url, (rules, text) => {
        const tree = plant(rules);
        const page = pageOf(text);
        expect(tree.find(tree.reduce(page))).toBe(tree.find(page));
      }),
      { numRuns: 2000 },
    );
  });

  test("it is kept as itself", () => {
    fc.assert(
      fc.property(fc.array(rule, { maxLength: 12 }), url, (rules, text) => {
        const tree = plant(rules);
        const kept = tree.reduce(pageOf(text));
        expect(tree.reduce(kept)).toEqual(kept);
      }),
      { numRuns: 2000 },
    );
  });

  test("it says nothing that the page does not say, and is never longer", () => {
    fc.assert(
      fc.property(fc.array(rule, { maxLength: 12 }), url, (rules, text) => {
        const page = pageOf(text);
        const kept = plant(rules).reduce(page);
        expect({ host: kept.host, port: kept.port }).toEqual({ host: page.host, port: page.port });
        expect(kept.segments).toEqual(
          page.segments.slice(0, kept.segments.length).map((segment, i) => (kept.segments[i] === "*" ? "*" : segment)),
        );
      }),
      { numRuns: 500 },
    );
  });
});
