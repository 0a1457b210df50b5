import { readFileSync } from "node:fs";
import { gunzipSync, gzipSync } from "node:zlib";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { BackupError } from "../../../src/store/backup/error";
import { restoreBackup } from "../../../src/store/backup/restore";
import type { Database } from "../../../src/store/database";
import { openStore } from "../opened";
import { dumpOf, stockedStore } from "../stocked";

const text = readFileSync("test/fixtures/backup-1.jsonl", "utf8");
const packedBytes = readFileSync("test/fixtures/backup-1.jsonl.gz");
const lines = text.trimEnd().split("\n");
const values: unknown[] = lines.map((line) => JSON.parse(line));

const modes = fc.constantFrom("merge" as const, "replace" as const);

let db: Database;
let before: Awaited<ReturnType<typeof dumpOf>>;

beforeAll(async () => {
  db = await stockedStore();
  before = await dumpOf(db);
});

const fileOf = (content: string | Uint8Array) =>
  new Blob([typeof content === "string" ? content : new Uint8Array(content)]);

/** What is wrong with a file; null where it can be restored. The store must not have changed for it. */
async function faultOf(content: string | Uint8Array, mode: "merge" | "replace"): Promise<BackupError | null> {
  const error: unknown = await restoreBackup(db, fileOf(content), { mode }).then(
    () => null,
    (caught) => caught,
  );
  if (error !== null) {
    expect(error).toBeInstanceOf(BackupError);
    expect(await dumpOf(db)).toEqual(before);
    return error as BackupError;
  }
  // It was one after all: the next file finds the store as the last did.
  db = await stockedStore();
  before = await dumpOf(db);
  return null;
}

/** Strings that have broken things elsewhere. */
const hostile = fc.constantFrom(
  "__proto__",
  "constructor",
  "",
  "=cmd|' /C calc'!A0",
  "\u0000",
  "\ud800",
  "\u202e",
  "<script>",
  "x".repeat(100_000),
);
const odd = fc.oneof(
  hostile,
  fc.constantFrom<unknown>(null, true, -1, 0.5, 1e300, -1e300, 2 ** 53, [], {}, [[[[]]]], { length: 1 }),
  fc.jsonValue({ maxDepth: 3 }),
);

/** Every place in a value, as the names that lead there. */
function placesIn(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== "object" || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([name, item]) => placesIn(item, [...path, name]))];
}

/** A copy of a value with another one at a place. */
function withAt(value: unknown, [name, ...rest]: string[], put: (old: unknown) => unknown): unknown {
  if (name === undefined) return put(value);
  const copy = Array.isArray(value) ? [...value] : { ...(value as object) };
  Object.assign(copy, { [name]: withAt((value as Record<string, unknown>)[name], rest, put) });
  return copy;
}

const written = (all: readonly unknown[]) => `${all.map((value) => JSON.stringify(value)).join("\n")}\n`;

const places = values.flatMap((value, line) => placesIn(value).map((path) => ({ line, path })));
/** Free texts and numbers, of which any other is as good. */
const isFree = (path: string[]) =>
  [
    "title",
    "reason",
    "filename",
    "tool",
    "sign",
    "when",
    "key",
    "page",
    "move",
    "channel",
    "project",
    "label",
  ].includes(path.at(-1) ?? "");

