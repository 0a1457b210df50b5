import { afterAll, describe, expect, test } from "vitest";
import messages from "../../public/_locales/en/messages.json";
import { direction, language, say, sayCount, sayNumber, setTexts, type TextName } from "../../src/texts/say";

const english: Record<string, { message: string }> = messages;
const speak = (texts: Record<string, string>) => setTexts((name) => texts[name] ?? "");
afterAll(() => setTexts((name) => english[name]?.message ?? ""));

describe("say", () => {
  test("fills values in, numbers as the language writes them", () => {
    speak({ language: "de", a: "{name}: {n} von {n}, {other}" });
    expect(say("a" as TextName, { name: "x.com", n: 1234.5 })).toBe("x.com: 1.234,5 von 1.234,5, {other}");
  });

  test("takes what is filled in as it is, braces and all", () => {
    speak({ language: "en", a: "{a} {b}" });
    expect(say("a" as TextName, { a: "{b}", b: "$1" })).toBe("{b} $1");
  });

  test("throws for a text that there is none of", () => {
    speak({ language: "en" });
    expect(() => say("nothing" as TextName)).toThrow('There is no text "nothing"');
  });
});

test("from right to left, what is filled in keeps its own order; numbers are the language's", () => {
  speak({ language: "ar", direction: "rtl", a: "{n} {site}" });
  expect(say("a" as TextName, { n: 7, site: "x.com/*" })).toBe("7 \u2068x.com/*\u2069");
});

describe("sayCount", () => {
  const days = (count: number) => sayCount("days" as never, count);

  test("has English's two forms", () => {
    speak({ language: "en", days_one: "{count} day", days_other: "{count} days" });
    expect([0, 1, 2].map(days)).toEqual(["0 days", "1 day", "2 days"]);
  });

  test("has Arabic's six", () => {
    const forms = ["zero", "one", "two", "few", "many", "other"];
    speak({ language: "ar", ...Object.fromEntries(forms.map((form) => [`days_${form}`, form])) });
    expect([0, 1, 2, 3, 10, 11, 99, 100].map(days)).toEqual([
      "zero",
      "one",
      "two",
      "few",
      "few",
      "many",
      "many",
      "other",
    ]);
  });

  test("says the other form where a language does without one", () => {
    speak({ language: "en", days_other: "{count} days" });
    expect(days(1)).toBe("1 days");
  });
});

test("language, direction and numbers are the texts' own, not the machine's", () => {
  speak({ language: "ar", direction: "rtl" });
  expect([language(), direction()]).toEqual(["ar", "rtl"]);
  speak({ language: "de", direction: "ltr" });
  expect([direction(), sayNumber(20_000)]).toEqual(["ltr", "20.000"]);
});
