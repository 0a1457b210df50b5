import { day } from "./scenario-day";
import { ends, longEnds, sleep } from "./scenario-ends";
import { leftAlone } from "./scenario-left";
import { still } from "./scenario-still";
import type { Truth } from "./scenario-truth";
import type { BrowserName } from "./session";
import type { Stage } from "./setup";

export interface Scenario {
  name: string;
  /** How far what is stored may be from each change, milliseconds: the table of bounds. */
  boundMs: number;
  browsers?: readonly BrowserName[];
  /** Why it cannot be had in this browser on this machine; null where it can. */
  needs?(browser: BrowserName): string | null;
  run(truth: Truth, stage: Stage): Promise<void>;
}

/** Scenarios that follow each other in one browser session. */
export interface Life {
  name: string;
  /** Too long for every test: only for the table. */
  long?: boolean;
  /** Firefox: how long an idle event page lives. */
  backgroundIdleMs?: number;
  scenarios: readonly Scenario[];
}

export const lives: readonly Life[] = [day, still, ends, longEnds, leftAlone, sleep];
