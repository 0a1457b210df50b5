import type { Channel } from "../catalog/channels";
import type { Rule } from "../catalog/classify";
import type { RuleFile } from "../catalog/rulefile";
import type { Database } from "./database";
import { readSettings, writeSetting } from "./settings";

/** A rule of the user's. */
export interface StoredRule extends Rule {
  /** The first local day whose stored keys tell the rule's section apart; null: all of the past does. */
  since: string | null;
}

/** The user's rules and channels, ordered by pattern and by id. */
export interface OwnRules {
  rules: StoredRule[];
  channels: Channel[];
}

export async function readOwnRules(db: Database): Promise<OwnRules> {
  const [rules, channels] = await Promise.all([db.rules.toArray(), db.channels.toArray()]);
  return { rules, channels };
}

/** Adds rules and channels, or replaces those of the same pattern or id: all of them or, when it rejects, none. */
export async function addRules(db: Database, { rules, channels }: OwnRules): Promise<void> {
  await change(db, async () => {
    await db.channels.bulkPut(channels);
    await db.rules.bulkPut(rules);
  });
}

/** Takes a rule away; the shipped lists decide again. */
export async function removeRule(db: Database, text: string): Promise<void> {
  await change(db, () => db.rules.delete(text));
}

/** Takes a channel of the user's away, with the rules that are for it. */
export async function removeChannel(db: Database, id: string): Promise<void> {
  await change(db, async () => {
    await db.channels.delete(id);
    await db.rules.filter(({ channel }) => channel === id).delete();
  });
}

/** What a file of rules becomes when it is added on a local day. The past of a section that was kept so far is corrected too. */
export function rulesOfFile(file: RuleFile, today: string, isKept: (text: string) => boolean): OwnRules {
  return { ...file, rules: file.rules.map((rule) => ({ ...rule, since: isKept(rule.text) ? null : today })) };
}

/** In one transaction with the mark that tells every reader of compiled rules to compile them again. */
async function change(db: Database, act: () => PromiseLike<unknown>): Promise<void> {
  await db.transaction("rw", [db.rules, db.channels, db.settings], async () => {
    await act();
    const { settings } = await readSettings(db);
    await writeSetting(db, "rulesChanged", settings.rulesChanged + 1);
  });
}
