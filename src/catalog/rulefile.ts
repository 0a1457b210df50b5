import { say } from "../texts/say";
import { type Category, type Channel, channels as shippedChannels } from "./channels";
import type { Rule } from "./classify";
import { formatPattern, PatternError, parsePattern } from "./pattern";

// The user's rules as a file: patterns as in the shipped lists, one a line, `#` comments, each list under the channel it is for.
//
//     # what follows is for a channel that we ship
//     [community]
//     forum.example.org
//     reddit.com/r/{mysub,myothersub}/**
//
//     # and this for one of my own: id, name, category
//     [my-podcast | Podcast | distribution]
//     riverside.fm

/** What a rule file holds. */
export interface RuleFile {
  rules: Rule[];
  /** Own channels that it declares. */
  channels: Channel[];
}

/** A rule file that cannot be read: every fault with its line. */
export class RuleFileError extends Error {
  constructor(readonly faults: readonly { line: number; what: string }[]) {
    super(faults.map(({ line, what }) => say("rulefile_fault", { line: `${line}`, what })).join("\n"));
  }
}

const CATEGORIES: readonly Category[] = ["build", "distribution", "neutral"];
/** Own ids begin so, that no channel shipped later can take one. */
const OWN_ID = /^my-[a-z0-9-]{1,60}$/;
const LONGEST_LABEL = 40;
/** Beyond these a file is no file of rules, and telling of every line would help nobody. */
const MOST_FAULTS = 20;
const MOST_RULES = 50_000;

/**
 * Reads a rule file whole; `known` are the own channels that exist already. Each alternative of a pattern becomes a rule of its own,
 * in its one spelling. Throws a RuleFileError that names each line which cannot be read.
 */
export function parseRuleFile(text: string, known: readonly Channel[] = []): RuleFile {
  const faults: { line: number; what: string }[] = [];
  const declared = new Map<string, Channel>();
  const usable = new Map([...shippedChannels, ...known].map((channel) => [channel.id, channel]));
  const rules = new Map<string, { rule: Rule; line: number }>();
  let current: Channel | null = null;
  let isLost = false;

  const lines = text.replace(/^\uFEFF/, "").split(/\r\n|\r|\n/);
  for (const [index, whole] of lines.entries()) {
    const line = index + 1;
    const written = whole.replace(/(^|\s)#.*$/s, "").trim();
    if (written === "") continue;
    if (faults.length >= MOST_FAULTS) break;
    try {
      // An IPv6 address is a pattern, and its colon stands in no id.
      if (/^\[(?![\da-f]*:)/i.test(written)) {
        isLost = true;
        current = readHeading(written, usable);
        isLost = false;
        if (current.id.startsWith("my-") && !known.includes(current)) {
          declared.set(current.id, current);
          usable.set(current.id, current);
        }
        continue;
      }
      // Below a heading that cannot be read, patterns are for nobody: the heading's fault says enough.
      if (isLost) continue;
      if (!current) throw new PatternError(say("rulefile_beforeFirst"));
      for (const pattern of parsePattern(written)) {
        const text = formatPattern(pattern);
        const before = rules.get(text);
        if (before && before.rule.channel !== current.id)
          throw new PatternError(say("rulefile_twice", { text, line: `${before.line}`, channel: before.rule.channel }));
        rules.set(text, { rule: { text, channel: current.id }, line: before?.line ?? line });
      }
      if (rules.size > MOST_RULES) throw new PatternError(say("rulefile_tooMany", { most: MOST_RULES }));
    } catch (error) {
      if (!(error instanceof PatternError)) throw error;
      faults.push({ line, what: error.message });
    }
  }
  if (faults.length > 0) throw new RuleFileError(faults);
  return { rules: [...rules.values()].map(({ rule }) => rule), channels: [...declared.values()] };
}

/** `[social]`, or `[my-podcast | Podcast | distribution]` for a channel of the user's own. Throws a PatternError. */
function readHeading(written: string, usable: ReadonlyMap<string, Channel>): Channel {
  const match = /^\[([^[\]|]*)(?:\|([^[\]|]*)\|([^[\]|]*))?\]$/.exec(written);
  const [id = "", label, category] = (match?.slice(1) ?? []).map((part) => part?.trim());
  if (!match) throw new PatternError(say("rulefile_noHeading"));
  const known = usable.get(id);
  if (label === undefined || category === undefined) {
    if (known) return known;
    throw new PatternError(say("rulefile_noChannel", { id }));
  }
  const channel = makeOwnChannel(id, label, category);
  if (known && (known.label !== label || known.category !== category))
    throw new PatternError(say("rulefile_channelExists", { id, label: known.label, category: known.category }));
  return known ?? channel;
}

/** Checks a channel of the user's own. Throws a PatternError. */
export function makeOwnChannel(id: string, label: string, category: string): Channel {
  const found = CATEGORIES.find((one) => one === category);
  if (!OWN_ID.test(id)) throw new PatternError(say("ownChannel_noId", { id }));
  if (!found) throw new PatternError(say("ownChannel_noCategory", { category, known: CATEGORIES.join(", ") }));
  if (label === "" || label !== label.trim() || label.length > LONGEST_LABEL || /[\p{C}[\]|#]/u.test(label))
    throw new PatternError(say("ownChannel_noName", { most: LONGEST_LABEL }));
  return { id, label, category: found };
}

/** Writes a file that `parseRuleFile` reads back: by channel in their order, patterns by code point. */
export function formatRuleFile({ rules, channels }: RuleFile): string {
  const own = channels.map((channel) => channel.id);
  const sections = [...shippedChannels, ...channels].flatMap(({ id, label, category }) => {
    const texts = rules.filter((rule) => rule.channel === id).map(({ text }) => text);
    if (texts.length === 0 && !own.includes(id)) return [];
    const heading = own.includes(id) ? `[${id} | ${label} | ${category}]` : `[${id}]`;
    return [[heading, ...texts.sort(byCodePoint)].join("\n")];
  });
  return `${[`# ${say("rulefile_title")}`, ...sections].join("\n\n")}\n`;
}

function byCodePoint(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
