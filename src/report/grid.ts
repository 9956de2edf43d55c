import Table from 'cli-table3';
import { columnsOf, fitted } from './columns.ts';
import { keptInOrder } from './escape.ts';

/** The columns a report is laid out for: lines of more are hard to follow, fewer hold no word. */
export const reportWidth = (columns: number): number => Math.max(24, Math.min(columns, 140));

type Cells = readonly string[];

/**
 * A borderless table; `widths` of 0 take what is left. Numbers, which stand to the right, are never cut: their columns are as wide as they need. On a terminal
 * too narrow for it, its rows one below the other.
 */
export function grid(
  width: number,
  faint: (text: string) => string,
  head: Cells,
  widths: readonly number[],
  rows: readonly Cells[],
  right: readonly number[] = [],
): string {
  const needed = widths.map((w, i) => (w && right.includes(i) ? Math.max(w, longest(rows, i)) : w));
  const fitting = [needed, needed.map((most, i) => most && Math.min(most, longest([head, ...rows], i)))]
    .map((each) => laidOut(each, width, rows))
    .find((each) => each !== undefined);
  return fitting ? table(fitting, faint, head, rows, right) : rows.map((row) => stacked(row, head, width)).join('\n');
}

const longest = (rows: readonly Cells[], i: number): number =>
  rows.reduce((most, row) => Math.max(most, columnsOf(row[i] ?? '')), 0);

/** The widths with what is left for those of 0; undefined where that is too little to read. */
function laidOut(widths: readonly number[], width: number, rows: readonly Cells[]): readonly number[] | undefined {
  const rest = width - widths.reduce((a, b) => a + b, 0) - (widths.length * 2 - 2);
  const isRead = widths.every((w, i) => w || rest >= leastOf(rows.map((row) => row[i] ?? '')));
  return rest >= 0 && isRead ? widths.map((w) => w || rest) : undefined;
}

/** What a column of texts needs: few words of them are to be cut. */
const leastOf = (cells: Cells): number =>
  Math.min(24, Math.max(12, ...cells.flatMap((cell) => cell.split(/\s+/).map(columnsOf))));

/** A row as lines: what it is of, then its short cells with their heads, then its text. */
function stacked(row: Cells, head: Cells, width: number): string {
  const [first = -1, ...others] = row.flatMap((cell, i) => (cell === '' ? [] : [i]));
  const named = others.filter((i) => i < row.length - 1).map((i) => [head[i], row[i]].filter(Boolean).join(' '));
  const last = others.at(-1) === row.length - 1 ? row.at(-1) : '';
  return [row[first] ?? '', ...[named.join(', '), last].flatMap((line) => (line ? [`  ${line}`] : []))]
    .map((line) => wrap(line, width, '    '))
    .join('\n');
}

function table(
  widths: readonly number[],
  faint: (text: string) => string,
  head: Cells,
  rows: readonly Cells[],
  right: readonly number[],
): string {
  const colWidths = widths.map((w) => w + 2);
  const blank = '';
  const made = new Table({
    // Without a word it is no line.
    head: head.some(Boolean) ? head.map((h) => faint(h)) : [],
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
  made.push(...rows.map((row) => row.map(words)));
  return made
    .toString()
    .split('\n')
    .map((line) => keptInOrder(line.trimEnd()))
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
  return lines.map((line) => keptInOrder(line.trimEnd())).join('\n');
}

/** A text beside what it is of, which takes so many columns; below it where the line is too narrow for both. */
export function beside(lead: string, columns: number, text: string, width: number): string {
  const isBelow = width - columns < Math.max(20, ...text.split(' ').map(columnsOf));
  const indent = ' '.repeat(isBelow ? 4 : columns);
  const lines = wrap(text, width - indent.length, '').replaceAll('\n', `\n${indent}`);
  return isBelow ? `${lead.trimEnd()}\n${indent}${lines}` : `${lead}${lines}`;
}
