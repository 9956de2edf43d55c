import type { ColumnTypes } from './column-types.ts';
import type { Dialect } from './scan/cells.ts';

/** A row as it was mended, and by what. */
export interface Mended {
  readonly code: 'stray_quote' | 'inner_quote' | 'moved_cell';
  readonly cells: readonly string[];
}

/**
 * Reads a line whose quotes are wrong: quotes inside cells are text, and a cell that opens with a quote ends at the first one
 * that a cell can end with. Undefined where that is no regular row of the table, or another reading is one as well.
 */
export function mendLine(raw: string, dialect: Dialect, columns: number, types: ColumnTypes): Mended | undefined {
  const delimiter = String.fromCharCode(dialect.delimiter);
  const quote = String.fromCharCode(dialect.quote);
  const plain = raw.split(delimiter);
  const quoted = splitQuoted(raw, delimiter, quote);
  const isRegular = (cells: readonly string[] | undefined): cells is string[] =>
    cells !== undefined && cells.length === columns && types.compare(cells).misfits.length === 0;
  const opens = plain.some((cell) => cell.trimStart().startsWith(quote));
  if (!opens) return isRegular(plain) ? { code: 'stray_quote', cells: plain } : undefined;
  return isRegular(quoted) ? { code: 'inner_quote', cells: quoted } : undefined;
}

/** Splits at delimiters; a cell in quotes, blanks around them allowed, ends at the first quote before a delimiter. Undefined where one does not end. */
function splitQuoted(raw: string, delimiter: string, quote: string): string[] | undefined {
  const cells: string[] = [];
  for (let at = 0; ; ) {
    const blanks = delimiter === ' ' ? 0 : (/^[ ]*/.exec(raw.slice(at))?.[0].length ?? 0);
    if (raw[at + blanks] === quote) {
      const end = closing(raw, at + blanks + 1, delimiter, quote);
      if (end === undefined) return undefined;
      cells.push(raw.slice(at + blanks + 1, end.quote).replaceAll(quote + quote, quote));
      if (end.next >= raw.length) return cells;
      at = end.next + 1;
    } else {
      const next = raw.indexOf(delimiter, at);
      cells.push(raw.slice(at, next < 0 ? undefined : next));
      if (next < 0) return cells;
      at = next + 1;
    }
  }
}

function closing(
  raw: string,
  from: number,
  delimiter: string,
  quote: string,
): { quote: number; next: number } | undefined {
  for (let at = raw.indexOf(quote, from); at >= 0; at = raw.indexOf(quote, at + 1)) {
    let next = at + 1;
    if (delimiter !== ' ') while (raw[next] === ' ') next++;
    if (next >= raw.length || raw[next] === delimiter) return { quote: at, next };
  }
  return undefined;
}

/**
 * A row with one cell too many or too few: the one way to join two cells, to leave out an empty one or to put one in after
 * which every column looks as it does elsewhere. Undefined where no way or several ways do: a cell is moved only where the
 * columns prove it.
 */
export function mendRagged(
  cells: readonly string[],
  delimiter: string,
  columns: number,
  types: ColumnTypes,
): Mended | undefined {
  const ways = new Map<string, string[]>();
  const keep = (way: string[]): void => void ways.set(JSON.stringify(way), way);
  if (cells.length === columns + 1) {
    for (let at = 0; at < columns; at++)
      keep([...cells.slice(0, at), `${cells[at]}${delimiter}${cells[at + 1]}`, ...cells.slice(at + 2)]);
    for (const [at, cell] of cells.entries())
      if (cell.trim() === '') keep([...cells.slice(0, at), ...cells.slice(at + 1)]);
  } else if (cells.length === columns - 1) {
    for (let at = 0; at <= cells.length; at++) keep([...cells.slice(0, at), '', ...cells.slice(at)]);
  } else return undefined;
  const sound = [...ways.values()].filter((way) => {
    const { misfits, proofs } = types.compare(way);
    return misfits.length === 0 && proofs >= 2;
  });
  const [only] = sound;
  return sound.length === 1 && only ? { code: 'moved_cell', cells: only } : undefined;
}
