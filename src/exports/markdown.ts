import { say, sayCount, sayNumber, type TextName } from "../texts/say";
import { changeText, type Week, type WeekFact, type WeekTotals } from "../trap/week";
import { formatDuration, formatShare, zoneNames } from "../trap/words";
import type { ExportFile } from "./file";

/** Sites beyond these are told as a sum: a summary is to be read. */
const MOST_SITES = 15;

/** The week as Markdown, to paste. */
export function weekMarkdown(week: Week): ExportFile {
  const { start, end } = week.week;
  const change = changeText(week);
  const sections = [
    `# ${escapeText(say("exports_title", { start, end }))}`,
    `**${escapeText(verdict(week))}**`,
    ...(change === null ? [] : [escapeText(change)]),
    totalsTable(week),
    ...section("week_channels", ["table_channel", "table_kind", "table_time"], channelRows(week)),
    ...section("week_sites", ["table_site", "table_channel", "table_time"], siteRows(week)),
    ...section("week_signs", ["exports_sign", "exports_state", "exports_evidence"], signRows(week), 0),
    ...section("week_blocks", ["blocks_block", "table_day", "exports_state", "table_time"], blockRows(week)),
    ...section("week_facts", ["facts_kind", "table_day", "exports_before", "exports_now"], factRows(week), 2),
    ...section(
      "exports_days",
      ["table_day", "category_build", "category_distribution", "category_neutral", "week_total_otherAppsMs"],
      week.days.map(({ day, ...of }) => [
        day,
        ...[of.buildMs, of.distributionMs, of.neutralMs, of.otherAppsMs].map(formatDuration),
      ]),
      4,
    ),
    escapeText(say("week_longestBuild", { time: formatDuration(week.longestBuildMs) })),
    ...(week.move === null ? [] : [escapeText(say("week_move", { move: week.move }))]),
  ];
  return { filename: `factory-trap-week-${start}.md`, mime: "text/markdown", text: `${sections.join("\n\n")}\n` };
}

function verdict({ zone, share }: Week): string {
  return share === null
    ? zoneNames[zone]
    : say("exports_verdict", { zone: zoneNames[zone], share: formatShare(share) });
}

/** The hours, beside those of the week before if there is one. */
function totalsTable({ totals, previous, otherAppsAreBuild }: Week): string {
  const ofBuild = otherAppsAreBuild ? "week_total_otherAppsOfBuild" : "week_total_otherAppsMs";
  const parts: [TextName, keyof WeekTotals][] = [
    ["category_distribution", "distributionMs"],
    ["exports_reachingOut", "reachingOutMs"],
    ["exports_analytics", "analyticsMs"],
    ["exports_feeds", "feedsMs"],
    ["category_build", "buildMs"],
    [ofBuild, "otherAppsMs"],
    ["category_neutral", "neutralMs"],
  ];
  const weeks = previous === null ? [totals] : [totals, previous.totals];
  const heads = ["", say("table_time"), say("week_theWeekBefore")].slice(0, weeks.length + 1);
  const rows = parts.map(([text, name]) => [say(text), ...weeks.map((week) => formatDuration(week[name]))]);
  return table(heads, rows, weeks.length);
}

function channelRows({ channels }: Week): string[][] {
  return channels.map(({ label, category, ms }) => [label, say(`category_${category}`), formatDuration(ms)]);
}

function siteRows({ sites }: Week): string[][] {
  const rest = sites.slice(MOST_SITES);
  const restMs = rest.reduce((sum, { ms }) => sum + ms, 0);
  return [
    ...sites.slice(0, MOST_SITES).map(({ site, label, ms }) => [site, label, formatDuration(ms)]),
    ...(rest.length > 0 ? [[sayCount("exports_moreSites", rest.length), "", formatDuration(restMs)]] : []),
  ];
}

function signRows({ signs }: Week): string[][] {
  return signs.map(({ words, level, evidence, dismissed }) => [
    words,
    say(dismissed ? "week_calledUntrue" : `level_${level}`),
    evidence,
  ]);
}

function blockRows({ blocks }: Week): string[][] {
  return blocks.map(({ title, plannedFor, startedOn, state, ms }) => [
    title,
    startedOn ?? plannedFor ?? "",
    say(`block_state_${state}`),
    formatDuration(ms),
  ]);
}

function factRows({ facts }: Week): string[][] {
  return facts.map(({ kind, day, before, value }) => [
    say(`fact_${kind}`),
    day,
    before === null ? "" : factText(before),
    factText(value),
  ]);
}

function factText(value: WeekFact["value"]): string {
  return typeof value === "number" ? sayNumber(value) : say(`fact_shown_${value}`);
}

/** A table under its heading, or nothing where it has no rows. */
function section(title: TextName, heads: TextName[], rows: string[][], numbers = 1): string[] {
  if (rows.length === 0) return [];
  const named = heads.map((head) => say(head));
  return [`## ${escapeText(say(title))}`, table(named, rows, numbers)];
}

/** A GitHub-flavoured table; the last `numbers` columns are aligned right. */
function table(heads: string[], rows: string[][], numbers: number): string {
  const line = (cells: string[]) => `| ${cells.map(escapeText).join(" | ")} |`;
  const rule = heads.map((_, i) => (i < heads.length - numbers ? "---" : "---:"));
  return [line(heads), `| ${rule.join(" | ")} |`, ...rows.map(line)].join("\n");
}

/**
 * A text that is no more than text in one line, in a cell or out of it: it ends no cell, opens nothing, is no link by itself (GitHub
 * makes one of `https://` and `www.`), turns no text around it, and begins no list or heading.
 */
function escapeText(text: string): string {
  return text
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, "")
    .replace(/[\p{Cc}\u2028\u2029]+/gu, " ")
    .trim()
    .replace(/[\\|`*_[\]<>~$]/g, "\\$&")
    .replace(/&(?=#?\w+;)|:(?=\/\/)|(?<=\bwww)\./gi, "\\$&")
    .replace(/^[-+=#]/, "\\$&")
    .replace(/^(\d+)(?=[.)])/, "$1\\");
}
