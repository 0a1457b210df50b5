import type { Happening, Life, View } from "./world";

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

/** A stretch of a life in which nothing changes, real time. */
export interface Stretch extends State {
  from: number;
  to: number;
  nextInput: number;
}

/** A life as stretches: one from each happening to the next. */
export function stretchesOf({ happenings, offset }: Life): Stretch[] {
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
