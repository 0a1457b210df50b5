import { announceChange } from "../browser/announce";
import { saveFile } from "../browser/save";
import { today } from "../browser/today";
import { type Category, type Channel, channelOf } from "../catalog/channels";
import type { Catalog } from "../catalog/classify";
import { parsePage, siteOfPage } from "../catalog/page";
import { formatPattern, PatternError, parsePattern } from "../catalog/pattern";
import { formatRuleFile, makeOwnChannel, parseRuleFile, RuleFileError } from "../catalog/rulefile";
import { isKept } from "../catalog/scope";
import type { Database } from "../store/database";
import { addRules, readOwnRules, rulesOfFile } from "../store/rules";

// What the dashboard does with the user's rules. Each says what became of it, a line each.

type Told = Promise<string[]>;

/** Adds a rule for each alternative of a pattern. */
export async function addRule(db: Database, { keyOf }: Catalog, pattern: string, channel: string): Told {
  try {
    const rules = parsePattern(pattern).map((one) => ({ text: formatPattern(one), channel }));
    await addRules(
      db,
      rulesOfFile({ rules, channels: [] }, today(), (text) => isKept(text, keyOf)),
    );
    await announceChange();
    return [`Added: ${rules.map(({ text }) => text).join(", ")}.`];
  } catch (error) {
    if (error instanceof PatternError) return [`Not added: ${error.message}.`];
    throw error;
  }
}

/** A rule file is far smaller: what is larger is another file. */
const LARGEST_FILE = 5_000_000;

/** Adds all rules of a file, or none when any of its lines cannot be read. */
export async function importRules(db: Database, { keyOf }: Catalog, file: File): Told {
  if (file.size > LARGEST_FILE) return ["Nothing was added: the file is larger than 5 MB, so it is no file of rules."];
  try {
    const read = parseRuleFile(await file.text(), (await readOwnRules(db)).channels);
    await addRules(
      db,
      rulesOfFile(read, today(), (text) => isKept(text, keyOf)),
    );
    await announceChange();
    return [
      `Added ${count(read.rules.length, "rule")} and ${count(read.channels.length, "channel")} from ${file.name}.`,
    ];
  } catch (error) {
    if (!(error instanceof RuleFileError)) throw error;
    return [
      `Nothing was added from ${file.name}. Mend these lines and choose it again:`,
      ...error.faults.map(({ line, what }) => `line ${line}: ${what}`),
    ];
  }
}

/** Saves all rules as a file that can be added again. */
export async function exportRules(db: Database): Told {
  const filename = "factory-trap-rules.txt";
  saveFile({ filename, mime: "text/plain", text: formatRuleFile(await readOwnRules(db)) });
  return [`Saved as ${filename}.`];
}

/** Adds a channel of the user's own. */
export async function addChannel(db: Database, label: string, category: Category, taken: readonly Channel[]): Told {
  try {
    const channel = makeOwnChannel(freeId(label, taken), label, category);
    await addRules(db, { rules: [], channels: [channel] });
    await announceChange();
    return [`Added: ${label}.`];
  } catch (error) {
    if (error instanceof PatternError) return [`Not added: ${error.message}.`];
    throw error;
  }
}

/** What an address is, and which rule says so. */
export function explain(address: string, { classify }: Catalog): string {
  const text = address.trim();
  if (text === "") return "";
  const url = /^[a-z][a-z0-9+.-]*:/i.test(text) && !/^[^/]*:\d/.test(text) ? text : `https://${text}`;
  const page = parsePage(url);
  if (!page) return "That is no address.";
  const { label, category, rule, own } = classify(url);
  const name = page.host.endsWith(":") ? page.host : siteOfPage(page);
  if (rule === "-") return `${name} is ${channelOf("misc").label} (neutral): no rule knows it.`;
  return `${name} is ${label} (${category}), by ${own ? "your rule" : "the rule"} ${rule}.`;
}

function freeId(label: string, taken: readonly Channel[]): string {
  const slug = label
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 40);
  const ids = new Set(taken.map(({ id }) => id));
  const base = `my-${slug || "channel"}`;
  let id = base;
  for (let n = 2; ids.has(id); n++) id = `${base}-${n}`;
  return id;
}

function count(n: number, noun: string): string {
  return n === 1 ? `1 ${noun}` : `${n} ${noun}s`;
}
