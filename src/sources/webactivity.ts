import { say } from "../texts/say";
import { type Checks, isRecord, shorten } from "./checks";
import { readDates } from "./dates";
import type { RawFile, Table } from "./file";
import { ForeignError } from "./foreign";
import type { Tool } from "./tool";

/**
 * Web Activity Time Tracker (Stigmatoz/web-activity-time-tracker). It counts seconds; a site's `summaryTime` is all of them, `summary`
 * those of one day, `counter` and sessions are visits.
 *
 * - Backup: `[{url: "github.com", favicon, summaryTime, counter, days: [{date, summary, counter}]}]` (src/entity/tab.ts,
 *   src/components/GeneralSettings.vue; before 2.0 without counters, scripts/tab.js).
 * - CSV since 2.0: `Date,WebSite,Time(sec),Sessions`, or in small letters, with an empty line after each day
 *   (src/compositions/toCsv.ts, src/compositions/useImportToCsv.ts).
 * - CSV before: `domain,date,time(sec)` (src/scripts/settings.js). It may say "Invalid Date": those entries are lost.
 *
 * Dates are written as in the USA since 2.0 (src/utils/date.ts), before in the browser's language (src/scripts/tab.js): `readDates`.
 */
export const webactivity: Tool = {
  id: "webactivity",
  name: "Web Activity Time Tracker",
  files: () => say("import_files_webactivity"),
  recognise: (file) => (file.kind === "table" ? columnsOf(file) !== null : isBackup(file)),
  parse(file, tally, checks) {
    const entries = file.kind === "table" ? readTable(file) : readBackup(file.value, checks);
    const days = readDates(entries.map(({ date }) => date));
    for (const { site, date, ms } of entries) {
      const day = days.get(date) ?? null;
      if (day === "unclear") tally.skip("unclearDay");
      else tally.addSiteDay({ site, written: date, day, ms });
    }
  },
};

interface Entry {
  site: string;
  date: string;
  ms: number;
}

function isBackup(file: Extract<RawFile, { kind: "json" }>): boolean {
  const { value } = file;
  return Array.isArray(value) && value.some((one) => isRecord(one) && "url" in one && "days" in one);
}

function readBackup(value: unknown, checks: Checks): Entry[] {
  return checks.list(value, "[]").flatMap((item, index) => {
    const field = `[${index}]`;
    const tab = checks.record(item, field);
    const site = checks.text(tab.url, `${field}.url`);
    return checks.list(tab.days ?? [], `${field}.days`).map((one, which) => {
      const place = `${field}.days[${which}]`;
      const day = checks.record(one, place);
      const seconds = checks.number(day.summary, `${place}.summary`);
      return { site, date: checks.text(day.date, `${place}.date`), ms: seconds * 1000 };
    });
  });
}

/** Where date, site and seconds stand; null when a table is none of the tool's. */
function columnsOf({ header }: Pick<Table, "header">): { date: number; site: number; seconds: number } | null {
  const names = header.map((name) => name.toLowerCase()).join();
  if (names === "date,website,time(sec),sessions") return { date: 0, site: 1, seconds: 2 };
  return names === "domain,date,time(sec)" ? { site: 0, date: 1, seconds: 2 } : null;
}

function readTable(table: Table): Entry[] {
  const columns = columnsOf(table);
  const entries: Entry[] = [];
  if (!columns) return entries;
  const tool = webactivity.name;
  for (const { number: line, cells } of table.lines()) {
    const date = cells[columns.date];
    const site = cells[columns.site];
    const seconds = cells[columns.seconds];
    if (date === undefined || site === undefined || seconds === undefined)
      throw new ForeignError(say("import_line_short", { line, tool }));
    if (!/^-?\d{1,15}(?:\.\d{1,15})?$/.test(seconds))
      throw new ForeignError(say("import_line_noNumber", { line, tool, text: shorten(seconds) }));
    entries.push({ site, date, ms: Number(seconds) * 1000 });
  }
  return entries;
}
