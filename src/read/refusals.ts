import { type Problem, problem } from '../problems/problem.ts';
import { DELIMITERS } from './dialect.ts';
import { type Kind, kindsOf } from './kinds.ts';
import { looksLikeLabels, type SampleRecord, type Shape } from './shape.ts';
import { foldHeader } from './table.ts';

const CURLY = /^[^\p{L}\p{N}“„«‘’”]*([“”„«‘’]).*[“”»‘’][^\p{L}\p{N}]*$/su;
/** Names in apostrophes, where they are not the quotes of the file: another quote stands in it as well. */
const APOSTROPHES = /^'.+'$/s;

/** A table that can be read, but not as what it is; undefined for any other. */
export function refusalOf(
  records: readonly SampleRecord[],
  { header, headerLine, firstRow }: Shape,
  file: string,
): Problem | undefined {
  const place = { file, line: headerLine };
  // Whatever was taken for the delimiter: a header of quoted names begins with such a quote and ends with one.
  const quote = CURLY.exec(header.join(' '))?.[1];
  if (quote !== undefined) return problem('curly_quotes', place, { quote });
  if (header.length > 1 && header.every((name) => APOSTROPHES.test(name.trim())))
    return problem('curly_quotes', place, { quote: "'" });
  const rows = records.slice(firstRow).filter((r) => r.isSound && !r.isBlank && r.cells.length === header.length);
  const [only, second] = header;
  if (only !== undefined && second === undefined) {
    const parted = (d: string): boolean =>
      (only.includes(d) && rows.some((r) => r.cells[0]?.includes(d))) ||
      (rows.length > 0 && rows.every((r) => (r.cells[0] ?? '').split(d).length > 2));
    const delimiter = [...DELIMITERS, ...(/^".*" .*"$/.test(only.trim()) ? [' '] : [])].find(parted);
    if (delimiter !== undefined) return problem('quoted_lines', place, { delimiter });
  }
  const isOwn = (r: SampleRecord): boolean =>
    r.cells.every((cell, i) => foldHeader(cell) === foldHeader(header[i] ?? ''));
  const other = secondHeader(rows.filter((r) => !isOwn(r)));
  if (other) return problem('two_tables', { file, line: other.line }, {}, other.raw);
  const changed = changeOf(rows, header.length);
  return changed === undefined
    ? undefined
    : problem('columns_change', { ...place, column: changed + 1 }, { header: header[changed] });
}

/** A row of names behind which two columns or more hold nothing but values. */
function secondHeader(rows: readonly SampleRecord[]): SampleRecord | undefined {
  // The columns that held nothing but values so far, from the last row up.
  let values = (rows[0]?.cells ?? []).map((_, column) => column);
  for (let i = rows.length - 1; i > 0 && values.length >= 2; i--) {
    const row = rows[i];
    if (!row) continue;
    if (i < rows.length - 1 && row.cells.every((c) => c.trim()) && looksLikeLabels(row.cells)) return row;
    values = values.filter((column) => {
      const cell = row.cells[column] ?? '';
      return cell.trim() && !looksLikeLabels([cell]);
    });
  }
  return undefined;
}

/** How many cells of a kind show that a column holds it. */
const ENOUGH = 3;

/** Cells of one kind alone, on one side of a row; the rows between the last of them and the first other cell may be empty. */
interface Run {
  readonly kind: Kind;
  readonly last: number;
  readonly next: number;
}

/**
 * The column that holds one kind of value up to some row and none behind it, while another column does the opposite from the
 * same row on: the two changed places. Undefined where no columns do.
 */
function changeOf(rows: readonly SampleRecord[], columns: number): number | undefined {
  const kinds = Array.from({ length: columns }, (_, column) => rows.map((r) => kindsOf(r.cells)[column] ?? 'none'));
  const before = kinds.map(runOf);
  const behind = kinds.map((column) => runOf([...column].reverse()));
  const end = rows.length - 1;
  const place = before.findIndex(
    (run) =>
      run &&
      behind.some(
        (other) =>
          other?.kind === run.kind && Math.max(run.last, end - other.next) < Math.min(run.next, end - other.last),
      ),
  );
  return place < 0 ? undefined : place;
}

/** The run of one kind that a column begins with; undefined where it goes on to the end, comes again, or is too short. */
function runOf(kinds: readonly Kind[]): Run | undefined {
  const kind = kinds.find((k) => k !== 'none');
  if (kind === undefined || kind === 'text') return undefined;
  const next = kinds.findIndex((k) => k !== 'none' && k !== kind);
  if (next < 0 || kinds.indexOf(kind, next) >= 0) return undefined;
  const count = (list: readonly Kind[]): number => list.filter((k) => k !== 'none').length;
  if (count(kinds.slice(0, next)) < ENOUGH || count(kinds.slice(next)) < ENOUGH) return undefined;
  return { kind, last: kinds.lastIndexOf(kind), next };
}
