import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { earliestDate, LONGEST_GAP_MS, mergeHeartbeat } from "../../src/attention/merge";
import { beatsWithin } from "./beats";
import { instant, life } from "./life";
import { lived, spansOf, trackerAfter, usual } from "./lived";

describe("the time between two heartbeats", () => {
  test("belongs to what the earlier one saw", () => {
    expect(lived(life`09:00:00 github.com | 09:00:12.345 x.com/home | 09:00:30 x.com/home`)).toEqual([
      "09:00:00-09:00:12.345 github.com",
      "09:00:12.345-09:00:30 x.com/home",
    ]);
  });

  test("is one span as long as nothing changes", () => {
    expect(lived(life`09:00:00 github.com … 10:00:00 github.com`)).toEqual(["09:00:00-10:00:00 github.com"]);
  });

  test("counts when it is 90 s, and not at all when it is a millisecond longer", () => {
    expect(lived(life`09:00:00 github.com | 09:01:30 x.com`)).toEqual(["09:00:00-09:01:30 github.com"]);
    expect(lived(life`09:00:00 github.com | 09:01:30.001 x.com`)).toEqual([]);
  });

  test("counts from a millisecond on, and not when it is nothing", () => {
    expect(lived(life`09:00:00 github.com | 09:00:00 x.com`)).toEqual([]);
    expect(lived(life`09:00:00 github.com | 09:00:00.001 x.com`)).toEqual(["09:00:00-09:00:00.001 github.com"]);
  });

  test("loses nothing when an alarm comes a minute late", () => {
    expect(lived(life`09:00:00 github.com | 09:01:30 github.com | 09:03:00 github.com`)).toEqual([
      "09:00:00-09:03:00 github.com",
    ]);
  });

  test("is nobody's while the machine sleeps", () => {
    expect(lived(life`09:00:00 github.com … 09:10:20 github.com | 17:00:00 github.com … 17:01:00 x.com`)).toEqual([
      "09:00:00-09:10:20 github.com",
      "17:00:00-17:01:00 github.com",
    ]);
  });

  test("before a sleep that ends in idleness is left as it is: how long nobody was there before it cannot be known", () => {
    expect(lived(life`09:00:00 github.com … 09:10:00 github.com | 17:00:00 github.com idle | 17:00:05 x.com`)).toEqual([
      "09:00:00-09:10:00 github.com",
    ]);
  });

  test("is nobody's while the browser is not running, however short", () => {
    expect(
      lived(life`09:00:00 github.com | 09:00:10 github.com | 09:00:11 github.com startup | 09:00:20 x.com`),
    ).toEqual(["09:00:00-09:00:10 github.com", "09:00:11-09:00:20 github.com"]);
  });

  test.each(["activated", "updated", "removed", "focus", "alarm", "suspend"])(
    "counts whatever the cause, as %s",
    (cause) => {
      expect(lived(life`09:00:00 github.com | 09:00:10 github.com ${cause} | 09:00:20 github.com`)).toEqual([
        "09:00:00-09:00:20 github.com",
      ]);
    },
  );
});

describe("a page", () => {
  test("counts for nobody in a private window, whatever else is said", () => {
    expect(
      lived(life`09:00:00 x.com private | 09:00:30 apps private | 09:01:00 x.com private audible | 09:01:30`),
    ).toEqual([]);
  });

  test("counts for nobody when there is none", () => {
    expect(lived(life`09:00:00 | 09:00:30 audible | 09:01:00`)).toEqual([]);
  });

  test("counts for other apps when no browser window has the focus, whatever page is said", () => {
    expect(lived(life`09:00:00 github.com apps | 09:00:30 apps | 09:01:00 github.com`)).toEqual([
      "09:00:00-09:01:00 other-apps:",
    ]);
  });

  test("counts for a browser page under its scheme", () => {
    expect(lived(life`09:00:00 about: | 09:00:30 github.com | 09:01:00 about:`)).toEqual([
      "09:00:00-09:00:30 about:",
      "09:00:30-09:01:00 github.com",
    ]);
  });
});

