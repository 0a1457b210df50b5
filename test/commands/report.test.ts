import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { compile, type Rule, shippedRules } from "../../src/catalog/classify";
import { checkLabels, formatReport, LabelError, parseLabels, type Report } from "../../src/commands/report";

const rules: Rule[] = [
  { text: "acme.com", channel: "infra" },
  { text: "acme.com/{docs,learn}/**", channel: "docs" },
  { text: "app.acme.com/*/stats/**", channel: "analytics" },
  { text: "jobs.example", channel: "automation" },
  { text: "wall.example/", channel: "feeds" },
  { text: "other.com", channel: "ads" },
];
const catalog = compile(rules);
const check = (...lines: string[]) => checkLabels(parseLabels(lines.join("\n")), catalog, rules);
const wrongOf = ({ misses }: Report) => misses.map(({ label, wrong }) => `${label.url} ${wrong}`);

describe("labels", () => {
  test("are read with or without a header, a last column, a byte order mark and blank lines", () => {
    const one = { url: "https://acme.com/", categories: ["build"], channels: ["infra", "docs"], strict: true };
    expect(parseLabels("https://acme.com/\tbuild\tinfra/docs")).toEqual([{ line: 1, ...one }]);
    expect(
      parseLabels("\uFEFFurl\tcategory\tchannel\tstrict\r\n\r\nhttps://acme.com/\tbuild\tinfra|docs\t1\r\n"),
    ).toEqual([{ line: 3, ...one }]);
  });

  test("are strict as they say, else where they name one category", () => {
    const strict = (line: string) => parseLabels(line).map((label) => label.strict);
    expect(strict("u\tbuild\tai\t0")).toEqual([false]);
    expect(strict("u\tbuild|neutral\tai|misc\t1")).toEqual([true]);
    expect(strict("u\tbuild\tai")).toEqual([true]);
    expect(strict("u\tbuild|neutral\tai|misc")).toEqual([false]);
  });

  test("of what can only be neutral may have any word for a channel", () => {
    expect(parseLabels("u\tneutral\tlookalike\t1")[0]?.channels).toEqual(["lookalike"]);
  });

  test.each([
    ["", "holds no labelled URL"],
    ["url\tcategory\tchannel\tstrict\n", "holds no labelled URL"],
    ["u\tbuild\tai\nhttps://acme.com/", /^line 2: .*columns found: 1$/],
    ["u\tbuild", /^line 1: .*columns found: 2$/],
    ["u\tbuild\tai\t1\tmore", /^line 1: .*columns found: 5$/],
    ["u build ai 1", /^line 1: .*columns found: 1$/],
    ["url\tcategory\tchannel\n\nu\tbuilding\tai", 'line 3: "building" is no category: build, distribution, neutral'],
    ["u\tbuild|\tai", 'line 1: "" is no category'],
    ["u\tbuild\ttools", 'line 1: there is no channel "tools"'],
    ["u\tbuild|neutral\tlookalike", 'line 1: there is no channel "lookalike"'],
    ["u\tbuild\tai\tyes", 'line 1: "yes" is neither 1 (one right answer) nor 0'],
    ["u\tbuild\tai\t", 'line 1: "" is neither'],
  ])("that cannot be read say where and why: %j", (text, message) => {
    expect(() => parseLabels(text)).toThrow(LabelError);
    expect(() => parseLabels(text)).toThrow(message);
  });
});

