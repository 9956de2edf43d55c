import { type Problem, problem } from '../problems/problem.ts';
import { shapeOf } from './column-types.ts';
import { looksLikeLabels, type SampleRecord, type Shape } from './shape.ts';
import { foldHeader } from './table.ts';

const DELIMITERS = [',', ';', '\t', '|'];
const CURLY = /^[“”„«‘’].*[“”»‘’]$/s;

/** A table that can be read, but not as what it is; undefined for any other. */
export function refusalOf(
  records: readonly SampleRecord[],
  { header, headerLine, firstRow }: Shape,
  file: string,
): Problem | undefined {
  const place = { file, line: headerLine };
  const named = header.filter((name) => name.trim() !== '');
  if (named.length && named.filter((name) => CURLY.test(name.trim())).length * 2 > named.length)
    return problem('curly_quotes', place, { quote: named.find((name) => CURLY.test(name.trim()))?.trim()[0] });
  const rows = records.slice(firstRow).filter((r) => r.isSound && !r.isBlank && r.cells.length === header.length);
  const [only, second] = header;
  if (only !== undefined && second === undefined) {
    const delimiter = DELIMITERS.find((d) => {
      const count = only.split(d).length;
      return count > 1 && rows.some((r) => (r.cells[0] ?? '').split(d).length >= count);
    });
    if (delimiter !== undefined) return problem('quoted_lines', place, { delimiter });
  }
  const isOwn = (r: SampleRecord): boolean =>
    r.cells.every((cell, i) => foldHeader(cell) === foldHeader(header[i] ?? ''));
  const other = secondHeader(rows.filter((r) => !isOwn(r)));
  if (other) return problem('two_tables', { file, line: other.line }, {}, other.raw);
  const changed = changeOf(rows, header.length);
  return changed === undefined ? undefined : problem('columns_change', place, { header: header[changed] });
}

/** A row of names behind which two columns or more hold nothing but values. */
function secondHeader(rows: readonly SampleRecord[]): SampleRecord | undefined {
  const values = (rows[0]?.cells ?? []).map(() => 0);
  for (const [i, row] of [...rows.entries()].reverse()) {
    const behind = rows.length - 1 - i;
    if (
      i > 0 &&
      behind > 0 &&
      row.cells.every((c) => c.trim()) &&
      looksLikeLabels(row.cells) &&
      values.filter((n) => n === behind).length >= 2
    )
      return row;
    for (const [column, cell] of row.cells.entries())
      if (cell.trim() && !looksLikeLabels([cell])) values[column] = (values[column] ?? 0) + 1;
  }
  return undefined;
}

const KINDS: readonly RegExp[] = [
  /^@$/,
  /^9a9a?$|^(a[, ]+)?9[-/.]9[-/.]9(\D|$)|^(a[, ]+)?9 a,? 9|^a 9,? 9/,
  /^[-+]?9([.,]9)*$/,
  /^8$/,
];
const ENOUGH = 3;

/**
 * The column that holds one kind of value up to some row and none behind it, while another column does the opposite from the
 * same row on: the two changed places. Undefined where no columns do.
 */
function changeOf(rows: readonly SampleRecord[], columns: number): number | undefined {
  for (const kind of KINDS) {
    const steps = new Map<number, number>();
    for (let column = 0; column < columns; column++) {
      const at = stepOf(rows.map((r) => kind.test(shapeOf((r.cells[column] ?? '').trim()))));
      if (at !== undefined) steps.set(column, at);
    }
    for (const [column, at] of steps) if ([...steps.values()].includes(-at)) return column;
  }
  return undefined;
}

/** Where a column of yes turns into one of no (positive), or the other way round (negative); both parts long enough and pure. */
function stepOf(is: readonly boolean[]): number | undefined {
  const first = is[0] ?? false;
  const at = is.findIndex((x) => x !== first);
  if (at < ENOUGH || is.length - at < ENOUGH || is.slice(at).some((x) => x === first)) return undefined;
  return first ? at : -at;
}
