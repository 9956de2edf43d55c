import { stringify } from 'csv-stringify/sync';
import { forSpreadsheet, forTerminal } from './escape.ts';
import { type DocumentKind, type RenderOptions, tableOf } from './renderers.ts';

/** One header row, stable columns; text cannot become a formula, numbers stay numbers. */
export function renderCsv<D>(doc: D, kind: DocumentKind<D>, { table, isRaw }: RenderOptions): string {
  const { rows, columns } = tableOf(kind, table);
  const cells = rows(doc).map((row) =>
    row.map((value, i) => {
      if (value === null) return '';
      return columns[i]?.kind === 'text' && !isRaw ? forSpreadsheet(forTerminal(String(value))) : String(value);
    }),
  );
  // Cells that hold another separator are quoted too: whoever splits by both still sees one cell.
  return stringify([columns.map((c) => c.name), ...cells], { quoted_match: /[;|]/ });
}
