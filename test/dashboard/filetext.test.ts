import { describe, expect, test } from "vitest";
import { readText } from "../../src/dashboard/filetext";

const fileOf = (bytes: Uint8Array<ArrayBuffer>) => new File([bytes], "a.csv");

describe("A file's text", () => {
  test("is read as UTF-8, with and without a mark that says so", async () => {
    const bytes = new TextEncoder().encode("Wörter 💣");
    expect(await readText(fileOf(bytes))).toBe("Wörter 💣");
    expect(await readText(fileOf(new Uint8Array([0xef, 0xbb, 0xbf, ...bytes])))).toBe("Wörter 💣");
    expect(await readText(fileOf(new Uint8Array()))).toBe("");
  });

  test("is none that makes sense where it is written in UTF-16, whatever its mark says", async () => {
    const bytes = new Uint8Array([0xff, 0xfe, 0x61, 0, 0x62, 0]);
    expect(await readText(fileOf(bytes))).toBe("\ufffd\ufffda\0b\0");
  });

  test("is null where the browser cannot read the file", async () => {
    const file = fileOf(new Uint8Array([0x61]));
    file.arrayBuffer = () => Promise.reject(new DOMException("gone", "NotReadableError"));
    expect(await readText(file)).toBe(null);
  });
});
