import type { FlatTable } from './flat-table.ts';
import type { Outline } from './outline/outline.ts';
import type { TerminalPaint } from './terminal.ts';

export interface RenderOptions {
  readonly table: string;
  /** Text of a CSV as it is: for programs, not for a spreadsheet. */
  readonly isRaw: boolean;
  /** Columns of the terminal. */
  readonly width: number;
  readonly paint: TerminalPaint;
}

/** A kind of document: the flat tables it has, how it looks on a terminal, and what a page and a workbook hold of it. */
export interface DocumentKind<D> {
  readonly tables: Readonly<Record<string, FlatTable<D>>>;
  readonly terminal: () => Promise<(doc: D, options: RenderOptions) => string>;
  readonly outline: () => Promise<(doc: D) => Outline>;
  readonly sheets: () => Promise<Sheets<D>>;
}

/** The sheets of a workbook by name, in order. */
export type Sheets<D> = Readonly<Record<string, FlatTable<D>>>;

/** A text that is made while it is written. */
export interface Parts {
  readonly parts: Iterable<string>;
}

/** What is written where it was asked for. */
export type Content = string | Uint8Array | Parts;

/** What is written, one after the other. */
export const piecesOf = (content: Content): Iterable<string | Uint8Array> =>
  typeof content === 'object' && 'parts' in content ? content.parts : [content];

/** One output format, of documents of every kind. Loaded when it is asked for. */
interface Renderer {
  readonly title: string;
  readonly extension: string;
  /** Bytes: not for a terminal. */
  readonly isBinary?: true;
  /** One flat table, which `--table` names. */
  readonly hasTables?: true;
  readonly load: <D>(
    kind: DocumentKind<D>,
  ) => Promise<(doc: D, kind: DocumentKind<D>, options: RenderOptions) => Content | Promise<Content>>;
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
    hasTables: true,
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
    hasTables: true,
    load: async () => (await import('./json.ts')).renderNdjson,
  },
  markdown: {
    title: 'for a pull request or a wiki',
    extension: 'md',
    load: async () => (await import('./markdown.ts')).renderMarkdown,
  },
  html: {
    title: 'one page to read, print and forward; no scripts, nothing fetched',
    extension: 'html',
    load: async () => (await import('./html.ts')).renderHtml,
  },
  xlsx: {
    title: 'a workbook, a sheet a table (with -o FILE)',
    extension: 'xlsx',
    isBinary: true,
    load: async () => (await import('./xlsx.ts')).renderXlsx,
  },
} as const satisfies Record<string, Renderer>;

export type Format = keyof typeof RENDERERS;
export type TextFormat = { [F in Format]: (typeof RENDERERS)[F] extends { isBinary: true } ? never : F }[Format];

export const isBinary = (format: Format): boolean => 'isBinary' in RENDERERS[format];

export const hasTables = (format: Format): boolean => 'hasTables' in RENDERERS[format];

/** The table of a kind by its name; commands offer no other names. */
export function tableOf<D>({ tables }: DocumentKind<D>, name: string): FlatTable<D> {
  const table = tables[name];
  if (!table) throw new Error(`no table "${name}"`);
  return table;
}
