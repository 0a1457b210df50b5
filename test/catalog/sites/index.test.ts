import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { channels } from "../../../src/catalog/channels";
import { compile, shippedRules } from "../../../src/catalog/classify";
import { type Pattern, parsePattern } from "../../../src/catalog/pattern";
import { lists } from "../../../src/catalog/sites";

const folder = new URL("../../../src/catalog/sites/", import.meta.url);
const files = readdirSync(folder).filter((name) => name !== "index.ts");
/** As they are written, comments included. */
const written = files.map((file) => ({ file, lines: readFileSync(new URL(file, folder), "utf8").split("\n") }));
const rules = written.flatMap(({ file, lines }) =>
  lines.flatMap((text, i) => (text === "" || text.startsWith("#") ? [] : [{ text, at: `${file}:${i + 1}` }])),
);

/** UTF-8 bytes sort as code points do. */
const byCodePoint = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b));

/** Where a pattern stands in the tree of rules: `*` and `{name}` are one place. */
const placeOf = ({ host, subdomainsOnly, port, segments, open }: Pattern) =>
  `${subdomainsOnly ? "*." : ""}${host}:${port}/${segments.map((part) => (part === "{}" ? "*" : part)).join("/")}${open ? "/**" : ""}`;

describe("the lists of sites", () => {
  test("each is a .txt file that index.ts names by its channel", () => {
    expect(
      Object.keys(lists)
        .map((channel) => `${channel}.txt`)
        .sort(byCodePoint),
    ).toEqual(files.sort(byCodePoint));
  });

  test("every channel has one, but for the browser's own pages, which no list can name", () => {
    expect(Object.keys(lists)).toEqual(channels.map(({ id }) => id).filter((id) => id !== "browser"));
  });

  test("each list is the file of its own channel", () => {
    const shipped = [...shippedRules()];
    for (const { file, lines } of written) {
      const own = shipped.filter(({ channel }) => `${channel}.txt` === file).map(({ text }) => text);
      const rules = lines.filter((line) => line && !line.startsWith("#"));
      expect(own.sort(byCodePoint), file).toEqual(rules.sort(byCodePoint));
    }
  });

  test.each(written)("$file: comments only at the top, one rule a line, a line break at the end", ({ lines }) => {
    const bare = lines.slice(lines.findIndex((line) => !line.startsWith("#")));
    expect(bare.filter((line) => line.startsWith("#"))).toEqual([]);
    expect(bare.slice(0, -1).filter((line) => line.trim() === "" || line !== line.trim())).toEqual([]);
    expect(bare.at(-1)).toBe("");
    expect(bare.length).toBeGreaterThan(1);
  });

  test.each(written)("$file is sorted by code point", ({ lines }) => {
    const own = lines.filter((line) => line && !line.startsWith("#"));
    expect(own).toEqual(own.toSorted(byCodePoint));
  });
});

describe("the shipped rules", () => {
  test("each can be read", () => {
    const unreadable = rules.flatMap(({ text, at }) => {
      try {
        return parsePattern(text).length > 0 ? [] : [`${at}: ${text} is empty`];
      } catch (error) {
        return [`${at}: ${text} ${error instanceof Error ? error.message : error}`];
      }
    });
    expect(unreadable).toEqual([]);
  });

  test("no pattern stands twice, also among alternatives and over all lists", () => {
    const first = new Map<string, string>();
    const repeated: string[] = [];
    for (const { text, at } of rules) {
      for (const pattern of parsePattern(text)) {
        const place = placeOf(pattern);
        const before = first.get(place);
        if (before) repeated.push(`${place} at ${before} and ${at}`);
        first.set(place, at);
      }
    }
    expect(repeated).toEqual([]);
  });

  test("each decides a page that it describes: none is hidden by another", () => {
    const catalog = compile(shippedRules());
    const hidden = rules.flatMap(({ text, at }) =>
      parsePattern(text).flatMap((pattern) => {
        const { host, subdomainsOnly, port, segments, open } = pattern;
        const path = segments.map((part) => (part === "*" || part === "{}" ? "zz-any" : part)).join("/");
        const url = `https://${subdomainsOnly ? "zz." : ""}${host}${port && `:${port}`}/${path}`;
        const deciding = [url, ...(open ? [`${url}/zz`] : [])].map((page) => catalog.classify(page).rule);
        return deciding.includes(text) ? [] : [`${at}: ${url} is decided by ${deciding.join(", ")}, not by ${text}`];
      }),
    );
    expect(hidden).toEqual([]);
  });

  test("they are written in lower case, without www., scheme or trailing dot", () => {
    const odd = rules.filter(({ text }) => text !== text.toLowerCase() || /^www\.|[{,]www\.|:\/\/|\.(\/|$)/.test(text));
    expect(odd).toEqual([]);
  });

  test("are at least 1,500", () => {
    expect(rules.length).toBeGreaterThanOrEqual(1500);
  });

  test("they know at least 150 hosts", () => {
    const hosts = new Set(rules.flatMap(({ text }) => parsePattern(text).map(({ host }) => host)));
    expect(hosts.size).toBeGreaterThanOrEqual(150);
  });
});
