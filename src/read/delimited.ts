import { effectOf, type Problem, problem } from '../problems/problem.ts';
import { Body } from './body.ts';
import type { ColumnTypes } from './column-types.ts';
import { asWritten, detectDialect, type Found, oneByteDelimiter } from './dialect.ts';
import { type Decoding, decoding, sniff } from './encoding.ts';
import { behind, fillFrom } from './input.ts';
import type { Layout } from './presets/preset.ts';
import { refusalOf } from './refusals.ts';
import type { Cells } from './scan/cells.ts';
import { type Fill, scan, scanBytes } from './scan/scanner.ts';
import { type SampleRecord, type Shape, shapeFile } from './shape.ts';
import { type Counts, foldHeader, type Table, type TableRow } from './table.ts';
import { Teller } from './teller.ts';

/** What is known of a file before it is read. */
export interface Hints {
  /** Whether a line of cells is a header of the source. */
  readonly isHeader: (cells: readonly string[]) => boolean;
  readonly layouts?: readonly Layout[] | undefined;
  /** It is a summary of figures: lines of totals are rows. */
  readonly isSummary?: boolean;
}

/** A delimited file whose shape is known and whose rows can be streamed once. */
export interface OpenTable extends Omit<Table, 'rows' | 'problems'> {
  readonly found: Found;
  readonly layout: Layout | undefined;
  readonly types: ColumnTypes;
  /** Rows of the first part of the file, read anew: nobody holds them while the file passes. */
  sample(): readonly TableRow[];
  /** Whether the sample is the whole file. */
  readonly isWhole: boolean;
  /** The text of a whole file, for a second reader; delimiters of several characters are one in it. */
  readonly text: string | undefined;
  /** The rows, in order, as the file is read; `problems` is whole when they have come to their end. */
  rows(): AsyncGenerator<readonly TableRow[]>;
  readonly problems: () => readonly Problem[];
  readonly counts: Counts & { rows: number };
}

/** The part of a file that its shape is told from. */
const WINDOW = 1 << 20;
/**
 * Opens a delimited text: finds its dialect, its header and what its columns look like; then streams its rows. Every
 * departure from a clean table is mended and told, or the row is set aside and told; nothing is dropped.
 */
export async function openTable(
  source: Decoding,
  file: string,
  hints: Hints,
): Promise<OpenTable | { problems: readonly Problem[] }> {
  const head = Buffer.allocUnsafe(WINDOW);
  let length = 0;
  let isWhole = false;
  while (length < WINDOW && !isWhole) {
    const got = await source.fill(head.subarray(length));
    isWhole = got === 0;
    length += got;
  }
  const window = head.subarray(0, length);
  if (source.fault.offset !== undefined)
    return { problems: [problem('encoding_changes', { file }, { offset: source.fault.offset })] };
  const headers = (hints.layouts ?? []).flatMap(({ header }) => (header.length > 1 ? [header] : []));
  const found = detectDialect(window, isWhole, (cells) => hints.isHeader(cells) || isHeaderOf(cells, headers));
  const isWide = found.delimiter.length > 1;
  const text = isWide ? oneByteDelimiter(window, found.delimiter) : window;
  const records = sampleOf(text, isWhole, found);
  const known = shapeFile(records, hints.isHeader, hints.layouts);
  if (!known) {
    const first = records.find((r) => !r.isBlank);
    if (!first) return { problems: [] };
    return {
      problems: [problem('missing_header', { file, line: first.line }, { columns: first.cells.length }, first.raw)],
    };
  }
  const shape = hints.isSummary ? { ...known, isSummary: true } : known;
  const refused = refusalOf(records, shape, file);
  if (refused) return { problems: [refused] };
  const teller = new Teller(file, found);
  const counts = { rows: 0, aside: 0, hasEnd: false };
  const rest: Fill = isWide ? await widened(source.fill, found.delimiter) : source.fill;
  return {
    header: shape.header,
    headerLine: shape.headerLine,
    before: shape.before,
    found,
    layout: shape.layout,
    types: shape.types,
    isWhole,
    text: isWhole ? text.toString() : undefined,
    counts,
    sample: () =>
      sampleOf(text, isWhole, found)
        .slice(shape.firstRow)
        .filter((r) => r.isSound && !r.isBlank && r.cells.length === shape.header.length),
    rows: () => rowsOf(behind(text, rest), isWhole ? text : undefined, found, shape, source, teller, counts),
    problems: () => teller.problems(),
  };
}

