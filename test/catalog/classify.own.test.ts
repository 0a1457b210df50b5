import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Channel, channelOf, channels } from "../../src/catalog/channels";
import { compile, type OwnCatalog, type Rule, shippedRules } from "../../src/catalog/classify";
import { formatPattern, parsePattern } from "../../src/catalog/pattern";

const shipped = [...shippedRules()];
const podcast: Channel = { id: "my-podcast", label: "Podcast", category: "distribution" };

const own = (some: Partial<OwnCatalog>): OwnCatalog => ({ rules: [], channels: [], domains: [], ...some });

/** Rules, drawn one a line: pattern, channel. */
function rules(picture: string): Rule[] {
  const lines = picture.trim().split("\n");
  return lines.map((line) => {
    const [text = "", channel = ""] = line.trim().split(" ");
    return { text, channel };
  });
}

describe("a rule of the user's", () => {
  test("gives the page its channel, and is named as theirs", () => {
    const catalog = compile([], own({ rules: rules("example.com/blog/** content") }));
    expect(catalog.classify("https://example.com/blog/a")).toEqual({
      category: "distribution",
      channel: "content",
      label: "Content",
      rule: "example.com/blog/**",
      own: true,
    });
    expect(catalog.classify("https://example.com/")).toMatchObject({ rule: "-", own: false });
  });

  const places: [shipped: string, own: string, url: string][] = [
    ["example.com", "example.com", "https://example.com/a"],
    ["example.com", "example.com/**", "https://example.com/"],
    ["{example,example2}.com", "example.com", "https://example.com/"],
    ["{a.net,example.com/a}/**", "example.com/a/**", "https://example.com/a/b"],
    ["example.com/{a,b}", "example.com/b", "https://example.com/b"],
    ["www.example.com", "example.com", "https://www.example.com/"],
    ["example.com", "www.example.com", "https://example.com/"],
    ["Example.com.", "example.com", "https://api.example.com/"],
    ["bücher.example", "xn--bcher-kva.example", "https://bücher.example/"],
    ["xn--bcher-kva.example", "BÜCHER.example", "https://bücher.example/"],
    ["example.com/{owner}/{repo}/**", "example.com/*/*/**", "https://example.com/a/b"],
    ["example.com/*/*/**", "example.com/{a}/{b}/**", "https://example.com/a/b/c"],
    ["example.com/Café", "example.com/caf%C3%A9", "https://example.com/café"],
    ["example.com:3000/", "www.example.com:3000//", "https://example.com:3000"],
    ["*.example.com", "*.www.example.com/**", "https://api.example.com/"],
    ["[::1]:3000", "[0:0::1]:3000", "http://[::1]:3000/a"],
  ];

  test.each(places)("beats %s with %s on %s", (text, ownText, url) => {
    const before = [{ text, channel: "docs" }];
    expect(compile(before).classify(url)).toMatchObject({ channel: "docs", rule: text, own: false });
    const catalog = compile(before, own({ rules: [{ text: ownText, channel: "ads" }] }));
    expect(catalog.classify(url)).toEqual({
      category: "distribution",
      channel: "ads",
      label: "Ads",
      rule: ownText,
      own: true,
    });
  });

  test("beats every shipped rule of the same place, however that is spelled", () => {
    const places = shipped.flatMap(({ text }) => parsePattern(text).map(formatPattern));
    const catalog = compile(shipped, own({ rules: places.map((text) => ({ text, channel: "games" })) }));
    const urls = shipped.flatMap(({ text }) =>
      parsePattern(text).map(({ host, subdomainsOnly, port, segments }) => {
        const path = segments.map((part) => (part === "*" || part === "{}" ? "zz" : part)).join("/");
        return `https://${subdomainsOnly ? "zz." : ""}${host}${port && `:${port}`}/${path}`;
      }),
    );
    const missed = urls.filter((url) => catalog.classify(url).channel !== "games");
    expect(urls.length).toBeGreaterThan(1000);
    expect(missed).toEqual([]);
  });

  const ordered: [more: string, less: string, url: string][] = [
    ["api.example.com", "example.com", "https://api.example.com/a"],
    ["*.example.com", "example.com", "https://api.example.com/a"],
    ["example.com:8443", "example.com", "https://example.com:8443/a"],
    ["example.com/a/**", "example.com", "https://example.com/a/b"],
    ["example.com/a", "example.com/*", "https://example.com/a"],
    ["example.com/*/b", "example.com/**", "https://example.com/a/b"],
    ["example.com/a", "example.com/a/**", "https://example.com/a"],
    ["api.example.com", "example.com/a/b/c", "https://api.example.com/a/b/c"],
  ];

  test.each(ordered)("%s goes before %s, whichever of them is the user's", (more, less, url) => {
    const mine = compile([{ text: less, channel: "docs" }], own({ rules: [{ text: more, channel: "ads" }] }));
    expect(mine.classify(url)).toMatchObject({ rule: more, channel: "ads", own: true });
    const ours = compile([{ text: more, channel: "docs" }], own({ rules: [{ text: less, channel: "ads" }] }));
    expect(ours.classify(url)).toMatchObject({ rule: more, channel: "docs", own: false });
    const both = compile([], own({ rules: [less, more].map((text) => ({ text, channel: "ads" })) }));
    expect(both.classify(url)).toMatchObject({ rule: more, own: true });
  });

  test("for the whole site leaves what is shipped for its sections", () => {
    const catalog = compile(
      rules("github.com code-hosting\n github.com/*/*/graphs/traffic analytics"),
      own({ rules: rules("github.com community") }),
    );
    expect(catalog.classify("https://github.com/acme").channel).toBe("community");
    expect(catalog.classify("https://github.com/a/b/graphs/traffic").channel).toBe("analytics");
  });

  test("decides the builder's own machine and addresses too", () => {
    const catalog = compile([], own({ rules: rules("localhost:3000 docs\n 127.0.0.1 ads\n [::1]:80 seo") }));
    expect(catalog.classify("http://localhost:3000/")).toMatchObject({ channel: "docs", own: true });
    expect(catalog.classify("http://localhost:3001/")).toMatchObject({ channel: "local", own: false });
    expect(catalog.classify("http://127.0.0.1:9/")).toMatchObject({ channel: "ads", own: true });
    expect(catalog.classify("https://[::1]:80/")).toMatchObject({ channel: "seo", own: true });
  });

  test("whose channel is gone counts as none, and the shipped one decides again", () => {
    const mine = rules("github.com my-podcast\n riverside.fm my-podcast\n x.com constructor");
    const with_ = compile(rules("github.com code-hosting"), own({ rules: mine, channels: [podcast] }));
    expect(with_.classify("https://github.com/")).toMatchObject({ channel: "my-podcast", own: true });
    const without = compile(rules("github.com code-hosting"), own({ rules: mine }));
    expect(without.classify("https://github.com/")).toEqual({
      category: "build",
      channel: "code-hosting",
      label: "Code hosting",
      rule: "github.com",
      own: false,
    });
    expect(without.classify("https://riverside.fm/")).toMatchObject({ channel: "misc", rule: "-", own: false });
    expect(without.classify("https://x.com/")).toMatchObject({ channel: "misc", rule: "-", own: false });
  });

  test("changes what is kept of a page only by what it looks at", () => {
    const catalog = compile(rules("reddit.com community"), own({ rules: rules("reddit.com/r/rust/** docs") }));
    expect(catalog.keyOf("https://reddit.com/r/rust/comments/1")).toBe("reddit.com/r/rust");
    expect(catalog.keyOf("https://reddit.com/r/secret/comments/1")).toBe("reddit.com/r");
    expect(catalog.keyOf("https://reddit.com/user/me")).toBe("reddit.com");
  });
});

