import { stringify } from 'csv-stringify/sync';
import { forSpreadsheet, forTerminal } from './escape.ts';
import { type DocumentKind, type RenderOptions, tableOf } from './renderers.ts';

/** One header row, stable columns; text cannot become a formula, numbers stay numbers. */
export function renderCsv<D>(doc: D, kind: DocumentKind<D>, { table }: RenderOptions): string {
  const { rows, columns } = tableOf(kind, table);
  const cells = rows(doc).map((row) =>
    row.map((value, i) => {
      if (value === null) return '';
      return columns[i]?.kind === 'number' ? String(value) : forSpreadsheet(forTerminal(String(value)));
    }),
  );
  return stringify([columns.map((c) => c.name), ...cells]);
}
