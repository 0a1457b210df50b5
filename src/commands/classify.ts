import { text } from "node:stream/consumers";
import { compile, shippedRules } from "../catalog/classify";

/** URLs on stdin, one a line → `url<TAB>category<TAB>channel<TAB>rule`, in order, one line each. */
export async function main(): Promise<void> {
  const catalog = compile(shippedRules());
  const lines = (await text(process.stdin)).split("\n");
  if (lines.at(-1) === "") lines.pop();
  const answers = lines.map((line) => {
    const url = line.replace(/\r$/, "");
    const { category, channel, rule } = catalog.classify(url);
    return `${url}\t${category}\t${channel}\t${rule}\n`;
  });
  process.stdout.write(answers.join(""));
}