describe("a site that is never recorded", () => {
  const neverRecord = ["example.org", "localhost"];

  test.each([
    "example.org",
    "example.org/*/secret",
    "sub.example.org",
    "a.b.example.org/x",
    "example.org:8080/x",
    "localhost:3000",
  ])("leaves no trace: %s", (page) => {
    expect(lived(life`09:00:00 ${page} … 09:01:00 ${page} audible | 09:01:30 ${page}`, { neverRecord })).toEqual([]);
    expect(trackerAfter(life`09:00:00 ${page} audible`, { neverRecord })).toMatchObject({ key: null, audible: false });
  });

  test.each(["notexample.org", "example.org.evil.com", "example.com/example.org", "org", "mylocalhost"])(
    "is not one that merely looks like it: %s",
    (page) => {
      expect(lived(life`09:00:00 ${page} | 09:01:00 ${page}`, { neverRecord })).toEqual([`09:00:00-09:01:00 ${page}`]);
    },
  );

  test("with a port is listed with it alone", () => {
    const listed = { neverRecord: ["localhost:3000"] };
    expect(lived(life`09:00:00 localhost:3000/x | 09:01:00 localhost:3000/x`, listed)).toEqual([]);
    expect(lived(life`09:00:00 localhost:3001 | 09:01:00 localhost:3001`, listed)).toHaveLength(1);
  });
});

describe("idle", () => {
  test("ends attention at the last input, one threshold before", () => {
    expect(lived(life`09:00:00 github.com … 09:10:00 github.com idle | 09:10:20 github.com`)).toEqual([
      "09:00:00-09:07:00 github.com",
    ]);
  });

  test.each([15, 180, 900])("knows a threshold of %i s", (idleSeconds) => {
    const cut = new Date(instant("10:00:00") - idleSeconds * 1000).toISOString().slice(11, 19);
    expect(lived(life`09:00:00 github.com … 10:00:00 github.com idle`, { idleSeconds })).toEqual([
      `09:00:00-${cut} github.com`,
    ]);
  });

  test("leaves nothing of what began at the last input, and a millisecond of what began one before", () => {
    expect(lived(life`09:00:00 github.com … 09:03:00 github.com idle`)).toEqual([]);
    expect(lived(life`08:59:59.999 github.com … 09:03:00 github.com idle`)).toEqual([
      "08:59:59.999-09:00:00 github.com",
    ]);
  });

  test("cuts back across several spans, other apps among them", () => {
    expect(
      lived(
        life`09:00:00 github.com … 09:06:00 x.com | 09:06:50 apps | 09:07:30 reddit.com | 09:08:30 github.com … 09:10:00 idle`,
      ),
    ).toEqual(["09:00:00-09:06:00 github.com", "09:06:00-09:06:50 x.com", "09:06:50-09:07:00 other-apps:"]);
  });

  test("cuts back across midnight", () => {
    expect(lived(life`23:50:00 github.com … 2026-03-03 00:01:00 github.com idle`)).toEqual([
      "23:50:00-23:58:00 github.com",
    ]);
    expect(lived(life`23:50:00 github.com … 2026-03-03 00:04:00 github.com idle`)).toEqual([
      "23:50:00-00:01:00 github.com",
    ]);
  });

  test("never takes what could be heard, and takes the silence on both sides of it", () => {
    expect(
      lived(
        life`09:00:00 github.com | 09:00:30 youtube.com audible | 09:01:30 youtube.com … 09:03:00 youtube.com idle`,
      ),
    ).toEqual(["09:00:30-09:01:30 youtube.com audible"]);
  });

  test("said again takes nothing more", () => {
    const once = life`09:00:00 github.com … 09:10:00 github.com idle`;
    const again = life`09:10:01 github.com idle | 09:10:30 x.com idle | 09:11:00 x.com idle`;
    expect(lived([...once, ...again])).toEqual(lived(once));
    expect(lived([...once, ...again])).toEqual(["09:00:00-09:07:00 github.com"]);
  });

  test("counts nothing until there is input, which counts at once", () => {
    expect(
      lived(
        life`09:00:00 github.com … 09:05:00 github.com idle | 09:05:30 x.com idle | 09:06:00 x.com | 09:06:30 x.com`,
      ),
    ).toEqual(["09:00:00-09:02:00 github.com", "09:06:00-09:06:30 x.com"]);
  });

  test("cuts no further than the input that ended the idleness before it", () => {
    expect(
      lived(
        life`09:00:00 github.com … 09:05:00 github.com idle | 09:06:00 github.com … 09:09:00 github.com idle | 09:20:00 github.com`,
      ),
    ).toEqual(["09:00:00-09:02:00 github.com"]);
    expect(
      lived(life`09:00:00 github.com … 09:05:00 idle | 09:06:00 github.com … 09:10:00 idle | 09:20:00 github.com`),
    ).toEqual(["09:00:00-09:02:00 github.com", "09:06:00-09:07:00 github.com"]);
  });

  test("in a private window cuts what came before it", () => {
    expect(lived(life`09:00:00 github.com … 09:02:00 x.com private | 09:03:30 private idle`)).toEqual([
      "09:00:00-09:00:30 github.com",
    ]);
  });

  test("in a browser started again cuts what was lived before the kill", () => {
    expect(
      lived(life`09:00:00 github.com … 09:02:00 github.com | 09:02:20 x.com startup … 09:03:30 x.com idle`),
    ).toEqual(["09:00:00-09:00:30 github.com"]);
  });
});

