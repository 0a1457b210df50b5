import { describe, expect, test } from "vitest";
import { readDates, realDay } from "../../src/sources/dates";

const one = (text: string) => readDates([text]).get(text);
const all = (...texts: string[]) => Object.fromEntries(readDates(texts));

test("a day is real when the calendar has it", () => {
  expect(["2026-02-28", "2024-02-29"].map(realDay)).toEqual(["2026-02-28", "2024-02-29"]);
  expect(["2026-02-29", "2026-13-01", "2026-00-10", "2026-01-00", "x", "2026-1-1"].map(realDay)).toEqual(
    Array(6).fill(null),
  );
});

describe("dates", () => {
  test.each([
    ["7/22/2026", "2026-07-22"],
    ["22/07/2026", "2026-07-22"],
    ["22/7/2026", "2026-07-22"],
    ["22.7.2026", "2026-07-22"],
    ["1.2.2026", "2026-02-01"],
    ["22. 07. 2026.", "2026-07-22"],
    ["22.07.2026 г.", "2026-07-22"],
    ["22-7-2026", "2026-07-22"],
    ["2026/7/22", "2026-07-22"],
    ["2026-07-22", "2026-07-22"],
    ["2026. 7. 22.", "2026-07-22"],
    ["2026年7月22日", "2026-07-22"],
    ["\u200e22\u200f/\u200e7\u200f/2026", "2026-07-22"],
    ["٢٢‏/٧‏/٢٠٢٦", "2026-07-22"],
    ["۲۰۲۶/۷/۲۲", "2026-07-22"],
    ["3/3/2026", "2026-03-03"],
  ])("written %s are read", (text, day) => {
    expect(one(text)).toBe(day);
  });

  test.each([
    "",
    "Invalid Date",
    "7/2026",
    "31/31/2026",
    "2/30/2026",
    "7/22/26",
    "1/2/3/2026",
    "0/0/2026",
    "2026/13/1",
    "9".repeat(1000),
  ])("written %j are none", (text) => {
    expect(one(text)).toBeNull();
  });

  test("with slashes have the month first where nothing says otherwise", () => {
    expect(all("7/8/2026", "12/11/2026")).toEqual({ "7/8/2026": "2026-07-08", "12/11/2026": "2026-12-11" });
  });

  test("have the day first where one of them can only be read so", () => {
    expect(all("7/8/2026", "13/8/2026")).toEqual({ "7/8/2026": "2026-08-07", "13/8/2026": "2026-08-13" });
    expect(all("7/8/2026", "8/13/2026")).toEqual({ "7/8/2026": "2026-07-08", "8/13/2026": "2026-08-13" });
  });

  test("that are padded have the day first, unless another shows that the month is", () => {
    expect(all("07/08/2026")).toEqual({ "07/08/2026": "2026-08-07" });
    expect(all("07/10/2026", "10/07/2026")).toEqual({ "07/10/2026": "2026-10-07", "10/07/2026": "2026-07-10" });
    expect(all("07/08/2026", "08/13/2026")).toEqual({ "07/08/2026": "2026-07-08", "08/13/2026": "2026-08-13" });
  });

  test("of a file with both are unclear where they are not padded", () => {
    expect(all("22/07/2020", "7/22/2026", "07/08/2020", "7/8/2026", "5/5/2026")).toEqual({
      "22/07/2020": "2020-07-22",
      "7/22/2026": "2026-07-22",
      "07/08/2020": "2020-08-07",
      "7/8/2026": "unclear",
      "5/5/2026": "2026-05-05",
    });
  });

  test("with dots decide nothing for those with slashes", () => {
    expect(all("22.7.2020", "7/8/2026")).toEqual({ "22.7.2020": "2020-07-22", "7/8/2026": "2026-07-08" });
  });
});
