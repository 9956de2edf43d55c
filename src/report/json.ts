import type { AuditDocument } from './document.ts';
import type { RenderOptions } from './renderers.ts';
import { type Column, type FlatTable, TABLES } from './tables.ts';

export const renderJson = (doc: AuditDocument): string => `${JSON.stringify(doc, null, 2)}\n`;

export function renderNdjson(doc: AuditDocument, { table }: RenderOptions): string {
  const { rows, columns } = TABLES[table] as unknown as FlatTable<unknown>;
  const record = (row: unknown): string =>
    JSON.stringify(Object.fromEntries(columns.map((c: Column<unknown>) => [c.name, c.of(row)])));
  return rows(doc)
    .map((row) => `${record(row)}\n`)
    .join('');
}
