import { say } from "../texts/say";
import { type Checks, isRecord, shorten } from "./checks";
import { realDay } from "./dates";
import type { RawFile, Table } from "./file";
import { ForeignError } from "./foreign";
import type { Tally } from "./tally";
import type { Tool } from "./tool";

/**
 * Time Tracker for Browser (sheepzh/time-tracker-4-browser, before that sheepzh/timer). Its time is `focus`: milliseconds in which a
 * site was in front. `time` is the number of visits, `run` (and before 1.x `total`) how long its tabs were open: neither is attention.
 *
 * - Backup since 4.0: `{__meta__, __stat__: [{host, date: "20260302", focus, time, run?}], …}`
 *   (src/service/components/immigration.ts, src/database/stat-database/index.ts).
 * - Backup before: the storage as it was, `{__meta__, "20260302github.com": {focus, time, run?, total?}, "__timer__…": …}`
 *   (src/database/stat-database/classic.ts; in sheepzh/timer src/service/components/immigration.ts).
 * - Records, JSON: `[{host, date, alias, cate, focus: "1800", time}]` with seconds in a text (src/pages/app/components/Record/file-export.ts;
 *   with `total` in older ones).
 * - Records, CSV: date, host, alias, category, seconds, visits; headed in the user's language, with a byte order mark and without
 *   quotes (the same, and src/util/file.ts). A comma in an alias shifts columns, so they are counted from both ends.
 *
 * A site has one record a day. Beside the site's own, the time on a part of it that the user watches (`github.com/acme/**`, a "virtual
 * site") is counted once more (src/service/item-service.ts), and so is a tab group's (`_g_12`): those are left out.
 */
export const timetracker: Tool = {
  id: "timetracker",
  name: "Time Tracker for Browser",
  files: () => say("import_files_timetracker"),
  recognise,
  parse(file, tally, checks) {
    if (file.kind === "table") return readTable(file, tally);
    if (Array.isArray(file.value)) return readRecords(file.value, tally, checks);
    const backup = checks.record(file.value, "{}");
    if ("__stat__" in backup) readBackup(backup.__stat__, tally, checks);
    readStorage(backup, tally, checks);
  },
};

const OLD_KEY = /^(20\d{2}[01]\d[0-3]\d)(.+)$/s;

function recognise(file: RawFile): boolean {
  if (file.kind === "table") {
    return file.first.length >= 4 && /^\d{8}$/.test(file.first[0] ?? "") && !/^\d{8}$/.test(file.header[0] ?? "");
  }
  const { value } = file;
  if (Array.isArray(value)) return value.some((one) => isRecord(one) && "focus" in one && !("url" in one));
  if (!isRecord(value)) return false;
  return "__stat__" in value || isRecord(value.__meta__) || Object.keys(value).some((key) => OLD_KEY.test(key));
}

function readBackup(value: unknown, tally: Tally, checks: Checks): void {
  for (const [index, item] of checks.list(value, "__stat__").entries()) {
    const field = `__stat__[${index}]`;
    const row = checks.record(item, field);
    const site = checks.text(row.host, `${field}.host`);
    const date = checks.text(row.date, `${field}.date`);
    add(tally, site, date, checks.number(row.focus, `${field}.focus`));
  }
}

function readStorage(backup: Readonly<Record<string, unknown>>, tally: Tally, checks: Checks): void {
  for (const [key, value] of Object.entries(backup)) {
    const [, date, site] = OLD_KEY.exec(key) ?? [];
    if (date === undefined || site === undefined) continue;
    const { focus } = checks.record(value, key);
    add(tally, site, date, checks.number(focus, `${key}.focus`));
  }
}

/** Merged by date there is no `date`; merged by category or tab group no `host`. */
function readRecords(items: readonly unknown[], tally: Tally, checks: Checks): void {
  for (const [index, item] of items.entries()) {
    const field = `[${index}]`;
    const { host = "", date = "", focus = "-" } = checks.record(item, field);
    const ms = readSeconds(typeof focus === "number" ? String(focus) : checks.text(focus, `${field}.focus`));
    if (ms === null)
      throw new ForeignError(say("import_noNumber", { field: `${field}.focus`, tool: timetracker.name }));
    add(tally, checks.text(host, `${field}.host`), checks.text(date, `${field}.date`), ms);
  }
}

function readTable(file: Table, tally: Tally): void {
  for (const { number: line, cells } of file.lines()) {
    const tool = timetracker.name;
    const [date = "", site = ""] = cells;
    if (cells.length < 4) throw new ForeignError(say("import_line_short", { line, tool }));
    const seconds = cells.at(-2) ?? "";
    const ms = readSeconds(seconds);
    if (ms === null) throw new ForeignError(say("import_line_noNumber", { line, tool, text: shorten(seconds) }));
    add(tally, site, date, ms);
  }
}

/** Milliseconds of a text of seconds; `-` stands for none. Null when it is no number. */
function readSeconds(text: string): number | null {
  if (text === "" || text === "-") return 0;
  return /^-?\d{1,15}(?:\.\d{1,15})?$/.test(text) ? Number(text) * 1000 : null;
}

function add(tally: Tally, site: string, date: string, ms: number): void {
  if (ms === 0) return;
  if (/[/*]/.test(site) || /^_g_\d+$/.test(site)) tally.skip("section");
  else tally.addSiteDay({ site, written: date, day: dayOf(date), ms });
}

function dayOf(date: string): string | null {
  return /^\d{8}$/.test(date) ? realDay(`${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}`) : null;
}
