import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LongLineError, linesOf } from "../../../src/store/backup/lines";

async function* chunksOf(text: string, size: number) {
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function read(text: string, size = 4, longest: (line: number) => number = () => 100) {
  const lines: [number, string, boolean][] = [];
  for await (const { number, bytes, isEnded } of linesOf(chunksOf(text, size), longest))
    lines.push([number, new TextDecoder().decode(bytes), isEnded]);
  return lines;
}

describe("lines", () => {
  test("are numbered, and the last says whether it was ended", async () => {
    expect(await read("one\n\nthrée\nfour")).toEqual([
      [1, "one", true],
      [2, "", true],
      [3, "thrée", true],
      [4, "four", false],
    ]);
    expect(await read("one\n")).toEqual([[1, "one", true]]);
    expect(await read("")).toEqual([]);
  });

  test("are the same however the bytes come", async () => {
    const texts = fc.string({ unit: fc.constantFrom("a", "\n", "é", "🧵"), maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(texts, fc.integer({ min: 1, max: 9 }), async (text, size) => {
        const whole = text.split("\n");
        if (whole.at(-1) === "") whole.pop();
        expect((await read(text, size)).map(([, line]) => line)).toEqual(whole);
      }),
      { numRuns: 100 },
    );
  });

  test("have at most so many bytes, each its own number, ended or not", async () => {
    const longest = (line: number) => (line === 1 ? 2 : 5);
    expect(await read("ab\nabcde\nabcde", 3, longest)).toHaveLength(3);
    for (const [text, line] of [
      ["abc\n", 1],
      ["ab\nabcdef\n", 2],
      ["ab\nabcdef", 2],
    ] as const) {
      await expect(read(text, 3, longest)).rejects.toThrow(LongLineError);
      await expect(read(text, 100, longest)).rejects.toMatchObject({ line });
    }
  });

  test("of a text without end are given up where the bound is", async () => {
    let given = 0;
    const endless = (async function* () {
      for (;;) {
        given += 1;
        yield new Uint8Array(10);
      }
    })();
    await expect(linesOf(endless, () => 95).next()).rejects.toMatchObject({ line: 1 });
    expect(given).toBe(10);
  });
});
