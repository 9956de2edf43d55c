import type { Pack } from './pack.ts';

/** One file of a pack. Loaded when it is asked for. */
interface PackFormat {
  readonly title: string;
  readonly extension: string;
  readonly load: () => Promise<(pack: Pack) => string>;
}

/** Every `--format` of a pack; into a folder all of them are written. */
export const PACK_FORMATS = {
  markdown: {
    title: 'the letter as text',
    extension: 'md',
    load: async () => (await import('./letter-markdown.ts')).letterMarkdown,
  },
  html: {
    title: 'the letter as a page',
    extension: 'html',
    load: async () => (await import('./letter-html.ts')).letterHtml,
  },
  csv: {
    title: 'the lines, to be answered in',
    extension: 'csv',
    load: async () => (await import('./pack.ts')).packCsv,
  },
} as const satisfies Record<string, PackFormat>;
