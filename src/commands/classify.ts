import { createInterface } from "node:readline";
import { compile, shippedRules } from "../catalog/classify";

/** URLs on stdin, one a line → `url<TAB>category<TAB>channel<TAB>rule`, in order, one line each. */
export async function main(): Promise<void> {
  const catalog = compile(shippedRules());
  const lines: string[] = [];
  for await (const url of createInterface({ input: process.stdin })) {
    const { category, channel, rule } = catalog.classify(url.trim());
    lines.push(`${url}\t${category}\t${channel}\t${rule}\n`);
  }
  process.stdout.write(lines.join(""));
}
