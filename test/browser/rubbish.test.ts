import { readFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { seeded } from "../lives/random";
import { readFaults, watchFaults } from "./hostile";
import type { BrowserName, Page } from "./session";
import { withSession } from "./setup";
import { readAll } from "./stored";
import { builder, tell } from "./story";
import { upload } from "./upload";

const dashboard = "src/dashboard/dashboard.html";
const MEGABYTE = 1e6;

/** Where a file can be chosen: its field, what is told of the file, and the endings that it takes. */
const pickers = {
  restore: { view: "data", told: "section[aria-labelledby=restore] .fault[data-told]", endings: [".gz", ".jsonl"] },
  import: { view: "data", told: "section[aria-labelledby=import] .fault[data-told]", endings: [".json", ".csv"] },
  "import-rules": { view: "rules", told: "#own-rules > output", endings: [".txt"] },
} as const;
type Act = keyof typeof pickers;

/** The same at each run: one in a hundred begins like JSON, and is refused as that. */
const random = seeded(1);
const noise = Uint8Array.from({ length: 300_000 }, () => random.whole(0, 255));

const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, "utf16le");
const gzip = (text: string) => gzipSync(Buffer.from(text), { level: 9 });
const head = (rows: number) =>
  JSON.stringify({
    ...{ format: "factory-trap-backup", version: 1, createdAt: 1 },
    tables: {
      ...{ settings: rows, channels: 0, rules: 0, imports: 0, blocks: 0, facts: 0 },
      ...{ dismissals: 0, stretches: 0, days: 0, spans: 0, trace: 0 },
    },
  });

/** Files that are none of ours, with what is told of each. */
const files: { act: Act; name: string; bytes: Uint8Array; reason: RegExp }[] = [
  ...Object.entries(pickers).flatMap(([act, { endings }]) =>
    endings.map((ending) => {
      const reason = { restore: /no backup/, import: /no file that can be imported/, "import-rules": /no text/ };
      return { act: act as Act, name: `random${ending}`, bytes: noise, reason: reason[act as Act] };
    }),
  ),
  { act: "restore", name: "bomb.gz", bytes: gzipSync(Buffer.alloc(200 * MEGABYTE)), reason: /no backup/ },
  {
    act: "restore",
    name: "bomb-behind-a-head.gz",
    bytes: gzip(`${head(1)}\n${" ".repeat(100 * MEGABYTE)}`),
    reason: /Line 2 .* longer than any/,
  },
  {
    act: "restore",
    name: "bomb-of-rows.gz",
    bytes: gzip(`${head(9e15)}\n${`{"table":"settings","rows":[${Array(9e5).fill(0).join()}]}\n`.repeat(9)}`),
    reason: /Line 2 .* row 1 of “settings”/,
  },
  {
    act: "restore",
    name: "deep.jsonl",
    bytes: Buffer.from(`${head(1)}\n${"[".repeat(1e6)}${"]".repeat(1e6)}\n`),
    reason: /Line 2 of the file is/,
  },
  { act: "restore", name: "utf16.jsonl", bytes: utf16(`${head(0)}\n`), reason: /Line 1 .*UTF-8/ },
  { act: "restore", name: "folder", bytes: new Uint8Array(), reason: /empty/ },
  { act: "import", name: "bomb.json", bytes: gzipSync(Buffer.alloc(200 * MEGABYTE)), reason: /no file that can/ },
  {
    act: "import",
    name: "deep.json",
    bytes: Buffer.from(`${"[".repeat(1e6)}${"]".repeat(1e6)}`),
    reason: /no file that can|damaged/,
  },
  {
    act: "import",
    name: "utf16.csv",
    bytes: utf16("date,host,alias,cate,focus,time\n20260301,github.com,,,1,1\n"),
    reason: /no file that can/,
  },
  { act: "import", name: "folder", bytes: new Uint8Array(), reason: /no file that can/ },
  { act: "import-rules", name: "utf16.txt", bytes: utf16("[community]\nforum.example.org\n"), reason: /no text/ },
  { act: "import-rules", name: "bomb.txt", bytes: gzipSync(Buffer.alloc(200 * MEGABYTE)), reason: /no text/ },
  {
    act: "import-rules",
    name: "long.txt",
    bytes: Buffer.from(`[community]\n${"a.".repeat(2e6)}\n${"[".repeat(500_000)}`),
    reason: /line 2: .*line 3: /s,
  },
];

