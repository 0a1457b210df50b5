import { type Cause, causes, type Heartbeat, type Presence, presences } from "../../src/attention/heartbeat";

/** The day that is drawn when a drawing names none: a Monday. */
export const MONDAY = "2026-03-02";

/**
 * Draws heartbeats: each has its local time, then in any order a page, what is so and a UTC offset (`+00:00` if none is named).
 * `|` parts two heartbeats; `…` repeats the first of them as an alarm every 30 s until the second.
 *
 *     life`09:00:00 github.com … 09:10:00 github.com idle | 2026-03-03 08:00:00 +05:30 x.com startup`
 *
 * Words: `active` (nobody needs to say it), `idle`, `locked`, `audible`, `private`, `apps` (no browser window has the focus),
 * and the causes. A heartbeat without a page has none.
 */
export function life(strings: TemplateStringsArray, ...values: (string | number)[]): Heartbeat[] {
  const beats: Heartbeat[] = [];
  for (const stretch of String.raw(strings, ...values).split("|")) {
    const ends = stretch.split("…").map((text) => drawBeat(text.trim().split(/\s+/)));
    for (const [index, beat] of ends.entries()) {
      const before = ends[index - 1];
      if (before) beats.push(...alarmsBetween(before, beat.at));
      beats.push(beat);
    }
  }
  return beats;
}

/** The instant of a local time, drawn as in `life`. */
export function instant(text: string): number {
  return drawBeat(text.split(" ")).at;
}

function alarmsBetween(beat: Heartbeat, until: number): Heartbeat[] {
  const count = Math.max(0, Math.ceil((until - beat.at) / 30_000) - 1);
  return Array.from({ length: count }, (_, i) => ({ ...beat, at: beat.at + (i + 1) * 30_000, cause: "alarm" }));
}

function drawBeat(words: string[]): Heartbeat {
  let day = MONDAY;
  let time = "";
  let zone = "+00:00";
  let cause: Cause = "updated";
  let presence: Presence = "active";
  let page: string | null = null;
  const said = new Set<string>();
  for (const word of words) {
    const namedCause = causes.find((one) => one === word && one !== "idle");
    const namedPresence = presences.find((one) => one === word);
    if (/^\d{4}-\d\d-\d\d$/.test(word)) day = word;
    else if (/^\d\d:\d\d:\d\d/.test(word)) time = word;
    else if (/^[+-]\d\d:\d\d$/.test(word)) zone = word;
    else if (namedCause) cause = namedCause;
    else if (namedPresence) presence = namedPresence;
    else if (["audible", "private", "apps"].includes(word)) said.add(word);
    else page = word;
  }
  const at = Date.parse(`${day}T${time}${zone}`);
  if (Number.isNaN(at)) throw new Error(`no heartbeat: ${words.join(" ")}`);
  const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)/.exec(zone) ?? [];
  const offset = Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes));
  const focused = !said.has("apps");
  return { at, offset, cause, page, focused, private: said.has("private"), presence, audible: said.has("audible") };
}
