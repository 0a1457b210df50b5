import { describe, expect, test } from "vitest";
import { parseTrace, TraceError } from "../../src/attention/trace";

/** Stands in for the catalog: the key is the host, `!` no URL. */
const keyOf = (url: string) => (url.includes("!") ? null : (/^https?:\/\/([^/]*)/.exec(url)?.[1] ?? url));

const beat = {
  at: "2026-03-02T09:00:00.000+01:00",
  cause: "activated",
  page: "https://github.com/acme",
  focused: true,
  private: false,
  presence: "active",
  audible: false,
};
const line = (change: object = {}) => JSON.stringify({ ...beat, ...change });
const beatsOf = (text: string) => parseTrace(text, keyOf).flatMap(({ beats }) => beats);
const recordingAfter = (...settings: object[]) =>
  parseTrace(settings.map((one) => JSON.stringify(one)).join("\n"), keyOf).at(-1)?.recording;

describe("a line", () => {
  test("is a heartbeat at an instant with the clock's offset", () => {
    expect(beatsOf(line())).toEqual([
      { ...beat, at: Date.parse("2026-03-02T08:00:00Z"), offset: 60, page: "github.com" },
    ]);
  });

  test.each([
    ["+00:00", 0],
    ["Z", 0],
    ["+05:30", 330],
    ["-03:30", -210],
    ["+05:45", 345],
    ["+14:00", 840],
    ["-12:00", -720],
  ])("knows the offset %s", (zone, offset) => {
    expect(beatsOf(line({ at: `2026-03-02T09:00:00.5${zone}` }))).toMatchObject([
      { offset, at: Date.parse("2026-03-02T09:00:00.500Z") - offset * 60_000 },
    ]);
  });

  test("may have no page, and may say more than we ask", () => {
    expect(beatsOf(line({ page: null, note: "later" }))).toMatchObject([{ page: null }]);
  });

  test("ends in any way, after a byte order mark, with blank ones between", () => {
    expect(beatsOf(`\uFEFF${line()}\r\n\r\n   \n${line()}\n`)).toHaveLength(2);
    expect(beatsOf("")).toEqual([]);
  });
});

describe("a line that cannot be read", () => {
  test.each([
    ["cut off", line().slice(0, 40)],
    ["no JSON", "at=2026"],
    ["a number", "7"],
    ["null", "null"],
    ["a list", `[${line()}]`],
    ["empty", "{}"],
    ["two on one line", line() + line()],
    ["a byte order mark in the middle of the file", `\uFEFF${line()}`],
  ])("is %s", (_, text) => {
    expect(() => parseTrace(`${line()}\n${text}`, keyOf)).toThrow(TraceError);
    expect(() => parseTrace(`${line()}\n\n${text}\n${line()}`, keyOf)).toThrow(/^line 3: ./);
  });

  test.each([
    ["at", undefined],
    ["at", 1772438400000],
    ["at", "2026-03-02T09:00:00.000"],
    ["at", "2026-03-02"],
    ["at", "2026-03-02T09:00:00 CET"],
    ["at", "2026-03-02T25:00:00Z"],
    ["at", "2026-02-30T09:00:00Z"],
    ["at", "2026-03-02T09:00:00+24:00"],
    ["at", "+275760-09-13T00:00:00+14:00"],
    ["at", "+012026-03-02T09:00:00Z"],
    ["at", "-000001-01-01T00:00:00Z"],
    ["at", "Tue Mar 02 2026 09:00:00 +01:00"],
    ["at", ["2026-03-02T09:00:00Z"]],
    ["cause", "wakeup"],
    ["cause", "Alarm"],
    ["cause", undefined],
    ["page", undefined],
    ["page", 7],
    ["page", ["https://github.com"]],
    ["page", "!"],
    ["focused", "true"],
    ["focused", undefined],
    ["private", 0],
    ["private", null],
    ["presence", "away"],
    ["presence", null],
    ["audible", 1],
    ["audible", undefined],
  ])("has %s: %j, and is named", (field, value) => {
    expect(() => parseTrace(line({ [field]: value }), keyOf)).toThrow(new RegExp(`^line 1: ${field}`));
  });

  test.each([
    [null, "settings"],
    [7, "settings"],
    [[], "settings"],
    [{ idleSeconds: 14 }, "idleSeconds"],
    [{ idleSeconds: 901 }, "idleSeconds"],
    [{ idleSeconds: 60.5 }, "idleSeconds"],
    [{ idleSeconds: "60" }, "idleSeconds"],
    [{ neverRecord: "example.org" }, "neverRecord"],
    [{ neverRecord: [7] }, "neverRecord"],
    [{ neverRecord: ["!"] }, "neverRecord"],
    [{ pausedUntil: "soon" }, "pausedUntil"],
    [{ pausedUntil: true }, "pausedUntil"],
  ])("has settings that make no sense: %j", (settings, named) => {
    expect(() => parseTrace(`${line()}\n${JSON.stringify({ settings })}`, keyOf)).toThrow(
      new RegExp(`^line 2: ${named}`),
    );
  });

  test("has a pause without end, or settings from no instant", () => {
    expect(() => parseTrace('{"settings":{"pausedUntil":1e999}}', keyOf)).toThrow("line 1: pausedUntil");
    expect(() => parseTrace('{"at":"noon","settings":{}}', keyOf)).toThrow("line 1: at");
  });
});

describe("settings", () => {
  test("are the usual ones until a line says otherwise", () => {
    expect(parseTrace("", keyOf)[0]?.recording).toEqual({ idleSeconds: 180, neverRecord: [], pause: null });
  });

  test("hold for the heartbeats after them, and only what is said changes", () => {
    const first = JSON.stringify({ settings: { idleSeconds: 60 } });
    const then = JSON.stringify({ at: beat.at, settings: { neverRecord: ["example.org"] } });
    const parts = parseTrace([line(), first, line(), line(), then, line()].join("\n"), keyOf);
    expect(parts.map(({ beats, recording }) => [beats.length, recording.idleSeconds, recording.neverRecord])).toEqual([
      [1, 180, []],
      [2, 60, []],
      [1, 60, ["example.org"]],
    ]);
  });

  test("take thresholds from 15 s to 900 s", () => {
    expect(recordingAfter({ settings: { idleSeconds: 15 } })?.idleSeconds).toBe(15);
    expect(recordingAfter({ settings: { idleSeconds: 900 } })?.idleSeconds).toBe(900);
  });

  test("reduce a host that is never recorded to what keys begin with", () => {
    const foldingKeyOf = (url: string) => `${URL.parse(url)?.hostname.replace(/^www\./, "")}/x`;
    const text = JSON.stringify({ settings: { neverRecord: ["www.Example.org"] } });
    expect(parseTrace(text, foldingKeyOf).at(-1)?.recording.neverRecord).toEqual(["example.org"]);
  });

  test("pause from their instant to another, which a later line may bring forward", () => {
    const at = "2026-03-02T10:00:00Z";
    const pause = { at, settings: { pausedUntil: "2026-03-02T11:00:00Z" } };
    const end = { at: "2026-03-02T10:30:00Z", settings: { pausedUntil: null } };
    const late = { at: "2026-03-02T11:00:00Z", settings: { pausedUntil: null } };
    const from = Date.parse(at);
    expect(recordingAfter(pause)?.pause).toEqual({ from, until: from + 3_600_000 });
    expect(recordingAfter(pause, end)?.pause).toEqual({ from, until: from + 1_800_000 });
    expect(recordingAfter(pause, late)?.pause).toEqual({ from, until: from + 3_600_000 });
    expect(recordingAfter(end)?.pause).toBeNull();
  });
});
