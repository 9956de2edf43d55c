import type { AuditDocument } from './document.ts';
import { UNSEEN } from './escape.ts';
import type { RenderOptions } from './renderers.ts';
import { type Column, type FlatTable, TABLES } from './tables.ts';

/** JSON whose bytes are harmless in a terminal too: control and direction characters are escaped, the values stay what they are. */
export const writeJson = (value: unknown, indent?: number): string =>
  JSON.stringify(value, null, indent).replace(UNSEEN, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);

export const renderJson = (doc: AuditDocument): string => `${writeJson(doc, 2)}\n`;

export function renderNdjson(doc: AuditDocument, { table }: RenderOptions): string {
  const { rows, columns } = TABLES[table] as unknown as FlatTable<unknown>;
  const record = (row: unknown): string =>
    writeJson(Object.fromEntries(columns.map((c: Column<unknown>) => [c.name, c.of(row)])));
  return rows(doc)
    .map((row) => `${record(row)}\n`)
    .join('');
}
