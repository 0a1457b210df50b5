import { UNKNOWN_HOUR } from "../../../attention/day";
import { causes, type Heartbeat, presences } from "../../../attention/heartbeat";
import { isIdleThreshold, type Recording } from "../../../attention/merge";
import type { Span } from "../../../attention/span";
import type { TracedBeat } from "../../../attention/trace";
import type { Channel } from "../../../catalog/channels";
import { PatternError, parsePattern } from "../../../catalog/pattern";
import { makeOwnChannel } from "../../../catalog/rulefile";
import type { Block, Plan } from "../../../trap/block";
import type { Dismissal } from "../../../trap/dismissal";
import { type Fact, numberKinds, shownAnswers } from "../../../trap/facts";
import type { Import, StoredDay, StoredSetting, StoredStretch } from "../../database";
import type { StoredRule } from "../../rules";
import { isSetting } from "../../settings";
import {
  all,
  anyText,
  bool,
  type Check,
  day,
  isShallow,
  list,
  nullable,
  number,
  oneOf,
  optional,
  record,
  shape,
  someText,
  where,
  whole,
} from "../shape";
import type { Format } from "../tables";

// Version 1 of the backup file, as released in 0.3.0. Frozen: what a store of later releases has more, a setting too, makes a new
// file beside this one, whose rows are read from then on, while rows of this one are made into such.

const DAY_MS = 86_400_000;
/** The year 10,000: its days are written otherwise. */
const LAST_INSTANT = Date.parse("9999-12-31T23:59:59.999Z");

const instant = number(0, LAST_INSTANT);
/** Ids go on behind the highest: one near the end of all numbers would be the last that a browser gives. */
const HIGHEST_ID = 1e12;
const id = whole(-HIGHEST_ID, HIGHEST_ID);
const MOST = 1e6;
/** Minutes ahead of UTC. */
const offset = number(-16 * 60, 16 * 60);

/** A clock that is set back again and again lets an hour hold more than its own; nothing lets it hold this. */
const MOST_HOUR_MS = 2 * DAY_MS;
/** No browser runs longer on one page. */
const LONGEST_SPAN_MS = 31 * DAY_MS;
const DEEPEST_SETTING = 6;

const hours = record(
  where((name) => /^(0|[1-9]\d?)$/.test(String(name)) && Number(name) <= UNKNOWN_HOUR),
  where((ms) => number(0, MOST_HOUR_MS)(ms) === null && ms !== 0),
);

const anything: Check = () => null;
const byId = (row: { id: number | string }) => row.id;

type Page = StoredDay["pages"][number];

const onePageEach: Check = (value) => {
  const places = new Set<string>();
  for (const [index, { key, block }] of (value as StoredDay).pages.entries()) {
    const place = JSON.stringify([key, block]);
    if (places.has(place)) return `pages.${index}.key`;
    places.add(place);
  }
  return null;
};

const endsLater: Check = (value) => {
  const { start, end } = value as Span;
  return end > start && end - start <= LONGEST_SPAN_MS ? null : "end";
};

const startsWhole: Check = (value) => {
  const { from, day: startDay, until } = value as Block;
  if ((from === null) !== (startDay === null)) return "day";
  return (from === null) === (until === null) ? null : "until";
};

const isRead = (text: string) => {
  try {
    return parsePattern(text).length > 0;
  } catch (error) {
    if (error instanceof PatternError) return false;
    throw error;
  }
};

const canBeOwn = (channelId: string, label: string) => {
  try {
    return makeOwnChannel(channelId, label, "neutral").id === channelId;
  } catch (error) {
    if (error instanceof PatternError) return false;
    throw error;
  }
};

const hasValue: Check = (value) => {
  const fact = value as Fact;
  const isNumber = numberKinds.some((kind) => kind === fact.kind);
  return (isNumber ? whole(0) : oneOf(shownAnswers))(fact.value) === null ? null : "value";
};

const isSet: Check = (value) => {
  const { name, value: set } = value as StoredSetting;
  return isShallow(set, DEEPEST_SETTING) && isSetting(name, set) ? null : "value";
};

const beat = shape<Heartbeat>({
  at: instant,
  offset,
  cause: oneOf(causes),
  page: nullable(someText),
  focused: bool,
  private: bool,
  presence: oneOf(presences),
  audible: bool,
});

const recording = shape<Pick<Recording, "idleSeconds" | "pause">>({
  idleSeconds: where(isIdleThreshold),
  pause: nullable(shape({ from: where(Number.isFinite), until: where(Number.isFinite) })),
});

const setting = shape<StoredSetting>({ name: someText, value: anything });

const channel = shape<Channel>({
  id: where((text) => typeof text === "string" && canBeOwn(text, "Label")),
  category: oneOf(["build", "distribution", "neutral"]),
  label: where((text) => typeof text === "string" && canBeOwn("my-id", text)),
});

const rule = shape<StoredRule>({
  text: where((text) => typeof text === "string" && isRead(text)),
  channel: someText,
  since: nullable(day),
});

const imported = shape<Import>({
  id: whole(0, HIGHEST_ID),
  tool: someText,
  filename: anyText,
  at: instant,
  first: day,
  last: day,
  days: whole(0, MOST),
  ms: number(0, LAST_INSTANT),
});

const block = shape<Block>({
  id,
  move: someText,
  title: anyText,
  channel: someText,
  project: nullable(someText),
  minutes: number(0, LONGEST_SPAN_MS / 60_000),
  plan: nullable(shape<Plan>({ when: anyText, at: instant, day })),
  moved: whole(0, MOST),
  from: nullable(instant),
  day: nullable(day),
  until: nullable(instant),
  outcome: nullable(oneOf(["posted", "away", "done"])),
});

const fact = shape<Fact & { id: number }>({
  id,
  at: instant,
  day,
  project: nullable(someText),
  kind: oneOf([...numberKinds, "shown"]),
  value: anything,
});

const dismissal = shape<Dismissal & { id: number }>({ id, sign: someText, at: instant, day, reason: anyText });

const stretch = shape<StoredStretch>({ day, longestBuildMs: number(0, LONGEST_SPAN_MS) });

const storedDay = shape<StoredDay>({
  day,
  source: where((source) => typeof source === "string" && /^(recorded|import:(0|[1-9]\d{0,12}))$/.test(source)),
  pages: list(shape<Page>({ key: someText, block: optional(id), hours })),
});

const span = shape<Omit<Span, "elapsed">>({
  key: someText,
  start: instant,
  end: instant,
  offset,
  audible: bool,
  block: optional(id),
});

/** Spans are without their id, which is but an order, and without `elapsed`, which is the clock of the store that they come from. */
export const format1: Format = {
  settings: { row: all(setting, isSet), orderOf: ({ name }: StoredSetting) => name },
  channels: { row: channel, orderOf: byId },
  rules: { row: rule, orderOf: ({ text }: StoredRule) => text },
  imports: { row: imported, orderOf: byId },
  blocks: { row: all(block, startsWhole), orderOf: byId },
  facts: { row: all(fact, hasValue), orderOf: byId },
  dismissals: { row: dismissal, orderOf: byId },
  stretches: { row: stretch, orderOf: (row: StoredStretch) => row.day },
  days: { row: all(storedDay, onePageEach), orderOf: (row: StoredDay) => `${row.day} ${row.source}` },
  spans: { row: all(span, endsLater), orderOf: ({ start }: Span) => start, mayTie: true },
  trace: { row: shape<TracedBeat & { id: number }>({ id, beat, recording }), orderOf: byId },
};
