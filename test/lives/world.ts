/** What holds the focus. */
export interface View {
  /** URL of the active tab; null where there is none. */
  url: string | null;
  /** The site on which its time counts, as a person would name it; null where it counts on none. */
  site: string | null;
  kind: "page" | "apps" | "private";
  audible: boolean;
}

/** What happens in a life. `t` is real time: milliseconds that no clock change and no journey touches. */
export type Happening = { t: number } & (
  | { is: "view"; view: View }
  | { is: "input" }
  | { is: "lock" }
  | { is: "unlock" }
  | { is: "sleep" }
  | { is: "wake" }
  | { is: "kill" }
  | { is: "start" }
  /** The clock is set, by so many milliseconds. */
  | { is: "clock"; by: number }
  /** Another zone or season: minutes ahead of UTC. */
  | { is: "zone"; offset: number }
  /** Recording is paused for so long, or goes on. */
  | { is: "pause"; forMs: number }
  | { is: "resume" }
  /** Alarms come up to a minute late from here on, or no longer. */
  | { is: "throttle"; on: boolean }
);

/** A week of somebody, in the order in which it happens. */
export interface Life {
  /** UTC clock at `t` 0. */
  epoch: number;
  /** Minutes ahead of UTC at `t` 0. */
  offset: number;
  idleSeconds: number;
  neverRecord: string[];
  happenings: Happening[];
}
