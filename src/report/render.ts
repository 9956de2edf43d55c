import type { AuditDocument } from './document.ts';
import { type Content, type DocumentKind, type Format, piecesOf, RENDERERS, type TextFormat } from './renderers.ts';
import { TABLES, type TableName } from './tables.ts';
import type { TerminalPaint } from './terminal.ts';

const plain = (text: string): string => text;
export const PLAIN: TerminalPaint = { strong: plain, faint: plain, alarm: plain, good: plain };

export interface RenderSettings<T extends string = string> {
  readonly format: Format;
  readonly table?: T;
  /** CSV with text as it is, for programs. */
  readonly isRaw?: boolean;
  readonly width?: number;
  readonly paint?: TerminalPaint;
}

/** What `reconcile` prints of one SOW. */
export const AUDIT: DocumentKind<AuditDocument> = {
  tables: TABLES,
  terminal: async () => (await import('./terminal.ts')).renderTerminal,
  outline: async () => (await import('./outline/audit.ts')).outlineOf,
  sheets: async () => (await import('./sheets.ts')).SHEETS,
};

type TextSettings<T extends string = string> = RenderSettings<T> & { readonly format: TextFormat };

/** An audit in one of the output formats: text as a whole, or the bytes of a workbook. */
export function render(document: AuditDocument, settings: TextSettings<TableName>): Promise<string>;
export function render(document: AuditDocument, settings: RenderSettings<TableName>): Promise<string | Uint8Array>;
export async function render(
  document: AuditDocument,
  settings: RenderSettings<TableName>,
): Promise<string | Uint8Array> {
  const content = await renderAs(AUDIT, document, settings);
  return content instanceof Uint8Array ? content : [...piecesOf(content)].join('');
}

/** A document of any kind in one of the output formats. */
export async function renderAs<D>(
  kind: DocumentKind<D>,
  document: D,
  { format, table = 'claims', isRaw = false, width = 80, paint = PLAIN }: RenderSettings,
): Promise<Content> {
  return (await RENDERERS[format].load(kind))(document, kind, { table, isRaw, width, paint });
}
