import type { Week } from "../trap/week";
import type { ExportFile } from "./file";

export const WEEK_SCHEMA = "https://factory-trap-meter/schemas/week-1.json";

/** The week by the shipped schema, `public/schemas/week-1.json`, which knows neither the target nor the sites of single days. */
export function weekJson({ generatedAt, week, target: _, siteDays: __, ...rest }: Week): ExportFile {
  const document = { schema: WEEK_SCHEMA, generatedAt, week, ...rest };
  return {
    filename: `factory-trap-week-${week.start}.json`,
    mime: "application/json",
    text: `${JSON.stringify(document, null, 2)}\n`,
  };
}
