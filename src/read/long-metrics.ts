import type { OpenFile } from './open.ts';
import { foldHeader, type TableRow } from './table.ts';

const KEYS: readonly string[] = ['period', 'month', 'agent', 'campaign', 'week'];
const LONG: readonly string[] = ['metric', 'kpi', 'measure'];

/** A vendor's summary with one column a metric, as one row a metric. */
export function longMetrics(file: OpenFile): OpenFile {
  const folded = file.header.map(foldHeader);
  if (folded.some((name) => LONG.includes(name))) return file;
  const keys = folded.flatMap((name, i) => (KEYS.includes(name) ? [i] : []));
  const measures = folded.flatMap((name, i) => (name && !KEYS.includes(name) ? [i] : []));
  const long = (rows: readonly TableRow[]): TableRow[] =>
    rows.flatMap((row) =>
      measures.map((i) => ({
        line: row.line,
        cells: [...keys.map((k) => row.cells[k] ?? ''), file.header[i] ?? '', row.cells[i] ?? ''],
      })),
    );
  return {
    ...file,
    header: [...keys.map((i) => file.header[i] ?? ''), 'metric', 'value'],
    sample: () => long(file.sample()),
    async *rows() {
      for await (const batch of file.rows()) yield long(batch);
    },
  };
}
