import { say } from "../texts/say";
import type { Week } from "../trap/week";
import { weekCsv } from "./csv";
import type { ExportFile } from "./file";
import { weekJson } from "./json";
import { weekMarkdown } from "./markdown";

export { cardName } from "./card";
export type { Pen } from "./dial";
export type { ExportFile } from "./file";
export { withoutSites } from "./privacy";

/** Every format of the week in the order of its buttons, by the name that a button has in `data-export`. */
export const weekFormatIds = ["week-json", "week-md", "week-csv", "week-png"] as const;
export type WeekFormatId = (typeof weekFormatIds)[number];

/** The formats that are text. The picture is drawn, by `drawCard`. */
export const weekFormats = {
  "week-json": {
    get label() {
      return say("exports_format_json");
    },
    make: weekJson,
  },
  "week-md": {
    get label() {
      return say("exports_format_md");
    },
    make: weekMarkdown,
  },
  "week-csv": {
    get label() {
      return say("exports_format_csv");
    },
    make: weekCsv,
  },
} satisfies Partial<Record<WeekFormatId, { label: string; make: (week: Week) => ExportFile }>>;

export type WeekFormat = keyof typeof weekFormats;

/** What people read on a format's button. */
export function weekFormatLabel(id: WeekFormatId): string {
  return id === "week-png" ? say("exports_format_png") : weekFormats[id].label;
}

/** The week in a format that is text. */
export function weekFile(format: WeekFormat, week: Week): ExportFile {
  return weekFormats[format].make(week);
}
