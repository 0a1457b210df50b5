import { announceChange } from "../../browser/announce";
import { saveFile } from "../../browser/save";
import { today } from "../../browser/today";
import type { Category, Channel } from "../../catalog/channels";
import type { Catalog } from "../../catalog/classify";
import { parsePage, siteOfPage } from "../../catalog/page";
import { formatPattern, PatternError, parsePattern } from "../../catalog/pattern";
import { formatRuleFile, makeOwnChannel, parseRuleFile, RuleFileError } from "../../catalog/rulefile";
import { isKept } from "../../catalog/scope";
import type { Database } from "../../store/database";
import { addRules, readOwnRules, removeChannel, removeRule, rulesOfFile, type StoredRule } from "../../store/rules";
import { language, say, sayCount } from "../../texts/say";
import type { Desk } from "../desk";
import { readText } from "../filetext";
import { categoryWord } from "./categories";

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
    const added = new Intl.ListFormat(language(), { type: "unit" });
    return [say("rules_added", { names: added.format(rules.map(({ text }) => text)) })];
  } catch (error) {
    if (error instanceof PatternError) return [say("rules_notAdded", { fault: error.message })];
    throw error;
  }
}

/** Takes a rule away, to be put back for a while. */
export async function dropRule({ db, offerUndo }: Desk, rule: StoredRule): Promise<void> {
  await removeRule(db, rule.text);
  await offerUndo(say("rules_removed", { rule: rule.text }), () => addRules(db, { rules: [rule], channels: [] }));
}

/** A rule file is far smaller: what is larger is another file. */
const LARGEST_FILE = 5_000_000;

/** Adds all rules of a file, or none when any of its lines cannot be read. */
export async function importRules(db: Database, { keyOf }: Catalog, file: File): Told {
  const { name } = file;
  if (file.size > LARGEST_FILE) return [say("rules_fileTooLarge", { file: name })];
  const text = await readText(file);
  if (text === null) return [say("rules_fileUnreadable", { file: name })];
  // What stands for bytes that are no UTF-8, and what stands in no text.
  if (/[\uFFFD\0]/.test(text)) return [say("rules_fileNoText", { file: name })];
  try {
    const read = parseRuleFile(text, (await readOwnRules(db)).channels);
    await addRules(
      db,
      rulesOfFile(read, today(), (text) => isKept(text, keyOf)),
    );
    await announceChange();
    const { rules, channels } = read;
    return [
      sayCount("rules_imported", rules.length, { file: name }),
      ...(channels.length > 0 ? [sayCount("rules_importedChannels", channels.length)] : []),
    ];
  } catch (error) {
    if (!(error instanceof RuleFileError)) throw error;
    return [
      say("rules_fileFaults", { file: name }),
      ...error.faults.map(({ line, what }) => say("rules_fileFault", { line, fault: what })),
    ];
  }
}

/** Saves all rules as a file that can be added again. */
export async function exportRules(db: Database): Told {
  const filename = "factory-trap-rules.txt";
  saveFile({ filename, mime: "text/plain", text: formatRuleFile(await readOwnRules(db)) });
  return [say("rules_saved", { file: filename })];
}

/** Adds a channel of the user's own. */
export async function addChannel(
  db: Database,
  label: string,
  category: Category,
  taken: readonly Channel[],
): Promise<string> {
  try {
    const channel = makeOwnChannel(freeId(label, taken), label, category);
    await addRules(db, { rules: [], channels: [channel] });
    await announceChange();
    return say("rules_added", { names: label });
  } catch (error) {
    if (error instanceof PatternError) return say("rules_channelNotAdded", { fault: error.message });
    throw error;
  }
}

/** Takes a channel of the user's own away with its rules, to be put back for a while. */
export async function dropChannel({ db, offerUndo }: Desk, channel: Channel): Promise<void> {
  const rules = (await readOwnRules(db)).rules.filter((rule) => rule.channel === channel.id);
  await removeChannel(db, channel.id);
  const done = say("rules_channelRemoved", { channel: channel.label });
  await offerUndo(done, () => addRules(db, { rules, channels: [channel] }));
}

/** What an address is, and which rule says so. */
export function explain(address: string, { classify }: Catalog): string {
  const text = address.trim();
  if (text === "") return "";
  const url = /^[a-z][a-z0-9+.-]*:/i.test(text) && !/^[^/]*:\d/.test(text) ? text : `https://${text}`;
  const page = parsePage(url);
  if (!page) return say("rules_noAddress");
  const { label, category, rule, own } = classify(url);
  const name = page.host.endsWith(":") ? page.host : siteOfPage(page);
  const values = { name, channel: label, category: categoryWord(category), rule };
  if (rule === "-") return say("rules_verdictNone", values);
  return own ? say("rules_verdictOwn", values) : say("rules_verdictShipped", values);
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
