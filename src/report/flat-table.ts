/** What a row has in one column. */
export type Cell = string | number | boolean | null;

/** What the cells of a column are: text is foreign and will be escaped; amounts, days and times are our own, as text that a sheet reads. */
export type ColumnKind = 'text' | 'number' | 'money' | 'day' | 'time';

/** One column of a flat table. */
export interface Column<R> {
  readonly name: string;
  readonly kind: ColumnKind;
  readonly of: (row: R) => Cell;
}

/** A part of a document as rows, for CSV, NDJSON and workbooks. Columns are only ever appended. */
export interface FlatTable<D> {
  readonly title: string;
  readonly columns: readonly Pick<Column<never>, 'name' | 'kind'>[];
  readonly rows: (doc: D) => readonly (readonly Cell[])[];
}

export const text = <R>(name: string, of: (row: R) => string | boolean | null): Column<R> => ({
  name,
  kind: 'text',
  of,
});
export const number = <R>(name: string, of: (row: R) => string | number | null): Column<R> => ({
  name,
  kind: 'number',
  of,
});

const ours =
  (kind: 'money' | 'day' | 'time') =>
  <R>(name: string, of: (row: R) => string | null): Column<R> => ({ name, kind, of });
/** A decimal in the SOW's currency. */
export const money = ours('money');
/** A date as 2026-06-30. */
export const day = ours('day');
/** An ISO 8601 time with its offset. */
export const time = ours('time');

export interface TableParts<D, R> {
  readonly title: string;
  readonly rows: (doc: D) => readonly R[];
  readonly columns: readonly Column<R>[];
}

/** A table of what `rows` finds in the document, a column at a time. */
export const flatTable = <D, R>({ title, rows, columns }: TableParts<D, R>): FlatTable<D> => ({
  title,
  columns,
  rows: (doc) => rows(doc).map((row) => columns.map((column) => column.of(row))),
});
