/** A file's bytes cannot be had. */
export class UnpackError extends Error {
  /** unreadable: the browser does not give them. damaged: they are no gzip to their end. truncated: there are too few of them. */
  constructor(readonly fault: "unreadable" | "damaged" | "truncated") {
    super(fault);
  }
}

export interface Unpacking {
  signal?: AbortSignal | undefined;
  /** Is told how much of the file was read, 0–1. */
  onRead?: ((part: number) => void) | undefined;
}

/** The bytes of a file, unpacked where it is gzip, some at a time. Throws an UnpackError, or the signal's reason. */
export async function* bytesOf(file: Blob, { signal, onRead }: Unpacking = {}): AsyncGenerator<Uint8Array> {
  const unpacking = (await isPacked(file)) ? new DecompressionStream("gzip") : new TransformStream();
  const feeding = feed(file, unpacking.writable, onRead);
  const reader: ReadableStreamDefaultReader<Uint8Array> = unpacking.readable.getReader();
  try {
    signal?.throwIfAborted();
    for (;;) {
      const { done, value } = await reader.read().catch(async () => {
        throw new UnpackError((await feeding) ?? "damaged");
      });
      signal?.throwIfAborted();
      if (done) return;
      yield value;
    }
  } finally {
    // Who has heard enough ends the feeding with it.
    await reader.cancel().catch(() => {});
    await feeding;
  }
}

/** RFC 1952: what every gzip file begins with. */
async function isPacked(file: Blob): Promise<boolean> {
  try {
    const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
    return first === 0x1f && second === 0x8b;
  } catch {
    throw new UnpackError("unreadable");
  }
}

/** Passes a file on. Resolves with what was wrong with it, null when nothing was. */
async function feed(
  file: Blob,
  into: WritableStream<Uint8Array>,
  onRead?: (part: number) => void,
): Promise<UnpackError["fault"] | null> {
  const reader = file.stream().getReader();
  const writer = into.getWriter();
  let fault: UnpackError["fault"] = "unreadable";
  let read = 0;
  try {
    for (;;) {
      fault = "unreadable";
      const { done, value } = await reader.read();
      fault = "damaged";
      if (done) break;
      await writer.write(value);
      read += value.length;
      onRead?.(read / file.size);
    }
    fault = "truncated";
    await writer.close();
    return null;
  } catch {
    await Promise.all([reader.cancel().catch(() => {}), writer.abort().catch(() => {})]);
    return fault;
  }
}
