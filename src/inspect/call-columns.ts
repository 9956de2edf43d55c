import { directionColumns, directionOf } from '../read/directions.ts';
import { foldHeader, type TableRow } from '../read/table.ts';
import type { Columns } from './composed.ts';
import { areMoments, cellsAt } from './guess.ts';
import { sidesOf } from './sides.ts';

/** Columns of calls that only their cells tell: directions, and who is on which side of the line. */
export function callColumns(
  header: readonly string[],
  rows: readonly TableRow[],
  found: ReadonlyMap<string, number>,
): Columns {
  const said = directionColumns(header, rows).map((column) => column.header);
  const named = found.get('direction');
  const direction = named === undefined ? said[0] : header[named];
  const sides = sidesOf(header, rows, direction === undefined ? undefined : header.indexOf(direction));
  // `Call Time` is how long it took, and when it was.
  const length = header[found.get('duration') ?? -1];
  const isWhen = length !== undefined && !found.has('started_at') && areMoments(cellsAt(rows, header.indexOf(length)));
  return {
    ...(isWhen ? { started_at: length } : {}),
    ...(named === undefined && direction !== undefined ? { direction } : {}),
    ...Object.fromEntries(Object.entries(sides).filter(([field]) => !found.has(field))),
  };
}

/** Whether a column says directions: a type of calls may say many other things. */
export const isDirection = (
  column: string | undefined,
  header: readonly string[],
  rows: readonly TableRow[],
): boolean =>
  column !== undefined && cellsAt(rows, header.indexOf(column)).some((word) => directionOf(word) !== undefined);

/** The column of the prospect's address: beside it `Email` is that of the agent. */
export const prospectEmail = (header: readonly string[]): string | undefined =>
  header.find((name) => PROSPECT_EMAIL.test(foldHeader(name)));
const PROSPECT_EMAIL = /^(lead|prospect|contact|customer|person)('s)? e-?mail( address)?$/;

const STATUS = /\b(status|state|result|outcome|answered|connected)\b/;
/** A column of statuses has few words. */
const MOST_WORDS = 20;

/** The column that says how calls ended where their disposition is empty, since nobody answered. */
export function statusBeside(
  disposition: string,
  header: readonly string[],
  rows: readonly TableRow[],
  taken: readonly string[],
): string | undefined {
  const at = header.indexOf(disposition);
  const blank = rows.filter(({ cells }) => !cells[at]?.trim());
  return header.find((name, i) => {
    if (i === at || !STATUS.test(foldHeader(name)) || taken.includes(name)) return false;
    const words = new Set(rows.map(({ cells }) => (cells[i] ?? '').trim()));
    return (
      words.size > 1 && words.size <= MOST_WORDS && blank.length > 0 && blank.every(({ cells }) => cells[i]?.trim())
    );
  });
}
