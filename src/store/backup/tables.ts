import type { IndexableType, Table } from "dexie";
import type { TracedBeat } from "../../attention/trace";
import type { Channel } from "../../catalog/channels";
import type { Block } from "../../trap/block";
import type { Dismissal } from "../../trap/dismissal";
import type { Fact } from "../../trap/facts";
import type { Database, Import, StoredDay, StoredSetting, StoredSpan, StoredStretch } from "../database";
import type { StoredRule } from "../rules";
import type { Settings } from "../settings";
import type { Check } from "./shape";

/** What is recorded and told, by the name of its table. The tracker is no part of it: it is what a running recorder knows. */
export interface Rows {
  settings: StoredSetting;
  channels: Channel;
  rules: StoredRule;
  imports: Import;
  blocks: Block;
  facts: Fact & { id: number };
  dismissals: Dismissal & { id: number };
  stretches: StoredStretch;
  days: StoredDay;
  spans: StoredSpan;
  trace: TracedBeat & { id: number };
}
export type TableName = keyof Rows;

/** The tables in the order in which they stand in a file: what others refer to comes first. */
export const tableNames = [
  "settings",
  "channels",
  "rules",
  "imports",
  "blocks",
  "facts",
  "dismissals",
  "stretches",
  "days",
  "spans",
  "trace",
] as const satisfies readonly TableName[];

/** What the rows of a table have to be in the files of one version. */
export interface TableFormat {
  readonly row: Check;
  /** Rows stand in the order of this. */
  orderOf(row: never): number | string;
  /** Whether several may have the same place in it. */
  readonly mayTie?: boolean;
}
export type Format = Readonly<Record<TableName, TableFormat>>;

/** Some rows of one table. */
export type Batch = { [N in TableName]: { table: N; rows: readonly Rows[N][] } }[TableName];

/** Settings that say how things stand on this machine. They are neither backed up nor changed by restoring. */
const ofMachine: readonly string[] = [
  "tracingSince",
  "rulesChanged",
  "pause",
  "nudgedOn",
  "seenWeek",
  "savedWeek",
  "toldWeek",
] satisfies (keyof Settings)[];

export function isOfMachine({ name }: Pick<StoredSetting, "name">): boolean {
  return ofMachine.includes(name);
}

/** A table with rows of any kind. */
export function tableOf(db: Database, name: TableName): Table<unknown, IndexableType> {
  return db.table(name);
}
