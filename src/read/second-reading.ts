import { parse } from 'csv-parse/sync';
import { type Problem, problem } from '../problems/problem.ts';
import { asWritten, type Found } from './dialect.ts';
import { NO_QUOTE } from './scan/structure.ts';
import type { TableRow } from './table.ts';

interface Parsed {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/**
 * Reads a text again with csv-parse, told the dialect that was found, and names the rows on which the two readers differ.
 * Lines of which something was told already are taken out first: they are known to be irregular.
 */
export function secondReading(
  text: string,
  file: string,
  found: Found,
  rows: readonly TableRow[],
  told: ReadonlySet<number>,
): Problem[] {
  const { dialect } = found;
  const lines = text.split(/(\r\n|\n|\r)/);
  for (const line of told) {
    const at = (line - 1) * 2;
    // Nothing between a CR and an LF would make one line end of two, and every line behind would be another one.
    if (lines[at] !== undefined) lines[at] = lines[at - 1] === '\r' && lines[at + 1] === '\n' ? ' ' : '';
  }
  const theirs = new Map<number, readonly string[]>();
  try {
    const parsed = parse(lines.join(''), {
      delimiter: String.fromCharCode(dialect.delimiter),
      quote: dialect.quote === NO_QUOTE ? null : String.fromCharCode(dialect.quote),
      escape: dialect.escape === 'backslash' ? '\\' : String.fromCharCode(dialect.quote),
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      bom: true,
      info: true,
    }) as unknown as Parsed[];
    let extra = 0;
    for (const { record, info } of parsed) {
      extra += record.reduce((sum, cell) => sum + (cell.match(/\r\n/g)?.length ?? 0), 0);
      const inside = record.reduce((sum, cell) => sum + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 0);
      theirs.set(
        info.lines - extra - inside,
        record.map((cell) => asWritten(cell, found)),
      );
    }
  } catch (error) {
    // Two readers that do not agree whether the file is one at all: every row is in doubt.
    return [problem('second_reading', { file }, { ours: `${rows.length} rows`, theirs: (error as Error).message })];
  }
  return rows.flatMap((row) => {
    const other = theirs.get(row.line);
    if (told.has(row.line) || (other && isSame(row.cells, other))) return [];
    const args = { ours: `${row.cells.length} cells`, theirs: other ? `${other.length} cells` : 'part of another row' };
    return [problem('second_reading', { file, line: row.line }, args, row.cells.join(' | '))];
  });
}

const isSame = (ours: readonly string[], theirs: readonly string[]): boolean =>
  ours.length === theirs.length && ours.every((cell, i) => cell === theirs[i]);
