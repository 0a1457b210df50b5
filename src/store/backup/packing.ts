/** A file that is packed as gzip while it is written. */
export interface Packing {
  /** Adds text; resolves when there is room for more. */
  write(text: string): Promise<void>;
  /** Adds the last text, and gives the file. */
  end(text: string): Promise<Blob>;
  /** Gives up what was written. */
  drop(): void;
}

export function openPacking(): Packing {
  const { readable, writable } = new CompressionStream("gzip");
  const writer = writable.getWriter();
  const encoder = new TextEncoder();
  // The browser gathers what is packed, on its disk where it likes.
  const blob = new Response(readable, { headers: { "content-type": "application/gzip" } }).blob();
  blob.catch(() => {});
  return {
    write: (text) => writer.write(encoder.encode(text)),
    async end(text) {
      await writer.write(encoder.encode(text));
      await writer.close();
      return blob;
    },
    drop() {
      writer.abort(new Error("The file was given up")).catch(() => {});
    },
  };
}
