import { describe, expect, test } from "vitest";
import type { Span } from "../../src/attention/span";
import { longestStretch } from "../../src/trap/stretch";
import { blockOf } from "./block";
import { duration, HOUR, MINUTE, SECOND, standards } from "./draw";

const START = Date.UTC(2026, 2, 2, 9);

/** Spans one after another: page and duration, `-` for none. `github.com 1h, - 5m, x.com 10m` */
function life(picture: string): Span[] {
  let at = START;
  return picture.split(", ").flatMap((part) => {
    const [key = "", ...time] = part.split(" ");
    const start = at;
    at += duration(time.join(" "));
    return key === "-" ? [] : [{ key, start, end: at, offset: 0, audible: false, elapsed: at }];
  });
}

const longest = (picture: string) => longestStretch(life(picture), standards())?.ms ?? null;

describe("the longest stretch of building", () => {
  test("goes on after a pause of 14:59.999 and ends with one of 15 minutes", () => {
    expect(longest("github.com 1h, - 14m 59s 999ms, github.com 1h")).toBe(2 * HOUR);
    expect(longest("github.com 1h, - 15m, github.com 1h")).toBe(HOUR);
  });

  test("counts no pause", () => {
    expect(longest("github.com 10m, - 5m, github.com 20m, - 5m, github.com 30m")).toBe(HOUR);
  });

  test("takes other pages for a pause", () => {
    expect(longest("github.com 10m, x.com 14m, github.com 20m")).toBe(30 * MINUTE);
    expect(longest("github.com 10m, x.com 10m, youtube.com 5m, github.com 20m")).toBe(20 * MINUTE);
  });

  test("measures each pause by itself", () => {
    expect(longest("github.com 1s, - 14m, github.com 1s, - 14m, github.com 1s")).toBe(3 * SECOND);
  });

  test("is the longest, wherever it stands", () => {
    expect(longest("github.com 3h, - 1h, github.com 1h")).toBe(3 * HOUR);
    expect(longest("github.com 1h, - 1h, github.com 3h")).toBe(3 * HOUR);
    expect(longest("github.com 1h, - 1h, github.com 3h, - 1h, github.com 2h")).toBe(3 * HOUR);
  });

  test("is nothing without building", () => {
    expect(longest("x.com 3h")).toBeNull();
    expect(longestStretch([], standards())).toBeNull();
  });

  test("is of the local day that it began on", () => {
    const late = life("- 14h, github.com 3h, - 1h, github.com 1h").map((span) => ({ ...span, offset: 60 }));
    expect(longestStretch(late, standards())).toEqual({ day: "2026-03-03", ms: 3 * HOUR });
    expect(longestStretch(late.slice(1), standards())).toEqual({ day: "2026-03-03", ms: HOUR });
    expect(longestStretch(life("github.com 1h"), standards())).toEqual({ day: "2026-03-02", ms: HOUR });
  });

  test("holds no time in a block, which is a pause to it", () => {
    const judged = standards({}, undefined, [blockOf({ id: 7 })]);
    const [first, block, last] = life("github.com 1h, github.com 10m, github.com 1h") as [Span, Span, Span];
    expect(longestStretch([first, { ...block, block: 7 }, last], judged)?.ms).toBe(2 * HOUR);
    expect(longestStretch([first, { ...block, block: 8 }, last], judged)?.ms).toBe(duration("2h 10m"));
  });

  test("holds other apps of who builds there, unless a block ran", () => {
    const spans = life("other-apps: 1h");
    const blocks = [blockOf({ id: 7 })];
    const longestIn = (otherApps: "build" | "apart" | null, marked = spans) =>
      longestStretch(marked, standards({ otherApps }, undefined, blocks))?.ms ?? null;
    expect(longestIn("build")).toBe(HOUR);
    expect(longestIn("apart")).toBeNull();
    expect(longestIn(null)).toBeNull();
    expect(
      longestIn(
        "build",
        spans.map((span) => ({ ...span, block: 7 })),
      ),
    ).toBeNull();
  });

  test("holds no span that began in an hour that does not count", () => {
    const from = (hour: number) => standards({ offHours: [{ days: [1], from: hour, until: 24 }] });
    const two = life("github.com 1h, github.com 1h");
    expect(longestStretch(two, from(9))).toBeNull();
    expect(longestStretch(two, from(10))?.ms).toBe(HOUR);
    expect(longestStretch(two, from(11))?.ms).toBe(2 * HOUR);
  });
});
