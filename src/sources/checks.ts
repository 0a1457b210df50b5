import { say } from "../texts/say";
import { ForeignError } from "./foreign";

/** An object of a file. What it holds is unknown. */
export type Fields = Readonly<Record<string, unknown>>;

/** Takes values of a tool's file for what they should be. Each throws a ForeignError that names the field when it is something else. */
export interface Checks {
  text(value: unknown, field: string): string;
  /** What is missing is 0: tools leave out what they have not counted. */
  number(value: unknown, field: string): number;
  list(value: unknown, field: string): readonly unknown[];
  record(value: unknown, field: string): Fields;
}

export function openChecks(tool: string): Checks {
  const fail = (name: "import_noText" | "import_noNumber" | "import_noList" | "import_noRecord", field: string) => {
    throw new ForeignError(say(name, { field: shorten(field), tool }));
  };
  return {
    text: (value, field) => (typeof value === "string" ? value : fail("import_noText", field)),
    number: (value, field) => {
      if (value === undefined || value === null) return 0;
      return typeof value === "number" ? value : fail("import_noNumber", field);
    },
    list: (value, field) => (Array.isArray(value) ? value : fail("import_noList", field)),
    record: (value, field) => (isRecord(value) ? value : fail("import_noRecord", field)),
  };
}

/** An object that is no list. */
export function isRecord(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What a file says is told in an error, but not at any length. */
export function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
