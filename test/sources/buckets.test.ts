import { describe, expect, test } from "vitest";
import { readBuckets } from "../../src/sources/buckets";
import { openChecks } from "../../src/sources/checks";
import { openTally } from "../../src/sources/tally";
import { readingOf } from "./told";

const read = (value: unknown) => readBuckets(value, openTally(readingOf()), openChecks("ActivityWatch"));
const event = (data: object, more: object = {}) => ({
  timestamp: "2026-03-02T09:00:00Z",
  duration: 1.5004,
  data,
  ...more,
});
const start = Date.parse("2026-03-02T09:00:00Z");

describe("buckets", () => {
  test("have what was seen: a page key, a program, a status", () => {
    const buckets = {
      w: { type: "web.tab.current", hostname: "laptop", events: [event({ url: "https://x.com/", audible: true })] },
      c: { type: "currentwindow", events: [event({ app: "Code" }), event({})] },
      a: { type: "afkstatus", events: [event({ status: "afk" })] },
    };
    const stretch = { start, end: start + 1500 };
    expect(read({ buckets })).toEqual([
      {
        id: "w",
        type: "web.tab.current",
        host: "laptop",
        events: [{ ...stretch, what: { text: "x.com", isAudible: true } }],
      },
      {
        id: "c",
        type: "currentwindow",
        host: "unknown",
        events: [
          { ...stretch, what: { text: "Code", isAudible: false } },
          { ...stretch, what: { text: "", isAudible: false } },
        ],
      },
      {
        id: "a",
        type: "afkstatus",
        host: "unknown",
        events: [{ ...stretch, what: { text: "afk", isAudible: false } }],
      },
    ]);
  });

  test("of other watchers, and without events, hold none", () => {
    expect(
      read({ buckets: { v: { type: "app.editor.activity", events: 7 }, a: { type: "afkstatus", events: null } } }),
    ).toEqual([{ id: "a", type: "afkstatus", host: "unknown", events: [] }]);
  });

  test("may tell of days in which somebody was there or away; a page is not looked at for so long", () => {
    const long = { duration: 200_000 };
    const buckets = [
      { type: "afkstatus", events: [event({ status: "afk" }, long)] },
      { type: "currentwindow", events: [event({ app: "Code" }, long)] },
    ];
    expect(read({ buckets }).map(({ events }) => events.length)).toEqual([1, 0]);
  });

  test.each([
    "2026-03-02T10:00:00+01:00",
    "2026-03-02 09:00:00+00:00",
    "2026-03-02T09:00:00.000000+00:00",
    "2026-03-02T09:00:00",
    "2026-03-02T09:00:00.000000000Z",
    "2026-03-02T03:30:00.0-05:30",
  ])("tell instants as %s", (timestamp) => {
    const [bucket] = read({ buckets: [{ type: "afkstatus", events: [event({ status: "afk" }, { timestamp })] }] });
    expect(bucket?.events[0]?.start).toBe(start);
  });
});
