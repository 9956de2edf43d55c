import type { SourceName } from '../model.ts';
import { type KindColumn, kindColumns } from '../read/only.ts';
import type { TableRow } from '../read/table.ts';

/** Which rows of a table count: those that are what its source holds, and of calls not those between two agents; undefined where all do. */
export function countedRows(
  source: SourceName,
  header: readonly string[],
  rows: readonly TableRow[],
  columns: ReadonlyMap<string, number>,
): KindColumn | undefined {
  const [column] = kindColumns(source, header, rows);
  if (column || source !== 'calls') return column;
  const at = columns.get('direction') ?? -1;
  const said = [...new Set(rows.flatMap(({ cells }) => (cells[at] ?? '').trim() || []))];
  const others = said.filter((word) => INTERNAL.test(word));
  const counted = said.filter((word) => !INTERNAL.test(word));
  const isWhole = rows.every(({ cells }) => cells[at]?.trim());
  return others.length && counted.length && isWhole ? { header: header[at] ?? '', counted, others } : undefined;
}
const INTERNAL = /^intern(al|e|o|a)?( (calls?|anruf|appel|llamada))?$/i;
