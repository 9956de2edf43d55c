import { type ColumnTypes, learnTypes } from './column-types.ts';
import { kindOf, shapeOf } from './kinds.ts';
import { noteOf } from './notes.ts';
import type { Layout } from './presets/preset.ts';
import { foldHeader, type TableRow } from './table.ts';

/** A record of the first part of a file. */
export interface SampleRecord extends TableRow {
  readonly raw: string;
  readonly isBlank: boolean;
  readonly isSound: boolean;
}

/** Where the rows of a file are, and what their columns are called. */
export interface Shape {
  /** Records up to here (index of the first row) are no rows. */
  readonly firstRow: number;
  /** The line of the last of them; 0 where there is none. */
  readonly lastLine: number;
  readonly header: readonly string[];
  readonly headerLine: number;
  /** Lines before the header that are not blank. */
  readonly before: readonly TableRow[];
  readonly layout: Layout | undefined;
  /** The header was given by the layout's names: the file has none of its own, or a localised one. */
  readonly isNamed: boolean;
  /** Lines of totals are rows. */
  readonly isSummary?: boolean;
  /** A second line of the header. */
  readonly second: TableRow | undefined;
  readonly types: ColumnTypes;
  /** Rows have empty cells beyond the header, all of them. */
  readonly isPadded: boolean;
}

/** How far down a header is looked for. */
const PREAMBLE = 60;

/**
 * Finds the header: where a layout says, else the first line that `isHeader` knows, else by shape: the first line of labels as
 * wide as the body. Undefined where no line looks like a header.
 */
export function shapeFile(
  records: readonly SampleRecord[],
  isHeader: (cells: readonly string[]) => boolean,
  layouts: readonly Layout[] | undefined,
): Shape | undefined {
  for (const layout of layouts ?? []) {
    const at = placeOf(records, layout);
    if (at === undefined) continue;
    const named = layout.names;
    const header = records[at.header];
    const cells = named ? padded(named, records, at.first) : (header?.cells ?? []);
    return built(records, at.header, at.first, cells, layout, named !== undefined, isHeader);
  }
  // A line of totals has the name of a column, too.
  const mayBeHead = ({ isBlank, cells }: SampleRecord): boolean =>
    !isBlank && isHeader(cells) && noteOf(cells) === undefined;
  const heads = records.flatMap((r, i) => (i < PREAMBLE && mayBeHead(r) ? [i] : []));
  // `Date,7/1/2026` above a table is a label with its value; where a header has days for names, there is no other.
  const known = heads.find((i) => !records[i]?.cells.some(isValue)) ?? heads[0];
  if (known !== undefined)
    return built(records, known, known + 1, records[known]?.cells ?? [], undefined, false, isHeader);
  const found = byShape(records);
  return found === undefined
    ? undefined
    : built(records, found, found + 1, records[found]?.cells ?? [], undefined, false, isHeader);
}

/** Where the header and the first row of a layout stand; -1 for a header that is not there. */
function placeOf(records: readonly SampleRecord[], layout: Layout): { header: number; first: number } | undefined {
  const wanted = layout.header.map(foldHeader);
  const hasAll = (cells: readonly string[]): boolean => {
    const folded = new Set(cells.map(foldHeader));
    return wanted.every((name) => folded.has(name));
  };
  if (layout.section) {
    const title = records.findIndex(
      (r) => layout.section?.test((r.cells[0] ?? '').trim()) && r.cells.slice(1).every((c) => !c.trim()),
    );
    if (title < 0) return undefined;
    const header = records.findIndex((r, i) => i > title && !r.isBlank);
    const cells = records[header]?.cells ?? [];
    return header >= 0 && (hasAll(cells) || (layout.names && cells.length >= layout.names.length - 1))
      ? { header, first: header + 1 }
      : undefined;
  }
  if (layout.headerless) {
    const first = records.findIndex((r) => !r.isBlank);
    const width = modalWidth(records);
    const isLabels = first >= 0 && looksLikeLabels(records[first]?.cells ?? []);
    return first >= 0 && !isLabels && layout.headerless.includes(width) ? { header: -1, first } : undefined;
  }
  const header = records.findIndex((r, i) => i < PREAMBLE && !r.isBlank && hasAll(r.cells));
  return header < 0 ? undefined : { header, first: header + 1 };
}

/** Names by position, with `column N` for columns beyond them. */
function padded(names: readonly string[], records: readonly SampleRecord[], first: number): string[] {
  const width = Math.max(names.length === 0 ? 1 : 0, modalWidth(records.slice(first)));
  return Array.from({ length: width }, (_, i) => names[i] ?? `column ${i + 1}`);
}

