import { describe, expect, test } from "vitest";
import { comfort } from "../../../src/trap/signs/comfort";
import { type Day, days, evidenceOf, levelOf, MS, type Story } from "./situation";

const level = (story: Story) => levelOf(comfort, story);
const at = (...lived: Day[]) => level({ days: lived });
const hour: Day = { build: 60 };

describe("a row of build days without reaching out", () => {
  test("is five", async () => {
    expect(await at(...days(5, hour))).toBe("present");
    expect(await at(...days(4, hour))).toBe("possible");
    expect(await at(...days(3, hour))).toBe("possible");
    expect(await at(...days(2, hour))).toBe("none");
  });

  test("is of days with an hour of building, other apps among it", async () => {
    expect(await at(...days(4, hour), { build: 60 - MS })).toBe("possible");
    const apps = days(5, { build: 30, "other-apps:": 30 });
    expect(await level({ days: apps, otherApps: "build" })).toBe("present");
    expect(await level({ days: apps, otherApps: "apart" })).toBe("none");
  });

  test("is of days with less than 5 minutes of reaching out", async () => {
    expect(await at(...days(5, { build: 60, reach: 5 - MS }))).toBe("present");
    expect(await at(...days(4, hour), { build: 60, reach: 5 })).toBe("none");
    expect(await at(...days(5, { build: 60, feeds: 60, analytics: 60 }))).toBe("present");
  });

  test("goes on over days without building", async () => {
    expect(await at(hour, hour, {}, {}, hour, { build: 10, neutral: 60 }, hour, { feeds: 30 }, hour)).toBe("present");
  });

  test("is broken by 5 minutes of reaching out, on a day without building too", async () => {
    expect(await at(hour, hour, { reach: 5 - MS }, hour, hour, hour)).toBe("present");
    expect(await at(hour, hour, { reach: 5 }, hour, hour, hour)).toBe("possible");
    expect(await at(hour, hour, hour, { reach: 5 }, hour, hour)).toBe("none");
  });

  test("is possible once it is broken, and goes after a day with 15 minutes, which may be today", async () => {
    const row = days(5, hour);
    expect(await at(...row, { reach: 5 - MS })).toBe("present");
    expect(await at(...row, { reach: 5 })).toBe("possible");
    expect(await at(...row, { reach: 15 - MS })).toBe("possible");
    expect(await at(...row, { reach: 15 })).toBe("none");
    expect(await at(...row, { reach: 5 }, { build: 300, reach: 15 })).toBe("none");
    expect(await at(...row, { reach: 10 }, { reach: 10 })).toBe("possible");
    expect(await at(...row, { reach: 15 }, ...days(5, hour))).toBe("present");
    expect(await at({ reach: 60 }, ...row)).toBe("present");
  });

  test("stands in the 14 days", async () => {
    expect(await at(...days(5, hour), ...days(9, {}))).toBe("present");
    expect(await at(...days(5, hour), ...days(10, {}))).toBe("possible");
  });

  test("is nothing without days", async () => {
    expect(await at()).toBe("none");
  });
});

describe("a long stretch of building", () => {
  const stretch = { ago: 1, minutes: 250 };
  /** So many minutes of distribution that reach nobody, beside 8 hours of building on a day. */
  const with8h = (feeds: number, story: Story = {}) => level({ days: [{ build: 480, feeds }, {}], stretch, ...story });

  test("is 4 hours", async () => {
    expect(await with8h(0, { stretch: { ago: 1, minutes: 240 } })).toBe("present");
    expect(await with8h(0, { stretch: { ago: 1, minutes: 240 - MS } })).toBe("none");
  });

  test("needs a share below the trap's, and is only possible from there on", async () => {
    expect(await with8h(120 - MS)).toBe("present");
    expect(await with8h(120)).toBe("possible");
  });

  test("follows the target", async () => {
    const at60 = (feeds: number) => level({ days: [{ build: 456, feeds }, {}], stretch, target: 0.6 });
    expect(await at60(144 - MS)).toBe("present");
    expect(await at60(144)).toBe("possible");
    const at25 = (feeds: number) => level({ days: [{ build: 450, feeds }, {}], stretch, target: 0.25 });
    expect(await at25(50 - MS)).toBe("present");
    expect(await at25(50)).toBe("possible");
  });

  test("goes after a later day with 15 minutes of reaching out, not by its own day or one before", async () => {
    const lived = (before: number, own: number, after: number) =>
      level({ days: [{ reach: before }, { build: 600, reach: own }, { reach: after }], stretch });
    expect(await lived(20, 20, 0)).toBe("present");
    expect(await lived(0, 0, 15 - MS)).toBe("present");
    expect(await lived(0, 0, 15)).toBe("none");
  });

  test("of today can only be followed tomorrow", async () => {
    expect(await level({ days: [{ build: 600, reach: 60 }], stretch: { ago: 0, minutes: 300 } })).toBe("present");
  });
});

const row = days(6, hour);
const stretch = { ago: 1, minutes: 250 };

test.each<[string, string, Story]>([
  ["a row", "On your last 6 build days you reached out for less than 5 m each.", { days: row }],
  ["a short row", "On your last 3 build days you reached out for less than 5 m each.", { days: days(3, hour) }],
  [
    "a broken row",
    "6 build days in a row had less than 5 m of reaching out each, and no day since has had 15 m of reaching out.",
    { days: [...row, { reach: 7 }] },
  ],
  [
    "a stretch",
    "You built for 4 h 10 m in one stretch, with 8% distribution, and no day since has had 15 m of reaching out.",
    { days: [{ build: 552, reach: 48 }, {}], stretch },
  ],
  [
    "a stretch, nothing distributed",
    "You built for 4 h 10 m in one stretch, with 0% distribution, and no day since has had 15 m of reaching out.",
    { days: [{ build: 552 }, {}], stretch },
  ],
  [
    "a stretch today",
    "You built for 4 h 10 m in one stretch today, with 8% distribution.",
    { days: [{ build: 552, reach: 48 }], stretch: { ago: 0, minutes: 250 } },
  ],
  [
    "a stretch with some distribution",
    "You built for 4 h 10 m in one stretch, and no day since has had 15 m of reaching out.",
    { days: [{ build: 300, reach: 200 }, {}], stretch },
  ],
  [
    "a stretch today with some distribution",
    "You built for 4 h 10 m in one stretch today.",
    { days: [{ build: 300, reach: 200 }], stretch: { ago: 0, minutes: 250 } },
  ],
  ["a row and a stretch", "On your last 6 build days you reached out for less than 5 m each.", { days: row, stretch }],
  ["none", "", { days: [...row, { reach: 15 }] }],
])("says after %s: %s", async (_, evidence, story) => {
  expect(await evidenceOf(comfort, story)).toBe(evidence);
});

test("says when it goes", () => {
  expect(comfort.clearsWhen).toBe("Goes on the next day with 15 m of reaching out.");
});
