import { describe, expect, test } from "vitest";
import { activitywatch } from "../../src/sources/activitywatch";
import { fixture, isOf, type PerDay, parsedBy, perDay, perHour, read, refusalOf } from "./told";

type Event = [start: string, minutes: number, data: object];

/** An export of buckets, their events on 2 March in UTC: `["09:00", 30, {…}]`. */
function exported(buckets: Record<string, { type: string; hostname?: string; events: Event[] }>): string {
  const events = (list: Event[]) =>
    list.map(([start, minutes, data]) => ({ timestamp: `2026-03-02T${start}:00+00:00`, duration: minutes * 60, data }));
  const entries = Object.entries(buckets).map(([id, bucket]) => [
    id,
    { id, hostname: "laptop", ...bucket, events: events(bucket.events) },
  ]);
  return JSON.stringify({ buckets: Object.fromEntries(entries) });
}

const web = (...events: Event[]) => ({ type: "web.tab.current", events });
const windows = (...events: Event[]) => ({ type: "currentwindow", events });
const afk = (...events: Event[]) => ({ type: "afkstatus", events });
const page = (host: string, more: object = {}) => ({
  url: `https://${host}/`,
  title: "",
  audible: false,
  incognito: false,
  ...more,
});
const app = (name: string) => ({ app: name, title: "" });
const here = { status: "not-afk" };
const away = { status: "afk" };

/** Minutes by key, all of 2 March. */
function minutes(text: string): PerDay[string] {
  const day = perDay(parsedBy(activitywatch, text))["2026-03-02"] ?? {};
  return Object.fromEntries(Object.entries(day).map(([key, ms]) => [key, ms / 60_000]));
}

describe("ActivityWatch's files are read day by day:", () => {
  test("the export of all buckets: what was in front of somebody", () => {
    const foreign = read(fixture("activitywatch-all.json"));
    expect(foreign.tool).toBe("activitywatch");
    expect(perHour(foreign)).toEqual({
      "2026-03-01": { "other-apps:@23": 600_000, "chrome:@23": 299_500, "reddit.com/r/rust@23": 900_000 },
      "2026-03-02": {
        "reddit.com/r/rust@0": 3_600_000,
        "github.com/acme/app@10": 599_999 + 601_000,
        "other-apps:@10": 1_198_000,
        "news.ycombinator.com@10": 1000,
        "youtube.com@10": 600_000,
        "youtube.com@11": 2_400_000,
      },
    });
    expect(foreign.skipped).toEqual([{ reason: "private", count: 1 }]);
  });

  test("the export of one browser's bucket, over midnight and over the hour that summer time leaves out", () => {
    expect(perHour(read(fixture("activitywatch-bucket.json")))).toEqual({
      "2026-03-28": { "x.com/home@23": 500 },
      "2026-03-29": { "x.com/home@0": 750, "github.com/acme/app@1": 1_800_000, "github.com/acme/app@3": 1_800_000 },
    });
  });

  test("a bucket by itself, and buckets in a list", () => {
    const { buckets } = JSON.parse(fixture("activitywatch-bucket.json"));
    const expected = perHour(read(fixture("activitywatch-bucket.json")));
    expect(perHour(read(JSON.stringify(Object.values(buckets)[0])))).toEqual(expected);
    expect(perHour(read(JSON.stringify({ buckets: Object.values(buckets) })))).toEqual(expected);
  });
});

