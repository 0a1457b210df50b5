import fc from "fast-check";
import { expect, test } from "vitest";
import { cardName, weekFile, weekFormatIds, withoutSites } from "../../src/exports";
import { drawCard } from "../../src/exports/card";
import { HOUR, MINUTE } from "../trap/draw";
import { penOf } from "./pen";
import { anyWeek, week } from "./weeks";

const names = ["github.com", "claude.ai", "x.com", "plausible.io", "youtube.com"];

test("without sites no format names one, and with them each text does", () => {
  for (const format of weekFormatIds) {
    if (format === "week-png") continue;
    const found = (text: string) => names.filter((name) => text.includes(name));
    expect(found(weekFile(format, week).text), format).toEqual(names);
    expect(found(weekFile(format, withoutSites(week)).text), format).toEqual([]);
  }
});

test("the picture names none either way", () => {
  const pen = penOf();
  drawCard(pen, week);
  expect(names.filter((name) => `${pen.texts.map(({ text }) => text)} ${cardName(week)}`.includes(name))).toEqual([]);
});

test("days keep the time of their channels, the longest first", () => {
  const left = withoutSites(week);
  expect(left.sites).toEqual([]);
  expect(left.siteDays.map(({ day, site, channel, ms }) => [day, site, channel, ms])).toEqual([
    ["2026-03-02", "", "code-hosting", 3 * HOUR],
    ["2026-03-02", "", "ai", HOUR],
    ["2026-03-03", "", "social", 45 * MINUTE],
    ["2026-03-03", "", "feeds", 10 * MINUTE + MINUTE / 2],
    ["2026-03-04", "", "video", HOUR],
    ["2026-03-04", "", "analytics", 5 * MINUTE],
  ]);
});

test("sites of one channel become one", () => {
  const time = { category: "build", channel: "docs", label: "Docs" } as const;
  const { siteDays } = withoutSites({
    ...week,
    siteDays: [
      { ...time, day: "2026-03-02", site: "a.example", ms: 3 },
      { ...time, day: "2026-03-02", site: "b.example", ms: 2 },
      { ...time, day: "2026-03-02", site: "c.example", channel: "ai", label: "AI", ms: 4 },
      { ...time, day: "2026-03-03", site: "a.example", ms: 1 },
    ],
  });
  expect(siteDays).toEqual([
    { ...time, day: "2026-03-02", site: "", ms: 5 },
    { ...time, day: "2026-03-02", site: "", channel: "ai", label: "AI", ms: 4 },
    { ...time, day: "2026-03-03", site: "", ms: 1 },
  ]);
});

test("all else stays as it is, and so does the week itself", () => {
  const before = structuredClone(week);
  const { sites: _, siteDays: __, ...rest } = withoutSites(week);
  const { sites: ___, siteDays: ____, ...expected } = week;
  expect(rest).toEqual(expected);
  expect(week).toEqual(before);
});

test("no millisecond is lost, in any week", () => {
  fc.assert(
    fc.property(anyWeek, (some) => {
      const sumOf = (times: { ms: number }[]) => times.reduce((sum, { ms }) => sum + ms, 0);
      expect(sumOf(withoutSites(some).siteDays)).toBe(sumOf(some.sites));
    }),
  );
});
