import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { channelOf, channels } from "../../src/catalog/channels";
import { compile, shippedRules } from "../../src/catalog/classify";
import { PatternError, parsePattern } from "../../src/catalog/pattern";

const shipped = [...shippedRules()];
const catalog = compile(shipped);

describe("what no rule can name", () => {
  test.each([
    ["", "neutral", "misc", "-"],
    ["github.com", "neutral", "misc", "-"],
    ["not a url", "neutral", "misc", "-"],
    ["https://", "neutral", "misc", "-"],
    ["https://nobody-knows-this.example/docs", "neutral", "misc", "-"],
    ["https://docs.nobody-knows-this.example/", "neutral", "misc", "-"],
    ["https://analytics.nobody-knows-this.example/", "neutral", "misc", "-"],
    ["about:blank", "neutral", "browser", "about:"],
    ["chrome://settings/", "neutral", "browser", "chrome:"],
    ["moz-extension://1234/popup.html", "neutral", "browser", "moz-extension:"],
    ["file:///home/me/index.html", "neutral", "browser", "file:"],
    ["view-source:https://x.com/", "neutral", "browser", "view-source:"],
    ["devtools://devtools/bundled/devtools_app.html", "build", "devtools", "devtools:"],
    ["http://localhost:3000/", "build", "local", "localhost"],
    ["http://127.0.0.1/", "build", "local", "loopback address"],
    ["http://10.0.0.1:8080/", "build", "local", "private address with a port"],
    ["http://10.0.0.1/", "neutral", "misc", "-"],
    ["http://172.15.0.1:8080/", "neutral", "misc", "-"],
    ["http://172.16.0.1:8080/", "build", "local", "private address with a port"],
    ["http://172.31.0.1:8080/", "build", "local", "private address with a port"],
    ["http://172.32.0.1:8080/", "neutral", "misc", "-"],
  ])("%j is %s, %s, by %s", (url, category, channel, rule) => {
    expect(catalog.classify(url)).toEqual({ category, channel, label: channelOf(channel).label, rule, own: false });
  });

  test("a rule that names the builder's own machine beats what is built in", () => {
    const own = compile([{ text: "localhost:4000", channel: "analytics" }]);
    expect(own.classify("http://localhost:4000/")).toEqual({
      category: "distribution",
      channel: "analytics",
      label: "Analytics",
      rule: "localhost:4000",
      own: false,
    });
    expect(own.classify("http://localhost:4001/").channel).toBe("local");
  });
});

describe("look-alikes", () => {
  const knows = (url: string) => catalog.classify(url).rule !== "-";

  test.each([
    "https://github.com.evil.example/acme/shop",
    "https://github.com:secret@evil.example/acme/shop",
    "https://github.com@evil.example/acme/shop",
    "https://user:pass@evil.example/github.com",
    "https://evil.example/?next=https://github.com/",
    "https://evil.example/#https://github.com/",
    "https://evil.example\\@github.com/",
    "https://notgithub.com/",
    "https://github-com.example/",
    "https://notx.com/",
    "https://spacex.com/",
    "https://x.com.evil.example/home",
    "https://xn--gthub-n4a.com/",
    "https://localhost.evil.example/",
  ])("%s is on no host that a rule knows", (url) => {
    expect(catalog.keyOf(url)).not.toBeNull();
    expect(catalog.classify(url)).toEqual({
      category: "neutral",
      channel: "misc",
      label: "Other sites",
      rule: "-",
      own: false,
    });
  });

  test("x.com is not netflix.com", () => {
    expect(catalog.classify("https://x.com/someone").channel).toBe("social");
    expect(catalog.classify("https://netflix.com/someone").category).toBe("neutral");
    expect(compile([{ text: "x.com", channel: "social" }]).classify("https://netflix.com/").rule).toBe("-");
  });

  test("credentials in front of a real host change nothing", () => {
    expect(catalog.classify("https://evil.example:x.com@github.com/acme/shop").channel).toBe("code-hosting");
  });

  const hosts = [...new Set(shipped.flatMap(({ text }) => parsePattern(text).map(({ host }) => host)))];
  const names = hosts.filter((host) => /[a-z]$/.test(host));

  test("a shipped host as the front of another is not known", () => {
    for (const host of names) if (knows(`https://${host}.evil.example/`)) expect.fail(host);
    expect(names.length).toBeGreaterThan(150);
  });

  test("a shipped host as the tail of a longer label is not known by its rule", () => {
    for (const host of names) {
      const { rule } = compile([{ text: host, channel: "ai" }]).classify(`https://zz${host}/`);
      if (rule !== "-") expect.fail(`zz${host} is taken for ${host}`);
    }
  });
});

