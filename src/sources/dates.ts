/** The day when the calendar has it, else null: there is no 31 June. `day` is written `YYYY-MM-DD`. */
export function realDay(day: string): string | null {
  const at = Date.parse(day);
  return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === day ? day : null;
}

/** What dates of one file mean: by date as written a day `YYYY-MM-DD`, null when it is none, "unclear" when it could be two. */
export type Dates = ReadonlyMap<string, string | null | "unclear">;

interface Parts {
  numbers: readonly [number, number, number];
  /** Year first, day first, or with the year last after slashes, where it depends on the country. */
  order: "ymd" | "dmy" | "slashes";
  isPadded: boolean;
}

/**
 * Reads dates as browsers' `toLocaleDateString()` writes them: `7/22/2026` in the USA, `22/07/2026` in Britain, `22.7.2026` in Germany,
 * `2026/7/22` in Japan, `22-7-2026` in the Netherlands, with Arabic or Persian digits too.
 *
 * With slashes and the year last, either number can be the month. All dates of a file are looked at together, as one browser wrote
 * them: one that can only be read in one way decides for all. Where none does, the month stands first, as the tool writes it today
 * in every country, unless a number is padded with a zero, which no American browser does. Where some say the one and some the other,
 * the file is older than the tool's change: padded ones have the day first, and the others are unclear.
 */
export function readDates(written: Iterable<string>): Dates {
  const parsed = new Map([...new Set(written)].map((text) => [text, partsOf(text)]));
  const slashed = [...parsed.values()].filter((parts) => parts?.order === "slashes");
  const hasDayFirst = slashed.some((parts) => parts && parts.numbers[0] > 12);
  const hasMonthFirst = slashed.some((parts) => parts && parts.numbers[1] > 12);

  const read = ({ numbers: [a, b, c], order, isPadded }: Parts) => {
    if (order === "ymd") return dayOf(a, b, c);
    if (order === "dmy") return dayOf(c, b, a);
    if (a > 12 || a === b) return dayOf(c, b, a);
    if (b > 12) return dayOf(c, a, b);
    if (hasDayFirst && hasMonthFirst && !isPadded) return "unclear";
    const isDayFirst = hasDayFirst || (isPadded && !hasMonthFirst);
    return isDayFirst ? dayOf(c, b, a) : dayOf(c, a, b);
  };
  return new Map([...parsed].map(([text, parts]) => [text, parts && read(parts)]));
}

/** Longer ones are no dates. */
const LONGEST_DATE = 40;

function partsOf(text: string): Parts | null {
  if (text.length > LONGEST_DATE) return null;
  // Letters that are not seen mark the direction of Arabic and Hebrew dates.
  const plain = text.replace(/[\u200e\u200f\u061c]/g, "").replace(/[\u0660-\u0669\u06f0-\u06f9]/g, latinDigit);
  const groups = plain.match(/\d+/g) ?? [];
  const [a = "", b = "", c = ""] = groups;
  if (groups.length !== 3 || b.length > 2) return null;
  const numbers = [Number(a), Number(b), Number(c)] as const;
  const isPadded = [a, b].some((group) => group.length === 2 && group.startsWith("0"));
  if (a.length === 4 && c.length <= 2) return { numbers, order: "ymd", isPadded };
  if (a.length > 2 || c.length !== 4) return null;
  return { numbers, order: /\d\s*\/\s*\d/.test(plain) ? "slashes" : "dmy", isPadded };
}

function latinDigit(digit: string): string {
  return String(digit.charCodeAt(0) & 0xf);
}

function dayOf(year: number, month: number, day: number): string | null {
  return realDay([String(year), twoDigits(month), twoDigits(day)].join("-"));
}

function twoDigits(n: number): string {
  return String(n).padStart(2, "0");
}
