import type { AuditDocument } from './document.ts';
import type { TableName } from './tables.ts';
import type { TerminalPaint } from './terminal.ts';

export interface RenderOptions {
  readonly table: TableName;
  /** Columns of the terminal. */
  readonly width: number;
  readonly paint: TerminalPaint;
}

/** One output format. Loaded when it is asked for. */
export interface Renderer {
  readonly title: string;
  readonly extension: string;
  readonly load: () => Promise<(doc: AuditDocument, options: RenderOptions) => string>;
}

/** Every `--format`. A new one is one file and one row. */
export const RENDERERS = {
  table: {
    title: 'for a terminal',
    extension: 'txt',
    load: async () => (await import('./terminal.ts')).renderTerminal,
  },
  csv: {
    title: 'one flat table (--table), safe to open in a spreadsheet',
    extension: 'csv',
    load: async () => (await import('./csv.ts')).renderCsv,
  },
  json: {
    title: 'the whole document, see schemas/audit.schema.json',
    extension: 'json',
    load: async () => (await import('./json.ts')).renderJson,
  },
  ndjson: {
    title: 'one flat table (--table), a record a line',
    extension: 'ndjson',
    load: async () => (await import('./json.ts')).renderNdjson,
  },
} as const satisfies Record<string, Renderer>;

export type Format = keyof typeof RENDERERS;
