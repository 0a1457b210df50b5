import "./english";
import { cpus, loadavg, release } from "node:os";
import { parseArgs } from "node:util";
import { isKept } from "../../test/bench/figure";
import { benches } from "../../test/bench/index";
import { hasFailed } from "../../test/bench/outcome";
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
  const machine = describeMachine();
  const outcomes = await runBenches(chosen, { minutes, tell: (progress) => console.error(progress) });
  if (!values.json) {
    console.log(`\n${machine.cores} × ${machine.cpu}, Node ${machine.node}, load ${machine.load} before the run\n`);
    console.log(`${formatTable(outcomes)}\n`);
  }
  const found = outcomes.map(({ bench, figures, failures }) => ({
    bench,
    figures: figures.map((figure) => ({ ...figure, kept: isKept(figure) })),
    failures,
  }));
  console.log(JSON.stringify({ at: new Date().toISOString(), machine, benches: found }, null, 2));
  return outcomes.some(hasFailed) ? 1 : 0;
}

/** Times mean little on a machine that was busy: its load is told with them. */
function describeMachine() {
  return {
    cpu: cpus()[0]?.model ?? "unknown",
    cores: cpus().length,
    system: `${process.platform} ${release()}`,
    node: process.version,
    load: Math.round((loadavg()[0] ?? 0) * 100) / 100,
  };
}
