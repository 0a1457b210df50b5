import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { compile, shippedRules } from "../../../src/catalog/classify";
import { parsePage } from "../../../src/catalog/page";
import { parsePattern } from "../../../src/catalog/pattern";

const shipped = [...shippedRules()];
const catalog = compile(shipped);

/** Columns: a rule with a path, a URL inside that section, and one outside it on the same host. */
const [header, ...rows] = readFileSync(new URL("../../fixtures/urls-sections.tsv", import.meta.url), "utf8")
  .trimEnd()
  .split("\n")
  .map((line) => line.split("\t"));
const sections = rows.map(([rule = "", inside = "", outside = ""]) => ({ rule, inside, outside }));

const isOn = (host: string, page: string) => page === host || page.endsWith(`.${host}`);

describe("every rule with a path has a URL on each side", () => {
  test("and stands once among them, in order, with nothing else", () => {
    expect(header).toEqual(["rule", "inside", "outside"]);
    expect(rows.filter((cells) => cells.length !== 3)).toEqual([]);
    const withPath = shipped.map(({ text }) => text).filter((text) => text.includes("/"));
    const byCodePoint = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b));
    expect(sections.map(({ rule }) => rule)).toEqual(withPath.toSorted(byCodePoint));
  });

  test("it decides the one inside", () => {
    const wrong = sections.flatMap(({ rule, inside }) => {
      const found = catalog.classify(inside).rule;
      return found === rule ? [] : [`${inside} is decided by ${found}, not by ${rule}`];
    });
    expect(wrong).toEqual([]);
  });

  test("it does not decide the one outside", () => {
    const wrong = sections.filter(({ rule, outside }) => catalog.classify(outside).rule === rule);
    expect(wrong).toEqual([]);
  });

  test("both are on one of its hosts or below it", () => {
    const astray = sections.filter(({ rule, inside, outside }) => {
      const [within, without] = [inside, outside].map((url) => parsePage(url)?.host ?? "");
      return !parsePattern(rule).some(({ host }) => isOn(host, within ?? "") && isOn(host, without ?? ""));
    });
    expect(astray).toEqual([]);
  });
});