function built(
  records: readonly SampleRecord[],
  at: number,
  first: number,
  own: readonly string[],
  layout: Layout | undefined,
  isNamed: boolean,
  isHeader: (cells: readonly string[]) => boolean,
): Shape {
  const before = records.slice(0, Math.max(at, 0)).filter((r) => !r.isBlank);
  const end = layout?.section ? records.findIndex((r, i) => i >= first && r.isBlank) : -1;
  const all = records.slice(first, end < 0 ? undefined : end).filter((r) => r.isSound && !r.isBlank);
  const header = fitted(own, all);
  const body = all.filter((r) => r.cells.length === header.length);
  const second = isNamed ? undefined : secondLine(body, header.length);
  const rows = second ? body.slice(1) : body;
  const named =
    second && !isHeader(header) ? header.map((name, i) => `${name} ${second.cells[i] ?? ''}`.trim()) : header;
  const firstRow = second ? records.indexOf(second) + 1 : first;
  return {
    firstRow,
    lastLine: records[firstRow - 1]?.line ?? 0,
    header: named.map((name, i) => (i === 0 ? name.replace(/^\uFEFF/, '') : name)),
    headerLine: records[at]?.line ?? 1,
    before,
    layout,
    isNamed,
    second,
    // Titles and totals say nothing of what stands below them.
    types: learnTypes(
      rows.flatMap(({ cells }) => (noteOf(cells) === undefined ? [cells] : [])),
      named,
    ),
    isPadded: header.length > own.length,
  };
}

/** The header as wide as the rows, where the difference is a delimiter at the end of all rows, or of the header alone. */
function fitted(header: readonly string[], rows: readonly SampleRecord[]): readonly string[] {
  const width = modalWidth(rows);
  if (
    width > header.length &&
    rows.every((r) => r.cells.length >= header.length && r.cells.slice(header.length).every((cell) => !cell.trim()))
  )
    return [...header, ...Array.from({ length: width - header.length }, () => '')];
  const named = header.findLastIndex((name) => name.trim() !== '') + 1;
  return width < header.length && width >= named ? header.slice(0, width) : header;
}

/** A first row of names, or units, over columns that otherwise hold values; halves of names may be numbers. */
function secondLine(body: readonly SampleRecord[], columns: number): SampleRecord | undefined {
  const [first, ...rest] = body;
  if (!first || rest.length === 0) return undefined;
  const others = first.cells.filter((cell) => cell.trim() !== '' && !looksLikeLabel(cell));
  if (!others.every((cell) => /^\d{1,3}$/.test(cell.trim()))) return undefined;
  const values = Array.from({ length: columns }, (_, column) => column).filter((column) => {
    const full = rest.map((r) => r.cells[column]?.trim() ?? '').filter(Boolean);
    return full.length > 0 && !full.some(looksLikeLabel);
  });
  const named = values.filter((column) => looksLikeLabel(first.cells[column]?.trim() ?? '')).length;
  const isSecond =
    others.length === 0
      ? values.length >= Math.min(2, columns) && values.some((column) => first.cells[column]?.trim())
      : named >= 2 && named > others.length;
  return isSecond ? first : undefined;
}

/** The most frequent number of cells among records of more than one. */
function modalWidth(records: readonly SampleRecord[]): number {
  const counts = new Map<number, number>();
  for (const { cells, isBlank, isSound } of records)
    if (!isBlank && isSound && cells.length > 1) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 1;
}

/** A first line that tells Excel the delimiter. */
const EXCEL_LINE = /^"?sep=.{0,3}$/i;

/** The first line of labels that is as wide as the rows; cells of rows beyond it are empty. */
function byShape(records: readonly SampleRecord[]): number | undefined {
  const width = modalWidth(records);
  // A spreadsheet pads the line of a title to the width of the rows.
  const isWide = ({ cells, isBlank, isSound }: SampleRecord): boolean =>
    !isBlank && isSound && cells.length === width && cells.filter((cell) => cell.trim()).length * 2 > width;
  const wide = records.findIndex(isWide);
  const at = records.findIndex(
    (r, i) =>
      i <= Math.min(wide, PREAMBLE) &&
      !r.isBlank &&
      !EXCEL_LINE.test(r.raw) &&
      looksLikeLabels(r.cells) &&
      (r.cells.length === width ||
        fitted(
          r.cells,
          records.slice(i + 1).filter((x) => x.isSound && !x.isBlank),
        ).length === width),
  );
  return at < 0 ? undefined : at;
}

const isValue = (cell: string): boolean => ['date', 'amount'].includes(kindOf(cell.trim()));

/** Names that have no letter, or a number first: `#`, `1st Meeting`. */
const NUMBERED = /^(#|№|\d(st|nd|rd|th) \p{L}.*)$/iu;

/** A text that names a column: it has a letter, and is no date, amount or address. */
function looksLikeLabel(text: string): boolean {
  if (NUMBERED.test(text.trim())) return true;
  const shape = shapeOf(text.trim());
  return (
    shape.includes('a') &&
    shape !== '@' &&
    shape !== '8' &&
    shape !== 'x' &&
    !/9[-/.:]9/.test(shape) &&
    !/^[a+]?[-.]?9/.test(shape) &&
    text.length <= 120
  );
}

/** A line of labels: most cells name something, none is a value, and hardly one stands twice. */
export function looksLikeLabels(cells: readonly string[]): boolean {
  const full = cells.map((cell) => cell.trim()).filter(Boolean);
  return (
    full.length > 0 &&
    full.length >= cells.length * 0.5 &&
    full.every(looksLikeLabel) &&
    new Set(full.map(foldHeader)).size >= full.length * 0.7
  );
}
