import { describe, expect, test } from "vitest";
import { compile, shippedRules } from "../../src/catalog/classify";
import { foldHost, parsePage, parseSite } from "../../src/catalog/page";
import { parsePattern } from "../../src/catalog/pattern";
import { parseRuleFile } from "../../src/catalog/rulefile";
import { properties } from "./hostile";

/** Milliseconds that one case may take on a machine which does other things too. The slowest takes a few. */
const LONGEST_CASE_MS = 1000;

test.each(properties)("$name", ({ check }) => {
  let slowest = 0;
  check(3000, (ms) => {
    slowest = Math.max(slowest, ms);
  });
  expect(slowest).toBeLessThan(LONGEST_CASE_MS);
});

describe("no text takes longer than it is", () => {
  const catalog = compile(shippedRules());
  const LENGTH = 300_000;
  const full = (piece: string) => piece.repeat(LENGTH / piece.length);

  const act = (text: string) => {
    try {
      parseRuleFile(text);
    } catch {}
    try {
      parsePattern(text);
    } catch {}
    parseSite(text);
    foldHost(text);
    parsePage(text);
    for (const url of [text, `https://${text}`, `https://x.com/${text}`, `https://x.com/home/${text}`]) {
      catalog.classifyKey(catalog.keyOf(url) ?? url);
      catalog.classify(url);
    }
  };

  test.each([
    ["dots, and a letter behind them", `a${full(".")}b`],
    ["labels", `${full("a.")}com`],
    ["one label", `${full("a")}!`],
    ["labels of digits", full("1.")],
    ["www.", `${full("www.")}x.com`],
    ["hyphens", full("-")],
    ["slashes", full("/")],
    ["segments", full("a/")],
    ["segments of dots", full("../")],
    ["stars", full("*/")],
    ["alternatives", full("{a,b}")],
    ["braces that never end", full("{,")],
    ["brackets", full("[")],
    ["colons", full(":1")],
    ["comments that a line separator ends", `[ai]\n${full(" #")}\u2028x`],
    ["blanks", `[ai]\nx.com${full(" ")}y.com`],
    ["headings", `[${full("|")}]`],
    ["headings, a line each", full("[ai]\n")],
    ["lines that are no rules", `[ai]\n${full("{\n")}`],
    ["one rule again and again", `[ai]\n${full("x.com\n")}`],
    ["letters that grow when they are encoded", `[ai]\n${full("x.com/é,\n")}`],
  ])("%s", (_, text) => {
    const start = performance.now();
    act(text);
    expect(performance.now() - start).toBeLessThan(3 * LONGEST_CASE_MS);
  });
});
