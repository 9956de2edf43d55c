import { forTerminal as clean } from './escape.ts';
import { wrap } from './grid.ts';
import type { TerminalPaint } from './terminal.ts';

/** A part of a page: prose, a table whose last column is prose, or lines of a file. */
export type Block =
  | { readonly text: string }
  | { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }
  | { readonly code: string };

/** The page of a code; the terminal and the docs show the same. */
export interface Page {
  readonly code: string;
  readonly kind: string;
  readonly title: string;
  readonly parts: readonly { readonly heading: string; readonly blocks: readonly Block[] }[];
}

/** A page for a terminal: headings, wrapped prose, tables as terms with their explanation below. */
export function renderPage({ code, kind, title, parts }: Page, width: number, paint: TerminalPaint): string {
  const prose = (text: string, indent: string): string =>
    `${indent}${wrap(clean(text), width - indent.length, '').replaceAll('\n', `\n${indent}`)}`;
  const row = (head: readonly string[], cells: readonly string[]): string => {
    const [term = '', ...rest] = cells.map(clean);
    const last = rest.pop() ?? '';
    const between = rest.flatMap((cell, i) => (cell ? [i ? `${head[i + 1]}: ${cell}` : cell] : [])).join('; ');
    const short = `  ${paint.strong(term)}: ${last}`;
    if (!between && 4 + term.length + last.length <= width) return short;
    const isOneLine = 4 + term.length + between.length <= width;
    const lines = isOneLine
      ? [`  ${paint.strong(term)}  ${paint.faint(between)}`.trimEnd()]
      : [`  ${paint.strong(term)}`, paint.faint(prose(between, '    '))];
    return [...lines, ...(last ? [prose(last, '    ')] : [])].join('\n');
  };
  const block = (b: Block): string => {
    if ('text' in b) return prose(b.text, '  ');
    if ('code' in b)
      return b.code
        .split('\n')
        .map((line) => `    ${wrap(clean(line), width - 4, '      ')}`)
        .join('\n');
    return b.rows.map((cells) => row(b.head, cells)).join('\n');
  };
  const shown = parts.map(({ heading, blocks }) => `${paint.strong(heading)}\n${blocks.map(block).join('\n\n')}`);
  return `${[`${paint.strong(code)}  ${paint.faint(kind)}\n${title}`, ...shown].join('\n\n')}\n`;
}
