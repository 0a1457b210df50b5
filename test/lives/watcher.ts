import type { Random } from "./random";
import type { Happening, Life, View } from "./world";

/** What the extension saw of a life. */
export interface Trace {
  /** JSON Lines, as `replay` reads them. */
  text: string;
  /** When each heartbeat was, in real time. */
  seen: number[];
}

const ALARM = 30_000;
const LATEST = 60_000;
const MINUTE = 60_000;

/** The life as a browser tells it to an extension: events, one alarm of 30 s while there is attention, idle one threshold late. */
export function watch(life: Life, random: Random): Trace {
  const lines: string[] = [];
  const seen: number[] = [];
  const threshold = life.idleSeconds * 1000;
  let view: View = { url: null, site: null, kind: "page", audible: false };
  let [lastInput, shift, offset] = [0, 0, life.offset];
  let [locked, asleep, running, throttled, saidIdle] = [false, false, false, false, false];
  let alarm: number | null = null;

  const local = (t: number) => {
    const clock = new Date(life.epoch + t + shift + offset * MINUTE).toISOString().slice(0, -1);
    const ahead = Math.abs(offset);
    const two = (n: number) => String(Math.floor(n)).padStart(2, "0");
    return `${clock}${offset < 0 ? "-" : "+"}${two(ahead / 60)}:${two(ahead % 60)}`;
  };
  const say = (line: object) => lines.push(JSON.stringify(line));
  const presence = (t: number) => (locked ? "locked" : t - lastInput >= threshold ? "idle" : "active");
  const nextAlarm = (t: number) => t + ALARM + (throttled ? random.whole(0, LATEST) : random.whole(0, 5));

  const look = (t: number, cause: string) => {
    if (!running || asleep) return;
    const { url, kind } = view;
    const flags = { focused: kind !== "apps", private: kind === "private", audible: view.audible };
    const now = presence(t);
    say({ at: local(t), cause, page: url, ...flags, presence: now });
    seen.push(t);
    saidIdle = now === "idle";
    const attended = kind !== "private" && (now === "active" || (now === "idle" && kind === "page" && view.audible));
    alarm = attended ? (alarm ?? nextAlarm(t)) : null;
  };

  /** What the browser itself does up to an instant: alarms, the idle event, and stopping our background. */
  const runUntil = (until: number) => {
    while (running && !asleep) {
      const idle = locked || saidIdle ? Number.POSITIVE_INFINITY : lastInput + threshold;
      const next = Math.min(idle, alarm ?? Number.POSITIVE_INFINITY);
      if (next > until) return;
      const isIdle = next === idle;
      if (next === alarm) alarm = nextAlarm(next);
      look(next, isIdle ? "idle" : "alarm");
      if (random.happens(0.02)) look(Math.min(until, Math.max(next, idle), next + random.whole(1, 2000)), "suspend");
    }
  };

  const live = (happening: Happening) => {
    const { t } = happening;
    switch (happening.is) {
      case "view":
        view = happening.view;
        return look(t, random.pick(["activated", "updated", "removed", "focus"]));
      case "input":
        lastInput = t;
        return saidIdle ? look(t, "idle") : undefined;
      case "lock":
      case "unlock":
        locked = happening.is === "lock";
        return look(t, "idle");
      case "sleep":
        asleep = true;
        alarm = null;
        return;
      case "wake":
        asleep = false;
        return look(t, "alarm");
      case "kill":
        running = false;
        alarm = null;
        return;
      case "start":
        running = true;
        return look(t, "startup");
      case "clock":
        shift += happening.by;
        return;
      case "zone":
        offset = happening.offset;
        return;
      case "pause":
      case "resume": {
        const until = happening.is === "pause" ? local(t + happening.forMs) : null;
        say({ at: local(t), settings: { pausedUntil: until } });
        return look(t, "updated");
      }
      case "throttle":
        throttled = happening.on;
        if (!throttled && alarm !== null) alarm = Math.min(alarm, t + ALARM);
    }
  };

  say({ settings: { idleSeconds: life.idleSeconds, neverRecord: life.neverRecord } });
  for (const happening of life.happenings) {
    runUntil(happening.t);
    live(happening);
  }
  return { text: `${lines.join("\n")}\n`, seen };
}
