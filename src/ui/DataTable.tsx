import type { ComponentChildren, JSX } from "preact";
import { useMemo, useRef, useState } from "preact/hooks";
import { language, say, sayCount, sayNumber } from "../texts/say";
import "./datatable.css";

export interface Column<Row> {
  id: string;
  label: string;
  /** What the column is sorted by. Columns of numbers are aligned at their end, those of texts are searched. */
  value(row: Row): string | number;
  /** How a number is written. */
  format?(value: number): string;
  /** What stands in the cell; else the value does. */
  show?(row: Row): ComponentChildren;
}

interface Props<Row> {
  /** What the table holds. */
  caption: string;
  rows: readonly Row[];
  keyOf(row: Row): string;
  columns: readonly Column<Row>[];
  /** Id of the column that it is sorted by at first; the last one unless said otherwise. Numbers begin with the largest. */
  sortedBy?: string;
  /** Texts begin with the last too: days, where the newest is looked for. */
  isDescending?: boolean;
}

/** So many rows are shown at first, and with each step. */
const STEP = 50;
/** Fewer rows are found faster by eye. */
const SEARCHED_FROM = 10;

interface Sorting {
  column: string;
  isDescending: boolean;
}

/** Rows to sort by any column and to search. */
export function DataTable<Row>({ caption, rows, keyOf, columns, sortedBy, isDescending }: Props<Row>): JSX.Element {
  const [chosen, setChosen] = useState<Sorting | null>(null);
  const [search, setSearch] = useState("");
  const [most, setMost] = useState(STEP);
  const count = useRef<HTMLParagraphElement>(null);
  const initial = sortedBy ?? columns.at(-1)?.id ?? "";
  const sorting = chosen ?? { column: initial, isDescending: isDescending ?? isNumeric(columns, initial, rows) };
  const found = useMemo(() => searched(rows, columns, search), [rows, columns, search]);
  const sorted = useMemo(
    () => sortedRows(found, columns, sorting.column, sorting.isDescending),
    [found, columns, sorting.column, sorting.isDescending],
  );
  const shown = sorted.slice(0, most);
  const left = Math.min(STEP, sorted.length - shown.length);
  if (rows.length === 0)
    return (
      <div class="datatable">
        <h2>{caption}</h2>
        <p class="quiet">{say("table_empty")}</p>
      </div>
    );
  return (
    <div class="datatable">
      <div class="head">
        <h2>{caption}</h2>
        {rows.length >= SEARCHED_FROM && (
          <input
            type="search"
            aria-label={say("table_searchIn", { table: caption })}
            placeholder={say("table_search")}
            value={search}
            onInput={({ currentTarget }) => {
              setSearch(currentTarget.value);
              setMost(STEP);
            }}
          />
        )}
      </div>
      <table>
        <caption class="unseen">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <Head
                key={column.id}
                column={column}
                isNumeric={isNumeric(columns, column.id, rows)}
                sorting={sorting.column === column.id ? sorting : null}
                onSort={(isDescending) => setChosen({ column: column.id, isDescending })}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr key={keyOf(row)}>
              {columns.map((column) => (
                <Cell key={column.id} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <div class="foot">
        <p role="status" tabIndex={-1} ref={count}>
          {sorted.length === 0 ? say("table_none") : say("table_shown", { shown: shown.length, all: sorted.length })}
        </p>
        {left > 0 && (
          <button
            type="button"
            onClick={() => {
              setMost(most + STEP);
              // With the last rows the button goes: the focus stays here.
              if (sorted.length <= most + STEP) count.current?.focus();
            }}
          >
            {sayCount("table_more", left)}
          </button>
        )}
      </div>
    </div>
  );
}

interface HeadProps<Row> {
  column: Column<Row>;
  isNumeric: boolean;
  /** Null: the table is sorted by another column. */
  sorting: Sorting | null;
  onSort(isDescending: boolean): void;
}

function Head<Row>({ column, isNumeric, sorting, onSort }: HeadProps<Row>): JSX.Element {
  return (
    <th
      scope="col"
      class={isNumeric ? "number" : ""}
      aria-sort={sorting ? (sorting.isDescending ? "descending" : "ascending") : undefined}
    >
      <button type="button" onClick={() => onSort(sorting ? !sorting.isDescending : isNumeric)}>
        {column.label} <span aria-hidden="true">{sorting ? (sorting.isDescending ? "↓" : "↑") : ""}</span>
      </button>
    </th>
  );
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }): JSX.Element {
  const value = column.value(row);
  if (typeof value === "string") return <td>{column.show ? column.show(row) : value}</td>;
  const written = column.format ? column.format(value) : sayNumber(value);
  return <td class="number">{column.show ? column.show(row) : written}</td>;
}

function isNumeric<Row>(columns: readonly Column<Row>[], id: string, [row]: readonly Row[]): boolean {
  return row !== undefined && typeof columns.find((column) => column.id === id)?.value(row) === "number";
}

/** The rows that have what is searched for in one of their texts. */
function searched<Row>(rows: readonly Row[], columns: readonly Column<Row>[], search: string): readonly Row[] {
  const wanted = search.trim().toLocaleLowerCase(language());
  if (wanted === "") return rows;
  return rows.filter((row) =>
    columns.some(({ value }) => {
      const text = value(row);
      return typeof text === "string" && text.toLocaleLowerCase(language()).includes(wanted);
    }),
  );
}

function sortedRows<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  id: string,
  isDescending: boolean,
): Row[] {
  const { value } = columns.find((column) => column.id === id) ?? {};
  if (!value) return [...rows];
  const { compare } = new Intl.Collator(language(), { numeric: true });
  const ascending = (a: Row, b: Row) => {
    const [first, second] = [value(a), value(b)];
    return typeof first === "number" && typeof second === "number"
      ? first - second
      : compare(String(first), String(second));
  };
  return rows.toSorted((a, b) => (isDescending ? ascending(b, a) : ascending(a, b)));
}
