/** A line of a file. */
export interface Line {
  /** From 1. */
  number: number;
  /** Without the line break. */
  bytes: Uint8Array<ArrayBuffer>;
  /** Whether a line break follows; without one the file may have been cut off. */
  isEnded: boolean;
}

/** A line is longer than it may be. */
export class LongLineError extends Error {
  constructor(readonly line: number) {
    super(`line ${line} is too long`);
  }
}

const LINE_BREAK = 10;

/**
 * Cuts bytes into lines, and holds no more than one of them. `longest(n)` is how many bytes line n may have; throws a LongLineError
 * where it has more.
 */
export async function* linesOf(
  chunks: AsyncIterable<Uint8Array>,
  longest: (line: number) => number,
): AsyncGenerator<Line> {
  let number = 1;
  let parts: Uint8Array[] = [];
  let length = 0;

  const take = (part: Uint8Array) => {
    parts.push(part);
    length += part.length;
    if (length > longest(number)) throw new LongLineError(number);
  };
  const end = (isEnded: boolean): Line => {
    const line = { number, bytes: join(parts, length), isEnded };
    number += 1;
    parts = [];
    length = 0;
    return line;
  };

  for await (const chunk of chunks) {
    let from = 0;
    for (let at = chunk.indexOf(LINE_BREAK); at !== -1; at = chunk.indexOf(LINE_BREAK, from)) {
      take(chunk.subarray(from, at));
      yield end(true);
      from = at + 1;
    }
    take(chunk.subarray(from));
  }
  if (length > 0) yield end(false);
}

function join(parts: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}
