import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parsePage } from "../../src/catalog/page";
import { formatPattern, type Pattern, PatternError, parsePattern } from "../../src/catalog/pattern";
import { RuleTree } from "../../src/catalog/tree";

const pattern = (parts: Partial<Pattern>): Pattern => ({
  host: "example.com",
  subdomainsOnly: false,
  port: "",
  segments: [],
  open: false,
  ...parts,
});

/** Whether the pattern, alone, decides the URL's page. */
function matches(text: string, url: string): boolean {
  const tree = new RuleTree<true>();
  for (const one of parsePattern(text)) tree.add(one, true);
  const page = parsePage(url);
  return page !== null && tree.find(page) === true;
}

/** What is said to the person who wrote the pattern. */
function complaint(text: string): string {
  try {
    parsePattern(text);
  } catch (error) {
    if (error instanceof PatternError) return error.message;
    throw error;
  }
  return "none";
}

describe("the grammar", () => {
  const examples: [string, Partial<Pattern>][] = [
    ["example.com", { open: true }],
    ["*.example.com", { subdomainsOnly: true, open: true }],
    ["example.com:3000", { port: "3000", open: true }],
    ["*.example.com:3000", { subdomainsOnly: true, port: "3000", open: true }],
    ["example.com/", {}],
    ["example.com/**", { open: true }],
    ["example.com/home", { segments: ["home"] }],
    ["example.com/home/", { segments: ["home"] }],
    ["example.com//home", { segments: ["home"] }],
    ["example.com/home/**", { segments: ["home"], open: true }],
    ["example.com/*/status/**", { segments: ["*", "status"], open: true }],
    ["example.com/{owner}/{repo}/**", { segments: ["{}", "{}"], open: true }],
    ["example.com:80/a", { port: "80", segments: ["a"] }],
    ["example.com:1", { port: "1", open: true }],
    ["example.com:65535", { port: "65535", open: true }],
    ["Example.COM/Home", { segments: ["home"] }],
    ["www.example.com.", { open: true }],
    ["www.www.example.com", { open: true }],
    [" example.com ", { open: true }],
    ["[::1]", { host: "[::1]", open: true }],
    ["[::1]:3000", { host: "[::1]", port: "3000", open: true }],
    ["[0:0:0:0:0:0:0:1]", { host: "[::1]", open: true }],
    ["192.168.1.20:8080/admin", { host: "192.168.1.20", port: "8080", segments: ["admin"] }],
    ["bücher.example", { host: "xn--bcher-kva.example", open: true }],
    ["xn--bcher-kva.example", { host: "xn--bcher-kva.example", open: true }],
  ];

  test.each(examples)("%s is read as written", (text, parts) => {
    expect(parsePattern(text)).toEqual([pattern(parts)]);
  });
});

describe("alternatives", () => {
  test("each alternative is a pattern of its own, in order", () => {
    expect(parsePattern("{a,b}.com/x")).toEqual([
      pattern({ host: "a.com", segments: ["x"] }),
      pattern({ host: "b.com", segments: ["x"] }),
    ]);
  });

  test("alternatives in several places multiply", () => {
    expect(parsePattern("{a,b}.com/{x,y}").map(({ host, segments }) => [host, ...segments].join("/"))).toEqual([
      "a.com/x",
      "a.com/y",
      "b.com/x",
      "b.com/y",
    ]);
  });

  test("an alternative may hold host and path", () => {
    expect(parsePattern("{a.com/x,b.com}/**")).toEqual([
      pattern({ host: "a.com", segments: ["x"], open: true }),
      pattern({ host: "b.com", open: true }),
    ]);
  });

  test("blanks around an alternative are no part of it", () => {
    expect(parsePattern("example.{com, com}")).toEqual([pattern({ open: true }), pattern({ open: true })]);
  });

  test("braces without a comma name a kept segment, also beside alternatives", () => {
    expect(parsePattern("example.com/{a,b}/{name}")).toEqual([
      pattern({ segments: ["a", "{}"] }),
      pattern({ segments: ["b", "{}"] }),
    ]);
  });

  test("500 alternatives are read, 501 are not", () => {
    const choices = (n: number) => `{${Array.from({ length: n }, () => "a").join(",")}}`;
    expect(parsePattern(`${choices(20)}${choices(25)}.com`)).toHaveLength(500);
    expect(complaint(`${choices(3)}${choices(167)}.com`)).toBe("has more than 500 alternatives");
  });

  test("1000 characters are read, 1001 are not", () => {
    const long = (length: number) => `example.com/${"a".repeat(length - "example.com/".length)}`;
    expect(parsePattern(long(1000))).toHaveLength(1);
    expect(complaint(long(1001))).toBe("is longer than 1,000 characters");
  });

  test("1000 characters are read when they are percent-encoded, 1001 are not", () => {
    const long = (letters: number, more: number) => `example.com/${"é".repeat(letters)}${"a".repeat(more)}`;
    expect(parsePattern(long(164, 4)).map(formatPattern)[0]).toHaveLength(1000);
    expect(complaint(long(164, 5))).toBe("is longer than 1,000 characters");
    expect(complaint(`{${long(164, 5)},example.com}`)).toBe("is longer than 1,000 characters");
  });

  test("alternatives cannot be made to take for ever", () => {
    expect(complaint("{a,b}".repeat(200))).toBe("has more than 500 alternatives");
  });
});

