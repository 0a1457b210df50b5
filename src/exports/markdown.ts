import type { Week } from "../trap/week";
import { formatDuration, formatShare, zoneNames } from "../trap/words";
import type { ExportFile } from "./file";

/** Sites beyond these are told as a sum: a summary is to be read. */
const MOST_SITES = 15;

/** The week as Markdown, to paste. */
export function weekMarkdown(week: Week): ExportFile {
  const sections = [
    `# Week ${week.week.start} to ${week.week.end}`,
    headline(week),
    table(["", "time"], totalRows(week)),
    ...(week.channels.length > 0 ? ["## Channels", table(["channel", "kind", "time"], channelRows(week))] : []),
    ...(week.sites.length > 0 ? ["## Sites", table(["site", "channel", "time"], siteRows(week))] : []),
    ...(week.signs.length > 0 ? ["## Warning signs", list(week.signs.map(signLine))] : []),
    ...(week.blocks.length > 0 ? ["## Blocks", table(["block", "day", "state", "time"], blockRows(week))] : []),
    ...(week.facts.length > 0 ? ["## Facts", table(["fact", "told on", "before", "now"], factRows(week))] : []),
    "## Days",
    table(
      ["day", "build", "distribution", "neutral", "other apps"],
      week.days.map((day) => [
        day.day,
        formatDuration(day.buildMs),
        formatDuration(day.distributionMs),
        formatDuration(day.neutralMs),
        formatDuration(day.otherAppsMs),
      ]),
    ),
    `Longest stretch of building: ${formatDuration(week.longestBuildMs)}.`,
    ...(week.move === null ? [] : [`Next move: ${escapeCell(week.move)}.`]),
  ];
  return {
    filename: `factory-trap-week-${week.week.start}.md`,
    mime: "text/markdown",
    text: `${sections.join("\n\n")}\n`,
  };
}

function headline({ zone, share, previous }: Week): string {
  const verdict = share === null ? zoneNames[zone] : `${zoneNames[zone]}: ${formatShare(share)} distribution`;
  const before = previous?.share == null ? "" : ` (the week before: ${formatShare(previous.share)})`;
  return `**${verdict}**${before}`;
}

function totalRows({ totals, otherAppsAreBuild }: Week): string[][] {
  return [
    ["Build", formatDuration(totals.buildMs)],
    ["Distribution", formatDuration(totals.distributionMs)],
    ["of it scrolling feeds", formatDuration(totals.feedsMs)],
    ["of it watching analytics", formatDuration(totals.analyticsMs)],
    ["Neutral", formatDuration(totals.neutralMs)],
    [otherAppsAreBuild ? "Other apps (part of build)" : "Other apps", formatDuration(totals.otherAppsMs)],
  ];
}

function channelRows({ channels }: Week): string[][] {
  return channels.map(({ label, category, ms }) => [label, category, formatDuration(ms)]);
}

function siteRows({ sites }: Week): string[][] {
  const rest = sites.slice(MOST_SITES);
  const restMs = rest.reduce((sum, { ms }) => sum + ms, 0);
  return [
    ...sites.slice(0, MOST_SITES).map(({ site, label, ms }) => [site, label, formatDuration(ms)]),
    ...(rest.length > 0 ? [[`${rest.length} more`, "", formatDuration(restMs)]] : []),
  ];
}

function signLine({ words, level, evidence, dismissed }: Week["signs"][number]): string {
  return `**${escapeCell(words)}** (${dismissed ? "called untrue" : level}): ${escapeCell(evidence)}`;
}

function blockRows({ blocks }: Week): string[][] {
  return blocks.map(({ title, plannedFor, startedOn, state, ms }) => [
    title,
    startedOn ?? plannedFor ?? "",
    state,
    formatDuration(ms),
  ]);
}

function factRows({ facts }: Week): string[][] {
  return facts.map(({ kind, day, before, value }) => [kind, day, `${before ?? ""}`, `${value}`]);
}

function list(lines: string[]): string {
  return lines.map((line) => `- ${line}`).join("\n");
}

/** A GitHub-flavoured table, the last column aligned right. */
function table(heads: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.map(escapeCell).join(" | ")} |`;
  const rule = heads.map((_, i) => (i === heads.length - 1 ? "---:" : "---"));
  return [line(heads), `| ${rule.join(" | ")} |`, ...rows.map(line)].join("\n");
}

/** Nothing that stands in a cell can end it, or be more than text. */
function escapeCell(text: string): string {
  return text.replace(/[\\|`*_[\]<>~]/g, "\\$&").replace(/[\r\n]+/g, " ");
}
