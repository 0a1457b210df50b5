import type { Happening, Life, View } from "./world";

/** Milliseconds by local day and site; other apps are a site of that name. */
export type Sums = Map<string, number>;

/** The name under which the time of other apps is summed. */
export const OTHER_APPS = "(other apps)";

export interface Truth {
  counted: Sums;
  /** What may be missing of it, and what may be there beyond it, where the contract allows a loss. */
  mayLack: Sums;
  mayExceed: Sums;
}

interface State {
  view: View;
  lastInput: number;
  /** Whether a lock or a sleep has ended the presence that listening held. */
  left: boolean;
  locked: boolean;
  asleep: boolean;
  running: boolean;
  shift: number;
  offset: number;
  /** Real time at which the pause ends. */
  pausedUntil: number;
}

interface Stretch extends State {
  from: number;
  to: number;
  nextInput: number;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const LISTENING = 120 * MINUTE;
/** A heartbeat's period and its lateness: the most that a kill, a sleep or a jump may cost. */
const LOSS = 31_000;
/** A sleep or a forward jump that is shorter may be counted. */
const BRIDGED = 90_000;

/**
 * What really held the attention of a life, told from the definition alone. Knows nothing of heartbeats, but for losses that
 * are allowed: `seen` are the instants, in real time, at which the extension looked.
 */
export function tellTruth(life: Life, seen: readonly number[]): Truth {
  const stretches = stretchesOf(life);
  const counted: Sums = new Map();
  for (const stretch of stretches) addCounted(counted, life, stretch, stretch.from, stretch.to);
  const mayLack: Sums = new Map();
  const mayExceed: Sums = new Map();
  const lack = (from: number, to: number) => {
    for (const stretch of stretches) {
      addCounted(mayLack, life, stretch, Math.max(from, stretch.from), Math.min(to, stretch.to));
    }
  };
  for (const [index, happening] of life.happenings.entries()) {
    const { t } = happening;
    const last = Math.max(lastBefore(seen, t), t - LOSS);
    const end = life.happenings.slice(index).find(({ is }) => is === "wake")?.t ?? t;
    if (happening.is === "kill" || happening.is === "sleep") lack(last, t);
    if (happening.is === "sleep" && end - t < BRIDGED) exceed(mayExceed, life, stretches, t, end - t);
    if (happening.is === "clock") {
      const next = Math.min(firstFrom(seen, t), t + LOSS);
      lack(last, next);
      // An idle line soon after a jump is cut back in time awake, of which the jump hides what lay between two looks.
      const input = stretches.find(({ from, to }) => from <= next && next < to)?.lastInput ?? t;
      if (input <= t) lack(input - (next - last), input);
      if (happening.by <= 0 || happening.by >= BRIDGED) continue;
      for (const at of new Set([t, input + 1])) exceed(mayExceed, life, stretches, at, happening.by);
    }
  }
  return { counted, mayLack, mayExceed };
}

/** The life as stretches in which nothing changes. */
function stretchesOf({ happenings, offset }: Life): Stretch[] {
  const nobody: View = { url: null, site: null, kind: "page", audible: false };
  let state: State = {
    view: nobody,
    lastInput: 0,
    left: false,
    locked: false,
    asleep: false,
    running: false,
    shift: 0,
    offset,
    pausedUntil: 0,
  };
  const inputs = happenings.filter(({ is }) => is === "input").map(({ t }) => t);
  let inputsGone = 0;
  return happenings.map((happening, index) => {
    state = after(state, happening);
    while ((inputs[inputsGone] ?? Number.POSITIVE_INFINITY) <= happening.t) inputsGone += 1;
    const nextInput = inputs[inputsGone] ?? Number.POSITIVE_INFINITY;
    return { ...state, from: happening.t, to: happenings[index + 1]?.t ?? happening.t, nextInput };
  });
}

function after(state: State, happening: Happening): State {
  switch (happening.is) {
    case "view":
      return { ...state, view: happening.view };
    case "input":
      return { ...state, lastInput: happening.t, left: false };
    case "lock":
      return { ...state, locked: true, left: true };
    case "unlock":
      return { ...state, locked: false };
    case "sleep":
      return { ...state, asleep: true, left: true };
    case "wake":
      return { ...state, asleep: false };
    case "kill":
      return { ...state, running: false };
    case "start":
      return { ...state, running: true };
    case "clock":
      return { ...state, shift: state.shift + happening.by };
    case "zone":
      return { ...state, offset: happening.offset };
    case "pause":
      return { ...state, pausedUntil: happening.t + happening.forMs };
    case "resume":
      return { ...state, pausedUntil: happening.t };
    default:
      return state;
  }
}

/** Adds what counts of a stretch between two instants. */
function addCounted(sums: Sums, life: Life, stretch: Stretch, from: number, to: number): void {
  const { view, locked, asleep, running, lastInput, nextInput, left, pausedUntil } = stretch;
  if (locked || asleep || !running || view.kind === "private") return;
  const site = view.kind === "apps" ? OTHER_APPS : view.site;
  if (site === null) return;
  const present = nextInput - lastInput < life.idleSeconds * 1000;
  const listening = view.audible && view.kind === "page" && !left;
  if (!present && !listening) return;
  const start = Math.max(from, pausedUntil);
  const end = present ? to : Math.min(to, lastInput + LISTENING);
  addByDay(sums, site, start, end, life.epoch + stretch.shift + stretch.offset * MINUTE);
}

function addByDay(sums: Sums, site: string, start: number, end: number, toLocal: number): void {
  for (let from = start; from < end; ) {
    const midnight = (Math.floor((from + toLocal) / DAY) + 1) * DAY - toLocal;
    const to = Math.min(end, midnight);
    const place = `${new Date(from + toLocal).toISOString().slice(0, 10)} ${site}`;
    sums.set(place, (sums.get(place) ?? 0) + to - from);
    from = to;
  }
}

/** Whatever held the attention at an instant may have as much more, on either day that it may fall on. */
function exceed(sums: Sums, life: Life, stretches: readonly Stretch[], t: number, ms: number): void {
  const stretch = stretches.findLast(({ from }) => from < t) ?? stretches[0];
  const site = stretch?.view.kind === "apps" ? OTHER_APPS : stretch?.view.site;
  if (!stretch || !site) return;
  const local = life.epoch + stretch.shift + stretch.offset * MINUTE + t;
  for (const day of new Set([local, local + ms].map((at) => new Date(at).toISOString().slice(0, 10)))) {
    sums.set(`${day} ${site}`, (sums.get(`${day} ${site}`) ?? 0) + ms);
  }
}

function lastBefore(seen: readonly number[], t: number): number {
  return seen.findLast((at) => at <= t) ?? t;
}

function firstFrom(seen: readonly number[], t: number): number {
  return seen.find((at) => at > t) ?? t;
}
