import { say } from "../texts/say";
import { type Checks, openChecks } from "./checks";
import type { RawFile } from "./file";
import { type Foreign, ForeignError, type Reading } from "./foreign";
import { openTally, type Tally } from "./tally";

/** A tool whose files can be read. */
export interface Tool {
  /** Kept with every import: never changes. */
  id: string;
  /** As its maker writes it, in every language. */
  name: string;
  /** What of its files can be read, as the user's language says it. */
  files(): string;
  /** Whether a file looks like one of the tool's. */
  recognise(file: RawFile): boolean;
  /** Adds up what the file tells. Throws a ForeignError when it is not what such a file is. */
  parse(file: RawFile, tally: Tally, checks: Checks): void;
  /** What to do when a file of the tool holds no time at all; the common sentence where nothing special is to be said. */
  sayEmpty?(): string;
}

/** Reads a file of a tool's. There is at least one row. Throws a ForeignError when it is damaged, or holds no time that could have been lived. */
export function readWith(tool: Tool, file: RawFile, reading: Reading): Foreign {
  const tally = openTally(reading);
  tool.parse(file, tally, openChecks(tool.name));
  const rows = tally.rows();
  const skipped = tally.skipped();
  if (rows.length > 0) return { tool: tool.id, rows, skipped };
  throw new ForeignError(tool.sayEmpty?.() ?? say("import_nothing", { tool: tool.name }), skipped);
}
