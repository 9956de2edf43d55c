import { effectOf, type Problem, problem } from '../problems/problem.ts';
import type { ColumnTypes } from './column-types.ts';
import { detectDialect, type Found, oneByteDelimiter } from './dialect.ts';
import { type Decoding, decoding, isDamaged, sniff } from './encoding.ts';
import { behind, fillFrom } from './input.ts';
import { mendLine, mendRagged } from './mend.ts';
import type { Layout } from './presets/preset.ts';
import { type Cells, type Fill, scan, scanBytes } from './scan/scanner.ts';
import { looksLikeLabels, type SampleRecord, type Shape, shapeFile } from './shape.ts';
import { foldHeader, type Table, type TableRow } from './table.ts';
import { Teller } from './teller.ts';

/** What is known of a file before it is read. */
export interface Hints {
  /** Whether a line of cells is a header of the source. */
  readonly isHeader: (cells: readonly string[]) => boolean;
  readonly layouts?: readonly Layout[] | undefined;
}

/** A delimited file whose shape is known and whose rows can be streamed once. */
export interface OpenTable extends Omit<Table, 'rows' | 'problems'> {
  readonly found: Found;
  readonly layout: Layout | undefined;
  readonly types: ColumnTypes;
  /** Rows of the first part of the file. */
  readonly sample: readonly TableRow[];
  /** Whether the sample is the whole file. */
  readonly isWhole: boolean;
  /** The text of a whole file, for a second reader; delimiters of several characters are one in it. */
  readonly text: string | undefined;
  /** The rows, in order, as the file is read; `problems` is whole when they have come to their end. */
  rows(): AsyncGenerator<readonly TableRow[]>;
  readonly problems: () => readonly Problem[];
  /** Rows so far: read, and set aside. */
  readonly counts: { rows: number; aside: number };
}

/** The part of a file that its shape is told from. */
export const WINDOW = 1 << 20;
const TOTAL = /^(grand |sub-?)?(total|totals|sum|summe|gesamt|suma|somme)\b/i;
const FOOTER =
  /\b(grand total|totals?|records?\)|confidential|copyright|©|all rights reserved|generated (by|on|at)|exported (by|on|at)|end of (report|file)|rows? (returned|exported|selected|affected))/i;

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
  const found = detectDialect(window, isWhole, hints.isHeader);
  const isWide = found.delimiter.length > 1;
  const text = isWide ? oneByteDelimiter(window, found.delimiter) : window;
  const records = sampleOf(text, isWhole, found);
  const shape = shapeFile(records, hints.isHeader, hints.layouts);
  if (!shape) {
    const first = records.find((r) => !r.isBlank);
    if (!first) return { problems: [] };
    return {
      problems: [problem('missing_header', { file, line: first.line }, { columns: first.cells.length }, first.raw)],
    };
  }
  const teller = new Teller(file);
  const counts = { rows: 0, aside: 0 };
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
    sample: records
      .slice(shape.firstRow)
      .filter((r) => r.isSound && !r.isBlank && r.cells.length === shape.header.length),
    rows: () => rowsOf(behind(text, rest), found, shape, source, teller, counts),
    problems: () => teller.problems(),
  };
}