describe("what can be heard", () => {
  const watched = life`09:00:00 youtube.com audible … 09:03:00 youtube.com audible idle`;

  test("holds presence without input", () => {
    expect(lived([...watched, ...life`09:03:00 youtube.com audible idle … 09:30:00 youtube.com idle`])).toEqual([
      "09:00:00-09:30:00 youtube.com audible",
    ]);
  });

  test("holds it for two hours after the last input, not a millisecond longer", () => {
    const film = life`09:03:00 youtube.com audible idle … 12:00:00 youtube.com audible`;
    expect(lived([...watched, ...film])).toEqual(["09:00:00-11:00:00 youtube.com audible"]);
    const shorter = life`09:03:00 youtube.com audible idle … 10:59:59.999 youtube.com`;
    expect(lived([...watched, ...shorter])).toEqual(["09:00:00-10:59:59.999 youtube.com audible"]);
  });

  test("holds it for two hours anew after each input", () => {
    const film = life`09:03:00 youtube.com audible idle … 10:30:00 youtube.com audible … 10:33:00 youtube.com audible idle`;
    const rest = life`10:33:00 youtube.com audible idle … 13:00:00 youtube.com audible`;
    expect(lived([...watched, ...film, ...rest])).toEqual(["09:00:00-12:30:00 youtube.com audible"]);
  });

  test("holds it on the next page too", () => {
    expect(
      lived([...watched, ...life`09:03:30 vimeo.com audible idle … 09:05:00 vimeo.com idle | 09:06:00 vimeo.com`]),
    ).toEqual(["09:00:00-09:03:30 youtube.com audible", "09:03:30-09:05:00 vimeo.com audible"]);
  });

  test("holds none while another app has the focus", () => {
    expect(lived([...watched, ...life`09:03:30 apps audible idle … 09:05:00 apps idle`])).toEqual([
      "09:00:00-09:03:30 youtube.com audible",
    ]);
  });

  test("holds none once the screen is locked, nor after it until there is input", () => {
    const locked = life`09:04:00 youtube.com audible locked | 09:04:30 youtube.com audible idle | 09:05:00 youtube.com audible`;
    expect(lived([...watched, ...locked, ...life`09:05:30 youtube.com`])).toEqual([
      "09:00:00-09:04:00 youtube.com audible",
      "09:05:00-09:05:30 youtube.com audible",
    ]);
  });

  test("holds none once the machine has slept, nor after it until there is input", () => {
    const waking = life`09:04:00 youtube.com audible idle | 09:05:30.001 youtube.com audible idle | 09:06:00 youtube.com audible`;
    expect(lived([...watched, ...waking, ...life`09:06:30 youtube.com`])).toEqual([
      "09:00:00-09:04:00 youtube.com audible",
      "09:06:00-09:06:30 youtube.com audible",
    ]);
    const inReach = life`09:04:00 youtube.com audible idle | 09:05:30 youtube.com audible idle | 09:06:30 youtube.com`;
    expect(lived([...watched, ...inReach])).toEqual(["09:00:00-09:06:30 youtube.com audible"]);
  });

  test("holds none where the input before it was one before a sleep", () => {
    expect(
      lived(life`09:00:00 youtube.com audible | 09:05:00 youtube.com audible idle | 09:06:00 youtube.com`),
    ).toEqual([]);
  });

  test("holds it again after a silence without alarms, however long", () => {
    const silence = life`09:04:00 youtube.com idle | 09:20:00 youtube.com audible idle | 09:20:30 youtube.com audible idle | 09:21:00 youtube.com`;
    expect(lived([...watched, ...silence])).toEqual([
      "09:00:00-09:04:00 youtube.com audible",
      "09:20:00-09:21:00 youtube.com audible",
    ]);
  });

  test("holds it again from the input after a locked screen", () => {
    const locked = life`09:04:00 youtube.com audible locked | 09:10:00 youtube.com audible … 09:13:00 youtube.com audible idle`;
    const rest = life`09:13:00 youtube.com audible idle … 09:20:00 youtube.com`;
    expect(lived([...watched, ...locked, ...rest])).toEqual([
      "09:00:00-09:04:00 youtube.com audible",
      "09:10:00-09:20:00 youtube.com audible",
    ]);
  });
});

