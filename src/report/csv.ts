import { stringify } from 'csv-stringify/sync';
import type { AuditDocument } from './document.ts';
import { forSpreadsheet, forTerminal } from './escape.ts';
import type { RenderOptions } from './renderers.ts';
import { type FlatTable, TABLES } from './tables.ts';

/** One header row, stable columns; text cannot become a formula, numbers stay numbers. */
export function renderCsv(doc: AuditDocument, { table }: RenderOptions): string {
  const { rows, columns } = TABLES[table] as unknown as FlatTable<unknown>;
  const cells = rows(doc).map((row) =>
    columns.map(({ kind, of }) => {
      const value = of(row);
      return value === null ? '' : kind === 'number' ? String(value) : forSpreadsheet(forTerminal(String(value)));
    }),
  );
  return stringify([columns.map((c) => c.name), ...cells]);
}
