import type { IndexableType, Table } from "dexie";
import type { Database, StoredSpan } from "./database";

/** Gives the next rows with each call; none at the end. All calls belong into one transaction. */
export type Cursor<T> = () => Promise<T[]>;

/** All rows in the order of their primary keys, at most `size` together: no table need be held whole. */
export function openCursor<T, K, I>(table: Table<T, K, I>, size: number): Cursor<T> {
  const keyOf = keysOf(table);
  let last: IndexableType | undefined;
  return async () => {
    const rest = last === undefined ? table.toCollection() : table.where(":id").above(last);
    const rows = await rest.limit(size).toArray();
    const row = rows.at(-1);
    if (row !== undefined) last = keyOf(row);
    return rows;
  };
}

/** All spans in the order of their start, and of their ids where that is the same. */
export function openSpans({ spans }: Database, size: number): Cursor<StoredSpan> {
  let from = Number.NEGATIVE_INFINITY;
  /** So many with that start were given already. */
  let given = 0;
  return async () => {
    const rows = await spans
      .where("start")
      .aboveOrEqual(from)
      .limit(given + size)
      .toArray();
    const fresh = rows.slice(given);
    from = rows.at(-1)?.start ?? from;
    given = rows.filter(({ start }) => start === from).length;
    return fresh;
  };
}

function keysOf<T, K, I>({ schema }: Table<T, K, I>): (row: T) => IndexableType {
  const { keyPath = "" } = schema.primKey;
  const valueIn = (row: T, path: string) => (row as Record<string, IndexableType>)[path] as IndexableType;
  return (row) =>
    typeof keyPath === "string" ? valueIn(row, keyPath) : (keyPath.map((path) => valueIn(row, path)) as IndexableType);
}
