import { afterAll, describe, expect, test } from "vitest";
import messages from "../../../public/_locales/en/messages.json";
import { describeHours, formatHour, weekdayName, weekdaysFrom } from "../../../src/dashboard/settings/hours";
import { setTexts } from "../../../src/texts/say";

const english: Record<string, { message: string }> = messages;
const speak = (language: string) =>
  setTexts((name) => (name === "language" ? language : (english[name]?.message ?? "")));
afterAll(() => speak("en"));

describe("hours that do not count", () => {
  test.each([
    [[1, 2, 3, 4, 5], 9, 17, "Mon–Fri, 9:00 to 17:00"],
    [[5], 0, 24, "Fri, 0:00 to 24:00"],
    [[1, 2], 22, 6, "Mon, Tue, 22:00 to 6:00 of the next day"],
    [[1, 3, 4, 5], 9, 17, "Mon, Wed, Thu, Fri, 9:00 to 17:00"],
    [[6, 7, 1], 9, 17, "Mon, Sat, Sun, 9:00 to 17:00"],
  ])("on %j from %i to %i are said as %s", (days, from, until, said) => {
    expect(describeHours({ days, from, until }, 1)).toBe(said);
  });

  test("are in a row as the user's week has them", () => {
    expect(describeHours({ days: [6, 7, 1], from: 9, until: 17 }, 6)).toBe("Sat–Mon, 9:00 to 17:00");
    expect(describeHours({ days: [1, 7], from: 9, until: 17 }, 7)).toBe("Sun, Mon, 9:00 to 17:00");
  });
});

describe("days of the week", () => {
  test("have their names in the language", () => {
    expect([1, 7].map((day) => weekdayName(day, "long"))).toEqual(["Monday", "Sunday"]);
    speak("de");
    expect([1, 7].map((day) => weekdayName(day, "short"))).toEqual(["Mo", "So"]);
    speak("en");
  });

  test("begin where the user's week does", () => {
    expect(weekdaysFrom(1)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(weekdaysFrom(7)).toEqual([7, 1, 2, 3, 4, 5, 6]);
  });
});

test("an hour has the language's figures", () => {
  expect(formatHour(9)).toBe("9:00");
  speak("fa");
  expect(formatHour(9)).toBe("۹:۰۰");
  speak("en");
});
