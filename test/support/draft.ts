import type { Dice } from './dice.ts';
import { type Encode, utf8 } from './encodings.ts';
import type { CleanTable } from './vendor-tables.ts';

/** How a table is written. */
export interface Dialect {
  delimiter: string;
  open: string;
  close: string;
  /** What stands before a closing quote that is part of the cell. */
  escape: string;
  quoting: 'needed' | 'text' | 'all' | 'never';
  eol: string;
  encode: Encode;
  /** U+FEFF at the start, or nothing. */
  mark: string;
}

/** One line of the file as it will be written: cells already quoted. */
export interface Line {
  readonly role: 'header' | 'row' | 'other';
  /** The clean record that the line was written from. */
  readonly record: readonly string[];
  cells: string[];
  delimiter: string;
  eol: string;
  encode: Encode;
}

/** A file in the making: damages change the dialect, then the lines, then the bytes. */
export interface Draft {
  readonly clean: CleanTable;
  readonly dialect: Dialect;
  readonly dice: Dice;
  lines: Line[];
  bytes: Uint8Array;
  /** What a damage has spoken for, so that a second one does not undo it. */
  readonly taken: Set<unknown>;
}

/** A way in which files break. `harm` says false when this file cannot break so. */
export interface Damage {
  readonly kind: string;
  readonly stage: 'dialect' | 'lines' | 'bytes';
  harm(draft: Draft): boolean;
}

/** A dialect in which nothing is wrong. */
export const cleanDialect = (dice: Dice): Dialect => ({
  delimiter: dice.pick([',', ',', ';', '\t', '|']),
  open: '"',
  close: '"',
  escape: '"',
  quoting: dice.pick(['needed', 'needed', 'text', 'all']),
  eol: dice.pick(['\n', '\r\n']),
  encode: utf8,
  mark: dice.chance(0.3) ? '\uFEFF' : '',
});

/** A cell as the dialect writes it. */
export function written(cell: string, dialect: Dialect): string {
  const { delimiter, open, close, escape: mark, quoting } = dialect;
  if (quoting === 'never') return cell;
  const special = [delimiter, open, close, '\n', '\r'].some((part) => cell.includes(part)) || cell !== cell.trim();
  const text = quoting === 'text' && /\p{L}/u.test(cell);
  return special || text || quoting === 'all' ? quoted(cell, { open, close, escape: mark }) : cell;
}

export function quoted(
  cell: string,
  { open, close, escape: mark }: Pick<Dialect, 'open' | 'close' | 'escape'>,
): string {
  const inner = mark === close ? cell : cell.replaceAll(mark, mark + mark);
  return open + inner.replaceAll(close, mark + close) + close;
}

export const lineOf = (role: Line['role'], record: readonly string[], dialect: Dialect): Line => ({
  role,
  record,
  cells: record.map((cell) => written(cell, dialect)),
  delimiter: dialect.delimiter,
  eol: dialect.eol,
  encode: dialect.encode,
});

/** A line that is no record: its text stands as it is. */
export const rawLine = (text: string, { delimiter, eol, encode }: Dialect): Line => ({
  role: 'other',
  record: [],
  cells: [text],
  delimiter,
  eol,
  encode,
});

export const linesOf = (draft: Pick<Draft, 'clean' | 'dialect'>): Line[] => [
  lineOf('header', draft.clean.header, draft.dialect),
  ...draft.clean.rows.map((row) => lineOf('row', row, draft.dialect)),
];

export const textOf = (line: Line): string => line.cells.join(line.delimiter) + line.eol;

export const bytesOf = ({ lines, dialect }: Pick<Draft, 'lines' | 'dialect'>): Uint8Array =>
  Buffer.concat([dialect.encode(dialect.mark), ...lines.map((line) => line.encode(textOf(line)))]);

/** Takes a part of the file for one damage; false when another damage has it. */
export function take(draft: Draft, part: unknown): boolean {
  if (draft.taken.has(part)) return false;
  draft.taken.add(part);
  return true;
}

/** A row that no damage has yet, or none. */
export function takeRow(draft: Draft, fits: (line: Line, index: number) => boolean = () => true): Line | undefined {
  const free = draft.lines.filter((line, i) => line.role === 'row' && !draft.taken.has(line) && fits(line, i));
  if (!free.length) return undefined;
  const line = draft.dice.pick(free);
  draft.taken.add(line);
  return line;
}

/** Some rows that no damage has yet: one at least, `share` of them at most. */
export function takeRows(draft: Draft, share: number, fits: (line: Line) => boolean = () => true): Line[] {
  const most = Math.max(1, Math.floor(draft.clean.rows.length * share));
  const lines: Line[] = [];
  for (let wanted = draft.dice.whole(1, Math.min(most, 12)); wanted > 0; wanted--) {
    const line = takeRow(draft, fits);
    if (line) lines.push(line);
  }
  return lines;
}

/** The header's line, or none. */
export function takeHeader(draft: Draft): Line | undefined {
  const line = draft.lines.find(({ role }) => role === 'header');
  return line && take(draft, line) ? line : undefined;
}

/** Rows from some row on, at least `before` rows after the first and `least` of them. */
export function takeRest(draft: Draft, before: number, least: number): Line[] {
  const rows = draft.lines.filter(({ role }) => role === 'row');
  if (rows.length < before + least) return [];
  const rest = rows.slice(draft.dice.whole(before, rows.length - least)).filter((line) => take(draft, line));
  return rest;
}

/** Puts lines before another line, or at the end. */
export function insert(draft: Draft, at: Line | undefined, ...lines: Line[]): void {
  const index = at ? draft.lines.indexOf(at) : draft.lines.length;
  draft.lines.splice(index, 0, ...lines);
}
