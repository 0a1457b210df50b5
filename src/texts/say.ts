import type messages from "../../public/_locales/en/messages.json";

type Message = keyof typeof messages;
type Plural = "zero" | "one" | "two" | "few" | "many" | "other";

/** A text that depends on a number: `public/_locales` has it once for each plural form of the language, as `name_one`, `name_other` … */
export type CountedName = Message extends infer M ? (M extends `${infer Base}_other` ? Base : never) : never;
/** A text by its name in `public/_locales`. */
export type TextName = Exclude<Message, `${CountedName}_${Plural}`>;

/** What stands for `{name}` in a text. */
export type Values = Readonly<Record<string, string | number>>;

let textOf = (name: string): string => {
  throw new Error(`There are no texts yet to find "${name}" in`);
};

let numbers: Intl.NumberFormat | null = null;
let plurals: Intl.PluralRules | null = null;

/**
 * Sets where texts come from: the one thing about the user's language that is not passed on from function to function. Each is
 * looked up once; browsers take longer for it than for filling it in.
 */
export function setTexts(lookUp: (name: string) => string): void {
  const known = new Map<string, string>();
  numbers = plurals = null;
  textOf = (name) => {
    const text = known.get(name) ?? lookUp(name);
    known.set(name, text);
    return text;
  };
}

/** The language that the texts are in, as a BCP 47 tag: for numbers, dates and plurals. */
export function language(): string {
  return textOf("language");
}

/** Whether that is written from right to left. */
export function direction(): "ltr" | "rtl" {
  return textOf("direction") === "rtl" ? "rtl" : "ltr";
}

/** A text with its values filled in; numbers as the language writes them. Throws for a name that no language has. */
export function say(name: TextName, values?: Values): string {
  return fill(find(name), values);
}

/** A text about `count` things, in the plural form that the language has for so many; `{count}` stands for the number. */
export function sayCount(name: CountedName, count: number, values?: Values): string {
  plurals ??= new Intl.PluralRules(language());
  const form = plurals.select(count);
  return fill(textOf(`${name}_${form}`) || find(`${name}_other`), { count, ...values });
}

/** A number as the language writes it. */
export function sayNumber(n: number): string {
  numbers ??= new Intl.NumberFormat(language());
  return numbers.format(n);
}

function find(name: string): string {
  const text = textOf(name);
  if (text === "") throw new Error(`There is no text "${name}"`);
  return text;
}

function fill(text: string, values: Values = {}): string {
  if (!text.includes("{")) return text;
  const isolate = direction() === "rtl" ? isolated : (value: string) => value;
  return text.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
    const value = values[name];
    if (value === undefined) return placeholder;
    return typeof value === "number" ? sayNumber(value) : isolate(value);
  });
}

/** Between these signs (first strong isolate, pop) an address or a pattern keeps its own order in a text from right to left. */
function isolated(value: string): string {
  return `\u2068${value}\u2069`;
}