describe("a channel of the user's own", () => {
  const catalog = compile(
    rules("github.com code-hosting"),
    own({ rules: rules("riverside.fm my-podcast"), channels: [podcast] }),
  );

  test("has the name and the category that they gave it", () => {
    expect(catalog.classify("https://riverside.fm/studio")).toEqual({
      category: "distribution",
      channel: "my-podcast",
      label: "Podcast",
      rule: "riverside.fm",
      own: true,
    });
  });

  test("stands behind ours in the list of all", () => {
    expect(catalog.channels).toEqual([...channels, podcast]);
  });

  test("can be neutral, or building", () => {
    for (const category of ["build", "neutral", "distribution"] as const) {
      const { classify } = compile([], own({ rules: rules("a.com my-podcast"), channels: [{ ...podcast, category }] }));
      expect(classify("https://a.com/").category).toBe(category);
    }
  });
});

describe("a domain of the user's", () => {
  const catalog = compile(
    rules("vercel.app infra\n shop.example/admin/** database\n blog.shop.example content"),
    own({
      domains: ["shop.example", "mine.vercel.app", "localhost:3000"],
      rules: rules("shop.example/stats/** analytics"),
    }),
  );

  test("is neutral with its subdomains, and says why", () => {
    for (const url of ["https://shop.example/", "https://www.shop.example/a/b", "https://eu.shop.example:8443/"])
      expect(catalog.classify(url)).toEqual({
        category: "neutral",
        channel: "misc",
        label: "Other sites",
        rule: "shop.example (your domain)",
        own: false,
      });
  });

  test("is no other domain", () => {
    for (const url of ["https://myshop.example/", "https://shop.example.evil.net/", "https://example/"])
      expect(catalog.classify(url).rule).toBe("-");
    expect(catalog.classify("https://theirs.vercel.app/").channel).toBe("infra");
    expect(catalog.classify("https://mine.vercel.app/").rule).toBe("mine.vercel.app (your domain)");
  });

  test("with a port is that port", () => {
    expect(catalog.classify("http://localhost:3000/").rule).toBe("localhost:3000 (your domain)");
    expect(catalog.classify("http://localhost:3001/").rule).toBe("localhost");
  });

  test("gives way to any rule for a part of it, ours or theirs", () => {
    expect(catalog.classify("https://shop.example/admin/users").channel).toBe("database");
    expect(catalog.classify("https://blog.shop.example/").channel).toBe("content");
    expect(catalog.classify("https://shop.example/stats/today")).toMatchObject({ channel: "analytics", own: true });
  });

  test("beats a shipped rule for all of it, and is beaten by one of theirs", () => {
    const domains = ["github.com"];
    const ours = rules("github.com code-hosting");
    expect(compile(ours, own({ domains })).classify("https://github.com/")).toMatchObject({
      channel: "misc",
      rule: "github.com (your domain)",
    });
    for (const text of ["github.com", "www.github.com", "github.com/**"]) {
      const catalog = compile(ours, own({ domains, rules: [{ text, channel: "community" }] }));
      expect(catalog.classify("https://github.com/")).toMatchObject({ channel: "community", rule: text, own: true });
    }
  });
});

