import { language, say } from "../texts/say";
import { activitywatch } from "./activitywatch";
import { openFile } from "./file";
import { type Foreign, ForeignError, type Reading } from "./foreign";
import { timetracker } from "./timetracker";
import { readWith, type Tool } from "./tool";
import { webactivity } from "./webactivity";

export { type Foreign, ForeignError, type Reading, saySkipped } from "./foreign";
export { previewOf } from "./preview";

/** Every tool whose files can be read, in the order in which a file is tried. */
export const tools: readonly Tool[] = [timetracker, webactivity, activitywatch];

/** The name of a tool by its id; the id itself for one that is not read any more. */
export function toolName(id: string): string {
  return tools.find((tool) => tool.id === id)?.name ?? id;
}

/** A file larger than this is not to be read into memory, in bytes: the caller looks before it reads. */
export const LARGEST_FILE = 200_000_000;

/**
 * Reads another tool's file: the time on each page by local day, and by hour where the file tells hours. There is at least one row.
 * Throws a ForeignError for what is no file of a known tool, is damaged, or holds no time that could have been lived.
 */
export function readForeign(text: string, reading: Reading): Foreign {
  const file = openFile(text);
  const tool = tools.find(({ recognise }) => recognise(file));
  if (!tool) throw new ForeignError(say("import_unknown", { tools: listed(tools.map(({ files }) => files())) }));
  return readWith(tool, file, reading);
}

function listed(texts: readonly string[]): string {
  return new Intl.ListFormat(language(), { style: "long", type: "unit" }).format(texts);
}
