import { readFileSync } from "node:fs";
import { rowMs } from "../../src/attention/day";
import { compile, shippedRules } from "../../src/catalog/classify";
import { type Foreign, readForeign } from "../../src/sources";
import { openChecks } from "../../src/sources/checks";
import { openFile, type RawFile } from "../../src/sources/file";
import type { Reading, Skipped } from "../../src/sources/foreign";
import { openTally } from "../../src/sources/tally";
import type { Tool } from "../../src/sources/tool";

const catalog = compile(shippedRules());

/** Central Europe in 2026: summer time from 29 March, 01:00 UTC, to 25 October. */
export function offsetInEurope(at: number): number {
  return at >= Date.parse("2026-03-29T01:00Z") && at < Date.parse("2026-10-25T01:00Z") ? 120 : 60;
}

export const NOW = Date.parse("2026-05-01T10:00Z");

/** What a file is read with: the shipped catalog, Central European time, on 1 May 2026. */
export function readingOf(more: Partial<Reading> = {}): Reading {
  return { keyOf: catalog.keyOf, offsetAt: offsetInEurope, now: NOW, ...more };
}

/** A file that a tool wrote, invented but true to form. */
export function fixture(name: string): string {
  return readFileSync(`test/fixtures/imports/${name}`, "utf8");
}

export type PerDay = Record<string, Record<string, number>>;

/** Milliseconds by day and key. */
export function perDay({ rows }: Pick<Foreign, "rows">): PerDay {
  const days: PerDay = {};
  for (const row of rows) days[row.day] = { ...days[row.day], [row.key]: rowMs(row) };
  return days;
}

/** Milliseconds by day, key and hour, written `key@hour`. */
export function perHour({ rows }: Pick<Foreign, "rows">): PerDay {
  const days: PerDay = {};
  for (const { day, key, hours } of rows) {
    for (const [hour, ms] of Object.entries(hours)) days[day] = { ...days[day], [`${key}@${hour}`]: ms };
  }
  return days;
}

export function read(text: string, more: Partial<Reading> = {}): Foreign {
  return readForeign(text, readingOf(more));
}

/** What one tool makes of a file, though it may hold nothing. */
export function parsedBy(
  tool: Tool,
  text: string,
  more: Partial<Reading> = {},
): { rows: Foreign["rows"]; skipped: Skipped[] } {
  const tally = openTally(readingOf(more));
  tool.parse(openFile(text), tally, openChecks(tool.name));
  return { rows: tally.rows(), skipped: tally.skipped() };
}

/** Whether a tool takes a file for its own. */
export function isOf(tool: Tool, text: string): boolean {
  const file: RawFile = openFile(text);
  return tool.recognise(file);
}

/** The message with which a text is refused. */
export function refusalOf(text: string, more: Partial<Reading> = {}): string {
  try {
    read(text, more);
  } catch (error) {
    return (error as Error).message;
  }
  return "It was read.";
}