describe("what cannot be read says why", () => {
  const isNoHost = (name: string) => `"${name}" is no host: write it as example.com, or *.example.com`;
  const isNoSegment = (name: string) => `"${name}" is no path segment: * and {name} stand alone, ** only at the end`;
  const examples: [string, string][] = [
    ["", "has no host"],
    ["*.", "has no host"],
    ["/home", "has no host"],
    [":3000", "has no host"],
    ["{a.com,}", "has no host"],
    ["*", isNoHost("*")],
    ["*example.com", isNoHost("*example.com")],
    ["*.*.example.com", isNoHost("*.example.com")],
    ["ex ample.com", isNoHost("ex ample.com")],
    ["user@example.com", isNoHost("user@example.com")],
    ["example.com?q=1", isNoHost("example.com?q=1")],
    ["example.com#top", isNoHost("example.com#top")],
    ["ex%61mple.com", isNoHost("ex%61mple.com")],
    ["{name}.com", isNoHost("{name}.com")],
    ["https://example.com/home", isNoHost("https:")],
    ["about:blank", isNoHost("about:blank")],
    ["example.com:", isNoHost("example.com:")],
    ["example.com:http", isNoHost("example.com:http")],
    ["example.com:80:90", isNoHost("example.com:80")],
    ["::1", isNoHost(":")],
    ["[::1]:", isNoHost("[::1]:")],
    ["[::1", '"[:" is no host'],
    ["a|b.com", '"a|b.com" is no host'],
    ["1.2.3.4.5", '"1.2.3.4.5" is no host'],
    [".", '"." is no host'],
    ["./home", '"." is no host'],
    ["。", '"。" is no host'],
    ["example..com", '"example..com" is no host'],
    ["0x7f.1..", '"0x7f.1.." is no host'],
    ["＊.example.com", '"＊.example.com" is no host'],
    ["｛a，b｝.com", '"｛a，b｝.com" is no host'],
    ["example.com:0", '"0" is no port'],
    ["example.com:080", '"080" is no port'],
    ["example.com:65536", '"65536" is no port'],
    ["example.com/**/a", isNoSegment("**")],
    ["example.com/***", isNoSegment("***")],
    ["example.com/a*", isNoSegment("a*")],
    ["example.com/a b", isNoSegment("a b")],
    ["example.com/a?b", isNoSegment("a?b")],
    ["example.com/a#b", isNoSegment("a#b")],
    ["example.com/{}", isNoSegment("{}")],
    ["example.com/{a}{b}", isNoSegment("{a}{b}")],
    ["example.com/{a,b", isNoSegment("{a,b")],
    ["example.com/../a", isNoSegment("..")],
    ["example.com/./a", isNoSegment(".")],
    ["example.com/%2e%2E/a", isNoSegment("%2e%2E")],
    ["example.com/a\\b", isNoSegment("a\\b")],
  ];

  test.each(examples)("%j: %s", (text, message) => {
    expect(complaint(text)).toBe(message);
  });

  test("any text is either read or refused with a PatternError that says something", () => {
    const piece = fc.constantFrom(
      "*",
      "**",
      "{",
      "}",
      ",",
      ".",
      "/",
      ":",
      "a",
      "[",
      "]",
      "80",
      "é",
      " ",
      "%",
      "\\",
      "@",
    );
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(piece).map((pieces) => pieces.join("")),
    );
    fc.assert(
      fc.property(text, (any) => {
        expect(complaint(any)).not.toBe("");
      }),
      { numRuns: 1000 },
    );
  });
});

