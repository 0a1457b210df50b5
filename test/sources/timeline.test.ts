import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cover, fillGaps, type Stretch, settle, within } from "../../src/sources/timeline";

/** Draws stretches, a letter a unit: `aa b` is a from 0 to 2 and b from 3 to 4. Each line is drawn by itself. */
function drawn(...lines: string[]): Stretch<string>[] {
  return lines.flatMap((line) =>
    [...line.matchAll(/([a-z])\1*/g)].map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      what: match[1] ?? "",
    })),
  );
}

/** The letters back on one line. */
function line(stretches: readonly Stretch<string>[]): string {
  const length = Math.max(0, ...stretches.map(({ end }) => end));
  const letters = Array.from({ length }, () => " ");
  for (const { start, end, what } of stretches) for (let at = start; at < end; at += 1) letters[at] = what;
  return letters.join("");
}

describe("settle", () => {
  test.each<[string[], string]>([
    [["aaaaaaaaaaaa", "    bbb"], "aaaabbbaaaaa"],
    [["aaaa", "  bbbb"], "aabbbb"],
    [["aaaaaaaaaa", " bbbbbb", "  cc", "       d"], "abccbbbdaa"],
    [["aa", "aa"], "aa"],
    [["aaa", "bbb"], "bbb"],
    [["aa  ", "    bb"], "aa  bb"],
    [["  bb", "aaaaaa"], "aabbaa"],
  ])("of %j makes %j", (lines, expected) => {
    expect(line(settle(drawn(...lines)))).toBe(expected);
  });

  test("drops what is empty or ends before it begins, and changes nothing that it was given", () => {
    const given = [
      { start: 5, end: 5, what: "a" },
      { start: 9, end: 7, what: "b" },
      { start: 1, end: 3, what: "c" },
    ];
    const before = structuredClone(given);
    expect(settle(given)).toEqual([{ start: 1, end: 3, what: "c" }]);
    expect(given).toEqual(before);
  });

  const stretches = fc.array(
    fc.record({ start: fc.nat(40), length: fc.nat(20) }).map(({ start, length }) => ({ start, end: start + length })),
    { maxLength: 12 },
  );

  test("covers each instant once that anything covered, with what started last of all that did", () => {
    fc.assert(
      fc.property(stretches, (all) => {
        const given = all.map((one, index) => ({ ...one, what: index }));
        const settled = settle(given);
        for (let at = 0; at < 61; at += 1) {
          const over = given.filter(({ start, end }) => start <= at && at < end);
          const latest = Math.max(...over.map(({ start }) => start));
          const found = settled.filter(({ start, end }) => start <= at && at < end);
          expect(found.map(({ what }) => given[what]?.start)).toEqual(over.length > 0 ? [latest] : []);
        }
        expect(settled.map(({ start }) => start)).toEqual(settled.map(({ start }) => start).sort((a, b) => a - b));
      }),
    );
  });
});

describe("cover", () => {
  test("joins what overlaps or touches, and leaves the rest apart", () => {
    expect(cover(drawn("aa  cccc", " bb  d"))).toEqual([
      { start: 0, end: 3 },
      { start: 4, end: 8 },
    ]);
    expect(cover(drawn("aab c"))).toEqual([
      { start: 0, end: 3 },
      { start: 4, end: 5 },
    ]);
    expect(cover([{ start: 1, end: 1 }])).toEqual([]);
  });
});

describe("within", () => {
  test.each<[string, string, string]>([
    ["aaaabbbb", "xx xx xx", "aa ab bb"],
    ["aaaa", "", ""],
    ["", "xx", ""],
    ["aa  bb", " xxxx", " a  b"],
    ["  aa", "xx  xx", ""],
    ["aaaaaa", " x x", " a a"],
    [" a b", "xxxxxx", " a b"],
  ])("of %j in %j leaves %j", (stretches, periods, expected) => {
    expect(line(within(drawn(stretches), cover(drawn(periods))))).toBe(expected);
  });
});

describe("fillGaps", () => {
  const two = (first: number, gap: number, second: number) => [
    { start: 0, end: first, what: "a" },
    { start: first + gap, end: first + gap + second, what: "b" },
  ];
  const borders = (stretches: Stretch<string>[]) => fillGaps(stretches).map(({ start, end }) => [start, end]);

  test("gives a gap of up to 5 s to the longer event, the earlier of two of one length", () => {
    expect(borders(two(9000, 5000, 8999))).toEqual([
      [0, 14_000],
      [14_000, 22_999],
    ]);
    expect(borders(two(9000, 5000, 9000))[0]).toEqual([0, 14_000]);
    expect(borders(two(9000, 5000, 9001))).toEqual([
      [0, 9000],
      [9000, 23_001],
    ]);
  });

  test("leaves longer gaps, and overlaps", () => {
    expect(borders(two(9000, 5001, 1000))).toEqual([
      [0, 9000],
      [14_001, 15_001],
    ]);
    expect(borders(two(9000, -1000, 2000))).toEqual([
      [0, 9000],
      [8000, 10_000],
    ]);
  });

  test("puts events in order and changes nothing that it was given", () => {
    const given = two(9000, 1000, 10).reverse();
    const before = structuredClone(given);
    expect(fillGaps(given).map(({ what }) => what)).toEqual(["a", "b"]);
    expect(given).toEqual(before);
  });
});
