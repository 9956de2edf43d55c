import { type Problem, problem } from '../problems/problem.ts';
import type { Preset } from './presets/preset.ts';
import { foldHeader, type TableRow } from './table.ts';

/** Leaves out records that the system sent again: of one key, the row with the highest version stays, in its place. */
export function latestRows(
  { header }: { readonly header: readonly string[] },
  rows: readonly TableRow[],
  { latest }: Preset,
  file: string,
): { readonly rows: readonly TableRow[]; readonly problems: readonly Problem[] } {
  const at = (name: string): number => header.findIndex((h) => foldHeader(h) === name);
  const [of, by] = latest ? [at(latest.of), at(latest.by)] : [-1, -1];
  if (of < 0 || by < 0) return { rows, problems: [] };
  const best = new Map<string, TableRow>();
  for (const row of rows) {
    const key = row.cells[of] ?? '';
    const known = best.get(key);
    if (key && (!known || (row.cells[by] ?? '') >= (known.cells[by] ?? ''))) best.set(key, row);
  }
  const isKept = (row: TableRow): boolean => !row.cells[of] || best.get(row.cells[of]) === row;
  const problems = rows.flatMap((row) =>
    isKept(row)
      ? []
      : [
          problem(
            'superseded_row',
            { file, line: row.line },
            { of: row.cells[of], by: best.get(row.cells[of] ?? '')?.line },
          ),
        ],
  );
  return { rows: rows.filter(isKept), problems };
}
