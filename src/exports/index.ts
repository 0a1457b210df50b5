import type { Week } from "../trap/week";
import type { ExportFile } from "./file";
import { weekJson } from "./json";
import { weekMarkdown } from "./markdown";

export type { ExportFile } from "./file";

/** Every format of the week, by the name that its button has in `data-export`. */
export const weekFormats = {
  "week-md": { label: "Markdown", make: weekMarkdown },
  "week-json": { label: "JSON", make: weekJson },
} satisfies Record<string, { label: string; make: (week: Week) => ExportFile }>;

export type WeekFormat = keyof typeof weekFormats;
