import { recordNow } from "../browser/announce";
import { offsetAt, today } from "../browser/today";
import type { Scope } from "../catalog/scope";
import * as blocks from "../store/blocks";
import { addFact, dismiss } from "../store/facts";
import { addRules, removeRule } from "../store/rules";
import { readSettings, resetSetting, type Settings, writeSetting } from "../store/settings";
import type { Block, Outcome } from "../trap/block";
import type { Fact, FactKind, Shown } from "../trap/facts";
import type { Offer } from "../trap/outlook";
import type { WeekDays } from "../trap/weekdays";
import type { Planned } from "../ui/PlanForm";
import { db } from "./open";

// What the popup does. Each resolves when it is stored, and rejects when it could not be.

const MINUTE_MS = 60_000;

function now(): blocks.Instant {
  const at = Date.now();
  return { at, offset: offsetAt(at) };
}

export function setSetting<K extends keyof Settings>(name: K, value: Settings[K]): Promise<void> {
  return writeSetting(db, name, value);
}

export function clearSetting(name: string): Promise<void> {
  return resetSetting(db, name);
}

/** Makes a rule of the user's. Where sections were not told apart so far, it holds from today. */
export function makeRule({ text, isKept }: Scope, channel: string): Promise<void> {
  return addRules(db, { rules: [{ text, channel, since: isKept ? null : today() }], channels: [] });
}

export function dropRule(text: string): Promise<void> {
  return removeRule(db, text);
}

/** Lets a site leave no trace from now on, or records it again. */
export async function setRecorded(site: string, isRecorded: boolean): Promise<void> {
  const { settings } = await readSettings(db);
  const others = settings.neverRecord.filter((one) => one !== site);
  await writeSetting(db, "neverRecord", isRecorded ? others : [...others, site].sort());
}

/** How long a pause lasts. */
export type PauseLength = "15" | "60" | "tomorrow";

/** Pauses recording from now on. */
export async function pause(length: PauseLength): Promise<void> {
  const from = Date.now();
  const midnight = new Date(from).setHours(24, 0, 0, 0);
  const until = length === "tomorrow" ? midnight : from + Number(length) * MINUTE_MS;
  // What was seen until now is recorded first: the pause must not swallow it.
  await recordNow();
  await writeSetting(db, "pause", { from, until });
}

/** Ends a pause now. It stays known: the next heartbeat must not count what lay in it. */
export async function resume(): Promise<void> {
  const { settings } = await readSettings(db);
  if (settings.pause) await writeSetting(db, "pause", { ...settings.pause, until: Date.now() });
}

/** Keeps what the user has told, of today. */
export async function tellFact(kind: FactKind, value: number | Shown, project: string | null): Promise<void> {
  await addFact(db, { kind, value, project, at: Date.now(), day: today() } as Fact);
}

/** Asks again in a week. */
export async function passOver(kind: FactKind): Promise<void> {
  const { settings } = await readSettings(db);
  await writeSetting(db, "passedOver", { ...settings.passedOver, [kind]: today() });
}

/** A finished week was looked at, or is not wanted: it is told of no more. */
export function seeWeek({ start }: WeekDays): Promise<void> {
  return writeSetting(db, "seenWeek", start);
}

/** Resolves with what takes it back. */
export function callUntrue(sign: string): Promise<() => Promise<void>> {
  return dismiss(db, { sign, at: Date.now(), day: today(), reason: "" });
}

function intentOf({ id, title, channel, minutes }: Offer): blocks.Intent {
  return { move: id, title, channel, minutes, project: null };
}

export async function startMove(offer: Offer): Promise<void> {
  await blocks.startBlock(db, intentOf(offer), now());
}

export function startPlanned({ id }: Block): Promise<void> {
  return blocks.startPlanned(db, id, now());
}

export async function planMove(offer: Offer, plan: Planned): Promise<void> {
  await blocks.planBlock(db, intentOf(offer), planOf(plan));
}

export function putOff({ id }: Block, plan: Planned): Promise<void> {
  return blocks.movePlan(db, id, planOf(plan));
}

export function dropPlan({ id }: Block): Promise<void> {
  return blocks.dropPlan(db, id);
}

/** Says how a block went. What was done away from the computer is declared with its planned minutes. */
export function finish({ id, minutes }: Block, outcome: Outcome): Promise<void> {
  return outcome === "away"
    ? blocks.declareBlock(db, id, minutes, now())
    : blocks.finishBlock(db, id, outcome, Date.now());
}

/** A local time without an offset is read in the user's own zone, as that day has it. */
function planOf({ when, day, time }: Planned) {
  return { when, day, at: new Date(`${day}T${time}`).getTime() };
}
