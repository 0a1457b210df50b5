import { cpus, release } from "node:os";
import { parseArgs } from "node:util";
import { isKept } from "../../test/bench/figure";
import { benches } from "../../test/bench/index";
import { hasFailed, type Outcome } from "../../test/bench/outcome";
import { runBenches } from "../../test/bench/run";
import { formatTable } from "../../test/bench/table";

const usage = `npm run bench -- [NAME…] [--json] [--minutes N]   names: ${benches.map(({ name }) => name).join(", ")}`;

/**
 * `npm run bench`: a table, then the same as JSON; `--json`: only JSON. Fails when a bench cannot measure or when a
 * firm budget is broken: sizes are the same everywhere, times are not.
 */
export async function main(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { json: { type: "boolean", default: false }, minutes: { type: "string", default: "1" } },
  });
  const minutes = Number(values.minutes);
  const unknown = positionals.filter((wanted) => !benches.some(({ name }) => name === wanted));
  if (unknown.length > 0 || !(minutes > 0)) {
    console.error(unknown.length > 0 ? `There is no bench ${unknown.join(", ")}.` : "--minutes is no number above 0.");
    console.error(usage);
    return 1;
  }
  const chosen = benches.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
  const outcomes = await runBenches(chosen, { minutes, tell: (progress) => console.error(progress) });
  if (!values.json) console.log(`\n${formatTable(outcomes)}\n`);
  console.log(JSON.stringify(asJson(outcomes), null, 2));
  return outcomes.some(hasFailed) ? 1 : 0;
}

function asJson(outcomes: readonly Outcome[]) {
  const [cpu] = cpus();
  return {
    at: new Date().toISOString(),
    machine: {
      cpu: cpu?.model ?? "unknown",
      cores: cpus().length,
      system: `${process.platform} ${release()}`,
      node: process.version,
    },
    benches: outcomes.map(({ bench, figures, failures }) => ({
      bench,
      figures: figures.map((figure) => ({ ...figure, kept: isKept(figure) })),
      failures,
    })),
  };
}