describe("rules", () => {
  test("the verdict names the rule as it was written", () => {
    const own = compile([{ text: "Example.{com,org}/{owner}", channel: "ai" }]);
    expect(own.classify("https://example.org/acme").rule).toBe("Example.{com,org}/{owner}");
  });

  test("the verdict has the channel as people read it", () => {
    for (const { id, category, label } of channels) {
      const own = compile([{ text: "example.com", channel: id }]);
      expect(own.classify("https://example.com/")).toEqual({
        category,
        channel: id,
        label,
        rule: "example.com",
        own: false,
      });
    }
  });

  test("a rule for a channel that is none is refused", () => {
    expect(() => compile([{ text: "example.com", channel: "my-podcast" }])).toThrow('There is no channel "my-podcast"');
  });

  test("the catalog knows every channel that is shipped", () => {
    expect(catalog.channels).toEqual(channels);
  });

  test("a pattern that cannot be read is not skipped", () => {
    expect(() => compile([{ text: "example.com/**/a", channel: "ai" }])).toThrow(PatternError);
  });

  test("shipped rules hold no comment and no empty line", () => {
    expect(shipped.length).toBeGreaterThan(150);
    expect(shipped.filter(({ text }) => text.trim() === "" || text.startsWith("#"))).toEqual([]);
  });
});

describe("what is kept of a page", () => {
  const own = compile([
    { text: "github.com/{owner}/{repo}/**", channel: "code-hosting" },
    { text: "github.com/*/*/graphs/traffic", channel: "analytics" },
    { text: "x.com", channel: "social" },
  ]);

  test.each([
    ["https://github.com/Acme/Shop/pull/1?w=1#diff", "github.com/acme/shop"],
    ["https://github.com/acme/shop/graphs/traffic", "github.com/acme/shop/graphs/traffic"],
    ["https://www.github.com/acme", "github.com/acme"],
    ["https://me:secret@api.x.com:8443/me/status/1", "api.x.com:8443"],
    ["https://my-doctor.example/appointments/12?name=me", "my-doctor.example"],
    ["chrome-extension://abcdef/options.html", "chrome-extension:"],
    ["file:///home/me/letter.pdf", "file:"],
    ["no URL", null],
  ])("of %s is %s", (url, key) => {
    expect(own.keyOf(url)).toBe(key);
  });
});

