import { type Random, seeded } from "./random";
import { apps, appsBesidePage, pages, privately, siteless, unrecorded, videos } from "./views";
import type { Happening, Life, View } from "./world";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** What may befall a life beside everyday use. */
export type Fate = "calm" | "rough";

/** A journal that is written as time goes by. */
interface Journal {
  random: Random;
  now: number;
  threshold: number;
  happenings: Happening[];
  /** When the last pause ended: a clock that is set back into a pause is paused once more. */
  pausedUntil: number;
}

type Activity = (life: Journal) => void;

type Plain = "input" | "lock" | "unlock" | "sleep" | "wake" | "kill" | "start" | "resume";

function note(life: Journal, ...names: Plain[]): void {
  for (const is of names) life.happenings.push({ t: life.now, is });
}

function look(life: Journal, view: View): void {
  life.happenings.push({ t: life.now, is: "view", view });
}

function pass(life: Journal, least: number, most: number): void {
  life.now += life.random.whole(least, Math.max(least, most));
}

/** Time with input, never as far apart as the threshold. */
function busy(life: Journal, ms: number): void {
  const end = life.now + ms;
  while (life.now < end) {
    note(life, "input");
    life.now = Math.min(end, life.now + life.random.whole(200, Math.min(40 * SECOND, life.threshold - 1)));
  }
  note(life, "input");
}

function anyView({ random }: Journal): View {
  const kind = random.whole(1, 100);
  if (kind <= 70) return random.pick(pages);
  if (kind <= 84) return random.pick([apps, appsBesidePage]);
  if (kind <= 90) return privately;
  return random.pick(kind <= 95 ? siteless : unrecorded);
}

const work: Activity = (life) => {
  const end = life.now + life.random.whole(5 * MINUTE, 35 * MINUTE);
  while (life.now < end) {
    note(life, "input");
    look(life, anyView(life));
    busy(life, life.random.happens(0.3) ? life.random.whole(1, 5 * SECOND) : life.random.whole(5 * SECOND, 5 * MINUTE));
  }
};

/** Reads without input for so long; the page may refresh by itself. */
function readFor(life: Journal, ms: number): void {
  note(life, "input");
  look(life, life.random.pick(pages));
  const end = life.now + ms;
  const refreshes = life.random.happens(0.4);
  while (refreshes && life.now + 50 * SECOND < end) {
    life.now += 45 * SECOND;
    look(life, life.random.pick(pages));
  }
  life.now = end;
}

const readBriefly: Activity = (life) => {
  readFor(life, life.random.pick([life.threshold - 1, life.random.whole(1, life.threshold - 1)]));
  note(life, "input");
};

const readLong: Activity = (life) => {
  const { threshold, random } = life;
  readFor(life, random.pick([threshold, threshold + 1, random.whole(threshold, 3 * threshold + 5 * MINUTE)]));
  note(life, "input");
};

/** Something to listen to, silent now and then, seldom longer than two hours. */
const listen: Activity = (life) => {
  const { random } = life;
  note(life, "input");
  const end = life.now + random.whole(2 * MINUTE, random.happens(0.1) ? 3 * HOUR : 45 * MINUTE);
  while (life.now < end) {
    const video = random.pick(videos);
    look(life, random.happens(0.2) ? { ...video, audible: false } : video);
    pass(life, 5 * SECOND, 20 * MINUTE);
  }
  if (random.happens(0.3)) look(life, apps);
  if (random.happens(0.3)) pass(life, SECOND, 2 * life.threshold);
  note(life, "input");
};

const lockScreen: Activity = (life) => {
  if (life.random.happens(0.3)) readFor(life, life.random.whole(life.threshold, 2 * life.threshold));
  else note(life, "input");
  note(life, "lock");
  pass(life, SECOND, 40 * MINUTE);
  note(life, "input", "unlock");
};

const sleep: Activity = (life) => {
  const { random } = life;
  const dozes = random.happens(0.3);
  if (dozes) readFor(life, random.whole(life.threshold, 2 * life.threshold));
  else busy(life, random.whole(SECOND, 2 * MINUTE));
  note(life, "sleep");
  pass(
    life,
    ...random.pick<[number, number]>([
      [2 * SECOND, 89 * SECOND],
      [91 * SECOND, 10 * MINUTE],
      [HOUR, 2 * HOUR],
    ]),
  );
  note(life, "input", "wake");
};

const sleepOverFilm: Activity = (life) => {
  note(life, "input");
  look(life, life.random.pick(videos));
  pass(life, Math.max(life.threshold, 5 * MINUTE), 50 * MINUTE);
  note(life, "sleep");
  pass(life, 2 * MINUTE, HOUR);
  // The machine may wake by itself: what can be heard goes on, and nobody is there.
  if (life.random.happens(0.5)) {
    note(life, "wake");
    pass(life, SECOND, HOUR);
    note(life, "input");
  } else note(life, "input", "wake");
};

