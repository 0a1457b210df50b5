import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { type Header, type Reading, readBackup } from "../../../src/store/backup/file";
import type { Batch } from "../../../src/store/backup/tables";

const text = readFileSync("test/fixtures/backup-1.jsonl", "utf8");
const lines = text.trimEnd().split("\n");
const bytes = Buffer.from(text);

async function read(file: Blob, reading?: Reading): Promise<{ header: Header; batches: Batch[] }> {
  const batches: Batch[] = [];
  const all = readBackup(file, reading);
  for (;;) {
    const { done, value } = await all.next();
    if (done) return { header: value, batches };
    batches.push(value);
  }
}

const plain = (...parts: (string | Uint8Array)[]) =>
  new Blob(parts.map((part) => (typeof part === "string" ? part : new Uint8Array(part))));
const withLine = (number: number, line: string) => plain(lines.with(number - 1, line).join("\n"), "\n");
/** A file with a row that is long, and does not pack well. */
const long = text.replace('"title":"', `"title":"${Array.from({ length: 9000 }, (_, i) => Math.sin(i)).join()}`);
/** Little-endian UTF-16. */
const utf16 = Buffer.from(text, "utf16le");

describe("a backup", () => {
  test("gives its rows table by table, and its first line", async () => {
    const { header, batches } = await read(plain(text));
    expect(header).toEqual(JSON.parse(lines[0] ?? ""));
    expect(batches).toEqual(lines.slice(1, -1).map((line) => JSON.parse(line)));
  });

  test.each([
    ["packed", plain(gzipSync(text))],
    ["packed as it was first written", plain(readFileSync("test/fixtures/backup-1.jsonl.gz"))],
    ["with the line breaks of another system", plain(text.replaceAll("\n", "\r\n"))],
    ["with the mark of UTF-8", plain("\uFEFF", text)],
    ["without its last line break", plain(text.trimEnd())],
  ])("is the same %s", async (_, file) => {
    expect(await read(file)).toEqual(await read(plain(text)));
  });

  test("is read no further than it is wanted", async () => {
    const all = readBackup(plain(gzipSync(text)));
    expect((await all.next()).value).toMatchObject({ table: "settings" });
    expect(await all.return(undefined as never)).toMatchObject({ done: true });
  });
});

describe("what is wrong with a file is told", () => {
  test.each<[string, Blob, string, number]>([
    ["an empty file", plain(""), "empty", 0],
    ["a packed nothing", plain(gzipSync("")), "empty", 0],
    ["a picture", plain(readFileSync("public/icons/128.png")), "noBackup", 1],
    ["a packed picture", plain(gzipSync(readFileSync("public/icons/128.png"))), "noBackup", 1],
    ["a CSV", plain("site,day,seconds\nx.com,2026-01-01,5\n"), "noBackup", 1],
    ["another JSON", plain('{"version":1,"tables":{}}'), "noBackup", 1],
    ["another JSON with line breaks", plain('{\n  "format": "factory-trap-backup"\n}'), "noBackup", 1],
    ["a JSON that is no object", plain("null\n"), "noBackup", 1],
    ["a text that is very long", plain("x".repeat(100_000)), "noBackup", 1],
    ["zeros that are packed well", plain(gzipSync(new Uint8Array(50_000_000))), "noBackup", 1],
    ["UTF-16", plain(utf16), "encoding", 1],
    ["UTF-16 with its mark", plain(Buffer.from([0xff, 0xfe]), utf16), "encoding", 1],
    ["UTF-16 the other way round", plain(Buffer.from(utf16).swap16()), "encoding", 1],
    [
      "a letter of Latin-1",
      plain(bytes.subarray(0, bytes.indexOf("ü")), Buffer.from([0xfc]), bytes.subarray(bytes.indexOf("ü") + 2)),
      "encoding",
      10,
    ],
    ["a newer version", withLine(1, (lines[0] ?? "").replace('"version":1', '"version":2')), "newer", 1],
    [
      "a version that there never was",
      withLine(1, (lines[0] ?? "").replace('"version":1', '"version":0')),
      "wrongLine",
      1,
    ],
    ["a version that is a text", withLine(1, (lines[0] ?? "").replace('"version":1', '"version":"1"')), "wrongLine", 1],
    ["a first line without a table", withLine(1, (lines[0] ?? "").replace('"spans"', '"spins"')), "wrongLine", 1],
    [
      "a first line that counts below nothing",
      withLine(1, (lines[0] ?? "").replace('"spans":8', '"spans":-8')),
      "wrongLine",
      1,
    ],
    ["a first line that is cut off", plain(text.slice(0, 60)), "truncated", 0],
    ["a first line alone", plain(lines[0] ?? "", "\n"), "truncated", 1],
    ["a line that is cut off", plain(text.slice(0, text.indexOf('"table":"rules"') + 40)), "truncated", 3],
    ["a letter that is cut off", plain(bytes.subarray(0, bytes.indexOf("ü") + 1)), "truncated", 9],
    ["an end that is missing", plain(lines.slice(0, -1).join("\n"), "\n"), "truncated", 12],
    ["a packed file that is cut off", plain(gzipSync(text).subarray(0, -20)), "truncated", 0],
    ["a packed file that is damaged", plain(gzipSync(long).with(20_000, 0)), "damaged", 0],
    ["what is no gzip behind its mark", plain(Buffer.from([0x1f, 0x8b]), "no gzip".repeat(5000)), "damaged", 0],
    ["a line that is no JSON", withLine(4, '{"table":"rules","rows":['), "noJson", 4],
    ["an empty line", withLine(4, ""), "noJson", 4],
    ["a line that never ends", plain(lines[0] ?? "", "\n", "[".repeat(17 * 1024 ** 2)), "longLine", 2],
    [
      "two lines that are swapped",
      plain([...lines.slice(0, 3), lines[4], lines[3], ...lines.slice(5)].join("\n"), "\n"),
      "wrongCount",
      4,
    ],
    ["a line that is there twice", plain([...lines.slice(0, 4), ...lines.slice(3)].join("\n"), "\n"), "wrongCount", 5],
    [
      "a row that makes no sense",
      withLine(11, (lines[10] ?? "").replace('"audible":true', '"audible":1')),
      "wrongRow",
      11,
    ],
  ])("%s", async (_, file, fault, line) => {
    const error = await read(file).catch((caught) => caught);
    expect(error).toMatchObject({ name: "BackupError", fault });
    // Packed bytes come in lots: what was read before the fault depends on them.
    if (fault !== "damaged" && !(fault === "truncated" && line === 0)) expect(error.line).toBe(line);
    expect(error.message).toContain("Nothing was changed.");
  });

  test("where a line lies in itself a million times", async () => {
    const deep = "[".repeat(1_000_000) + "]".repeat(1_000_000);
    await expect(read(plain(lines[0] ?? "", "\n", deep, "\n"))).rejects.toMatchObject({ name: "BackupError", line: 2 });
  });

  test("not where the signal ended the reading", async () => {
    await expect(read(plain(text), { signal: AbortSignal.abort() })).rejects.toMatchObject({ name: "AbortError" });
  });

  test("of rows only where they are not trusted", async () => {
    const file = withLine(11, (lines[10] ?? "").replace('"audible":true', '"audible":1'));
    expect((await read(file, { isTrusted: true })).batches).toHaveLength(11);
  });
});
