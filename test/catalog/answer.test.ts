import { describe, expect, test } from "vitest";
import { answer } from "../../src/catalog/answer";
import { channels } from "../../src/catalog/channels";
import { compile, type OwnCatalog } from "../../src/catalog/classify";

const own: OwnCatalog = {
  rules: [{ text: "github.com/acme/app/**", channel: "my-podcast" }],
  channels: [{ id: "my-podcast", label: "Podcast", category: "distribution" }],
  domains: [],
};
const catalog = compile([{ text: "github.com", channel: "code-hosting" }], own);
const about = (url: string | null) => answer(catalog, { keys: [], url }).page;

describe("an answer", () => {
  test("has a verdict for each key, in order, for a key asked twice two", () => {
    const keys = ["github.com", "nobody.example", "github.com/acme/app", "other-apps:", "github.com"];
    const { verdicts } = answer(catalog, { keys, url: null });
    expect(verdicts).toEqual(keys.map(catalog.classifyKey));
    expect(verdicts.map(({ channel }) => channel)).toEqual([
      "code-hosting",
      "misc",
      "my-podcast",
      "browser",
      "code-hosting",
    ]);
  });

  test("has every channel, the user's own too", () => {
    expect(answer(catalog, { keys: [], url: null }).channels).toEqual([...channels, ...own.channels]);
  });

  test("tells of a page its site, what it is, and for how much of the site something else can be said", () => {
    const url = "https://www.GitHub.com/acme/app?tab=1";
    const page = about(url);
    expect(page).toMatchObject({ site: "github.com", verdict: { channel: "my-podcast", own: true } });
    expect(page?.verdict).toEqual(catalog.classify(url));
    expect(page?.scopes.map(({ text }) => text)).toEqual([
      "github.com",
      "github.com/acme/**",
      "github.com/acme/app/**",
    ]);
    expect(page?.scopes).toContainEqual(page?.offered);
  });

  test("offers the widest scope that would change what the page is", () => {
    expect(about("https://github.com/acme/app")?.offered.text).toBe("github.com/acme/app/**");
    expect(about("https://github.com/other/app")?.offered.text).toBe("github.com");
  });

  test("names a port, which is part of the site", () => {
    expect(about("http://localhost:3000/admin")).toMatchObject({ site: "localhost:3000" });
  });

  test.each([null, "", "no URL", "about:blank", "chrome://settings/", "file:///home/me"])(
    "tells nothing of %j, which is on no site",
    (url) => {
      expect(about(url)).toBeNull();
    },
  );

  test("is plain values, that a message keeps whole", () => {
    const full = answer(catalog, { keys: ["github.com"], url: "https://github.com/acme" });
    expect(JSON.parse(JSON.stringify(full))).toEqual(full);
  });
});
