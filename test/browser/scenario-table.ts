import { startSound } from "./scenario-sound";
import { type Finding, judge, Truth } from "./scenario-truth";
import { type Life, lives } from "./scenarios";
import type { BrowserName } from "./session";
import { withSession } from "./setup";
import { readStored, type Stored } from "./stored";
import { poll } from "./wait";

/** One scenario in one browser: the truth by the test's own clock beside what the extension has stored. Seconds. */
export interface Row {
  scenario: string;
  browser: BrowserName;
  truth: number;
  counted: number;
  /** How far the worst of its changes is off; positive: late. */
  error: number;
  /** How far each change may be off. */
  bound: number;
  changes: Finding[];
}

/** What one life has left in the store. */
export interface Account {
  rows: Row[];
  stored: Stored;
}

/** Lives a life with what is in dist, or with another build of the extension. */
export async function live(browser: BrowserName, life: Life, extension?: string): Promise<Account> {
  const sound = await startSound(browser);
  return withSession(
    browser,
    async (stage) => {
      const truth = new Truth();
      const scenarios = life.scenarios.filter(
        ({ browsers, needs }) => (!browsers || browsers.includes(browser)) && !needs?.(browser),
      );
      for (const { name, boundMs, run } of scenarios) {
        truth.begin(name, boundMs);
        await run(truth, stage);
      }
      const leftAt = Date.now();
      truth.mark(null);
      const reader = await stage.session.extensionPage("src/popup/popup.html");
      let stored = await readStored(reader);
      await poll("the last visit to be stored", async () => {
        stored = await readStored(reader);
        return stored.lastBeatAt >= leftAt;
      });
      const found = judge(truth.changes, stored.spans);
      return { stored, rows: scenarios.flatMap(({ name }) => rowOf(name, browser, found)) };
    },
    {
      environment: sound.environment,
      ...(extension && { extension }),
      ...(life.backgroundIdleMs && { backgroundIdleMs: life.backgroundIdleMs }),
    },
  ).finally(() => sound.stop());
}

function rowOf(scenario: string, browser: BrowserName, found: readonly Finding[]): Row[] {
  const changes = found.filter((change) => change.scenario === scenario);
  const sum = (measure: (change: Finding) => number) => changes.reduce((total, change) => total + measure(change), 0);
  if (changes.length === 0) return [];
  const worst = changes.reduce((a, b) => (Math.abs(b.lateMs) > Math.abs(a.lateMs) ? b : a));
  return [
    {
      scenario,
      browser,
      truth: sum(({ truthMs }) => truthMs) / 1000,
      counted: sum(({ countedMs }) => countedMs) / 1000,
      error: worst.lateMs / 1000,
      bound: worst.boundMs / 1000,
      changes,
    },
  ];
}

interface TableOptions {
  /** Also what takes minutes. */
  long?: boolean;
  /** Folder of the build that is judged; what is in dist when left out. */
  extension?: string;
}

/** The error table of one browser. */
export async function errorTable(browser: BrowserName, { long = false, extension }: TableOptions = {}): Promise<Row[]> {
  const rows: Row[] = [];
  for (const life of lives) if (long || !life.long) rows.push(...(await live(browser, life, extension)).rows);
  return rows;
}
