import fc from "fast-check";
import type { Span } from "../../src/attention/span";
import type { BlockTime } from "../../src/trap/block";
import { summarize, type Week, weekOf } from "../../src/trap/week";
import { HOUR, row, rows, standards } from "../trap/draw";

/** A block of half an hour that was kept on a day. */
function block(id: number, day: string): BlockTime {
  const from = Date.parse(day) + 10 * HOUR;
  const rest = { channel: "outreach", project: null, plan: null, moved: 0, outcome: "posted" as const };
  return {
    id,
    move: "five-messages",
    title: "Send five messages",
    minutes: 30,
    day,
    from,
    until: from + HOUR / 2,
    ms: HOUR / 2,
    ...rest,
  };
}

/** A week of a little of everything, and one before it. */
export const week: Week = summarize(weekOf("2026-03-02"), {
  rows: rows`
    2026-02-24 github.com 4h
    2026-02-25 x.com 1h
    2026-03-02 github.com 3h
    2026-03-02 claude.ai 1h
    2026-03-03 x.com 45m
    2026-03-03 x.com/home 10m 30s
    2026-03-04 plausible.io 5m
    2026-03-04 youtube.com 1h
    2026-03-04 other-apps: 2h
  `,
  spans: [{ key: "github.com", start: 0, end: 2 * HOUR, offset: 60, audible: false, elapsed: 2 * HOUR }],
  standards: standards({ otherApps: "build" }),
  signs: [
    { id: "comfort", words: "Comfort | trap", level: "present", evidence: "5 days.", dismissed: false },
    { id: "slop", words: "slop", level: "possible", evidence: "3 projects.", dismissed: true },
  ],
  blocks: [block(1, "2026-03-03"), block(2, "2026-02-25")],
  facts: [
    { kind: "customers", value: 0, day: "2026-02-24", at: Date.UTC(2026, 1, 24), project: null },
    { kind: "customers", value: 1, day: "2026-03-04", at: Date.UTC(2026, 2, 4), project: null },
  ],
  move: "Write to five people",
  today: "2026-03-05",
  now: Date.UTC(2026, 2, 5, 12),
});

const key = fc.constantFrom(
  "github.com",
  "claude.ai",
  "x.com",
  "x.com/home",
  "plausible.io",
  "nobody.example",
  "localhost:3000",
  "[::1]:3000",
  "devtools:",
  "about:",
  "other-apps:",
);
const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-02-${String(n).padStart(2, "0")}`);
const span = fc.record({ key, start: fc.nat(HOUR), length: fc.nat(5 * HOUR) }).map((one): Span => {
  const end = one.start + one.length;
  return { key: one.key, start: one.start, end, offset: 0, audible: false, elapsed: end };
});

/** Weeks as they can come about. */
export const anyWeek: fc.Arbitrary<Week> = fc
  .record({
    drawn: fc.array(fc.record({ day, key, ms: fc.integer({ min: 1, max: 10 * HOUR }) }), { maxLength: 40 }),
    spans: fc.array(span, { maxLength: 5 }),
    otherApps: fc.constantFrom("build" as const, "apart" as const, null),
    of: day,
    startsOn: fc.integer({ min: 1, max: 7 }),
    today: day,
    now: fc.integer({ min: 0, max: Date.UTC(2100, 0) }),
  })
  .map(({ drawn, of, startsOn, otherApps, ...rest }) =>
    summarize(weekOf(of, startsOn), {
      ...rest,
      rows: drawn.map((one) => row(one.day, one.key, one.ms)),
      standards: standards({ otherApps }),
      signs: [],
      blocks: [],
      facts: [],
      move: null,
    }),
  );