describe("no file does harm", () => {
  test("that is cut off anywhere, packed or not", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.boolean(),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        modes,
        async (isPacked, at, mode) => {
          const whole = isPacked ? packedBytes : Buffer.from(text.trimEnd());
          const error = await faultOf(whole.subarray(0, Math.floor(at * whole.length)), mode);
          expect(["empty", "noBackup", "truncated"]).toContain(error?.fault);
        },
      ),
      { numRuns: 60 },
    );
  });

  test("in whose packed bytes one is another", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(packedBytes.length - 1),
        fc.integer({ min: 1, max: 255 }),
        modes,
        async (at, flip, mode) => {
          const changed = packedBytes.with(at, (packedBytes[at] ?? 0) ^ flip);
          const error = await faultOf(changed, mode);
          // Some bits of a gzip say nothing of what is in it.
          if (error === null) expect(gunzipSync(changed).toString()).toBe(text);
        },
      ),
      { numRuns: 80 },
    );
  });

  test("in whose plain bytes one is another", async () => {
    const bytes = Buffer.from(text);
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 0, max: 255 }), modes, async (at, byte, mode) => {
        await faultOf(bytes.with(at, byte), mode);
      }),
      { numRuns: 80 },
    );
  });

  test("in which anything stands in the place of anything", async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...places), odd, modes, async ({ line, path }, value, mode) => {
        const changed = withAt(values[line], path, () => value);
        fc.pre(JSON.stringify(changed) !== lines[line]);
        const error = await faultOf(written(values.with(line, changed)), mode);
        if (error && error.line > 0) expect(error.line).toBeGreaterThanOrEqual(line === 0 ? 1 : line);
      }),
      { numRuns: 150 },
    );
  });

  test("in which a value is of another type", async () => {
    const typed = places.filter(({ path }) => path.length > 0 && !path.includes("createdAt"));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...typed), modes, async ({ line, path }, mode) => {
        const wrap = (old: unknown) => (typeof old === "object" ? 5 : { was: old });
        const changed = written(values.with(line, withAt(values[line], path, wrap)));
        expect(await faultOf(changed, mode), `${line}: ${path.join(".")}`).not.toBeNull();
      }),
      { numRuns: 150 },
    );
  });

  test("in which a number is absurd", async () => {
    const numbers = places.filter(
      ({ line, path }) => typeof path.reduce((value, name) => Object(value)[name], values[line]) === "number",
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...numbers),
        fc.constantFrom("1e999", "-1e999", "1e300", "9e15", "-9e16"),
        modes,
        async ({ line, path }, number, mode) => {
          // What a user told may be as much as they like.
          fc.pre(!(number === "9e15" && /^(value|createdAt)$/.test(path.at(-1) ?? "")));
          const changed = JSON.stringify(withAt(values[line], path, () => "ABSURD")).replace('"ABSURD"', number);
          expect(await faultOf(`${lines.with(line, changed).join("\n")}\n`, mode), `${path}: ${number}`).not.toBeNull();
        },
      ),
      { numRuns: 100 },
    );
  });

  test("in which names lead to every object's prototype", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...places),
        fc.constantFrom("__proto__", "constructor", "toString"),
        modes,
        async ({ line, path }, name, mode) => {
          const target = path.reduce((value, step) => Object(value)[step], values[line]);
          fc.pre(typeof target === "object" && target !== null && !Array.isArray(target));
          const changed = JSON.stringify(
            withAt(values[line], path, (old) => ({ ...Object(old), INTRUDER: { isOn: 1 } })),
          );
          await faultOf(`${lines.with(line, changed.replace("INTRUDER", name)).join("\n")}\n`, mode);
          expect(Object.hasOwn(Object.prototype, "isOn")).toBe(false);
          expect(({} as { isOn?: number }).isOn).toBeUndefined();
        },
      ),
      { numRuns: 80 },
    );
  });

  test("in which a line is missing, there twice, or elsewhere", async () => {
    const index = fc.nat(lines.length - 1);
    const changes = fc.oneof(
      index.map((at) => lines.toSpliced(at, 1)),
      index.map((at) => lines.toSpliced(at, 0, lines[at] ?? "")),
      fc
        .tuple(index, index)
        .filter(([a, b]) => a !== b)
        .map(([a, b]) => lines.with(a, lines[b] ?? "").with(b, lines[a] ?? "")),
    );
    await fc.assert(
      fc.asyncProperty(changes, modes, async (changed, mode) => {
        expect(await faultOf(`${changed.join("\n")}\n`, mode)).not.toBeNull();
      }),
      { numRuns: 60 },
    );
  });

  test("in which a row is missing, there twice, or elsewhere", async () => {
    const tables = values.slice(1, -1) as { table: string; rows: unknown[] }[];
    const long = fc.nat(tables.length - 1).filter((at) => (tables[at]?.rows.length ?? 0) > 1);
    const change = fc.constantFrom("without" as const, "twice" as const, "turned" as const);
    await fc.assert(
      fc.asyncProperty(long, change, modes, async (at, how, mode) => {
        const table = tables[at] as (typeof tables)[number];
        const [first] = table.rows;
        const rows = { without: table.rows.slice(1), twice: [first, ...table.rows], turned: table.rows.toReversed() }[
          how
        ];
        expect(await faultOf(written(values.with(at + 1, { ...table, rows })), mode)).not.toBeNull();
      }),
      { numRuns: 60 },
    );
  });

  test("that is anything else", async () => {
    const picture = readFileSync("public/icons/128.png");
    const utf16 = Buffer.from(`\uFEFF${text}`, "utf16le");
    const files: (string | Uint8Array)[] = [
      picture,
      gzipSync(picture),
      Buffer.concat([packedBytes.subarray(0, 10), picture]),
      gzipSync(packedBytes),
      utf16,
      gzipSync(utf16),
      "",
      gzipSync(""),
      "\n",
      "site,time\r\nx.com,=1+1\r\n",
      readFileSync("package.json"),
      readFileSync("test/fixtures/store-2.json"),
      `${"[".repeat(200_000)}${"]".repeat(200_000)}`,
      `${lines[0]}\n${"[".repeat(200_000)}${"]".repeat(200_000)}\n`,
      `${lines[0]}\n${'{"a":'.repeat(200_000)}1${"}".repeat(200_000)}\n`,
      gzipSync(`${lines[0]}\n${" ".repeat(20_000_000)}\n`),
    ];
    for (const file of files)
      for (const mode of ["merge", "replace"] as const) expect(await faultOf(file, mode)).not.toBeNull();
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.boolean(), modes, async (bytes, isPacked, mode) => {
        expect(await faultOf(isPacked ? gzipSync(bytes) : bytes, mode)).not.toBeNull();
      }),
      { numRuns: 60 },
    );
  });
});

test("Hostile texts in a whole file are but texts", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(hostile, { minLength: 1, maxLength: 4 }), modes, async (texts, mode) => {
      const free = places.filter(
        ({ line, path }) => line > 0 && isFree(path) && /^(title|reason|filename)$/.test(path.at(-1) ?? ""),
      );
      const changed = free.reduce(
        (all, { line, path }, i) =>
          all.with(
            line,
            withAt(all[line], path, (old) => `${old}${texts[i % texts.length]}`),
          ),
        values,
      );
      const other = openStore();
      await restoreBackup(other, fileOf(written(changed)), { mode });
      const titles = (await other.blocks.toArray()).map(({ title }) => title);
      const given = (changed.find((value) => Object(value).table === "blocks") as { rows: { title: string }[] }).rows;
      // A half of a surrogate pair is no text in UTF-8.
      expect(titles).toEqual(given.map(({ title }) => title));
    }),
    { numRuns: 20 },
  );
});
