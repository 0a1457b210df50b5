import type { SiteDay, Week } from "../trap/week";
import type { ExportFile } from "./file";

const HOUR_MS = 3_600_000;

/** The columns by name. Like the properties of the JSON the names are the format's own, in every language. */
const columns: Record<string, (time: SiteDay) => string> = {
  day: ({ day }) => day,
  site: ({ site }) => textCell(site),
  channel: ({ channel }) => textCell(channel),
  label: ({ label }) => textCell(label),
  category: ({ category }) => category,
  ms: ({ ms }) => `${ms}`,
  hours: ({ ms }) => (ms / HOUR_MS).toFixed(4),
};

/**
 * The week as CSV by RFC 4180, in UTF-8: one row per local day, site and channel. `ms` is whole milliseconds, `hours` the same with a
 * decimal point. `site` is empty where sites are left out. Only where a name has letters that are not ASCII does it begin with a byte
 * order mark: without one Excel reads them in the system's own encoding, and where none is needed most other readers want none.
 */
export function weekCsv({ week, siteDays }: Week): ExportFile {
  const records = [
    Object.keys(columns),
    ...siteDays.map((time) => Object.values(columns).map((cellOf) => cellOf(time))),
  ];
  const text = records.map((cells) => `${cells.join(",")}\r\n`).join("");
  return {
    filename: `factory-trap-week-${week.start}.csv`,
    mime: "text/csv",
    text: /^\p{ASCII}*$/u.test(text) ? text : `\ufeff${text}`,
  };
}

function textCell(text: string): string {
  const safe = defuse(text);
  return /^[\w.:/&' -]*$/.test(safe) && safe.trim() === safe ? safe : `"${safe.replaceAll('"', '""')}"`;
}

/**
 * A text that no spreadsheet takes for a formula: an apostrophe stands before what could begin one (OWASP, *CSV Injection*). So it does
 * behind a semicolon, a tab and a line break, where a spreadsheet may begin a cell that expects these between cells.
 */
function defuse(text: string): string {
  return text
    .split(/(?<=[;\t\r\n])/)
    .map((part, i) => (beginsFormula(part) || (i === 0 && /^[\t\r\n]/.test(part)) ? `'${part}` : part))
    .join("");
}

/** Whether the first that is seen is `=`, `+`, `-` or `@`, of any width: some spreadsheets fold them. */
function beginsFormula(text: string): boolean {
  return /^["\p{C}\p{Z}]*[=+\-@]/u.test(text.normalize("NFKC"));
}
