import { BackupError } from "./error";
import { type Batch, type Format, type Rows, type TableName, tableNames } from "./tables";

/** What follows the first line of a backup. */
export interface Content {
  /** Checks the value of the next line, and gives its rows; null for the last line. Throws a BackupError. */
  read(value: unknown, line: number): Batch | null;
  /** Whether the last line was read. */
  isEnded(): boolean;
}

/** `expected` is how many rows each table has to have. Rows that are trusted are counted only. */
export function openContent(
  expected: Readonly<Record<TableName, number>>,
  format: Format,
  isTrusted: boolean,
): Content {
  const imports = new Set<number>();
  let current: TableName = tableNames[0];
  let found = 0;
  let total = 0;
  let before: number | string | undefined;
  let isEnded = false;

  /** Goes on to a table, or to the end: those before it must be complete. */
  const goTo = (index: number, line: number) => {
    for (const table of tableNames.slice(tableNames.indexOf(current), index)) {
      const has = table === current ? found : 0;
      if (has !== expected[table])
        throw new BackupError("wrongCount", line, { table, expected: expected[table], found: has });
    }
    const next = tableNames[index];
    if (next === undefined || next === current) return;
    current = next;
    found = 0;
    before = undefined;
  };

  const readRows = (rows: readonly unknown[], line: number) => {
    const { row: check, orderOf, mayTie = false } = format[current];
    for (const [index, row] of rows.entries()) {
      const place = { table: current, row: index + 1 };
      const wrong = check(row) ?? (current === "days" ? strayIn(row as Rows["days"], imports) : null);
      if (wrong !== null) throw new BackupError("wrongRow", line, { ...place, field: wrong || current });
      const order = orderOf(row as never);
      const isLater = before === undefined || order > before || (mayTie && order === before);
      if (!isLater) throw new BackupError("wrongOrder", line, place);
      before = order;
      if (current === "imports") imports.add((row as Rows["imports"]).id);
    }
  };

  return {
    read(value, line) {
      const fields = typeof value === "object" && value !== null ? value : {};
      const fail = (field: string) => new BackupError("wrongLine", line, { field });
      const names = Object.keys(fields).join();
      if (isEnded) throw fail(names);
      if ("end" in fields) {
        goTo(tableNames.length, line);
        if (names !== "end,rows" || fields.end !== true) throw fail("end");
        if (!("rows" in fields) || fields.rows !== total) throw fail("rows");
        isEnded = true;
        return null;
      }
      if (!("table" in fields) || !("rows" in fields) || names !== "table,rows") throw fail(names || "table");
      const index = tableNames.indexOf(fields.table as TableName);
      if (index < tableNames.indexOf(current)) throw fail("table");
      if (!Array.isArray(fields.rows)) throw fail("rows");
      goTo(index, line);
      found += fields.rows.length;
      total += fields.rows.length;
      if (found > expected[current])
        throw new BackupError("wrongCount", line, { table: current, expected: expected[current], found });
      if (!isTrusted) readRows(fields.rows, line);
      return { table: current, rows: fields.rows };
    },
    isEnded: () => isEnded,
  };
}

/** A day of an import that the file does not know could neither be undone nor told of. */
function strayIn({ source }: Rows["days"], imports: ReadonlySet<number>): string | null {
  return source === "recorded" || imports.has(Number(source.slice("import:".length))) ? null : "source";
}