describe("a locked screen", () => {
  test("without idle before it ends attention at that instant", () => {
    expect(
      lived(life`09:00:00 github.com | 09:00:20 github.com locked | 09:00:40 github.com locked | 09:01:00`),
    ).toEqual(["09:00:00-09:00:20 github.com"]);
  });

  test("after idle takes nothing more", () => {
    expect(
      lived(life`09:00:00 github.com … 09:05:00 github.com idle | 09:05:10 github.com locked | 09:06:00 github.com`),
    ).toEqual(["09:00:00-09:02:00 github.com"]);
  });
});

describe("a pause", () => {
  const pause = { from: instant("09:00:10"), until: instant("09:00:20") };

  test("between two heartbeats counts before it and after it, to the millisecond", () => {
    expect(lived(life`09:00:00 github.com | 09:00:30 github.com`, { pause })).toEqual([
      "09:00:00-09:00:10 github.com",
      "09:00:20-09:00:30 github.com",
    ]);
  });

  test("that goes on counts before it only, and one that went on after it only", () => {
    expect(lived(life`09:00:00 github.com | 09:00:15 github.com`, { pause })).toEqual(["09:00:00-09:00:10 github.com"]);
    expect(lived(life`09:00:15 github.com | 09:00:30 github.com`, { pause })).toEqual(["09:00:20-09:00:30 github.com"]);
    expect(lived(life`09:00:12 github.com | 09:00:18 github.com`, { pause })).toEqual([]);
  });

  test("that is over, or to come, changes nothing", () => {
    expect(lived(life`09:00:20 github.com | 09:00:30 github.com`, { pause })).toEqual(["09:00:20-09:00:30 github.com"]);
    expect(lived(life`09:00:00 github.com | 09:00:10 github.com`, { pause })).toEqual(["09:00:00-09:00:10 github.com"]);
  });

  test("that ends before it starts, as after the clock was set back, counts nothing twice", () => {
    const backwards = { from: instant("09:00:20"), until: instant("09:00:10") };
    expect(lived(life`09:00:00 github.com | 09:00:30 github.com`, { pause: backwards })).toEqual([
      "09:00:00-09:00:30 github.com",
    ]);
  });

  test("between two heartbeats leaves idle to cut back to the last input before it", () => {
    expect(lived(life`09:00:00 github.com | 09:00:30 github.com … 09:03:05 idle`, { pause })).toEqual([
      "09:00:00-09:00:05 github.com",
    ]);
  });

  test("holds for other apps and for what is heard too", () => {
    expect(lived(life`09:00:00 apps | 09:00:30 youtube.com audible`, { pause })).toHaveLength(2);
    expect(lived(life`09:00:12 apps | 09:00:18 youtube.com audible`, { pause })).toEqual([]);
    expect(lived(life`09:00:12 youtube.com audible | 09:00:18 apps`, { pause })).toEqual([]);
  });
});

