import fc from "fast-check";
import { causes, type Heartbeat, presences } from "../../src/attention/heartbeat";
import { MONDAY } from "./life";

/** What may come between two heartbeats, milliseconds: mostly what alarms and events bring, and all that must not count. */
const gaps = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 1, max: 90_000 }) },
  { weight: 3, arbitrary: fc.constantFrom(0, 1, 30_000, 89_999, 90_000, 90_001) },
  { weight: 1, arbitrary: fc.integer({ min: 90_001, max: 36_000_000 }) },
);

const jumps = fc.integer({ min: -7_200_000, max: -1 });

const offsets = [0, 60, 330, -210, 345, 840, -720];

const pages = ["a.com", "b.com/x", "b.com/y", "about:", "never.org", "sub.never.org", null];

interface Bounds {
  /** Whether the clock may be set back. */
  jumps: boolean;
  /** Whether the user may travel. */
  travels: boolean;
}

/** Lives of up to 40 heartbeats in any order of causes, pages and presence. */
export function beatsWithin({ jumps: mayJump, travels }: Bounds): fc.Arbitrary<Heartbeat[]> {
  const gap = mayJump ? fc.oneof({ weight: 9, arbitrary: gaps }, { weight: 1, arbitrary: jumps }) : gaps;
  const seen = fc.record({
    gap,
    offset: fc.constantFrom(...offsets),
    cause: fc.oneof({ weight: 3, arbitrary: fc.constant("alarm" as const) }, fc.constantFrom(...causes)),
    page: fc.constantFrom(...pages),
    focused: fc.oneof({ weight: 3, arbitrary: fc.constant(true) }, fc.boolean()),
    private: fc.oneof({ weight: 5, arbitrary: fc.constant(false) }, fc.boolean()),
    presence: fc.oneof({ weight: 2, arbitrary: fc.constant("active" as const) }, fc.constantFrom(...presences)),
    audible: fc.boolean(),
  });
  const start = fc.integer({ min: 0, max: 24 * 3_600_000 }).map((ms) => Date.parse(MONDAY) + ms);
  const home = fc.constantFrom(...offsets);
  return fc.tuple(start, home, fc.array(seen, { minLength: 1, maxLength: 40 })).map(([first, zone, all]) => {
    let at = first;
    return all.map(({ gap: step, offset, ...beat }): Heartbeat => {
      at += step;
      return { ...beat, at, offset: travels ? offset : zone };
    });
  });
}
