import { type Channel, channels } from "../catalog/channels";
import type { Catalog, Rule, Verdict } from "../catalog/classify";
import { parsePage } from "../catalog/page";
import { formatPattern, parsePattern } from "../catalog/pattern";

/** A URL, and what a person says that its page is. */
export interface Label {
  line: number;
  url: string;
  /** The acceptable ones. */
  categories: readonly string[];
  channels: readonly string[];
  /** Whether there is one right answer. */
  strict: boolean;
}

/** Labels that cannot be read; the message names the line. */
export class LabelError extends Error {}

/** What is wrong, and what else the rules know about that host. */
interface Miss {
  label: Label;
  verdict: Verdict;
  wrong: "category" | "channel";
  /** The rules of that host that did not decide, as a person reads them. */
  others: string[];
}

interface Share {
  right: number;
  of: number;
}

export interface Report {
  misses: Miss[];
  /** Of the rows with one right answer, those with its category. */
  strict: Share;
  /** Of all rows, those with an acceptable category. */
  all: Share;
  /** Of the rows that cannot be neutral, those with an acceptable category and channel. */
  channels: Share;
}

const categories = new Set<string>(channels.map(({ category }: Channel) => category));
const channelIds = new Set(channels.map(({ id }) => id));

/**
 * Parses labels, one a line: url, category, channel, strict, with tabs between them. `|` stands between acceptable categories, `|` or `/`
 * between acceptable channels; the channel of a page that can only be neutral may be any word. Strict is 1 or 0; without it, a row is
 * strict when it names one category. A first line that begins with `url` is a header, blank lines are passed over.
 * Throws a LabelError for the first line that cannot be read, and where there is none at all.
 */
export function parseLabels(text: string): Label[] {
  const labels: Label[] = [];
  for (const [index, line] of text
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/)
    .entries()) {
    if (line.trim() === "" || (index === 0 && /^url(\t|$)/.test(line))) continue;
    labels.push(parseLabel(line, index + 1));
  }
  if (labels.length === 0) throw new LabelError("holds no labelled URL");
  return labels;
}

function parseLabel(text: string, line: number): Label {
  const cells = text.split("\t");
  const [url = "", category = "", channel = "", strict = category.includes("|") ? "0" : "1"] = cells;
  const fail = (what: string) => new LabelError(`line ${line}: ${what}`);
  if (cells.length < 3 || cells.length > 4)
    throw fail(
      `url, category, channel and strict belong there, with tabs between them; columns found: ${cells.length}`,
    );
  const wanted = category.split("|");
  const strange = wanted.find((one) => !categories.has(one));
  if (strange !== undefined) throw fail(`"${strange}" is no category: ${[...categories].join(", ")}`);
  const channels = channel.split(/[|/]/);
  const unknown = category === "neutral" ? undefined : channels.find((one) => !channelIds.has(one));
  if (unknown !== undefined) throw fail(`there is no channel "${unknown}"`);
  if (!["0", "1"].includes(strict)) throw fail(`"${strict}" is neither 1 (one right answer) nor 0`);
  return { line, url, categories: wanted, channels, strict: strict === "1" };
}

/** Labels are coarser than the lists: what stands here for a channel of ours will do as well. */
const alsoLabelled: Record<string, readonly string[]> = { automation: ["ai"], feeds: ["social", "community"] };

function hasChannel({ channels }: Label, { channel }: Verdict): boolean {
  return [channel, ...(alsoLabelled[channel] ?? [])].some((one) => channels.includes(one));
}

/** How well the rules do. `rules` are those that `catalog` was compiled from. */
export function checkLabels(labels: readonly Label[], catalog: Catalog, rules: Iterable<Rule>): Report {
  const misses: Miss[] = [];
  const report: Report = {
    misses,
    strict: { right: 0, of: 0 },
    all: { right: 0, of: 0 },
    channels: { right: 0, of: 0 },
  };
  const count = (share: Share, isRight: boolean) => {
    share.of += 1;
    if (isRight) share.right += 1;
  };
  const known = [...rules];
  for (const label of labels) {
    const verdict = catalog.classify(label.url);
    const category = label.categories.includes(verdict.category);
    const canBeNeutral = label.categories.includes("neutral");
    const channel = category && (canBeNeutral || hasChannel(label, verdict));
    count(report.all, category);
    if (label.strict) count(report.strict, category);
    if (!canBeNeutral) count(report.channels, channel);
    if (!channel)
      misses.push({
        label,
        verdict,
        wrong: category ? "channel" : "category",
        others: othersOf(label.url, verdict, known),
      });
  }
  return report;
}

/** The rules for a URL's host or a parent of it that did not decide, each by the first of its alternatives there. */
function othersOf(url: string, verdict: Verdict, rules: readonly Rule[]): string[] {
  const host = parsePage(url)?.host;
  if (host === undefined) return [];
  const labels = host.split(".");
  const names = labels.map((_, i) => labels.slice(i).join("."));
  return rules.flatMap(({ text, channel }) => {
    if (text === verdict.rule) return [];
    const [first, ...more] = parsePattern(text).filter((pattern) => names.includes(pattern.host));
    return first ? [`${formatPattern(first)}${more.length > 0 ? ` and ${more.length} more` : ""} (${channel})`] : [];
  });
}

/** The report as a person reads it: every wrong row, then the shares. */
export function formatReport({ misses, strict, all, channels }: Report): string {
  return [
    ...misses.map((miss) => `${formatMiss(miss)}\n`),
    `strict accuracy   ${formatShare(strict)}`,
    `accuracy          ${formatShare(all)}`,
    `channel accuracy  ${formatShare(channels)}`,
    "",
  ].join("\n");
}

function formatMiss({ label, verdict, wrong, others }: Miss): string {
  const { line, url, categories, channels, strict } = label;
  const wanted = `${categories.join("|")} ${channels.join("|")}`;
  const found = `${verdict.category} ${verdict.channel}`;
  return [
    `line ${line}: ${url}`,
    `  ${wrong}${wrong === "category" && !strict ? " (not strict)" : ""}: ${wanted} expected, ${found} found`,
    `  decided by: ${verdict.rule === "-" ? "no rule" : verdict.rule}`,
    ...others.map((rule) => `  did not match: ${rule}`),
  ].join("\n");
}

/** Rounded down: 100.0% means all. */
function formatShare({ right, of }: Share): string {
  const percent = of === 0 ? "-" : `${(Math.floor((1000 * right) / of) / 10).toFixed(1)}%`;
  return `${percent.padStart(6)} (${right} of ${of})`;
}