describe("a block", () => {
  const block = { id: 7, from: instant("09:00:10"), until: instant("09:00:20") };
  const livedIn = (beats: ReturnType<typeof life>, blocks = [block], recording = {}) => lived(beats, recording, blocks);

  test("cuts a span where it begins and where it ends, to the millisecond", () => {
    expect(livedIn(life`09:00:00 github.com | 09:00:30 github.com`)).toEqual([
      "09:00:00-09:00:10 github.com",
      "09:00:10-09:00:20 github.com #7",
      "09:00:20-09:00:30 github.com",
    ]);
    expect(livedIn(life`09:00:10 github.com | 09:00:20 github.com`)).toEqual(["09:00:10-09:00:20 github.com #7"]);
    expect(livedIn(life`09:00:09.999 github.com | 09:00:20.001 github.com`)).toHaveLength(3);
  });

  test("holds what lies within it, and nothing beside it", () => {
    expect(livedIn(life`09:00:12 github.com | 09:00:15 x.com | 09:00:18 x.com`)).toEqual([
      "09:00:12-09:00:15 github.com #7",
      "09:00:15-09:00:18 x.com #7",
    ]);
    expect(livedIn(life`09:00:00 github.com | 09:00:10 github.com`)).toEqual(["09:00:00-09:00:10 github.com"]);
    expect(livedIn(life`09:00:20 github.com | 09:00:30 github.com`)).toEqual(["09:00:20-09:00:30 github.com"]);
  });

  test("goes on over heartbeats as one span", () => {
    const hour = { id: 7, from: instant("09:00:00"), until: instant("10:00:00") };
    expect(livedIn(life`09:00:00 github.com … 10:00:00 github.com`, [hour])).toEqual([
      "09:00:00-10:00:00 github.com #7",
    ]);
  });

  test("ends where the next begins", () => {
    const next = { id: 8, from: instant("09:00:20"), until: instant("09:00:25") };
    expect(livedIn(life`09:00:15 github.com | 09:00:30 github.com`, [block, next])).toEqual([
      "09:00:15-09:00:20 github.com #7",
      "09:00:20-09:00:25 github.com #8",
      "09:00:25-09:00:30 github.com",
    ]);
  });

  test("holds other apps and what is heard too", () => {
    expect(livedIn(life`09:00:10 apps | 09:00:15 youtube.com audible | 09:00:20 apps`)).toEqual([
      "09:00:10-09:00:15 other-apps: #7",
      "09:00:15-09:00:20 youtube.com audible #7",
    ]);
  });

  test("gives nothing where nothing is counted", () => {
    expect(livedIn(life`09:00:00 private | 09:00:30 locked | 09:00:40 github.com`)).toEqual([]);
    expect(livedIn(life`09:00:00 github.com | 09:00:30 github.com startup`)).toEqual([]);
  });

  test("counts no pause within it, and is cut by it", () => {
    const pause = { from: instant("09:00:12"), until: instant("09:00:18") };
    expect(livedIn(life`09:00:00 github.com | 09:00:30 github.com`, [block], { pause })).toEqual([
      "09:00:00-09:00:10 github.com",
      "09:00:10-09:00:12 github.com #7",
      "09:00:18-09:00:20 github.com #7",
      "09:00:20-09:00:30 github.com",
    ]);
  });

  test("that lies within a pause counts nothing", () => {
    const pause = { from: instant("09:00:05"), until: instant("09:00:25") };
    expect(livedIn(life`09:00:00 github.com | 09:00:30 github.com`, [block], { pause })).toEqual([
      "09:00:00-09:00:05 github.com",
      "09:00:25-09:00:30 github.com",
    ]);
  });

  test("gives back to idle what it held, and what lay before it", () => {
    const late = { id: 7, from: instant("09:08:00"), until: instant("09:30:00") };
    const away = life`09:00:00 github.com … 09:10:00 github.com idle | 09:10:20 github.com`;
    expect(livedIn(away, [late])).toEqual(["09:00:00-09:07:00 github.com"]);
    const longer = { ...late, from: instant("09:06:00") };
    expect(livedIn(away, [longer])).toEqual(["09:00:00-09:06:00 github.com", "09:06:00-09:07:00 github.com #7"]);
    const over = { id: 7, from: instant("09:05:00"), until: instant("09:08:00") };
    expect(livedIn(away, [over])).toEqual(["09:00:00-09:05:00 github.com", "09:05:00-09:07:00 github.com #7"]);
  });
});

