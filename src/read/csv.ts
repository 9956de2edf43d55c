import { CsvError, parse } from 'csv-parse/sync';
import { problem } from '../problems/problem.ts';
import type { Table, TableRow } from './table.ts';

const DELIMITERS = [',', ';', '\t', '|'];
/** How many lines may stand before the header. */
const PREAMBLE = 60;

/**
 * Reads a delimited text. The header is the first line that `isHeader` recognises, else the first line that is not blank;
 * lines before it are told. `section` ends the rows at the next blank line.
 */
export function readCsv(
  text: string,
  file: string,
  isHeader: (cells: readonly string[]) => boolean,
  section: boolean,
): Table {
  const start = findHeader(text, isHeader);
  const { delimiter } = start;
  const none = { header: [], headerLine: start.line, rows: [], before: [] };
  const lines = text.split(/\r\n|\n|\r/);
  const before = lines
    .slice(0, start.line - 1)
    .flatMap((l, i): TableRow[] => (l.trim() ? [{ line: i + 1, cells: l.split(delimiter).map(unquote) }] : []));
  let records: TableRow[];
  try {
    records = parse(text.slice(start.offset), {
      bom: true,
      delimiter,
      relax_column_count: true,
      skip_empty_lines: !section,
      info: true,
      record_delimiter: ['\r\n', '\n', '\r'],
    }).map(toRow(start.line));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = (Number(error.lines) || 1) + start.line - 1;
    const column = Number(error.column) + 1 || undefined;
    const reason = REASONS[error.code] ?? error.message;
    return { ...none, problems: [problem('bad_csv', { file, line, column }, { reason }, lines[line - 1])] };
  }
  const [header, ...rest] = records;
  const isBlank = (row: TableRow): boolean => row.cells.every((cell) => cell.trim() === '');
  const end = section ? rest.findIndex(isBlank) : -1;
  const rows = (end < 0 ? rest : rest.slice(0, end)).filter((row) => !isBlank(row));
  const headerCells = header?.cells ?? [];
  const problems = before.length
    ? [
        problem(
          'preamble',
          { file, line: start.line },
          { header: start.line, lines: before.length },
          lines[start.line - 1],
        ),
      ]
    : [];
  return { header: headerCells, headerLine: start.line, rows, before, problems };
}

const REASONS: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'a quote is opened and never closed',
  CSV_INVALID_CLOSING_QUOTE: 'a quote stands in the middle of a cell',
  INVALID_OPENING_QUOTE: 'a quote stands in the middle of a cell',
};

interface Parsed {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/** csv-parse tells the line that a record ends on; newlines in its cells lead back to the one that it starts on. */
function toRow(firstLine: number): (parsed: unknown) => TableRow {
  return (parsed) => {
    const { record, info } = parsed as Parsed;
    const inside = record.reduce((sum, cell) => sum + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 0);
    return { line: firstLine - 1 + info.lines - inside, cells: record };
  };
}

/** The offset and line of the header, and the delimiter that splits it into the most cells. */
function findHeader(
  text: string,
  isHeader: (cells: readonly string[]) => boolean,
): { offset: number; line: number; delimiter: string } {
  const pattern = /\r\n|\n|\r|$/g;
  let first: { offset: number; line: number; delimiter: string } | undefined;
  for (let offset = 0, line = 1; offset < text.length && line <= PREAMBLE; line++) {
    pattern.lastIndex = offset;
    const end = pattern.exec(text);
    const content = text.slice(offset, end?.index);
    if (content.trim()) {
      const delimiter = widest(content);
      first ??= { offset, line, delimiter };
      if (isHeader(content.split(delimiter).map(unquote))) return { offset, line, delimiter };
    }
    if (!end || end[0] === '') break;
    offset = end.index + end[0].length;
  }
  return first ?? { offset: 0, line: 1, delimiter: ',' };
}

const widest = (line: string): string =>
  DELIMITERS.map((d) => [d, line.split(d).length] as const).reduce((best, next) =>
    next[1] > best[1] ? next : best,
  )[0];
const unquote = (cell: string): string =>
  cell
    .trim()
    .replace(/^"(.*)"$/s, '$1')
    .replaceAll('""', '"');
