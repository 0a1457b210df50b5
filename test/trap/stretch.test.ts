import { describe, expect, test } from "vitest";
import type { Span } from "../../src/attention/span";
import { longestStretch } from "../../src/trap/stretch";
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
});
