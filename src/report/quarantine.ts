import { stringify } from 'csv-stringify/sync';
import { isOfRowsAside, messageOf, type Problem, sortProblems } from '../problems/problem.ts';
import { forSpreadsheet } from './escape.ts';

/** The rows that were set aside, as they stand in their files, with why: a CSV to send back or to mend. */
export function quarantineCsv(problems: readonly Problem[]): string {
  const rows = sortProblems(problems)
    .filter((p) => isOfRowsAside(p))
    .map((p) => [
      forSpreadsheet(p.place.file),
      p.place.line ?? '',
      p.place.column ?? '',
      p.code,
      forSpreadsheet(messageOf(p)),
      forSpreadsheet(p.excerpt ?? ''),
    ]);
  return stringify([['file', 'line', 'column', 'code', 'message', 'raw'], ...rows]);
}