describe("matching", () => {
  const examples: [string, string, boolean][] = [
    // Hosts at label boundaries.
    ["x.com", "https://x.com/", true],
    ["x.com", "https://x.com/any/path", true],
    ["x.com", "https://api.x.com/", true],
    ["x.com", "https://a.b.x.com/", true],
    ["x.com", "https://netflix.com/", false],
    ["x.com", "https://x.com.evil.example/", false],
    ["x.com", "https://x.co/", false],
    ["x.com", "https://com/", false],
    ["*.x.com", "https://api.x.com/", true],
    ["*.x.com", "https://a.b.x.com/", true],
    ["*.x.com", "https://x.com/", false],
    ["*.x.com", "https://netflix.com/", false],
    // Ways to write one host.
    ["x.com", "HTTPS://X.COM/", true],
    ["x.com", "https://x.com./", true],
    ["x.com", "https://www.x.com/", true],
    ["www.x.com", "https://x.com/", true],
    ["x.com", "https://user:pass@x.com/", true],
    ["evil.example", "https://x.com@evil.example/", true],
    ["x.com", "https://x.com@evil.example/", false],
    ["x.com", "https://evil.example\\@x.com/", false],
    ["bücher.example", "https://xn--bcher-kva.example/", true],
    ["xn--bcher-kva.example", "https://BÜCHER.example/", true],
    ["x.com", "https://х.com/", false], // a Cyrillic letter
    ["x.com", "https://ｘ.com/", true], // a fullwidth letter is the letter, by UTS 46
    // Ports.
    ["x.com", "https://x.com:8443/", true],
    ["x.com:8443", "https://x.com:8443/", true],
    ["x.com:8443", "https://x.com/", false],
    ["x.com:8443", "https://x.com:8444/", false],
    ["x.com:8443", "https://api.x.com:8443/", true],
    ["x.com/", "https://x.com:443/", true],
    ["x.com/", "http://x.com:80/", true],
    ["x.com:443", "https://x.com:443/", false],
    ["x.com:443", "http://x.com:443/", true],
    // Addresses have no parents.
    ["[::1]", "http://[0:0::1]/", true],
    ["[::1]:3000", "http://[::1]:3000/", true],
    ["[::1]:3000", "http://[::1]:3001/", false],
    ["192.168.1.20", "http://192.168.1.20:8080/", true],
    ["192.168.1.20:8080", "http://192.168.1.20:8080/", true],
    ["192.168.1.20:8080", "http://192.168.1.20/", false],
    ["1.20", "http://192.168.1.20/", false],
    ["*.10.0.0.1", "http://10.0.0.1/", false],
    ["10.0.0.1", "http://0xa000001/", true],
    // Paths.
    ["x.com/", "https://x.com", true],
    ["x.com/", "https://x.com/?q=1#top", true],
    ["x.com/", "https://x.com//", true],
    ["x.com/", "https://x.com/a", false],
    ["x.com/home", "https://x.com/home", true],
    ["x.com/home", "https://x.com/Home/", true],
    ["x.com/home", "https://x.com//home", true],
    ["x.com/home", "https://x.com/a/../home", true],
    ["x.com/home", "https://x.com/home/a", false],
    ["x.com/home", "https://x.com/homes", false],
    ["x.com/home", "https://x.com/", false],
    ["x.com/home/**", "https://x.com/home", true],
    ["x.com/home/**", "https://x.com/home/a/b", true],
    ["x.com/home/**", "https://x.com/homes/a", false],
    ["x.com/*", "https://x.com/a", true],
    ["x.com/*", "https://x.com/", false],
    ["x.com/*", "https://x.com/a/b", false],
    ["x.com/{name}", "https://x.com/a", true],
    ["x.com/{name}", "https://x.com/a/b", false],
    ["x.com/*/status/**", "https://x.com/me/status/1/photo", true],
    ["x.com/*/status/**", "https://x.com/me/status", true],
    ["x.com/*/status/**", "https://x.com/status/1", false],
    ["x.com/home", "https://x.com/?next=/home", false],
    ["x.com/home", "https://x.com/#/home", false],
    // Percent-encoding, as URLs have it.
    ["x.com/café", "https://x.com/café", true],
    ["x.com/café", "https://x.com/caf%C3%A9", true],
    ["x.com/caf%c3%a9", "https://x.com/café", true],
    ["x.com/CAFÉ", "https://x.com/cafÉ", true],
    ["x.com/a%2Fb", "https://x.com/a%2fb", true],
    ["x.com/a%2Fb", "https://x.com/a/b", false],
    ["x.com/@me", "https://x.com/@me", true],
    ["x.com/~/a:b;c", "https://x.com/~/a:b;c", true],
  ];

  test.each(examples)("%s, %s: %s", (text, url, expected) => {
    expect(matches(text, url)).toBe(expected);
  });

  test("host and path of any URL, written as a pattern, match it", () => {
    const path = fc.array(fc.string().filter((segment) => !/[*{},?#\s\\]/.test(segment)));
    fc.assert(
      fc.property(fc.domain(), path, (host, segments) => {
        const url = URL.parse(`https://${host}/${segments.join("/")}`);
        fc.pre(url !== null);
        expect(matches(`${url.hostname}${url.pathname}`, url.href)).toBe(true);
        expect(matches(`${url.hostname}${url.pathname}/more`, url.href)).toBe(false);
      }),
    );
  });
});

describe("the one spelling of a pattern", () => {
  const spell = (text: string) => parsePattern(text).map(formatPattern);

  test.each([
    ["example.com", "example.com"],
    [" WWW.Example.com. ", "example.com"],
    ["example.com/**", "example.com"],
    ["*.example.com", "*.example.com"],
    ["*.example.com:3000/**", "*.example.com:3000"],
    ["example.com/", "example.com/"],
    ["example.com//", "example.com/"],
    ["example.com/home/", "example.com/home"],
    ["example.com//Home//**", "example.com/home/**"],
    ["example.com/{owner}/{repo}/**", "example.com/*/*/**"],
    ["example.com/*", "example.com/*"],
    ["example.com/{name}", "example.com/*"],
    ["example.com:80/a", "example.com:80/a"],
    ["bücher.example/É", "xn--bcher-kva.example/%c3%89"],
    ["[0:0::1]:3000", "[::1]:3000"],
    ["10.1/a", "10.0.0.1/a"],
    ["example.com/a,b", "example.com/a,b"],
  ])("of %s is %s", (text, spelling) => {
    expect(spell(text)).toEqual([spelling]);
  });

  test("is one for each alternative, in order", () => {
    expect(spell("{b.com,a.com/x}/{n}/{y,Z}")).toEqual(["b.com/*/y", "b.com/*/z", "a.com/x/*/y", "a.com/x/*/z"]);
  });

  test("is its own spelling, whatever the pattern", () => {
    const path = fc.array(fc.oneof(fc.constantFrom("*", "{name}", "a", "É", "%2F"), fc.string()), { maxLength: 4 });
    const text = fc
      .tuple(fc.constantFrom("", "*.", "www."), fc.domain(), fc.constantFrom("", ":80", ":3000"), path)
      .map(([before, name, port, segments]) => `${before}${name}${port}/${segments.join("/")}`);
    fc.assert(
      fc.property(text, (any) => {
        fc.pre(complaint(any) === "none");
        for (const spelling of spell(any)) expect(spell(spelling)).toEqual([spelling]);
      }),
      { numRuns: 1000 },
    );
  });

  test("is the same for two patterns if and only if they decide the same pages", () => {
    const hosts = ["x.com", "www.x.com", "X.com.", "*.x.com", "a.x.com", "*.a.x.com", "com"];
    const paths = ["", "/", "/**", "//", "/a", "/A/", "/a/**", "/*", "/{n}", "/{m}/", "/*/**", "/{n}/**"];
    const deeper = ["/a/b", "/a/*", "/a/{n}/**", "/*/b", "/{n}/b/**", "/*/*", "/{n}/{m}", "/*/*/**", "/b"];
    const patterns = hosts.flatMap((name) =>
      ["", ":8443"].flatMap((port) => [...paths, ...deeper].map((path) => `${name}${port}${path}`)),
    );
    const pages = ["com", "x.com", "y.com", "a.x.com", "b.x.com", "b.a.x.com", "c.b.a.x.com"].flatMap((name) =>
      ["", ":8443"].flatMap((port) =>
        ["", "a", "b", "a/a", "a/b", "b/a", "b/b", "a/b/c", "b/b/c", "b/c/c", "a/c/c"].map(
          (path) => `https://${name}${port}/${path}`,
        ),
      ),
    );
    const decided = new Map<string, string>();
    for (const text of patterns) {
      const own = pages.filter((url) => matches(text, url)).join(" ");
      const [spelling = ""] = spell(text);
      expect(decided.get(spelling) ?? own, text).toBe(own);
      decided.set(spelling, own);
    }
    expect(new Set(decided.values()).size).toBe(decided.size);
    expect(decided.size).toBe(5 * 2 * 14);
  });
});