describe("whatever blocks run", () => {
  const start = instant("00:00:00");
  const hours = fc.integer({ min: -3_600_000, max: 30 * 3_600_000 }).map((ms) => start + ms);
  const pauses = fc.option(fc.record({ from: hours, until: hours }), { nil: null });
  /** Instants in order: from the first to the second one block, from the third on the next, some of them without a gap. */
  const blocks = fc.array(hours, { maxLength: 12 }).map((instants) => {
    const sorted = instants.toSorted((a, b) => a - b);
    return sorted.slice(1).flatMap((until, i) => (i % 3 === 2 ? [] : [{ id: i, from: sorted[i] ?? 0, until }]));
  });
  const sum = (spans: readonly { start: number; end: number }[]) =>
    spans.reduce((total, { start: from, end }) => total + end - from, 0);

  test("each page holds as much as without them, and what is marked with one lies within it", () => {
    fc.assert(
      fc.property(beatsWithin({ jumps: true, travels: true }), pauses, blocks, (beats, pause, running) => {
        const marked = spansOf(beats, { pause }, running);
        const plain = spansOf(beats, { pause }, []);
        for (const key of new Set([...marked, ...plain].map((span) => span.key)))
          expect(sum(marked.filter((span) => span.key === key))).toBe(sum(plain.filter((span) => span.key === key)));
        for (const { start: from, end, block } of marked) {
          const within = running.filter(({ id }) => id === block);
          expect(within.every((one) => from >= one.from && end <= one.until)).toBe(true);
          if (block !== undefined) continue;
          expect(running.some((one) => one.from < end && one.until > from)).toBe(false);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe("a clock that is set", () => {
  test("back counts nothing for the jump, and keeps what lies before and after it", () => {
    expect(lived(life`09:00:00 github.com … 09:30:00 github.com | 08:30:10 github.com … 08:40:00 x.com`)).toEqual([
      "09:00:00-09:30:00 github.com",
      "08:30:10-08:40:00 github.com",
    ]);
  });

  test("forwards by more than 90 s counts nothing for the jump either", () => {
    expect(lived(life`09:00:00 github.com … 09:30:00 github.com | 10:30:10 github.com … 10:40:00 x.com`)).toEqual([
      "09:00:00-09:30:00 github.com",
      "10:30:10-10:40:00 github.com",
    ]);
  });

  test("back by an hour, with idle soon after it: what was lived before is cut to the last input, not by the clock", () => {
    expect(
      lived(life`09:00:00 github.com … 09:30:00 github.com | 08:30:10 github.com … 08:32:10 github.com idle`),
    ).toEqual(["09:00:00-09:29:00 github.com"]);
  });

  test("back by an hour, with idle long after it: nothing before the jump is touched", () => {
    expect(
      lived(life`09:00:00 github.com … 09:30:00 github.com | 08:30:00 github.com … 08:40:00 github.com idle`),
    ).toEqual(["09:00:00-09:30:00 github.com", "08:30:00-08:37:00 github.com"]);
  });

  test("forwards by an hour, with idle soon after it: the stretch without input is cut back across the jump", () => {
    expect(
      lived(life`09:00:00 github.com … 09:30:00 github.com | 10:30:00 github.com … 10:32:00 github.com idle`),
    ).toEqual(["09:00:00-09:29:00 github.com"]);
  });

  test("forwards by an hour, with idle long after it: nothing before the jump is touched", () => {
    expect(
      lived(life`09:00:00 github.com … 09:30:00 github.com | 10:30:00 github.com … 10:33:00 github.com idle`),
    ).toEqual(["09:00:00-09:30:00 github.com"]);
  });

  test("and a private window of minutes is no jump: idle after it cuts to the input in it", () => {
    expect(
      lived(life`09:00:00 github.com … 09:10:00 private | 09:15:00 github.com … 09:17:00 github.com idle`),
    ).toEqual(["09:00:00-09:10:00 github.com"]);
  });
});

describe("local time", () => {
  test("of a stretch is the earlier heartbeat's, also over the hour that summer time leaves out", () => {
    const spring = life`2026-03-29 01:59:50 +01:00 github.com | 2026-03-29 03:00:20 +02:00 github.com`;
    expect(lived([...spring, ...life`2026-03-29 03:00:50 +02:00 x.com`])).toEqual([
      "2026-03-29 01:59:50-02:00:20 github.com",
      "2026-03-29 03:00:20-03:00:50 github.com",
    ]);
  });

  test("that repeats an hour repeats none of its attention and drops none", () => {
    const autumn = life`2026-10-25 02:59:50 +02:00 github.com | 2026-10-25 02:00:20 +01:00 github.com`;
    expect(lived([...autumn, ...life`2026-10-25 02:00:50 +01:00 x.com`])).toEqual([
      "2026-10-25 02:59:50-03:00:20 github.com",
      "2026-10-25 02:00:20-02:00:50 github.com",
    ]);
  });

  test.each(["+05:30", "-03:30", "+05:45", "+14:00", "-12:00"])("is drawn from the offset %s", (zone) => {
    expect(lived(life`23:59:40 ${zone} github.com | 2026-03-03 00:00:10 ${zone} x.com`)).toEqual([
      "23:59:40-00:00:10 github.com",
    ]);
  });

  test("of a traveller who flies back over midnight stays that of the instant", () => {
    const flight = life`2026-03-03 00:30:00 +01:00 github.com | 23:30:30 +00:00 github.com | 23:31:00 +00:00 github.com`;
    expect(lived(flight)).toEqual(["2026-03-03 00:30:00-00:30:30 github.com", "23:30:30-23:31:00 github.com"]);
  });

  test("cut back over a change of zone is cut where it was lived", () => {
    const flight = life`12:00:00 +00:00 github.com … 12:01:00 +00:00 github.com | 22:02:30 +10:00 github.com idle`;
    expect(lived(flight)).toEqual([]);
    const later = life`12:00:00 +00:00 github.com … 12:05:00 +00:00 github.com | 22:06:00 +10:00 x.com … 22:07:00 +10:00 idle`;
    expect(lived(later)).toEqual(["12:00:00-12:04:00 github.com"]);
  });
});

describe("a heartbeat that tells late of what it found", () => {
  const now = instant("12:00:00");

  test.each([
    ["the heartbeat before it", 20_000, 20_000],
    ["the heartbeat before it, a whole gap ago", LONGEST_GAP_MS, LONGEST_GAP_MS],
    ["now, where the clock was set back", -5000, 0],
    ["the end of a gap that counts nothing", LONGEST_GAP_MS + 1, 0],
    ["the end of a gap that counts nothing, which is a minute ago", LONGEST_GAP_MS + 60_000, 59_999],
    ["one gap ago, after a long absence", 3_600_000, LONGEST_GAP_MS],
  ])("may be dated back to %s", (_, last, earliest) => {
    expect(now - earliestDate(now - last, now)).toBe(earliest);
  });

  test("makes no gap count that would not, and sets no clock back, wherever it is dated", () => {
    const gap = fc.integer({ min: -100_000, max: 400_000 });
    fc.assert(
      fc.property(gap, fc.nat(400_000), (since, back) => {
        const [last] = life`11:00:00 github.com`;
        if (!last) throw new Error("no heartbeat");
        const told = last.at + since;
        const dated = Math.max(earliestDate(last.at, told), told - back);
        const { tracker } = mergeHeartbeat(null, last, usual);
        const { gained } = mergeHeartbeat(tracker, { ...last, at: dated, presence: "idle" }, usual);
        expect(dated).toBeLessThanOrEqual(told);
        if (since >= 0) expect(dated).toBeGreaterThanOrEqual(last.at);
        if (since > LONGEST_GAP_MS) expect(gained).toEqual([]);
      }),
    );
  });
});
