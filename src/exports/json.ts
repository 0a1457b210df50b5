import type { Week } from "../trap/week";
import type { ExportFile } from "./file";

export const WEEK_SCHEMA = "https://factory-trap-meter/schemas/week-1.json";

/** The week by the shipped schema, `public/schemas/week-1.json`. */
export function weekJson({ generatedAt, week, ...rest }: Week): ExportFile {
  // Signs, blocks and facts have their place in the schema from the first version on.
  const document = { schema: WEEK_SCHEMA, generatedAt, week, ...rest, signs: [], blocks: [], facts: [] };
  return {
    filename: `factory-trap-week-${week.start}.json`,
    mime: "application/json",
    text: `${JSON.stringify(document, null, 2)}\n`,
  };
}