describe("a page's time", () => {
  const chrome = web(["09:00", 60, page("x.com")]);

  test("is all of it where nothing else is known", () => {
    expect(minutes(exported({ "aw-watcher-web-chrome": chrome }))).toEqual({ "x.com": 60 });
  });

  test("ends where nobody is there", () => {
    const text = exported({
      "aw-watcher-web-chrome": chrome,
      a: afk(["08:00", 70, here], ["09:10", 20, away], ["09:30", 5, here]),
    });
    expect(minutes(text)).toEqual({ "x.com": 15 });
  });

  test("is not restricted by an empty bucket", () => {
    expect(minutes(exported({ "aw-watcher-web-chrome": chrome, a: afk(), w: windows() }))).toEqual({ "x.com": 60 });
  });

  test("is that in which its browser was in front", () => {
    const text = exported({
      "aw-watcher-web-chrome": chrome,
      w: windows(
        ["09:00", 10, app("Google-chrome")],
        ["09:10", 30, app("Code")],
        ["09:40", 5, app("firefox.exe")],
        ["09:45", 15, app("chrome.exe")],
      ),
      "aw-watcher-web-firefox": web(["09:00", 60, page("y.com")]),
    });
    expect(minutes(text)).toEqual({ "x.com": 25, "y.com": 5 });
  });

  test("is also that of a browser that has no bucket of its own", () => {
    const text = exported({
      "aw-watcher-web-chrome": chrome,
      w: windows(["09:00", 10, app("Vivaldi-stable")], ["09:10", 30, app("Code")]),
    });
    expect(minutes(text)).toEqual({ "x.com": 10 });
  });

  test("is also that of a browser that only its bucket knows", () => {
    const text = exported({
      "aw-watcher-web-comet_laptop": chrome,
      w: windows(["09:00", 10, app("Comet.exe")], ["09:10", 30, app("Code")]),
    });
    expect(minutes(text)).toEqual({ "x.com": 10 });
  });

  test("is all of it where no window is a browser's", () => {
    expect(minutes(exported({ "aw-watcher-web-chrome": chrome, w: windows(["09:00", 10, app("Code")]) }))).toEqual({
      "x.com": 60,
    });
  });

  test("goes on while it is heard in front, though nobody moves", () => {
    const film = web(["09:00", 60, page("x.com", { audible: true })]);
    const rest = {
      a: afk(["09:00", 10, here], ["09:10", 60, away]),
      w: windows(["09:00", 30, app("chrome")], ["09:30", 30, app("Code")]),
    };
    expect(minutes(exported({ "aw-watcher-web-chrome": film, ...rest }))).toEqual({ "x.com": 30 });
    expect(minutes(exported({ "aw-watcher-web-chrome": film, a: rest.a }))).toEqual({ "x.com": 10 });
  });

  test("counts once where two browsers, or two buckets of one, tell of it", () => {
    const text = exported({
      "aw-watcher-web-chrome": chrome,
      "aw-watcher-web-firefox": web(["09:20", 10, page("y.com")]),
      copy: chrome,
    });
    expect(minutes(text)).toEqual({ "x.com": 50, "y.com": 10 });
  });

  test("never passes 24 hours a day, however many events there are", () => {
    const events = Array.from({ length: 50 }, (_, i): Event => ["00:00", 1440, page(`${i}.com`)]);
    const total = Object.values(minutes(exported({ b: web(...events) }))).reduce((sum, one) => sum + one, 0);
    expect(total).toBe(23 * 60);
  });

  test("is looked for on its own machine", () => {
    const text = exported({
      "aw-watcher-web-chrome": { ...chrome, hostname: "laptop" },
      a: { ...afk(["09:00", 10, here]), hostname: "laptop" },
      b: { ...afk(["09:00", 60, here]), hostname: "tower" },
    });
    expect(minutes(text)).toEqual({ "x.com": 10 });
    const elsewhere = text.replace('"hostname":"laptop","type":"web', '"hostname":"phone","type":"web');
    expect(minutes(elsewhere)).toEqual({ "x.com": 60 });
    const unknown = text.replace('"hostname":"laptop","type":"web', '"hostname":"unknown","type":"web');
    expect(minutes(unknown)).toEqual({ "x.com": 60 });
  });
});

