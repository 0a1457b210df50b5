import fc from "fast-check";
import type { Span } from "../../src/attention/span";
import { summarize, type Week, weekOf } from "../../src/trap/week";
import { HOUR, row, rows, standards } from "../trap/draw";

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
    today: day,
    now: fc.integer({ min: 0, max: Date.UTC(2100, 0) }),
  })
  .map(({ drawn, of, otherApps, ...rest }) =>
    summarize(weekOf(of), {
      ...rest,
      rows: drawn.map((one) => row(one.day, one.key, one.ms)),
      standards: standards({ otherApps }),
    }),
  );
