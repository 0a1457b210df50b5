import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { channels } from "../../../src/catalog/channels";
import { compile, shippedRules } from "../../../src/catalog/classify";
import { parseLabels } from "../../../src/commands/report";

const catalog = compile(shippedRules());
const read = (name: string) =>
  parseLabels(readFileSync(new URL(`../../fixtures/${name}.tsv`, import.meta.url), "utf8"));
const own = read("urls-channels");
const every = [...read("urls-labelled"), ...own];

test("every channel but the browser's own pages has three labelled URLs", () => {
  const scarce = channels
    .filter(({ id }) => id !== "browser")
    .map(({ id }) => ({ id, urls: every.filter(({ channels }) => channels.length === 1 && channels[0] === id).length }))
    .filter(({ urls }) => urls < 3);
  expect(scarce).toEqual([]);
});

test("those of one channel get that very channel and its category", () => {
  const wrong = own.flatMap(({ line, url, categories, channels }) => {
    const { category, channel, rule } = catalog.classify(url);
    const [wanted, found] = [`${categories} ${channels}`, `${category} ${channel}`];
    return wanted === found ? [] : [`line ${line}: ${url}: ${wanted} expected, ${found} found by ${rule}`];
  });
  expect(wrong).toEqual([]);
});

test("none stands twice", () => {
  const urls = every.map(({ url }) => url);
  expect(urls.filter((url, i) => urls.indexOf(url) !== i)).toEqual([]);
});
