import { say, type Values } from "../../texts/say";

/** What can be wrong with a file that is to be restored. */
export type Fault =
  | "empty"
  | "noBackup"
  | "newer"
  | "unreadable"
  | "damaged"
  | "truncated"
  | "encoding"
  | "longLine"
  | "noJson"
  | "wrongLine"
  | "wrongRow"
  | "wrongOrder"
  | "wrongCount";

const todos = {
  empty: "choose",
  noBackup: "choose",
  newer: "update",
  unreadable: "again",
} as const satisfies Partial<Record<Fault, string>>;

/** The longest name from a file that is told. */
const LONGEST_NAME = 40;

/** A file cannot be restored. The message is for the user: what is wrong, that nothing was changed, and what to do. */
export class BackupError extends Error {
  override name = "BackupError";
  /** What is wrong, in a sentence. */
  readonly what: string;

  constructor(
    readonly fault: Fault,
    /** The line of the file that it was found in, or after, from 1; 0: before the first. */
    readonly line: number,
    values: Values = {},
  ) {
    const short = Object.entries(values).map(([name, value]) => [name, shorten(value)]);
    const what = say(`backup_fault_${fault}`, { line, ...Object.fromEntries(short) });
    const todo = fault in todos ? todos[fault as keyof typeof todos] : "copy";
    super(`${what} ${say("job_nothingChanged")} ${say(`backup_todo_${todo}`)}`);
    this.what = what;
  }
}

function shorten(value: string | number): string | number {
  return typeof value === "string" && value.length > LONGEST_NAME ? `${value.slice(0, LONGEST_NAME)}…` : value;
}
