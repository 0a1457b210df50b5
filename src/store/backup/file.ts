import { type Content, openContent } from "./content";
import { BackupError } from "./error";
import { type Line, LongLineError, linesOf } from "./lines";
import { oneOf, shape, whole } from "./shape";
import { type Batch, type Format, type TableName, tableNames } from "./tables";
import { bytesOf, UnpackError, type Unpacking } from "./unpack";
import { format1 } from "./versions/1";

// A backup is JSON Lines, packed as gzip or not:
//
//     {"format":"factory-trap-backup","version":1,"createdAt":1774000000000,"tables":{"settings":2,…}}
//     {"table":"settings","rows":[…]}
//     …                                          tables in their order, rows in theirs, at most 500 a line
//     {"end":true,"rows":1234}

export const FORMAT = "factory-trap-backup";
/** The version that is written. */
export const VERSION = 1;

/** Every version that was ever written can be read. */
const formats: ReadonlyMap<number, Format> = new Map([[1, format1]]);

/** The first line. */
export interface Header {
  format: typeof FORMAT;
  version: number;
  /** Epoch milliseconds. */
  createdAt: number;
  /** How many rows each table has. */
  tables: Record<TableName, number>;
}

export interface Reading extends Unpacking {
  /** Rows that this very browser has just written need no look at what they hold. */
  isTrusted?: boolean;
}

/** Far more than the first line needs, and less than a picture, or a film, has before its first line break. */
const LONGEST_HEADER = 16_384;
/** A line that we write has a megabyte, and a single row that is longer stands alone. */
const LONGEST_LINE = 16 * 1024 ** 2;

/**
 * Reads a backup, some rows at a time, and checks all of it; returns its first line. Holds one line in memory.
 * Throws a BackupError for the first thing that is wrong, or the signal's reason.
 */
export async function* readBackup(
  file: Blob,
  { isTrusted = false, ...unpacking }: Reading = {},
): AsyncGenerator<Batch, Header> {
  const longest = (line: number) => (line === 1 ? LONGEST_HEADER : LONGEST_LINE);
  let line = 0;
  let content: Content | null = null;
  let header: Header | null = null;
  try {
    for await (const next of linesOf(bytesOf(file, unpacking), longest)) {
      if (content === null) {
        header = headerOf(next);
        content = openContent(header.tables, formats.get(header.version) ?? format1, isTrusted);
      } else {
        const batch = content.read(valueIn(next), next.number);
        if (batch) yield batch;
      }
      line = next.number;
    }
  } catch (error) {
    if (error instanceof UnpackError) throw new BackupError(error.fault, line);
    if (error instanceof LongLineError) throw new BackupError(error.line === 1 ? "noBackup" : "longLine", error.line);
    throw error;
  }
  if (content === null || header === null) throw new BackupError("empty", 0);
  if (!content.isEnded()) throw new BackupError("truncated", line);
  return header;
}

/** What the first line says, if it is one of ours. Throws a BackupError. */
function headerOf(line: Line): Header {
  const header = readHeader(line);
  const { version } = header;
  if (typeof version === "number" && version > VERSION) throw new BackupError("newer", 1);
  const wrong = headerShape(header);
  if (wrong !== null) throw new BackupError("wrongLine", 1, { field: wrong });
  return header as Header;
}

const headerShape = shape<Header>({
  format: oneOf([FORMAT]),
  version: oneOf([...formats.keys()]),
  createdAt: whole(0),
  tables: shape(Object.fromEntries(tableNames.map((name) => [name, whole(0)]))),
});

function readHeader({ bytes, isEnded }: Line): Partial<Header> {
  if (isUtf16(bytes)) throw new BackupError("encoding", 1);
  const text = new TextDecoder().decode(bytes);
  const header = parse(text);
  if (header !== unparsable && Object(header).format === FORMAT) return Object(header);
  const isCut = header === unparsable && !isEnded && text.startsWith(`{"format":"${FORMAT}"`);
  throw isCut ? new BackupError("truncated", 0) : new BackupError("noBackup", 1);
}

/** Whether a JSON object begins that has two bytes a letter, or the mark of such a text. */
function isUtf16([first, second, third, fourth]: Uint8Array): boolean {
  const isMarked = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  const brace = 0x7b;
  const isLittle = first === brace && second === 0 && fourth === 0;
  const isBig = first === 0 && second === brace && third === 0;
  return isMarked || isLittle || isBig;
}

/** The value of a line. Throws a BackupError. */
function valueIn({ number, bytes, isEnded }: Line): unknown {
  const text = decode(bytes);
  const value = text === null ? unparsable : parse(text);
  if (value !== unparsable) return value;
  // What has no line break behind it was cut off: whole files end with one.
  if (!isEnded) throw new BackupError("truncated", number - 1);
  throw new BackupError(text === null ? "encoding" : "noJson", number);
}

/** The text of some bytes; null when they are not UTF-8. */
function decode(bytes: Uint8Array<ArrayBuffer>): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

const unparsable = Symbol("unparsable");

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return unparsable;
  }
}
