import { say } from "../texts/say";
import { ForeignError } from "./foreign";

/** A file before anything is known of the tool that wrote it. */
export type RawFile = { kind: "json"; value: unknown } | ({ kind: "table" } & Table);

/** A file of lines with cells. */
export interface Table {
  header: readonly string[];
  /** The first line below the header that is not empty. */
  first: readonly string[];
  /** All lines below the header that are not empty, with the number they have in the file, from 1. */
  lines(): Iterable<Line>;
}

export interface Line {
  number: number;
  cells: readonly string[];
}

/**
 * Reads a text as JSON where it begins like that, else as a table. Throws a ForeignError that names the line when it is JSON that
 * cannot be read to its end.
 */
export function openFile(text: string): RawFile {
  const bare = text.replace(/^\uFEFF/, "");
  return /^\s*[[{]/.test(bare) ? { kind: "json", value: readJson(bare) } : { kind: "table", ...readTable(bare) };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const line = lineOf(error, text);
    throw new ForeignError(line === null ? say("import_damaged") : say("import_damagedLine", { line }));
  }
}

/** The line from which JSON cannot be read on. Each browser says it in its own way, and Chromium of short texts not at all: null. */
function lineOf(error: unknown, text: string): number | null {
  const { message } = error as Error;
  const line = /\bat line (\d+) column/.exec(message)?.[1];
  if (line) return Number(line);
  const position = / JSON at position (\d+)/.exec(message)?.[1];
  if (!position && !/\bend of (?:JSON|data)/.test(message)) return null;
  return text.slice(0, position ? Number(position) : text.length).split("\n").length;
}

/** Tools write commas; who opened the file in a spreadsheet and saved it may have semicolons, or tabs. */
const SEPARATORS = [",", ";", "\t"] as const;

function readTable(text: string): Table {
  const [header = "", first = ""] = firstLines(text);
  const counts = SEPARATORS.map((one) => header.split(one).length);
  const separator = SEPARATORS[counts.indexOf(Math.max(...counts))] ?? ",";
  return {
    header: cellsOf(header, separator),
    first: cellsOf(first, separator),
    *lines() {
      let isHeader = true;
      for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
        if (line.trim() === "") continue;
        if (!isHeader) yield { number: index + 1, cells: cellsOf(line, separator) };
        isHeader = false;
      }
    },
  };
}

/** No tool writes longer ones. What is no table may be one line of many megabytes. */
const LONGEST_LINE = 10_000;

function firstLines(text: string): string[] {
  return text
    .slice(0, 2 * LONGEST_LINE)
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== "")
    .slice(0, 2);
}

/**
 * The cells of a line, without the spaces around them. None of our tools writes a line break into a cell, nor quotes; a spreadsheet
 * quotes, and doubles the quotes inside. A quote that is never closed is a letter like any other.
 */
export function cellsOf(line: string, separator: string): string[] {
  if (!line.includes('"')) return line.split(separator).map((cell) => cell.trim());
  const cells: string[] = [];
  let at = 0;
  while (at <= line.length) {
    const quoted = readQuoted(line, at, separator);
    const end = quoted?.end ?? endOfCell(line, at, separator);
    cells.push((quoted?.text ?? line.slice(at, end)).trim());
    at = end + 1;
  }
  return cells;
}

function endOfCell(line: string, from: number, separator: string): number {
  const end = line.indexOf(separator, from);
  return end === -1 ? line.length : end;
}

/** A cell that is quoted from its first letter to its last; null when it is none. */
function readQuoted(line: string, from: number, separator: string): { text: string; end: number } | null {
  if (line[from] !== '"') return null;
  let closing = line.indexOf('"', from + 1);
  while (closing !== -1 && line[closing + 1] === '"') closing = line.indexOf('"', closing + 2);
  const end = closing + 1;
  if (closing === -1 || (end < line.length && line[end] !== separator)) return null;
  return { text: line.slice(from + 1, closing).replaceAll('""', '"'), end };
}