/** Whether a line has all names of one of the headers. */
function isHeaderOf(cells: readonly string[], headers: readonly (readonly string[])[]): boolean {
  const folded = new Set(cells.map(foldHeader));
  return headers.some((header) => header.every((name) => folded.has(foldHeader(name))));
}

/** The whole of a text at once, as a table. */
async function tableOf(source: Decoding, file: string, hints: Hints): Promise<Table> {
  const open = await openTable(source, file, hints);
  if (!('rows' in open)) return { header: [], headerLine: 1, rows: [], before: [], problems: open.problems };
  const rows: TableRow[] = [];
  for await (const batch of open.rows()) for (const row of batch) rows.push(row);
  const { header, headerLine, before } = open;
  return { header, headerLine, before, rows, problems: open.problems() };
}

/** Reads a delimited file of which nothing is known. */
export async function readTable(bytes: Uint8Array, file: string): Promise<Table> {
  const { encoding, problems } = sniff(bytes, file, undefined);
  if (problems.some((p) => effectOf(p) === 'stop'))
    return { header: [], headerLine: 1, rows: [], before: [], problems };
  const table = await tableOf(decoding(fillFrom(bytes), encoding), file, { isHeader: () => false });
  return { ...table, problems: [...problems, ...table.problems] };
}

/** The rest of a file whose cells are parted by several characters, each run made one byte. Such files are rare: it is read whole. */
async function widened(fill: Fill, delimiter: string): Promise<Fill> {
  const chunks: Buffer[] = [];
  for (;;) {
    const chunk = Buffer.allocUnsafe(WINDOW);
    const got = await fill(chunk);
    if (got === 0) break;
    chunks.push(chunk.subarray(0, got));
  }
  return behind(oneByteDelimiter(Buffer.concat(chunks), delimiter), async () => 0);
}

function sampleOf(text: Uint8Array, isWhole: boolean, found: Found): SampleRecord[] {
  const records: SampleRecord[] = [];
  scanBytes(text, isWhole, found.dialect, (record) => {
    const isBlank = record.isBlank();
    // Of many blank lines one says as much: a file may hold nothing else.
    if (isBlank && records.at(-1)?.isBlank) return;
    records.push({
      line: record.line,
      cells: record.fault === undefined || record.fault === 'stray_quote' ? record.texts() : [record.raw()],
      raw: asWritten(record.raw(), found).slice(0, 4000),
      isBlank,
      isSound: record.fault === undefined,
    });
  });
  return records;
}

/** Streams rows: the regular ones as they are, the others by way of `Irregular`. */
async function* rowsOf(
  fill: Fill,
  whole: Uint8Array | undefined,
  found: Found,
  shape: Shape,
  source: Decoding,
  teller: Teller,
  counts: Counts & { rows: number },
): AsyncGenerator<readonly TableRow[]> {
  const width = shape.header.length;
  let batch: TableRow[] = [];
  const { dialect } = found;
  const isWide = found.delimiter.length > 1;
  const emit = (line: number, cells: readonly string[]): void => {
    counts.rows++;
    batch.push({ line, cells: isWide ? cells.map((cell) => asWritten(cell, found)) : cells });
  };
  const body = new Body(shape, found, teller, emit, counts);
  let damage = 0;
  const take = (record: Cells): void => {
    // Offsets of a text whose delimiters were shortened are others: there every record is looked at.
    while ((source.damage[damage]?.to ?? Number.POSITIVE_INFINITY) <= record.offset) damage++;
    const next = source.damage[damage];
    body.take(
      record,
      isWide ? next !== undefined : next !== undefined && next.from < record.offset + record.end - record.start,
    );
  };
  const columns = (): number | undefined => (body.isInside ? width : undefined);
  const isOne = (record: Cells): boolean => !body.isInside || body.isOneRecord(record);
  if (whole) scanBytes(whole, true, dialect, take, { columns, isWhole: isOne });
  else {
    for await (const _ of scan(fill, dialect, take, { columns, isWhole: isOne })) {
      if (batch.length) yield batch;
      batch = [];
    }
  }
  body.end();
  if (source.twice.is) teller.tell('encoded_twice', {}, {});
  if (source.fault.offset !== undefined) teller.tell('encoding_changes', {}, { offset: source.fault.offset });
  if (batch.length) yield batch;
}
