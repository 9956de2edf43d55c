import type { AuditDocument } from './document.ts';
import { type DocumentKind, type Format, RENDERERS } from './renderers.ts';
import { TABLES, type TableName } from './tables.ts';
import type { TerminalPaint } from './terminal.ts';

const plain = (text: string): string => text;
export const PLAIN: TerminalPaint = { strong: plain, faint: plain, alarm: plain, good: plain };

export interface RenderSettings<T extends string = string> {
  readonly format: Format;
  readonly table?: T;
  readonly width?: number;
  readonly paint?: TerminalPaint;
}

/** What `reconcile` prints of one SOW. */
const AUDIT: DocumentKind<AuditDocument> = {
  tables: TABLES,
  terminal: async () => (await import('./terminal.ts')).renderTerminal,
};

/** An audit in one of the output formats, as text. */
export const render = (document: AuditDocument, settings: RenderSettings<TableName>): Promise<string> =>
  renderAs(AUDIT, document, settings);

/** A document of any kind in one of the output formats, as text. */
export async function renderAs<D>(
  kind: DocumentKind<D>,
  document: D,
  { format, table = 'claims', width = 80, paint = PLAIN }: RenderSettings,
): Promise<string> {
  return (await RENDERERS[format].load(kind))(document, kind, { table, width, paint });
}