describe("whatever the URL", () => {
  const patterns = shipped.flatMap(({ text }) => parsePattern(text));
  const literals = [...new Set(patterns.flatMap(({ segments }) => segments))];
  const odd = ["", "*", "**", "{}", "%2A", "%20", "%2F", "%", "..", ".", "a:b", "É", "zz"];
  const segment = fc.oneof(
    fc.constantFrom(...literals),
    fc.constantFrom(...odd),
    fc.string().map((text) => encodeURIComponent(text)),
  );
  /** URLs on and around the pages that shipped rules describe, with a secret wherever nothing may be kept. */
  const url = fc
    .record({
      pattern: fc.constantFrom(...patterns),
      scheme: fc.constantFrom("https", "http", "HTTPS"),
      credentials: fc.constantFrom("", "s3cret@", "s3cret:s3cret@", "github.com:s3cret@"),
      before: fc.constantFrom("", "", "www.", "zz.", "a.b.", "zz"),
      after: fc.constantFrom("", "", ".", ".evil.example"),
      port: fc.constantFrom("", "", ":80", ":443", ":3000"),
      kept: fc.nat(4),
      path: fc.array(segment, { maxLength: 5 }),
      end: fc.constantFrom("", "/", "//", "?s3cret", "/?q=s3cret#s3cret", "#s3cret", "#/s3cret/a"),
    })
    .map(({ pattern, scheme, credentials, before, after, port, kept, path, end }) => {
      const all = [...pattern.segments.slice(0, kept), ...path].join("/");
      return `${scheme}://${credentials}${before}${pattern.host}${after}${port}/${all}${end}`;
    });

  test("the stored key is judged as the URL is", () => {
    fc.assert(
      fc.property(url, (text) => {
        const key = catalog.keyOf(text);
        fc.pre(key !== null);
        expect(catalog.classifyKey(key)).toEqual(catalog.classify(text));
      }),
      { numRuns: 5000 },
    );
  });

  test("also where rules name odd segments", () => {
    const own = compile(
      ["x.com/", "x.com/*", "x.com/*/{kept}/c", "x.com/a/**", "x.com/%2A/b", "x.com/{b}/**"].map((text, i) => ({
        text,
        channel: ["ai", "ci", "docs", "seo", "ads", "infra"][i] ?? "misc",
      })),
    );
    const path = fc.array(fc.constantFrom("a", "b", "c", "*", "%2A", "{}", "", "é"), { maxLength: 6 });
    fc.assert(
      fc.property(path, fc.constantFrom("", ":8080"), (segments, port) => {
        const text = `https://x.com${port}/${segments.join("/")}`;
        expect(own.classifyKey(own.keyOf(text) ?? "none")).toEqual(own.classify(text));
      }),
      { numRuns: 2000 },
    );
  });

  test("the key holds nothing of query, fragment or credentials", () => {
    fc.assert(
      fc.property(url, (text) => {
        expect(catalog.keyOf(text) ?? "").not.toMatch(/s3cret|[?#@]s3|q=/);
      }),
      { numRuns: 2000 },
    );
  });

  test("the key of a key is the key", () => {
    fc.assert(
      fc.property(url, (text) => {
        const key = catalog.keyOf(text);
        fc.pre(key !== null);
        expect(catalog.keyOf(`${text.split("://", 1)[0]}://${key}`)).toBe(key);
      }),
      { numRuns: 2000 },
    );
  });

  test("the order of rules with different patterns does not matter", () => {
    const orders = fc.shuffledSubarray(shipped, { minLength: shipped.length });
    fc.assert(
      fc.property(orders, fc.array(url, { minLength: 20, maxLength: 20 }), (order, urls) => {
        const shuffled = compile(order);
        for (const text of urls) {
          expect(shuffled.classify(text)).toEqual(catalog.classify(text));
          expect(shuffled.keyOf(text)).toBe(catalog.keyOf(text));
        }
      }),
      { numRuns: 20 },
    );
  });

  test("no text makes it throw", () => {
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.webUrl({ validSchemes: ["http", "https", "ftp", "about", "data"], withFragments: true }),
      fc.string().map((rest) => `https://${rest}`),
      fc.string().map((rest) => `https://github.com/${rest}`),
      fc.string().map((rest) => `${rest}://github.com`),
    );
    fc.assert(
      fc.property(text, (any) => {
        const verdict = catalog.classify(any);
        const key = catalog.keyOf(any);
        if (key === null) expect(verdict.rule).toBe("-");
        else expect(catalog.classifyKey(key)).toEqual(verdict);
        expect(catalog.classifyKey(any).category).toMatch(/^(build|distribution|neutral)$/);
      }),
      { numRuns: 3000 },
    );
  });
});