describe("other apps' time", () => {
  const code = windows(["09:00", 30, app("Code")], ["09:30", 30, app("firefox")]);

  test("is that in front of other programs, with somebody there", () => {
    expect(minutes(exported({ w: code, a: afk(["09:20", 40, here]) }))).toEqual({ "other-apps:": 10 });
  });

  test("is not known without the bucket that says whether somebody was there, nor from another machine's", () => {
    expect(minutes(exported({ w: code }))).toEqual({});
    expect(minutes(exported({ w: code, a: { ...afk(["09:00", 60, here]), hostname: "tower" } }))).toEqual({});
  });

  test("and pages' together are never more than there was", () => {
    const text = exported({
      w: code,
      a: afk(["09:00", 60, here]),
      "aw-watcher-web-firefox": web(["09:00", 60, page("x.com")]),
    });
    expect(minutes(text)).toEqual({ "other-apps:": 30, "x.com": 30 });
  });
});

describe("left out and counted", () => {
  const file = (event: object) =>
    JSON.stringify({ buckets: { b: { type: "web.tab.current", hostname: "unknown", events: [event] } } });
  const event = (more: object = {}) => ({
    timestamp: "2026-03-02T09:00:00Z",
    duration: 60,
    data: page("x.com"),
    ...more,
  });

  test.each<[string, object, string]>([
    ["a private window", { data: page("x.com", { incognito: true }) }, "private"],
    ["an event without a URL", { data: {} }, "noSite"],
    ["a URL that is none", { data: { url: "nowhere" } }, "noSite"],
    ["an instant that is none", { timestamp: "yesterday" }, "noDay"],
    ["an instant that the calendar has not", { timestamp: "2026-13-02T09:00:00Z" }, "noDay"],
    ["a day to come", { timestamp: "2026-05-01T22:00:00Z" }, "otherDay"],
    ["a day before 2000", { timestamp: "1999-12-31T22:59:59Z" }, "otherDay"],
    ["more than 25 hours", { duration: 90_001 }, "tooLong"],
    ["less than nothing", { duration: -1 }, "wrongTime"],
  ])("is %s", (_, wrong, reason) => {
    expect(parsedBy(activitywatch, file(event(wrong)))).toEqual({ rows: [], skipped: [{ reason, count: 1 }] });
  });

  test("is not an event without time, nor one of another watcher, whatever it holds", () => {
    expect(parsedBy(activitywatch, file(event({ duration: 0 })))).toEqual({ rows: [], skipped: [] });
    const vim = { type: "app.editor.activity", events: "many" };
    expect(parsedBy(activitywatch, JSON.stringify({ buckets: { vim } }))).toEqual({ rows: [], skipped: [] });
  });

  test("is not an instant without a zone: it is UTC's", () => {
    expect(perHour(parsedBy(activitywatch, file(event({ timestamp: "2026-03-02T09:00:00.5" }))))).toEqual({
      "2026-03-02": { "x.com@10": 60_000 },
    });
  });

  test.each<[object, string]>([
    [{ timestamp: 7 }, "b.events[0].timestamp"],
    [{ duration: "60" }, "b.events[0].duration"],
    [{ data: [] }, "b.events[0].data"],
    [{ data: { url: 7 } }, "b.events[0].data.url"],
  ])("is not what is something else than it should be: the file is refused (%j)", (wrong, field) => {
    expect(refusalOf(file(event(wrong)))).toContain(`“${field}” should be`);
  });

  test("is not a bucket that is none: the file is refused", () => {
    expect(refusalOf('{"buckets": {"b": 7}}')).toContain('“buckets["b"]” should be an object');
    expect(refusalOf('{"buckets": {"b": {"type": "afkstatus", "events": {}}}}')).toContain(
      "“b.events” should be a list",
    );
  });
});

test("a file without browsers is told which file would do", () => {
  expect(refusalOf(exported({ w: windows(["09:00", 30, app("Code")]) }))).toContain("Export all buckets at once");
});

test("no other tool's file is taken for ActivityWatch's", () => {
  for (const name of ["timetracker-4.json", "timetracker-3.json", "webactivity.json", "webactivity-2.csv"])
    expect(isOf(activitywatch, fixture(name)), name).toBe(false);
});