describe("whatever the user's rules", () => {
  const text = fc
    .tuple(
      fc.constantFrom("", "", "*."),
      fc.constantFrom("x.com", "a.x.com", "b.a.x.com", "com", "github.com", "localhost"),
      fc.constantFrom("", "", ":8443"),
      fc.array(fc.constantFrom("a", "b", "*"), { maxLength: 3 }),
      fc.constantFrom("", "/**"),
    )
    .map(([star, host, port, segments, end]) => `${star}${host}${port}/${segments.join("/")}${end}`)
    .map((written) => parsePattern(written).map(formatPattern)[0] ?? "");
  const rule = fc.record({ text, channel: fc.constantFrom("ai", "social", "misc", "my-podcast", "my-gone") });
  /** One rule a place, as they are stored. */
  const ownRules = fc.uniqueArray(rule, { selector: (one) => one.text, maxLength: 15 });
  const shippedFew = fc.uniqueArray(fc.record({ text, channel: fc.constantFrom("docs", "feeds", "mail") }), {
    selector: (one) => one.text,
    maxLength: 10,
  });
  const domains = fc.subarray(["x.com", "a.x.com", "localhost:8443", "com"]);
  const url = fc
    .tuple(
      fc.constantFrom("x.com", "www.x.com", "a.x.com", "c.a.x.com", "b.a.x.com", "github.com", "y.net", "localhost"),
      fc.constantFrom("", ":8443"),
      fc.array(fc.constantFrom("a", "b", "c", "*"), { maxLength: 4 }),
    )
    .map(([host, port, segments]) => `https://${host}${port}/${segments.join("/")}`);
  const urls = fc.array(url, { minLength: 10, maxLength: 10 });

  test("their order and that of the domains do not matter", () => {
    fc.assert(
      fc.property(shippedFew, ownRules, domains, urls, fc.infiniteStream(fc.nat()), (ours, mine, names, all, ranks) => {
        const shuffled = <T>(list: readonly T[]) =>
          list
            .map((one) => ({ one, rank: ranks.next().value }))
            .toSorted((a, b) => a.rank - b.rank)
            .map(({ one }) => one);
        const first = compile(ours, own({ rules: mine, domains: names, channels: [podcast] }));
        const second = compile(
          shuffled(ours),
          own({ rules: shuffled(mine), domains: shuffled(names), channels: [podcast] }),
        );
        for (const one of all) {
          expect(second.classify(one)).toEqual(first.classify(one));
          expect(second.keyOf(one)).toBe(first.keyOf(one));
        }
      }),
      { numRuns: 500 },
    );
  });

  test("the stored key is judged as the URL is", () => {
    fc.assert(
      fc.property(shippedFew, ownRules, domains, urls, (ours, mine, names, all) => {
        const { classify, classifyKey, keyOf } = compile(
          ours,
          own({ rules: mine, domains: names, channels: [podcast] }),
        );
        for (const one of all) expect(classifyKey(keyOf(one) ?? "none")).toEqual(classify(one));
      }),
      { numRuns: 500 },
    );
  });

  test("the verdict names one of theirs, with its channel, or is what ours alone would say", () => {
    fc.assert(
      fc.property(shippedFew, ownRules, urls, (ours, mine, all) => {
        const alone = compile(ours);
        const both = compile(ours, own({ rules: mine, channels: [podcast] }));
        for (const one of all) {
          const verdict = both.classify(one);
          if (!verdict.own) {
            expect(verdict).toEqual(alone.classify(one));
            continue;
          }
          const { channel } = mine.find(({ text }) => text === verdict.rule) ?? { channel: "none" };
          const { category, label } = channel === podcast.id ? podcast : channelOf(channel);
          expect(verdict).toEqual({ category, channel, label, rule: verdict.rule, own: true });
        }
      }),
      { numRuns: 500 },
    );
  });

  test("of all that match a page the most specific decides, whosever it is", () => {
    /** The longest host, `*.` before none, a port before none, then segment by segment; ours before theirs only where all else differs. */
    const rankOf = (text: string, page: { host: string; port: string; segments: string[] }) => {
      const [pattern] = parsePattern(text);
      if (!pattern) return null;
      const { host, subdomainsOnly, port, segments, open } = pattern;
      const isHost = page.host === host ? !subdomainsOnly : page.host.endsWith(`.${host}`);
      const isPath = segments.every((part, i) => page.segments[i] && (part === "*" || part === page.segments[i]));
      const isLength = open ? page.segments.length >= segments.length : page.segments.length === segments.length;
      if (!isHost || (port && port !== page.port) || !isPath || !isLength) return null;
      const path = segments.map((part) => (part === "*" ? "1" : "2")).join("");
      return `${String(host.length).padStart(3, "0")} ${Number(subdomainsOnly)}${Number(port !== "")} ${path}${open ? "0" : "3"}`;
    };
    fc.assert(
      fc.property(shippedFew, ownRules, url, (ours, mine, one) => {
        const { hostname, port, pathname } = new URL(one);
        const page = { host: hostname.replace(/^www\./, ""), port, segments: pathname.split("/").filter(Boolean) };
        const usable = mine.filter(({ channel }) => channel !== "my-gone");
        const ranked = [...ours.map((r) => ({ ...r, own: false })), ...usable.map((r) => ({ ...r, own: true }))]
          .map((r) => ({ ...r, rank: rankOf(r.text, page) }))
          .filter((r) => r.rank !== null)
          .map((r) => ({ ...r, rank: `${r.rank} ${Number(r.own)}` }))
          .toSorted((a, b) => (a.rank < b.rank ? 1 : -1));
        const verdict = compile(ours, own({ rules: mine, channels: [podcast] })).classify(one);
        const [best] = ranked;
        if (best) expect(verdict).toMatchObject({ rule: best.text, channel: best.channel, own: best.own });
        else expect(verdict.rule).toBe(page.host === "localhost" ? "localhost" : "-");
      }),
      { numRuns: 2000 },
    );
  });
});
