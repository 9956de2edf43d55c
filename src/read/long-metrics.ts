import type { OpenFile } from './open.ts';
import { fieldsOf } from './source-table.ts';
import { isWhole, readWeek } from './summary-words.ts';
import { foldHeader, type TableRow } from './table.ts';
import { readPeriod } from './values.ts';

/** Which header a field has, by the rules. */
type Columns = Readonly<Record<string, unknown>>;

/** Headers of a field, folded: its names, and those that the rules give it. */
const headersOf = (name: string, columns: Columns): string[] => [
  name,
  ...[fieldsOf(SOURCE)[name]?.aliases ?? [], columns[name] ?? []].flat().map((header) => foldHeader(String(header))),
];
const SOURCE = 'reported_metrics';
const KEYS = Object.keys(fieldsOf(SOURCE)).filter((name) => name !== 'metric' && name !== 'value');

const isMonth = (name: string): boolean => readPeriod(name) !== undefined;
/** A number alone is no name of a column. */
const isWeek = (name: string): boolean => /\D/.test(name) && readWeek(name) !== undefined;

const among = (header: readonly string[], columns: Columns): ((field: string) => boolean) => {
  const folded = new Set(header.map(foldHeader));
  return (field) => headersOf(field, columns).some((name) => folded.has(name));
};

/** Whether a line names the metrics' column and months or weeks: they look like values, and are names. */
export const isWideHeader = (cells: readonly string[], columns: Columns): boolean =>
  among(cells, columns)('metric') && cells.some((cell) => isMonth(cell.trim()) || isWeek(cell.trim()));

/** A vendor's summary with one column a metric, or one a month or a week, as one row a metric and month or week. */
export function longMetrics(file: OpenFile, columns: Columns): OpenFile {
  const folded = file.header.map(foldHeader);
  const has = among(file.header, columns);
  if (has('metric') && has('value')) return file;
  if (!has('metric')) {
    const keys = new Set(KEYS.flatMap((name) => headersOf(name, columns)));
    return unfolded(file, (name) => name !== '' && !keys.has(name), ['metric', 'value']);
  }
  if (folded.some(isMonth)) return unfolded(file, isMonth, ['period', 'value']);
  return folded.some(isWeek) ? unfolded(file, (name) => isWeek(name) || isWhole(name), ['week', 'value']) : file;
}

/** Each column that is spread becomes a row of its own, its header before its cell; an empty cell reports nothing. */
function unfolded(
  file: OpenFile,
  isSpread: (folded: string) => boolean,
  [header, cell]: readonly [string, string],
): OpenFile {
  const folded = file.header.map(foldHeader);
  const kept = folded.flatMap((name, i) => (name === '' || isSpread(name) ? [] : [i]));
  const spread = folded.flatMap((name, i) => (isSpread(name) ? [i] : []));
  const long = (rows: readonly TableRow[]): TableRow[] =>
    rows.flatMap((row) =>
      spread.flatMap((i) => {
        const cell = row.cells[i] ?? '';
        if (cell.trim() === '') return [];
        return [{ line: row.line, cells: [...kept.map((k) => row.cells[k] ?? ''), file.header[i] ?? '', cell] }];
      }),
    );
  return {
    ...file,
    header: [...kept.map((i) => file.header[i] ?? ''), header, cell],
    sample: () => long(file.sample()),
    async *rows() {
      for await (const batch of file.rows()) yield long(batch);
    },
  };
}