/** The whole of a text at once, as a table. */
export async function tableOf(source: Decoding, file: string, hints: Hints): Promise<Table> {
  const open = await openTable(source, file, hints);
  if (!('rows' in open)) return { header: [], headerLine: 1, rows: [], before: [], problems: open.problems };
  const rows: TableRow[] = [];
  for await (const batch of open.rows()) rows.push(...batch);
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

function sampleOf(text: Uint8Array, isWhole: boolean, { dialect }: Found): SampleRecord[] {
  const records: SampleRecord[] = [];
  scanBytes(text, isWhole, dialect, (record) => {
    records.push({
      line: record.line,
      cells: record.fault === undefined || record.fault === 'stray_quote' ? record.texts() : [record.raw()],
      raw: record.raw().slice(0, 4000),
      isBlank: record.isBlank(),
      isSound: record.fault === undefined,
    });
  });
  return records;
}

/** Streams rows: the regular ones as they are, the others by way of `Irregular`. */
async function* rowsOf(
  fill: Fill,
  { dialect, delimiter }: Found,
  shape: Shape,
  source: Decoding,
  teller: Teller,
  counts: { rows: number; aside: number },
): AsyncGenerator<readonly TableRow[]> {
  const width = shape.header.length;
  let batch: TableRow[] = [];
  const emit = (line: number, cells: readonly string[]): void => {
    counts.rows++;
    batch.push({ line, cells });
  };
  const body = new Body(shape, delimiter, teller, emit, counts);
  let damage = 0;
  const take = (record: Cells): void => {
    const damaged = source.damage[damage];
    if (damaged !== undefined && damaged < record.offset + record.end - record.start) {
      while ((source.damage[damage] ?? Infinity) < record.offset + record.end - record.start) damage++;
      body.watchDamage();
    }
    body.take(record);
  };
  const columns = (): number | undefined => (body.isInside ? width : undefined);
  const isWhole = (record: Cells): boolean => !body.isInside || body.isOneRecord(record);
  for await (const _ of scan(fill, dialect, take, { columns, isWhole })) {
    if (batch.length) yield batch;
    batch = [];
  }
  body.end();
  if (source.fault.offset !== undefined) teller.tell('encoding_changes', {}, { offset: source.fault.offset });
  if (batch.length) yield batch;
}

/** Takes the records of a file one by one and decides what each is. */
class Body {
  readonly #shape: Shape;
  readonly #delimiter: string;
  readonly #teller: Teller;
  readonly #emit: (line: number, cells: readonly string[]) => void;
  readonly #counts: { aside: number };
  readonly #folded: string;
  #index = 0;
  #isOver = false;
  #blankAt = 0;
  #lineEnds: Cells['lineEnd'] | undefined;
  #watches = false;
  /** A short row that may go on in the next one: an unquoted line end split it. */
  #short: { readonly line: number; readonly cells: readonly string[]; readonly raw: string } | undefined;

  constructor(
    shape: Shape,
    delimiter: string,
    teller: Teller,
    emit: (line: number, cells: readonly string[]) => void,
    counts: { aside: number },
  ) {
    this.#shape = shape;
    this.#delimiter = delimiter;
    this.#teller = teller;
    this.#emit = emit;
    this.#counts = counts;
    this.#folded = shape.header.map(foldHeader).join('\n');
    const { before, header, headerLine, second } = shape;
    if (before.length)
      teller.tell(
        'preamble',
        { line: headerLine },
        { header: headerLine, lines: before.length },
        header.join(delimiter),
      );
    for (const [i, name] of header.entries()) {
      const column = i + 1;
      const place = { line: headerLine, column };
      const twin = name.trim() === '' ? -1 : header.findIndex((other) => foldHeader(other) === foldHeader(name));
      if (twin >= 0 && twin < i)
        teller.tell('duplicate_header', place, { header: name.trim(), first: twin + 1, column });
      if (name.trim() === '' && !shape.isPadded) teller.tell('empty_header', place, { column });
    }
    if (shape.isPadded)
      teller.tell('extra_delimiters', { line: headerLine }, { columns: header.filter((name) => name.trim()).length });
    if (second)
      teller.tell('two_line_header', { line: second.line }, { first: headerLine }, second.cells.join(delimiter));
  }

  /** Whether the records that come now are rows. */
  get isInside(): boolean {
    return this.#index >= this.#shape.firstRow && !this.#isOver;
  }

  /** From now on cells are looked at for damaged text; the flag falls with the record. */
  watchDamage(): void {
    this.#watches = true;
  }

  /** Whether a record of several lines is one row: none of its further lines looks like a row of the table by itself. */
  isOneRecord(record: Cells): boolean {
    const { types, header } = this.#shape;
    const lines = record
      .raw()
      .split(/\r\n|\n|\r/)
      .slice(1);
    return !lines.some((line) => {
      const cells = line.split(this.#delimiter);
      if (cells.length !== header.length || header.length < 2) return false;
      const { misfits, proofs } = types.compare(cells);
      return proofs > misfits.length;
    });
  }

  take(record: Cells): void {
    const isDamagedRecord = this.#watches;
    this.#watches = false;
    this.#lineEnd(record);
    const index = this.#index++;
    if (index < this.#shape.firstRow) return;
    if (record.isBlank()) return this.#blank(record);
    if (this.#isOver && !this.#isHeaderAgain(record)) return this.#otherSection(record);
    if (this.#blankAt) this.#afterBlank(record);
    if (this.#isOver) return this.#otherSection(record);
    const { header, types } = this.#shape;
    if (isDamagedRecord && isDamaged(record.raw())) return this.#aside('damaged_text', record, {});
    if (record.fault === 'too_long') return this.#aside('record_too_long', record, {});
    if (record.fault !== undefined) return this.#mend(record);
    if (record.count !== header.length) return this.#ragged(record);
    this.#flushShort();
    if (this.#isHeaderAgain(record)) return;
    const cells = record.texts();
    const { misfits } = types.compare(cells);
    if (misfits.length) {
      const first = cells.find((cell) => cell.trim() !== '') ?? '';
      const filled = cells.filter((cell) => cell.trim() !== '').length;
      if (
        (TOTAL.test(first.trim()) || (filled === 1 && FOOTER.test(first))) &&
        filled * 2 <= Math.max(4, cells.length)
      ) {
        this.#teller.tell('footer', { line: record.line }, { text: first.trim() }, record.raw());
        return;
      }
      if (isShifted(cells, misfits, types)) return this.#aside('shifted_row', record, { columns: misfits.length });
    }
    this.#emit(record.line, cells);
  }

  /** The file is at its end: a row that waited for its other half is set aside. */
  end(): void {
    this.#flushShort();
  }

  #lineEnd({ lineEnd, line }: Cells): void {
    if (lineEnd === 'none') {
      this.#teller.tell('no_final_line_end', { line }, {});
      return;
    }
    this.#lineEnds ??= lineEnd;
    if (lineEnd !== this.#lineEnds) this.#teller.tell('mixed_line_ends', { line }, {});
  }

  #blank(record: Cells): void {
    this.#flushShort();
    if (this.#shape.layout?.section) this.#isOver = true;
    else this.#blankAt ||= record.line;
  }

  /** The first record behind blank lines: a row, a footer, or the header of another table. */
  #afterBlank(record: Cells): void {
    const at = this.#blankAt;
    this.#blankAt = 0;
    const { header } = this.#shape;
    if (record.fault === undefined && record.count === header.length) {
      this.#teller.tell('blank_line', { line: at }, {});
      return;
    }
    const cells = record.texts();
    const isTitle = cells.filter((cell) => cell.trim() !== '').length === 1 && !FOOTER.test(record.raw());
    if (record.fault === undefined && (isTitle || (record.count > 1 && looksLikeLabels(cells)))) this.#isOver = true;
    else this.#teller.tell('blank_line', { line: at }, {});
  }

  /** Records of other sections: told, never read as rows of this one. */
  #otherSection(record: Cells): void {
    this.#teller.tell('other_section', { line: record.line }, {}, record.raw());
  }

  /** The same header once more: no row, and the table goes on behind it. */
  #isHeaderAgain(record: Cells): boolean {
    if (record.count !== this.#shape.header.length || record.texts().map(foldHeader).join('\n') !== this.#folded)
      return false;
    this.#teller.tell('repeated_header', { line: record.line }, {}, record.raw());
    this.#isOver = false;
    return true;
  }

  #mend(record: Cells): void {
    this.#flushShort();
    const { header, types } = this.#shape;
    const raw = record.raw();
    const mended = mendLine(raw, record.dialect, header.length, types);
    const at = raw.indexOf(String.fromCharCode(record.dialect.quote));
    const place = { line: record.line, column: raw.slice(0, at).split(this.#delimiter).length };
    this.#teller.tell(mended?.code ?? 'broken_quotes', place, {}, raw, at + 1);
    if (mended) this.#emit(record.line, mended.cells);
    else this.#counts.aside++;
  }

  #ragged(record: Cells): void {
    const { header, types } = this.#shape;
    const cells = record.texts();
    const raw = record.raw();
    const filled = cells.filter((cell) => cell.trim() !== '');
    if (filled.length <= 2 && FOOTER.test(filled.join(' '))) {
      this.#flushShort();
      this.#teller.tell('footer', { line: record.line }, { text: filled.join(' ') }, raw);
      return;
    }
    if (cells.length > header.length && cells.slice(header.length).every((cell) => cell.trim() === '')) {
      // A delimiter too many inside the row would have pushed out the last cell, which is never empty.
      const own = cells.slice(0, header.length);
      const last = header.length - 1;
      if (own[last]?.trim() && types.isNeverEmpty(last) && types.compare(own).misfits.length === 0) {
        this.#flushShort();
        this.#teller.tell(
          'extra_delimiters',
          { line: record.line },
          { cells: cells.length, columns: header.length },
          raw,
        );
        this.#emit(record.line, own);
        return;
      }
    }
    const short = this.#short;
    if (short && short.cells.length + cells.length - 1 === header.length) {
      const whole = [...short.cells.slice(0, -1), `${short.cells.at(-1)}\n${cells[0]}`, ...cells.slice(1)];
      const { misfits, proofs } = types.compare(whole);
      if (misfits.length === 0 && proofs >= 2) {
        this.#short = undefined;
        this.#teller.tell('joined_row', { line: short.line }, { next: record.line }, short.raw);
        this.#emit(short.line, whole);
        return;
      }
    }
    this.#flushShort();
    const mended = mendRagged(cells, this.#delimiter, header.length, types);
    if (mended) {
      const column = mended.cells.findIndex((cell, i) => cell !== cells[i]) + 1;
      this.#teller.tell(
        'moved_cell',
        { line: record.line, column },
        { cells: cells.length, columns: header.length },
        raw,
        1,
      );
      this.#emit(record.line, mended.cells);
    } else if (cells.length < header.length) this.#short = { line: record.line, cells, raw };
    else this.#aside('ragged_row', record, { cells: cells.length, columns: header.length });
  }

  #flushShort(): void {
    const short = this.#short;
    if (!short) return;
    this.#short = undefined;
    this.#counts.aside++;
    this.#teller.tell(
      'ragged_row',
      { line: short.line },
      { cells: short.cells.length, columns: this.#shape.header.length },
      short.raw,
    );
  }

  #aside(code: Problem['code'], record: Cells, args: Problem['args']): void {
    this.#flushShort();
    this.#counts.aside++;
    this.#teller.tell(code, { line: record.line }, args, record.raw());
  }
}

/** Whether cells that do not look like their columns look like the ones beside: the row slipped. */
function isShifted(cells: readonly string[], misfits: readonly number[], types: ColumnTypes): boolean {
  if (misfits.length < 2) return false;
  const fitsAt = (by: number): boolean =>
    misfits.filter((column) => {
      const text = (cells[column] ?? '').trim();
      return text === '' || (types.isTelling(column + by) && types.fits(column + by, text));
    }).length >
      misfits.length / 2 &&
    misfits.some(
      (column) =>
        (cells[column] ?? '').trim() !== '' &&
        types.isTelling(column + by) &&
        types.fits(column + by, cells[column] ?? ''),
    );
  return fitsAt(1) || fitsAt(-1);
}
