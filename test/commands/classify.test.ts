import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** What the command prints for this on its standard input. It starts a process, which takes its time. */
function classify(input: string): string {
  return execFileSync(process.execPath, ["src/commands/run.js", "classify"], { cwd: root, input, encoding: "utf8" });
}

test("each line in gives one line out, in order, whatever it holds", { timeout: 60_000 }, () => {
  const lines: [string, string][] = [
    ["https://github.com/acme/shop/pull/1", "build\tcode-hosting\tgithub.com/{owner}/{repo}/**"],
    ["", "neutral\tmisc\t-"],
    ["no URL at all", "neutral\tmisc\t-"],
    ["https://nobody-knows-this.example/", "neutral\tmisc\t-"],
    ["  https://plausible.io/sites  ", "distribution\tanalytics\tplausible.io"],
    ["\t", "neutral\tmisc\t-"],
    ["http://localhost:3000/?a\tb", "build\tlocal\tlocalhost"],
    ["https://github.com.evil.example/", "neutral\tmisc\t-"],
    ["about:blank", "neutral\tbrowser\tabout:"],
    ["https://github.com/acme/shop/pull/1", "build\tcode-hosting\tgithub.com/{owner}/{repo}/**"],
  ];
  const expected = lines.map(([url, verdict]) => `${url}\t${verdict}\n`).join("");
  expect(classify(lines.map(([url]) => `${url}\n`).join(""))).toBe(expected);
});