/** The same as `upload` for what would be long on its way: so many of one letter. */
function uploadMany(page: Page, act: Act, letter: string, count: number): Promise<void> {
  return page.evaluate(
    (selector: string, one: string, many: number) => {
      const chosen = new DataTransfer();
      chosen.items.add(new File([one.repeat(many)], "many"));
      const field = document.querySelector(selector) as HTMLInputElement;
      field.files = chosen.files;
      field.dispatchEvent(new Event("change", { bubbles: true }));
    },
    `[data-act=${act}]`,
    letter,
    count,
  );
}

/** Shows the view in which a file can be chosen as if for the first time, and waits for what is told of the file. */
async function toldOf(page: Page, act: Act, choose: () => Promise<void>): Promise<string> {
  const { view, told } = pickers[act];
  for (const [hash, selector] of [
    ["diagnostics", "[data-act=start]"],
    [view, `[data-act=${act}]:enabled`],
  ] as const) {
    await page.evaluate((wanted: string) => {
      location.hash = wanted;
    }, hash);
    await page.until((wanted: string) => document.querySelector(wanted), selector);
  }
  await choose();
  return page.until((selector: string) => document.querySelector(selector)?.textContent?.trim(), told);
}

describe.each<BrowserName>(["chromium", "firefox"])("Files that are none of ours in %s", (name) => {
  test("are refused with a reason, change nothing, and the dashboard lives on", async () => {
    await withSession(name, async ({ session }) => {
      const page = await session.extensionPage("src/popup/popup.html");
      const { story, circumstances } = builder.balanced;
      const pause = { from: 0, until: 8e15 };
      await tell(page, story, { ...circumstances, settings: { ...circumstances.settings, pause } });
      await page.goto(session.url(`${dashboard}#data`));
      await watchFaults(page);
      const before = await readAll(page);
      const isAsBefore = async () => (await readAll(page)) === before;
      const picture = await readFile("public/icons/128.png");
      const pictured = Object.keys(pickers).map((act) => ({
        ...{ act: act as Act, name: "picture.png", bytes: picture, reason: /no backup|no file that can|no text/ },
      }));
      for (const { act, name: filename, bytes, reason } of [...files, ...pictured]) {
        const told = await toldOf(page, act, () => upload(page, `[data-act=${act}]`, filename, bytes));
        expect(told, `${act} ${filename}`).toMatch(reason);
        expect(told).toMatch(/Nothing was (changed|added)/);
        expect(await isAsBefore(), filename).toBe(true);
      }
      for (const [act, reason] of [
        ["restore", /no backup/],
        ["import", /damaged/],
        ["import-rules", /larger than 5 MB/],
      ] as const) {
        expect(await toldOf(page, act, () => uploadMany(page, act, "[", 20 * MEGABYTE))).toMatch(reason);
        expect(await isAsBefore(), act).toBe(true);
      }
      // A file that has gone, or a folder: the browser gives nothing of it.
      await page.evaluate(() => {
        const refuse = () => Promise.reject(new DOMException("gone", "NotReadableError"));
        Object.assign(Blob.prototype, { text: refuse, arrayBuffer: refuse });
      });
      for (const act of ["restore", "import", "import-rules"] as const) {
        expect(await toldOf(page, act, () => uploadMany(page, act, "x", 1))).toMatch(/cannot read|could not be read/);
      }
      await page.click('nav [href="#overview"]');
      await page.until(() => document.querySelector("[data-overview]"));
      expect(await isAsBefore()).toBe(true);
      expect(await readFaults(page)).toEqual([]);
    });
  });
});
