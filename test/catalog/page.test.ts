import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldHost, formatKey, parseKey, parsePage, parseSite, siteOf, urlOfKey } from "../../src/catalog/page";

describe("parsePage", () => {
  test("what is no URL is no page", () => {
    for (const text of ["", " ", "github.com", "/home", "https://", "http://a|b.com", "http://[::1", "not a url"])
      expect(parsePage(text), text).toBeNull();
  });

  test("a URL that can lead nowhere is no page", () => {
    const name = `${"a.".repeat(124)}b.com`;
    expect(parsePage(`https://${name}/`)?.host).toBe(name);
    expect(parsePage(`https://www.${name}./`)?.host).toBe(name);
    for (const text of ["http://./", "http://0x7f.1../", "http://.x.com/", "http://x..com/", `https://a${name}/`])
      expect(parsePage(text), text).toBeNull();
  });

  test("host, port and path segments are read in lower case, without empty segments", () => {
    expect(parsePage("https://Example.com:8080//A/b%2Fc/")).toEqual({
      host: "example.com",
      port: "8080",
      segments: ["a", "b%2fc"],
    });
  });

  test("query, fragment and credentials are nowhere in it", () => {
    expect(parsePage("https://me:secret@example.com/a?q=secret#secret")).toEqual({
      host: "example.com",
      port: "",
      segments: ["a"],
    });
  });

  test("the default port of the scheme is no port, that of the other scheme is one", () => {
    expect(parsePage("https://example.com:443/")?.port).toBe("");
    expect(parsePage("https://example.com:80/")?.port).toBe("80");
    expect(parsePage("http://example.com:80/")?.port).toBe("");
    expect(parsePage("http://example.com:443/")?.port).toBe("443");
  });

  test("a page that is on no host is its scheme alone", () => {
    for (const [url, host] of [
      ["about:blank", "about:"],
      ["chrome-extension://abcdef/popup.html?secret", "chrome-extension:"],
      ["file:///home/me/secret.pdf", "file:"],
      ["data:text/html,secret", "data:"],
      ["mailto:someone@example.com", "mailto:"],
      ["view-source:https://github.com/", "view-source:"],
      ["blob:https://github.com/1", "blob:"],
    ] as const)
      expect(parsePage(url), url).toEqual({ host, port: "", segments: [] });
  });
});

describe("what most URLs look like is read like any other", () => {
  /** By `URL`, whose way is the long one. */
  const slowly = (url: string) => {
    const { hostname, port, pathname } = new URL(url);
    const segments = pathname.toLowerCase().split("/").filter(Boolean);
    return { host: hostname.replace(/^www\./, "").replace(/\.$/, ""), port, segments };
  };

  test.each([
    "https://example.com",
    "https://example.com/",
    "https://example.com//",
    "https://example.com?q=/a",
    "https://example.com#/a",
    "https://example.com/?q",
    "https://example.com/a//b/",
    "https://example.com/a/./b",
    "https://example.com/a/../b",
    "https://example.com/./a",
    "https://example.com/..",
    "https://example.com/a/..?q",
    "https://example.com/.well-known/x",
    "https://example.com/...",
    "https://example.com/a.b/c..d/e.",
    "https://example.com/%2e%2E/a",
    "https://example.com/%7Eme/%zz/%",
    "https://example.com/a b",
    "https://example.com/a\\b",
    "https://example.com\\b",
    'https://example.com/é/|^`{}<>"',
    "https://example.com/~!$&'()*+,;=:@-_.",
    "https://example.com/a\t\nb",
    "https://example.com/a\n",
    " https://example.com/a ",
    "HTTPS://EXAMPLE.COM/A",
    "http:/example.com/a",
    "http:example.com/a",
    "https://example.com./a",
    "https://www.example.com./a",
    "https://wwww.example.com/",
    "https://www2.example.com/",
    "https://WWW.com/",
    "https://a_b.example.com/",
    "https://-a-.example.com/",
    "https://a--b.example.com/",
    "https://xn--bcher-kva.example/",
    "https://XN--BCHER-KVA.example/",
    "https://BÜCHER.example/",
    "https://ｘ.com/",
    "https://x%2Ecom/",
    "https://example.com:443/a",
    "https://example.com:80/a",
    "https://example.com:/a",
    "https://me@example.com/a",
    "https://me:secret@example.com/a",
    "https://x.com@example.com/a",
    "https://@example.com/a",
    "https://1.2.example/",
    "http://127.0.0.1/a",
    "http://127.1/a",
    "http://0x7f.1/a",
    "http://[::1]/a",
    "http://localhost/a",
    "https://com/",
  ])("%j", (url) => {
    expect(parsePage(url)).toEqual(slowly(url));
  });

  test.each([
    "https://xn--a/",
    "https://xn--.com/",
    "https://a.0x7z.1/",
    "https://1.2.3.4.5/",
    "https://exa mple.com/",
  ])("%j, which is none", (url) => {
    expect(() => new URL(url)).toThrow();
    expect(parsePage(url)).toBeNull();
  });
});

