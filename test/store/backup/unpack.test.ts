import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { bytesOf, UnpackError, type Unpacking } from "../../../src/store/backup/unpack";

async function read(file: Blob, unpacking?: Unpacking): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of bytesOf(file, unpacking)) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

/** Does not pack well: several chunks of a stream. */
const text = Array.from({ length: 40_000 }, (_, i) => String(Math.sin(i))).join("\n");
const packed = gzipSync(text);

/** A file whose bytes the browser does not give. */
function unreadable(after: number): Blob {
  const blob = new Blob([packed]);
  const stream = () =>
    new ReadableStream({
      start: (controller) => controller.enqueue(new Uint8Array(packed.subarray(0, after))),
      pull: (controller) => controller.error(new DOMException("gone", "NotReadableError")),
    });
  return Object.assign(blob, { stream });
}

describe("the bytes of a file", () => {
  test("are those it has, or those that were packed", async () => {
    expect(await read(new Blob([text]))).toBe(text);
    expect(await read(new Blob([new Uint8Array(packed)]))).toBe(text);
    expect(await read(new Blob([]))).toBe("");
  });

  test("tell how much of it was read", async () => {
    const parts: number[] = [];
    const thirds = [0, 1, 2].map(
      (i) => new Uint8Array(packed.subarray((i * packed.length) / 3, ((i + 1) * packed.length) / 3)),
    );
    await read(new Blob(thirds), { onRead: (part) => parts.push(part) });
    expect(parts.length).toBeGreaterThan(2);
    expect(parts).toEqual(parts.toSorted((a, b) => a - b));
    expect(parts.at(-1)).toBe(1);
  });

  test.each([
    ["truncated", new Blob([new Uint8Array(packed.subarray(0, -1))])],
    ["truncated", new Blob([new Uint8Array(packed.subarray(0, 1000))])],
    ["truncated", new Blob([new Uint8Array([0x1f, 0x8b])])],
    ["damaged", new Blob([new Uint8Array([0x1f, 0x8b]), "this is no gzip at all".repeat(2000)])],
    ["damaged", new Blob([new Uint8Array(packed.with(5000, (packed[5000] ?? 0) ^ 255))])],
    ["damaged", new Blob([new Uint8Array(packed.with(packed.length - 8, (packed.at(-8) ?? 0) ^ 1))])],
    ["unreadable", unreadable(1000)],
  ])("are missing in a file that is %s", async (fault, file) => {
    const error = await read(file).catch((caught) => caught);
    expect(error).toBeInstanceOf(UnpackError);
    expect(error.fault).toBe(fault);
  });

  test("are left where they are when the signal says so, at once and later", async () => {
    await expect(read(new Blob([text]), { signal: AbortSignal.abort() })).rejects.toMatchObject({ name: "AbortError" });
    const controller = new AbortController();
    const onRead = () => controller.abort();
    await expect(read(new Blob([text]), { signal: controller.signal, onRead })).rejects.toMatchObject({
      name: "AbortError",
    });
  });

  test("need not be taken to the end", async () => {
    for await (const chunk of bytesOf(new Blob([new Uint8Array(packed)]))) {
      expect(chunk.length).toBeGreaterThan(0);
      break;
    }
  });
});
