import { mkdirSync, readdirSync, statSync, watch } from "node:fs";
import { join } from "node:path";
import { within } from "./wait";

const partial = /\.(crdownload|part|tmp)$/;

/** The folder that the browser saves into. */
export class Downloads {
  private readonly taken = new Set<string>();

  constructor(readonly path: string) {
    mkdirSync(path, { recursive: true });
  }

  /** Path of the next finished file with such a name that was not handed out before. A file written anew counts anew. */
  async wait(name: RegExp, limit?: number): Promise<string> {
    const over = new AbortController();
    const arrived = new Promise<string>((resolve, reject) => {
      const look = (): void => {
        const found = this.finished().find(({ file, mark }) => name.test(file) && !this.taken.has(mark));
        if (!found) return;
        this.taken.add(found.mark);
        resolve(join(this.path, found.file));
      };
      watch(this.path, { signal: over.signal }, look).once("error", reject);
      look();
    });
    try {
      return await within(`a download named ${name}`, arrived, limit);
    } finally {
      over.abort();
    }
  }

  /** Both browsers write beside the name and rename at the end; Firefox first reserves the name with an empty file. */
  private finished(): { file: string; mark: string }[] {
    const files = readdirSync(this.path);
    return files.flatMap((file) => {
      if (partial.test(file) || files.includes(`${file}.part`)) return [];
      const is = statSync(join(this.path, file), { throwIfNoEntry: false });
      return is && is.size > 0 ? [{ file, mark: `${file} ${is.ino} ${is.mtimeMs}` }] : [];
    });
  }
}