const kill: Activity = (life) => {
  busy(life, life.random.whole(SECOND, 2 * MINUTE));
  note(life, "kill");
  pass(life, 500, life.random.pick([5 * SECOND, 80 * SECOND, 20 * MINUTE]));
  note(life, "input", "start");
  look(life, anyView(life));
};

const setClock: Activity = (life) => {
  const { random } = life;
  const mayGoBack = life.now - life.pausedUntil > 4 * HOUR;
  const by =
    random.pick(mayGoBack ? [-1, 1] : [1]) *
    random.pick([random.whole(1, 89 * SECOND), random.whole(2 * MINUTE, 3 * HOUR)]);
  busy(life, 2 * MINUTE);
  look(life, random.pick(pages));
  // Sometimes amid a stretch without input; not so near its end that no look lies between the jump and idle.
  if (random.happens(0.5)) pass(life, 1, Math.max(1, life.threshold - 35 * SECOND));
  life.happenings.push({ t: life.now, is: "clock", by });
  if (random.happens(0.5)) pass(life, life.threshold, 2 * life.threshold);
  busy(life, 2 * MINUTE);
};

const pauseRecording: Activity = (life) => {
  const forMs = life.random.whole(10 * SECOND, 30 * MINUTE);
  const end = life.now + forMs;
  life.pausedUntil = end;
  note(life, "input");
  life.happenings.push({ t: life.now, is: "pause", forMs });
  if (life.random.happens(0.5)) {
    busy(life, life.random.whole(SECOND, forMs - SECOND));
    note(life, "resume");
  }
  while (life.now < end) work(life);
};

/** Alarms come late while the user is there; well before anything is lost, they are on time again. */
const throttled: Activity = (life) => {
  life.happenings.push({ t: life.now, is: "throttle", on: true });
  for (const activity of [work, readLong, listen, readBriefly]) if (life.random.happens(0.5)) activity(life);
  life.happenings.push({ t: life.now, is: "throttle", on: false });
  busy(life, 2 * MINUTE);
};

function fly(life: Journal, offset: number): void {
  busy(life, MINUTE);
  note(life, "sleep");
  pass(life, 3 * HOUR, 9 * HOUR);
  life.happenings.push({ t: life.now, is: "zone", offset });
  note(life, "input", "wake");
}

const everyday: Activity[] = [work, work, work, readBriefly, readLong, listen, lockScreen, pauseRecording, throttled];
const mishaps: Activity[] = [sleep, sleep, sleepOverFilm, kill, setClock];

/** Lives a week from a seed. Calm lives know no loss that is allowed: nothing may be missing of them. */
export function liveWeek(seed: number, fate: Fate): Life {
  const random = seeded(seed);
  const [offset, summer] = random.pick([
    [60, 120],
    [-300, -240],
    [330, 330],
    [-210, -150],
    [765, 825],
    [-720, -720],
  ]) as [number, number];
  // Seven days about the night in which summer time begins or ends.
  const [before, after] = random.happens(0.5) ? [offset, summer] : [summer, offset];
  const epoch = Date.parse("2026-03-23") - before * MINUTE;
  const idleSeconds = random.pick([15, 60, 180, 180, 180, 900]);
  const life: Journal = { random, now: 6 * HOUR, threshold: idleSeconds * SECOND, happenings: [], pausedUntil: -DAY };
  const change = 6 * DAY + 2 * HOUR;
  note(life, "input", "start");
  for (let day = 0; day < 7; day += 1) {
    life.now = Math.max(life.now, day * DAY + random.whole(6 * HOUR, 10 * HOUR));
    note(life, "input", "unlock");
    const end =
      day * DAY + (day === 5 ? 26.5 * HOUR : random.whole(12 * HOUR, random.happens(0.3) ? 26 * HOUR : 17 * HOUR));
    while (life.now < end) {
      random.pick(fate === "rough" && random.happens(0.3) ? mishaps : everyday)(life);
      if (fate === "calm" || random.happens(0.4)) pass(life, 0, 5 * MINUTE);
      note(life, "input");
    }
    if (fate === "rough" && day === 2) fly(life, before + random.pick([-540, -120, 60, 300]));
    note(life, "input", "lock");
  }
  return {
    epoch,
    offset: before,
    idleSeconds,
    neverRecord: ["listed.example"],
    happenings: withZoneChange(life.happenings, change, after, fate),
  };
}

/** The night of the change of summer time happens whatever the user does; who has flown away has no part in it. */
function withZoneChange(happenings: Happening[], t: number, offset: number, fate: Fate): Happening[] {
  if (fate === "rough") return happenings;
  const later = happenings.findIndex((happening) => happening.t > t);
  const index = later < 0 ? happenings.length : later;
  return [...happenings.slice(0, index), { t, is: "zone", offset }, ...happenings.slice(index)];
}
