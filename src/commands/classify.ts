import "./english";
import { readFile } from "node:fs/promises";
import { text } from "node:stream/consumers";
import { compile, shippedRules } from "../catalog/classify";
import { checkLabels, formatReport, LabelError, parseLabels } from "./report";

const LABELLED = "test/fixtures/urls-labelled.tsv";
const usage = `npm run --silent classify < URLS   or   npm run --silent classify -- --check [FILE.tsv]   (${LABELLED})`;

/** URLs on stdin, one a line → `url<TAB>category<TAB>channel<TAB>rule`, in order, one line each; `--check FILE` tells which labels it misses. */
export async function main([option, file = LABELLED, ...more]: string[]): Promise<number> {
  if (option === undefined) return answer(await text(process.stdin));
  if (option === "--check" && more.length === 0) return check(file);
  process.stderr.write(`${usage}\n`);
  return 2;
}

function answer(input: string): number {
  const catalog = compile(shippedRules());
  const lines = input.split("\n");
  if (lines.at(-1) === "") lines.pop();
  const answers = lines.map((line) => {
    const url = line.replace(/\r$/, "");
    const { category, channel, rule } = catalog.classify(url);
    return `${url}\t${category}\t${channel}\t${rule}\n`;
  });
  process.stdout.write(answers.join(""));
  return 0;
}

/** 1 when a row with one right answer is wrong, 2 when the labels cannot be read. */
async function check(file: string): Promise<number> {
  try {
    const rules = [...shippedRules()];
    const report = checkLabels(parseLabels(await readFile(file, "utf8")), compile(rules), rules);
    process.stdout.write(formatReport(report));
    return report.strict.right < report.strict.of ? 1 : 0;
  } catch (error) {
    const unreadable = error instanceof LabelError || (error as NodeJS.ErrnoException).code !== undefined;
    if (!unreadable) throw error;
    process.stderr.write(`${file}: ${(error as Error).message}\n`);
    return 2;
  }
}
