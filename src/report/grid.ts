import Table from 'cli-table3';
import { columnsOf, fitted } from './columns.ts';

/** A borderless table; `widths` of 0 take what is left. Numbers, which stand to the right, are never cut: their columns are as wide as they need. */
export function grid(
  width: number,
  faint: (text: string) => string,
  head: readonly string[],
  widths: readonly number[],
  rows: readonly (readonly string[])[],
  right: readonly number[] = [],
): string {
  const gaps = head.length * 2 - 2;
  const longest = (column: number): number =>
    rows.reduce((most, row) => Math.max(most, columnsOf(row[column] ?? '')), 0);
  const wide = widths.map((w, i) => (w && right.includes(i) ? Math.max(w, longest(i)) : w));
  const rest = width - wide.reduce((a, b) => a + b, 0) - gaps;
  const colWidths = wide.map((w) => (w || Math.max(12, rest)) + 2);
  const blank = '';
  const table = new Table({
    head: head.map((h) => faint(h)),
    colWidths,
    colAligns: head.map((_, i) => (right.includes(i) ? 'right' : 'left')),
    wordWrap: true,
    wrapOnWordBoundary: true,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 2 },
    chars: Object.fromEntries(
      [
        'top',
        'top-mid',
        'top-left',
        'top-right',
        'bottom',
        'bottom-mid',
        'bottom-left',
        'bottom-right',
        'left',
        'left-mid',
        'mid',
        'mid-mid',
        'right',
        'right-mid',
        'middle',
      ].map((k) => [k, blank]),
    ),
  });
  // The library cuts a word that is too long anywhere, also within a letter.
  const words = (cell: string, i: number): string =>
    cell.replace(/\S+/g, (word) => fitted(word, (colWidths[i] ?? 2) - 2));
  table.push(...rows.map((row) => row.map(words)));
  return table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
}

/** Breaks a text at blanks; later lines are indented. */
export function wrap(text: string, width: number, indent: string): string {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && columnsOf(last) + columnsOf(word) < width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(lines.length ? `${indent}${word}` : word);
  }
  return lines.join('\n');
}
