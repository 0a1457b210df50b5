import { prepareTests } from "../../src/commands/browsers";
import type { BrowserName } from "../browser/session";
import type { Bench, BrowserBench, Options } from "./bench";
import { makeBuilds } from "./builds";
import { withGrounds } from "./ground";
import { type History, histories } from "./history";
import type { Outcome } from "./outcome";

const browsers: readonly BrowserName[] = ["chromium", "firefox"];

const isBrowserBench = (bench: Bench): bench is BrowserBench => "measure" in bench;

/** Runs the benches; each that fails says why and leaves the others alone. Only a build that fails ends it all. */
export async function runBenches(
  chosen: readonly Bench[],
  { minutes, tell }: Pick<Options, "minutes"> & { tell(progress: string): void },
): Promise<Outcome[]> {
  const outcomes = chosen.map(({ name }): Outcome => ({ bench: name, figures: [], failures: [] }));
  const attempt = async (what: string, concerned: readonly Bench[], act: () => Promise<void>) => {
    const start = performance.now();
    try {
      await act();
    } catch (error) {
      if (process.env.DEBUG) console.error(error);
      const why = `${what}: ${error instanceof Error ? error.message : error}`;
      for (const bench of concerned) outcomes[chosen.indexOf(bench)]?.failures.push(why);
    }
    tell(`${what}: ${((performance.now() - start) / 1000).toFixed(1)} s`);
  };
  const keep = (bench: Bench, figures: Outcome["figures"]) => {
    outcomes[chosen.indexOf(bench)]?.figures.push(...figures);
  };

  // A browser that dies leaves promises behind which nobody waits for: the bench that waits for the browser says why.
  const orphaned = (error: unknown) => tell(`nobody waited for: ${error}`);
  process.on("unhandledRejection", orphaned);
  const builds = await makeBuilds();
  try {
    const shared = chosen.filter(isBrowserBench);
    if (chosen.some(needsBrowser)) {
      await attempt("browsers", chosen.filter(needsBrowser), async () => {
        Object.assign(process.env, await prepareTests());
      });
    }
    for (const browser of browsers) {
      const concerned = shared.filter(({ histories }) => histories[browser]);
      if (concerned.length === 0) continue;
      await attempt(browser, concerned, () =>
        withGrounds(browser, { builds, wanted: historiesOf(browser, concerned), tell }, async (ground) => {
          for (const bench of concerned) {
            if (!bench.histories[browser]?.includes(ground.history)) continue;
            await attempt(`${bench.name}, ${ground.where}`, [bench], async () =>
              keep(bench, await bench.measure(ground)),
            );
          }
        }),
      );
    }
    for (const bench of chosen) {
      if (isBrowserBench(bench)) continue;
      await attempt(bench.name, [bench], async () => keep(bench, await bench.run({ builds, minutes })));
    }
    return outcomes;
  } finally {
    process.off("unhandledRejection", orphaned);
    await builds.remove();
  }
}

const needsBrowser = (bench: Bench) => isBrowserBench(bench) || bench.needsBrowser === true;

/** Every history that some bench wants in this browser, the shortest first. */
function historiesOf(browser: BrowserName, benches: readonly BrowserBench[]): History[] {
  const all = Object.keys(histories) as History[];
  return all.filter((history) => benches.some((bench) => bench.histories[browser]?.includes(history)));
}
