import { isKept } from "../../test/bench/figure";
import { measureSizes } from "../../test/bench/sizes";
import { prepareTests } from "./browsers";
import { build, builtFor, targets } from "./build";
import { main as packageAll } from "./package";
import { type Outcome, runTool } from "./tool";

interface Step {
  name: string;
  run(show: boolean): Promise<Outcome>;
}

const done: Outcome = { code: 0, output: "", stdout: "" };

async function buildBoth(): Promise<Outcome> {
  for (const target of targets) await build(target);
  return done;
}

/** Sizes are the same on every machine, so what breaks a budget fails here; times only tell, in the benches. */
async function checkSizes(): Promise<Outcome> {
  const figures = measureSizes({ chrome: builtFor("chrome"), firefox: builtFor("firefox") });
  const broken = figures.filter((figure) => isKept(figure) === false);
  const lines = broken.map(({ name, value, budget }) => `${name}: ${value} B, at most ${budget?.limit}`);
  return { ...done, code: broken.length === 0 ? 0 : 1, output: lines.join("\n") };
}

async function checkPackage(): Promise<Outcome> {
  return { ...done, code: await packageAll(["--check", "--quiet"]) };
}

interface LintReport {
  summary: { errors: number; warnings: number; notices: number };
}

/** Stricter than web-ext itself, which lets notices pass. */
async function lintForStore(): Promise<Outcome> {
  const args = ["lint", "--source-dir", builtFor("firefox"), "--output", "json", "--no-config-discovery"];
  const outcome = await runTool("web-ext/bin/web-ext.js", args, { env: { NO_UPDATE_NOTIFIER: "1" } });
  const report = outcome.stdout.slice(outcome.stdout.indexOf("{"));
  if (!report) return { ...outcome, code: outcome.code || 1 };
  const { errors, warnings, notices } = (JSON.parse(report) as LintReport).summary;
  if (errors + warnings + notices === 0) return outcome;
  return { ...outcome, code: 1, output: JSON.stringify(JSON.parse(report), null, 2) };
}

async function testInBrowsers(show: boolean): Promise<Outcome> {
  const env = await prepareTests();
  return runTool("vitest/vitest.mjs", ["run", "--project", "browser"], { show, env });
}

const steps: readonly Step[] = [
  { name: "typecheck", run: (show) => runTool("typescript/bin/tsc", ["-p", "src"], { show }) },
  {
    name: "lint",
    run: (show) =>
      runTool("@biomejs/biome/bin/biome", ["check", "--config-path=src/biome.json", "--error-on-warnings", "."], {
        show,
      }),
  },
  { name: "knip", run: (show) => runTool("knip/bin/knip.js", ["--no-progress"], { show }) },
  { name: "unit", run: (show) => runTool("vitest/vitest.mjs", ["run", "--project", "unit"], { show }) },
  { name: "build", run: buildBoth },
  { name: "sizes", run: checkSizes },
  { name: "package", run: checkPackage },
  { name: "store", run: lintForStore },
  { name: "browser", run: testInBrowsers },
];

async function attempt(step: Step, show: boolean): Promise<Outcome> {
  try {
    return await step.run(show);
  } catch (error) {
    return { ...done, code: 1, output: error instanceof Error ? error.message : String(error) };
  }
}

function choose(names: readonly string[]): readonly Step[] {
  const unknown = names.filter((name) => !steps.some((step) => step.name === name));
  if (unknown.length > 0) {
    throw new Error(
      `No test step is called ${unknown.join(", ")}; there are ${steps.map(({ name }) => name).join(", ")}.`,
    );
  }
  return names.length === 0 ? steps : steps.filter(({ name }) => names.includes(name));
}

/**
 * `npm test`: everything, in order, up to the first failure. `npm test -- lint unit`: these steps, showing what they
 * print as they go. The last line counts the steps that ran.
 */
export async function main(names: string[]): Promise<number> {
  let passed = 0;
  for (const step of choose(names)) {
    process.stdout.write(`${step.name} … ${names.length > 0 ? "\n" : ""}`);
    const start = performance.now();
    const { code, output } = await attempt(step, names.length > 0);
    const took = `${((performance.now() - start) / 1000).toFixed(1)} s`;
    if (code !== 0) {
      console.log([`failed after ${took}`, output.trim(), `${passed} passed, 1 failed`].filter(Boolean).join("\n\n"));
      return 1;
    }
    console.log(took);
    passed += 1;
  }
  console.log(`${passed} passed, 0 failed`);
  return 0;
}
