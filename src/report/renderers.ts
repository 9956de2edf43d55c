import type { FlatTable } from './flat-table.ts';
import type { TerminalPaint } from './terminal.ts';

export interface RenderOptions {
  readonly table: string;
  /** Columns of the terminal. */
  readonly width: number;
  readonly paint: TerminalPaint;
}

/** A kind of document: the flat tables it has, and how it looks on a terminal. */
export interface DocumentKind<D> {
  readonly tables: Readonly<Record<string, FlatTable<D>>>;
  readonly terminal: () => Promise<(doc: D, options: RenderOptions) => string>;
}

/** One output format, of documents of every kind. Loaded when it is asked for. */
interface Renderer {
  readonly title: string;
  readonly extension: string;
  readonly load: <D>(
    kind: DocumentKind<D>,
  ) => Promise<(doc: D, kind: DocumentKind<D>, options: RenderOptions) => string>;
}

/** Every `--format`. A new one is one file and one row. */
export const RENDERERS = {
  table: {
    title: 'for a terminal',
    extension: 'txt',
    load: async (kind) => {
      const show = await kind.terminal();
      return (doc, _, options) => show(doc, options);
    },
  },
  csv: {
    title: 'one flat table (--table), safe to open in a spreadsheet',
    extension: 'csv',
    load: async () => (await import('./csv.ts')).renderCsv,
  },
  json: {
    title: 'the whole document, described by a file in schemas/',
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

/** The table of a kind by its name; commands offer no other names. */
export function tableOf<D>({ tables }: DocumentKind<D>, name: string): FlatTable<D> {
  const table = tables[name];
  if (!table) throw new Error(`no table "${name}"`);
  return table;
}
