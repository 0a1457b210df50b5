import { localDay } from "./day";
import { causes, type Heartbeat, presences } from "./heartbeat";
import { isIdleThreshold, type Recording } from "./merge";

/** A stretch of a trace under one set of settings. */
export interface TracePart {
  recording: Recording;
  beats: Heartbeat[];
}

/** A trace that cannot be read; the message names the line. */
export class TraceError extends Error {}

/**
 * Parses a trace: JSON Lines, one heartbeat or one change of settings a line (blank lines are passed over).
 * `keyOf` gives the page key of a URL, null when it is none. Throws a TraceError for the first line that cannot be read.
 */
export function parseTrace(text: string, keyOf: (url: string) => string | null): TracePart[] {
  const parts: TracePart[] = [{ recording: { idleSeconds: 180, neverRecord: [], pause: null }, beats: [] }];
  for (const [index, line] of text
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/)
    .entries()) {
    if (line.trim() === "") continue;
    try {
      const value = readObject(line);
      const part = parts.at(-1) as TracePart;
      if ("settings" in value) parts.push({ recording: readRecording(value, part.recording, keyOf), beats: [] });
      else part.beats.push(readBeat(value, keyOf));
    } catch (error) {
      throw new TraceError(`line ${index + 1}: ${(error as Error).message}`);
    }
  }
  return parts;
}

/** A heartbeat as it was recorded, with the settings that it was judged by. */
export interface TracedBeat {
  beat: Heartbeat;
  recording: Pick<Recording, "idleSeconds" | "pause">;
}

/**
 * Writes a trace that `parseTrace` reads back; `urlOf` gives a URL whose page key is the given one.
 * Settings stand where they change. Sites that are never recorded are in no heartbeat and need no mention.
 */
export function formatTrace(traced: readonly TracedBeat[], urlOf: (key: string) => string): string {
  const lines: unknown[] = [];
  let before = "";
  for (const { beat, recording } of traced) {
    const { idleSeconds, pause } = recording;
    const current = JSON.stringify(recording);
    if (current !== before) {
      const settings = { idleSeconds, pausedUntil: pause?.until ?? null };
      lines.push({ at: formatInstant(pause?.from ?? beat.at, beat.offset), settings });
    }
    before = current;
    const { at, offset, page, ...seen } = beat;
    lines.push({ at: formatInstant(at, offset), ...seen, page: page === null ? null : urlOf(page) });
  }
  return lines.map((line) => `${JSON.stringify(line)}\n`).join("");
}

function formatInstant(at: number, offset: number): string {
  const local = new Date(at + offset * 60_000).toISOString().slice(0, -1);
  const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60].map((n) =>
    String(n).padStart(2, "0"),
  );
  return `${local}${offset < 0 ? "-" : "+"}${hours}:${minutes}`;
}

type Fields = Record<string, unknown>;

function readObject(line: string): Fields {
  const value: unknown = JSON.parse(line);
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new Error("is no JSON object");
  return value as Fields;
}

function readBeat(line: Fields, keyOf: (url: string) => string | null): Heartbeat {
  const { at, offset } = readInstant("at", line.at);
  return {
    at,
    offset,
    cause: readOneOf("cause", line.cause, causes),
    page: readPage(line.page, keyOf),
    focused: readBoolean("focused", line.focused),
    private: readBoolean("private", line.private),
    presence: readOneOf("presence", line.presence, presences),
    audible: readBoolean("audible", line.audible),
  };
}

function readRecording(line: Fields, before: Recording, keyOf: (url: string) => string | null): Recording {
  const { idleSeconds = before.idleSeconds, neverRecord = before.neverRecord, pausedUntil } = readSettings(line);
  if (!isIdleThreshold(idleSeconds)) throw new Error("idleSeconds is no whole number from 15 to 900");
  if (!Array.isArray(neverRecord)) throw new Error("neverRecord is no list of hosts");
  const from = line.at === undefined ? 0 : readInstant("at", line.at).at;
  return {
    idleSeconds,
    neverRecord: neverRecord.map((host) => readHost(host, keyOf)),
    pause: readPause(pausedUntil, from, before.pause),
  };
}

function readSettings({ settings }: Fields): Fields {
  if (typeof settings === "object" && settings !== null && !Array.isArray(settings)) return settings as Fields;
  throw new Error("settings is no JSON object");
}

/** A host as page keys begin with it: `www.Example.org` is `example.org`. */
function readHost(host: unknown, keyOf: (url: string) => string | null): string {
  const key = typeof host === "string" ? keyOf(`http://${host}`) : null;
  if (key === null) throw new Error(`neverRecord is no list of hosts: ${JSON.stringify(host)}`);
  return key.split("/", 1)[0] ?? key;
}

function readPause(pausedUntil: unknown, from: number, before: Recording["pause"]): Recording["pause"] {
  if (pausedUntil === undefined) return before;
  if (pausedUntil === null) return before && before.until > from ? { ...before, until: from } : before;
  const until = typeof pausedUntil === "number" ? pausedUntil : readInstant("pausedUntil", pausedUntil).at;
  if (!Number.isFinite(until)) throw new Error("pausedUntil is no instant");
  return { from, until };
}

/** ISO 8601 with its offset, which tells the local day: `2026-03-02T09:00:00.000+01:00`. */
function readInstant(name: string, value: unknown): { at: number; offset: number } {
  const text = typeof value === "string" ? value : "";
  const match = /^\d{4}-.*T.*(?:Z|([+-])(\d\d):?(\d\d))$/.exec(text);
  const at = Date.parse(text);
  const [, sign, hours = 0, minutes = 0] = match ?? [];
  const offset = (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  // Date.parse also takes words and a 30th of February, which are on another day than they say.
  if (!match || Number.isNaN(at) || localDay(at, offset) !== text.slice(0, 10)) {
    throw new Error(`${name} is no instant with an offset, as 2026-03-02T09:00:00.000+01:00`);
  }
  return { at, offset };
}

function readPage(value: unknown, keyOf: (url: string) => string | null): string | null {
  if (value === null || value === "") return null;
  const key = typeof value === "string" ? keyOf(value) : null;
  if (key === null) throw new Error(`page is no URL: ${JSON.stringify(value)}`);
  return key;
}

function readBoolean(name: string, value: unknown): boolean {
  if (typeof value !== "boolean") throw new Error(`${name} is not true or false`);
  return value;
}

function readOneOf<T extends string>(name: string, value: unknown, allowed: readonly T[]): T {
  const found = allowed.find((one) => one === value);
  if (!found) throw new Error(`${name} is none of ${allowed.join(", ")}`);
  return found;
}
