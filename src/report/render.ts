import type { AuditDocument } from './document.ts';
import { type Format, RENDERERS } from './renderers.ts';
import type { TableName } from './tables.ts';
import type { TerminalPaint } from './terminal.ts';

const plain = (text: string): string => text;
export const PLAIN: TerminalPaint = { strong: plain, faint: plain, alarm: plain, good: plain };

export interface RenderSettings {
  readonly format: Format;
  readonly table?: TableName;
  readonly width?: number;
  readonly paint?: TerminalPaint;
}

/** A document in one of the output formats, as text. */
export async function render(
  document: AuditDocument,
  { format, table = 'claims', width = 80, paint = PLAIN }: RenderSettings,
): Promise<string> {
  return (await RENDERERS[format].load())(document, { table, width, paint });
}
