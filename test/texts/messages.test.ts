import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { callsIn, namesIn } from "./calls";

const root = fileURLToPath(new URL("../..", import.meta.url));
const read = (path: string) => readFileSync(`${root}${path}`, "utf8");

type Messages = Record<string, { message: string; description?: string }>;

const locales = readdirSync(`${root}public/_locales`).sort();
const messagesOf = (locale: string): Messages => JSON.parse(read(`public/_locales/${locale}/messages.json`));
const textOf = (messages: Messages, name: string) => messages[name]?.message ?? "";
const english = messagesOf("en");

/** Names of texts that depend on a number, and of all others. */
const counted = Object.keys(english).flatMap((name) => /^(.*)_other$/.exec(name)?.[1] ?? []);
const forms = ["zero", "one", "two", "few", "many", "other"];
const formed = new Set(counted.flatMap((name) => forms.map((form) => `${name}_${form}`)));
const plain = Object.keys(english).filter((name) => !formed.has(name));

/** The plural forms that a language must have, because small whole numbers take them, and all that it can have. */
function formsOf(language: string): { needed: string[]; known: string[] } {
  const rules = new Intl.PluralRules(language);
  const counts = Array.from({ length: 1000 }, (_, n) => n);
  return { needed: [...new Set(counts.map((n) => rules.select(n)))], known: rules.resolvedOptions().pluralCategories };
}

const placeholdersOf = (text: string) =>
  [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name))].sort();
/** The number itself may be left out: "no day", "two days". */
const valuesOf = (text: string) => placeholdersOf(text).filter((name) => name !== "count");

test("English is there, and the forms of some languages are those that are known", () => {
  expect(locales).toContain("en");
  expect(counted.length).toBeGreaterThan(20);
  expect(formsOf("en").needed.sort()).toEqual(["one", "other"]);
  expect(formsOf("ar").needed.sort()).toEqual(["few", "many", "one", "other", "two", "zero"]);
  expect(formsOf("ja").needed).toEqual(["other"]);
  expect(formsOf("es").needed.sort()).toEqual(["one", "other"]);
  expect(formsOf("es").known.toSorted()).toEqual(["many", "one", "other"]);
});

describe.each(locales)("the texts of %s", (locale) => {
  const messages = messagesOf(locale);
  const { needed, known } = formsOf(textOf(messages, "language") || locale);

  test("name their own language, and which way it is written", () => {
    expect(new Intl.Locale(textOf(messages, "language")).language).toBe(
      new Intl.Locale(locale.replace("_", "-")).language,
    );
    expect(textOf(messages, "direction")).toMatch(/^(ltr|rtl)$/);
  });

  test("are all there, in each plural form that the language has, and no others", () => {
    const wanted = [...plain, ...counted.flatMap((name) => needed.map((form) => `${name}_${form}`))];
    const possible = new Set([...plain, ...counted.flatMap((name) => known.map((form) => `${name}_${form}`))]);
    expect(
      wanted.filter((name) => !(name in messages)),
      "missing",
    ).toEqual([]);
    expect(
      Object.keys(messages).filter((name) => !possible.has(name)),
      "not in English, or no plural form of this language",
    ).toEqual([]);
  });

  test("have the placeholders of the English ones", () => {
    const other = plain.filter(
      (name) => `${placeholdersOf(textOf(messages, name))}` !== `${placeholdersOf(textOf(english, name))}`,
    );
    const otherCounted = counted.flatMap((name) => {
      const values = valuesOf(textOf(english, `${name}_other`));
      const own = known.map((form) => `${name}_${form}`).filter((form) => form in messages);
      return own.filter((form) => `${valuesOf(textOf(messages, form))}` !== `${values}`);
    });
    expect([...other, ...otherCounted]).toEqual([]);
  });

  test("are texts: none is empty, begins or ends with a space, or has what browsers or we would take for a placeholder", () => {
    const odd = Object.entries(messages).filter(([, { message }]) => {
      const rest = message.replace(/\{[a-z]\w*\}/gi, "");
      return message === "" || message !== message.trim() || /[${}\n\t]/.test(rest);
    });
    expect(odd).toEqual([]);
    expect(Object.keys(messages).filter((name) => !/^[A-Za-z0-9_]+$/.test(name))).toEqual([]);
  });

  test("hold a message and a translator's hint, and nothing else", () => {
    const keys = Object.values(messages).flatMap((one) => Object.keys(one));
    expect(new Set([...keys, "message", "description"])).toEqual(new Set(["message", "description"]));
  });

  test("are as short as stores and badges need them", () => {
    const letters = (text: string) => [...new Intl.Segmenter(locale).segment(text.replace(/\{\w+\}/g, ""))].length;
    const badges = Object.keys(english).filter((name) => name.startsWith("face_badge"));
    const tooLong = badges.filter((name) => {
      const text = textOf(messages, name);
      return letters(text) > (placeholdersOf(text).length > 0 ? 1 : 4);
    });
    expect(textOf(messages, "name").length).toBeLessThanOrEqual(75);
    expect(textOf(messages, "description").length).toBeLessThanOrEqual(132);
    expect(badges.length).toBeGreaterThan(2);
    expect(tooLong).toEqual([]);
  });

  test.each(["channel", "zone"])("have a name of its own for each %s", (kind) => {
    const names = Object.keys(english).filter((name) => name.startsWith(`${kind}_`));
    expect(names.length).toBeGreaterThan(3);
    expect(new Set(names.map((name) => textOf(messages, name))).size).toBe(names.length);
  });
});

describe("in the source", () => {
  const sources = readdirSync(`${root}src`, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => ({ file, code: read(`src/${file}`) }));
  const calls = sources.flatMap(({ file, code }) => callsIn(code).map((call) => ({ file, ...call })));

  test("each text is said somewhere, by its name or by the beginning and end of one", () => {
    const named = sources.map(({ code }) => namesIn(code));
    const literals = new Set(named.flatMap((one) => one.literals));
    const patterns = named.flatMap((one) => one.patterns);
    for (const [, name = ""] of read("manifest.json").matchAll(/__MSG_(\w+)__/g)) literals.add(name);
    const unused = [...plain, ...counted].filter(
      (name) => !literals.has(name) && !patterns.some((pattern) => pattern.test(name)),
    );
    expect(unused).toEqual([]);
  });

  test("each text that is said is there", () => {
    expect(calls.length).toBeGreaterThan(100);
    const gone = calls.filter(({ by, name }) => !(by === "say" ? plain : counted).includes(name));
    expect(gone.map(({ file, name }) => `${file}: ${name}`)).toEqual([]);
  });

  test("each text is given its values", () => {
    const lacking = calls.flatMap(({ file, by, name, values }) => {
      const text = textOf(english, by === "say" ? name : `${name}_other`);
      const wanted = by === "say" ? placeholdersOf(text) : valuesOf(text);
      const missing = wanted.filter((value) => values !== null && !values.includes(value));
      return missing.length > 0 ? [`${file}: ${name} lacks ${missing}`] : [];
    });
    expect(lacking).toEqual([]);
  });
});