describe("a check", () => {
  test("counts strict rows, all rows, and the channels of those that cannot be neutral", () => {
    const report = check(
      "https://acme.com/\tbuild\tinfra\t1",
      "https://acme.com/login\tbuild\tai\t1",
      "https://other.com/\tbuild\tai\t1",
      "https://other.com/x\tneutral|build\tmisc|ai\t0",
      "https://acme.com/x\tneutral|build\tmisc|ai\t0",
      "https://nobody-knows-this.example/\tneutral\tlookalike\t1",
    );
    expect(report.strict).toEqual({ right: 3, of: 4 });
    expect(report.all).toEqual({ right: 4, of: 6 });
    expect(report.channels).toEqual({ right: 1, of: 3 });
    expect(wrongOf(report)).toEqual([
      "https://acme.com/login channel",
      "https://other.com/ category",
      "https://other.com/x category",
    ]);
  });

  test("takes automation for AI, and feeds for social or community, but not the other way round", () => {
    const report = check(
      "https://jobs.example/\tbuild\tai",
      "https://jobs.example/\tbuild\tautomation",
      "https://wall.example/\tdistribution\tsocial",
      "https://wall.example/\tdistribution\tlaunch/community",
      "https://wall.example/\tdistribution\tfeeds",
      "https://wall.example/#\tdistribution\tlaunch",
      "https://acme.com/\tbuild\tautomation",
    );
    expect(wrongOf(report)).toEqual(["https://wall.example/# channel", "https://acme.com/ channel"]);
  });

  test("names the deciding rule, and the rules of that host that did not match", () => {
    const report = check(
      "https://app.acme.com/mira/statistics\tdistribution\tanalytics\t1",
      "https://nobody-knows-this.example/\tbuild|distribution\tai|ads\t0",
      "no URL\tbuild\tai",
    );
    expect(formatReport(report)).toBe(`line 1: https://app.acme.com/mira/statistics
  category: distribution analytics expected, build infra found
  decided by: acme.com
  did not match: acme.com/docs/** and 1 more (docs)
  did not match: app.acme.com/*/stats/** (analytics)

line 2: https://nobody-knows-this.example/
  category (not strict): build|distribution ai|ads expected, neutral misc found
  decided by: no rule

line 3: no URL
  category: build ai expected, neutral misc found
  decided by: no rule

strict accuracy     0.0% (0 of 2)
accuracy            0.0% (0 of 3)
channel accuracy    0.0% (0 of 3)
`);
  });

  test("says 100% only when all are right, and of none no share", () => {
    const right = Array.from({ length: 2000 }, () => "https://acme.com/\tbuild\tinfra\t0");
    expect(formatReport(check(...right, "https://acme.com/\tneutral\tmisc\t0"))).toMatch(
      /^strict accuracy {8}- \(0 of 0\)\naccuracy {11}99\.9% \(2000 of 2001\)\nchannel accuracy {2}100\.0% \(2000 of 2000\)\n$/m,
    );
  });
});

describe("of the labelled URLs", () => {
  const labels = parseLabels(readFileSync(new URL("../fixtures/urls-labelled.tsv", import.meta.url), "utf8"));
  const shipped = [...shippedRules()];
  const lookalikes = labels.filter(({ channels }) => channels.includes("lookalike"));
  const ambiguous = labels.filter(({ strict }) => !strict);
  const report = checkLabels(labels, compile(shipped), shipped);
  const share = ({ right, of }: { right: number; of: number }) => right / of;

  test("there are 150, strict ones, ambiguous ones and look-alikes", () => {
    expect(labels).toHaveLength(150);
    expect(report.strict.of).toBeGreaterThan(100);
    expect(ambiguous.length).toBeGreaterThan(20);
    expect(lookalikes.length).toBeGreaterThan(5);
  });

  test("98% of the strict get their category", () => {
    expect(share(report.strict), formatReport(report)).toBeGreaterThanOrEqual(0.98);
  });

  test("95% of the ambiguous get an acceptable category", () => {
    const among = checkLabels(ambiguous, compile(shipped), shipped);
    expect(share(among.all), formatReport(among)).toBeGreaterThanOrEqual(0.95);
  });

  test("95% of those that cannot be neutral get the channel", () => {
    expect(share(report.channels), formatReport(report)).toBeGreaterThanOrEqual(0.95);
  });

  test("all look-alikes are seen through", () => {
    const among = checkLabels(lookalikes, compile(shipped), shipped);
    expect(wrongOf(among)).toEqual([]);
  });
});
