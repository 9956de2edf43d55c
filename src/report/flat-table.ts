type Cell = string | number | boolean | null;

/** One column of a flat table: text is foreign and will be escaped, numbers stay numbers. */
export interface Column<R> {
  readonly name: string;
  readonly kind: 'text' | 'number';
  readonly of: (row: R) => Cell;
}

/** A part of a document as rows, for CSV and NDJSON. Columns are only ever appended. */
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
