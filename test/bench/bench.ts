import type { BrowserName } from "../browser/session";
import type { Builds } from "./builds";
import type { Figure } from "./figure";
import type { Ground } from "./ground";
import type { History } from "./history";

export interface Options {
  builds: Builds;
  /** How long the long benches last, minutes. */
  minutes: number;
}

/** Measures something by itself. */
export interface PlainBench {
  name: string;
  /** It starts a browser of its own. */
  needsBrowser?: boolean;
  run(options: Options): Promise<Figure[]>;
}

/** Measures something in a browser, with some history stored; shares the browser with the other ones. */
export interface BrowserBench {
  name: string;
  histories: Partial<Record<BrowserName, readonly History[]>>;
  measure(ground: Ground): Promise<Figure[]>;
}

export type Bench = PlainBench | BrowserBench;
