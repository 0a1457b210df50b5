import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";

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

describe("--check", { timeout: 60_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), "labels-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  const write = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };

  /** What the command prints and ends with for these arguments. */
  const run = (...args: string[]) => {
    const command = ["src/commands/run.js", "classify", ...args];
    const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: root, input: "", encoding: "utf8" });
    return { status, stdout, stderr };
  };

  test("without a file reads the labelled URLs of the project", () => {
    const { status, stdout } = run("--check");
    expect(status).toBe(0);
    expect(stdout).toMatch(/^strict accuracy .*\naccuracy .* of 150\)\nchannel accuracy .*\n/m);
  });

  test("fails for a strict row that is wrong, not for another", () => {
    const strict = run("--check", write("strict.tsv", "https://github.com/acme/shop\tdistribution\tads\t1\n"));
    expect(strict.status).toBe(1);
    expect(strict.stdout).toContain(
      "decided by: github.com/{owner}/{repo}/**\n  did not match: github.com (code-hosting)",
    );
    const loose = run("--check", write("loose.tsv", "https://github.com/acme/shop\tdistribution\tads\t0\n"));
    expect(loose.status).toBe(0);
    expect(loose.stdout).toContain("category (not strict): distribution ads expected, build code-hosting found");
  });

  test("says what it cannot read, and with which line", () => {
    const file = write("bad.tsv", "url\tcategory\tchannel\nhttps://github.com/\n");
    expect(run("--check", file)).toMatchObject({
      status: 2,
      stdout: "",
      stderr: expect.stringMatching(/: line 2: .*columns found: 1/),
    });
    const gone = join(folder, "gone.tsv");
    expect(run("--check", gone)).toMatchObject({
      status: 2,
      stdout: "",
      stderr: expect.stringContaining("no such file"),
    });
    expect(run("--what")).toMatchObject({
      status: 2,
      stdout: "",
      stderr: expect.stringContaining("--check [FILE.tsv]"),
    });
  });
});
