import { type Problem, problem } from '../problems/problem.ts';
import { shapeOf } from './column-types.ts';
import type { SampleRecord, Shape } from './shape.ts';

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
      return count > 1 && rows.every((r) => (r.cells[0] ?? '').split(d).length === count);
    });
    if (delimiter !== undefined) return problem('quoted_lines', place, { delimiter });
  }
  const changed = header.findIndex((_, column) => changes(rows, column));
  return changed < 0 ? undefined : problem('columns_change', place, { header: header[changed] });
}

const ENOUGH = 4;

/** Whether a column holds dates or addresses in the first third of the rows, and none of them in the last; or the other way round. */
function changes(rows: readonly SampleRecord[], column: number): boolean {
  const texts = rows.map((r) => (r.cells[column] ?? '').trim());
  const third = Math.floor(texts.length / 3);
  const [first, last] = [texts.slice(0, third), texts.slice(-third)].map((part) => part.filter(Boolean));
  if (!first || !last || first.length < ENOUGH || last.length < ENOUGH) return false;
  const share = (part: readonly string[], is: (shape: string) => boolean): number =>
    part.filter((text) => is(shapeOf(text))).length / part.length;
  return [(shape: string) => shape === '@', (shape: string) => /^9[-/.]9[-/.]9\D?/.test(shape)].some((is) => {
    const [before, after] = [share(first, is), share(last, is)];
    return (before > 0.95 && after < 0.05) || (before < 0.05 && after > 0.95);
  });
}