test("case, leading www. and a trailing dot do not make another host", () => {
  expect(foldHost("WWW.Example.com.")).toBe("example.com");
  expect(foldHost("www.www.example.com")).toBe("example.com");
  expect(foldHost("www.com")).toBe("com");
  expect(foldHost("www.")).toBe("www");
  expect(foldHost("www.www")).toBe("www");
  expect(foldHost("wwwexample.com")).toBe("wwwexample.com");
  expect(foldHost("a.www.example.com")).toBe("a.www.example.com");
});

test("what can be the name of no host is none: an empty label, or more than 253 characters", () => {
  for (const host of ["", ".", "..", "x.com..", ".x.com", "x..com", "www..com", "www.."])
    expect(foldHost(host)).toBe("");
  const name = `${"a.".repeat(124)}b.com`;
  expect(name).toHaveLength(253);
  expect(foldHost(name)).toBe(name);
  expect(foldHost(`www.${name}.`)).toBe(name);
  expect(foldHost(`a${name}`)).toBe("");
});

describe("page keys", () => {
  test.each([
    ["github.com/*/*/pull", { host: "github.com", port: "", segments: ["*", "*", "pull"] }],
    ["localhost:3000/a", { host: "localhost", port: "3000", segments: ["a"] }],
    ["[::1]", { host: "[::1]", port: "", segments: [] }],
    ["[::1]:3000/a", { host: "[::1]", port: "3000", segments: ["a"] }],
    ["about:", { host: "about:", port: "", segments: [] }],
  ])("%s is read as its page and written again", (key, page) => {
    expect(parseKey(key)).toEqual(page);
    expect(formatKey(page)).toBe(key);
  });

  test("any page is read back as it was written", () => {
    const url = fc.webUrl({ withQueryParameters: true, withFragments: true, authoritySettings: { withPort: true } });
    fc.assert(
      fc.property(
        fc.oneof(
          url,
          fc.ipV6().map((ip) => `http://[${ip}]:8080/a`),
        ),
        (text) => {
          const page = parsePage(text);
          fc.pre(page !== null);
          expect(parseKey(formatKey(page))).toEqual(page);
        },
      ),
    );
  });

  test.each([
    ["github.com/*/*/pull", "github.com"],
    ["github.com", "github.com"],
    ["localhost:3000/a", "localhost:3000"],
    ["[::1]:3000", "[::1]:3000"],
    ["devtools:", "devtools"],
    ["about:", null],
    ["other-apps:", null],
  ])("the site of %s is %s", (key, site) => {
    expect(siteOf(key)).toBe(site);
  });
});

describe("the URL of a key", () => {
  test.each([
    ["github.com/acme/shop", "https://github.com/acme/shop"],
    ["localhost:3000/a", "https://localhost:3000/a"],
    ["example.com:80", "https://example.com:80"],
    ["example.com:443/a", "http://example.com:443/a"],
    ["[::1]:443", "http://[::1]:443"],
    ["[::443]", "https://[::443]"],
    ["about:", "about:"],
    ["chrome-extension:", "chrome-extension:"],
    ["file:", "file:"],
  ])("%s is %s, whose page has that key", (key, url) => {
    expect(urlOfKey(key)).toBe(url);
    expect(parsePage(url)).toEqual(parseKey(key));
  });

  test("leads back to the page, whatever the page", () => {
    const port = fc.constantFrom("", ":80", ":443", ":8080");
    fc.assert(
      fc.property(fc.constantFrom("http", "https"), fc.domain(), port, fc.webPath(), (scheme, host, number, path) => {
        const page = parsePage(`${scheme}://${host}${number}${path}`);
        fc.pre(page !== null);
        expect(parsePage(urlOfKey(formatKey(page)))).toEqual(page);
      }),
    );
  });
});

describe("a site as a person types it", () => {
  test.each([
    ["example.org", "example.org"],
    ["  WWW.Example.org. ", "example.org"],
    ["https://www.example.org/path?x=1", "example.org"],
    ["localhost:3000", "localhost:3000"],
    ["münchen.de", "xn--mnchen-3ya.de"],
    ["www.www.example.org", "example.org"],
    ["https://example.org:80/", "example.org"],
    ["example.org:80", "example.org"],
    ["http://example.org:443", "example.org:443"],
    ["[::80]", "[::80]"],
    ["https://[::80]:80", "[::80]"],
    ["*.example.org", null],
    ["＊.example.org", null],
    ["{a}.example.org", null],
    ["example.org:0", null],
    ["example.org..", null],
    ["", null],
    ["two words", null],
    ["http://", null],
  ])("%j is %j", (text, site) => {
    expect(parseSite(text)).toBe(site);
  });
});
