import type { OpenFile } from './open.ts';
import { fieldsOf } from './source-table.ts';
import { foldHeader, type TableRow } from './table.ts';
import { readPeriod } from './values.ts';

/** Headers of a field, folded. */
const headersOf = (name: string): string[] => [
  name,
  ...(fieldsOf('reported_metrics')[name]?.aliases ?? []).map(foldHeader),
];
const METRIC: ReadonlySet<string> = new Set(headersOf('metric'));
const VALUE: ReadonlySet<string> = new Set(headersOf('value'));
const KEYS: ReadonlySet<string> = new Set(
  Object.keys(fieldsOf('reported_metrics'))
    .filter((name) => name !== 'metric' && name !== 'value')
    .flatMap(headersOf),
);

/** A vendor's summary with one column a metric, or one a month, as one row a metric and month. */
export function longMetrics(file: OpenFile): OpenFile {
  const folded = file.header.map(foldHeader);
  const hasMetric = folded.some((name) => METRIC.has(name));
  const months = file.header.flatMap((name, i) => (readPeriod(name) === undefined ? [] : [i]));
  if (!hasMetric) return unfolded(file, (name) => name !== '' && !KEYS.has(name), ['metric', 'value']);
  if (months.length && !folded.some((name) => VALUE.has(name)))
    return unfolded(file, (name) => readPeriod(name) !== undefined, ['period', 'value']);
  return file;
}

/** Each column that is spread becomes a row of its own, its header before its cell. */
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
      spread.map((i) => ({
        line: row.line,
        cells: [...kept.map((k) => row.cells[k] ?? ''), file.header[i] ?? '', row.cells[i] ?? ''],
      })),
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
