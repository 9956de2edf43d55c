import type { ProblemArgs } from '../problems/problem.ts';
import type { ProblemCode } from '../problems/table.ts';
import type { ColumnTypes } from './column-types.ts';
import type { Found } from './dialect.ts';
import { isDamaged } from './encoding.ts';
import { tellHeader } from './header.ts';
import { mendLine, mendRagged } from './mend.ts';
import { noteOf, partedQuoteIn, rowsSaidIn, scriptMessageIn } from './notes.ts';
import { nameOf, otherDelimiter } from './other-delimiter.ts';
import { plainRows } from './plain-rows.ts';
import type { Cells } from './scan/cells.ts';
import { looksLikeLabels, type Shape } from './shape.ts';
import { isSwallowed } from './swallowed.ts';
import { type Counts, foldHeader } from './table.ts';
import type { Teller } from './teller.ts';

/** Takes the records of a file one by one and decides what each is. */
export class Body {
  readonly #shape: Shape;
  readonly #found: Found;
  readonly #teller: Teller;
  readonly #emit: (line: number, cells: readonly string[]) => void;
  readonly #counts: Counts;
  readonly #folded: readonly string[];
  readonly #plain: (record: Cells) => readonly string[] | undefined;
  /** The line of the last record. */
  #line = 0;
  #isOver = false;
  #blankAt = 0;
  /** Among the blank lines is one of delimiters. */
  #isEmptyRow = false;
  /** Rows begin with a quote although nothing in the cell needs one. */
  #hasQuotes = false;
  #lineEnds: Cells['lineEnd'] | undefined;
  /** A short row that may go on in the next one: an unquoted line end split it. */
  #short: { readonly line: number; readonly cells: readonly string[]; readonly raw: string } | undefined;

  constructor(
    shape: Shape,
    found: Found,
    teller: Teller,
    emit: (line: number, cells: readonly string[]) => void,
    counts: Counts,
  ) {
    this.#shape = shape;
    this.#found = found;
    this.#teller = teller;
    this.#emit = emit;
    this.#counts = counts;
    this.#folded = shape.header.map(foldHeader);
    this.#plain = plainRows(shape.header, shape.types, found.delimiter);
    tellHeader(shape, found, teller);
  }

  /** Whether the records that come now are rows. */
  get isInside(): boolean {
    return this.#line >= this.#shape.lastLine && !this.#isOver;
  }

  /** Whether a record of several lines is one row, and no rows that a quote swallowed. */
  isOneRecord(record: Cells): boolean {
    return !isSwallowed(record.texts(), String.fromCharCode(record.dialect.delimiter));
  }

  /** Takes the next record: a line before the rows, a blank one, one of another section, or a row. */
  take(record: Cells, isInDamage: boolean): void {
    if (record.fault !== 'too_long') this.#lineEnd(record);
    this.#line = record.line;
    if (record.line <= this.#shape.lastLine) return;
    if (record.isBlank()) {
      this.#blank(record);
      return;
    }
    if (this.#isPlainRow(record, isInDamage)) return;
    if (this.#isHeaderAgain(record)) return;
    if (this.#isOver && this.#isRowAgain(record)) this.#isOver = false;
    if (this.#blankAt && !this.#isOver) this.#afterBlank(record);
    if (this.#isOver) this.#teller.tell('other_section', { line: record.line }, {}, record.raw());
    else if (record.hasControl || (isInDamage && isDamaged(record.raw()))) this.#aside('damaged_text', record, {});
    else if (record.fault === 'too_long') this.#aside('record_too_long', record, {});
    else if (record.fault !== undefined) this.#mend(record);
    else if (record.count !== this.#shape.header.length) this.#ragged(record);
    else this.#regular(record);
  }

  /** Takes a row about which nothing is special, as nearly all are, with one look at each cell. */
  #isPlainRow(record: Cells, isInDamage: boolean): boolean {
    if (this.#isOver || this.#blankAt || isInDamage || record.hasControl || record.fault !== undefined) return false;
    if (record.count !== this.#folded.length) return false;
    const cells = this.#plain(record);
    if (!cells || this.#isBare(record, cells[0] ?? '')) return false;
    this.#flushShort();
    this.#emit(record.line, cells);
    return true;
  }

  /** A record with as many cells as the header: a row, unless what it says is out of place. */
  #regular(record: Cells): void {
    this.#flushShort();
    const { types } = this.#shape;
    const cells = record.texts();
    const { misfits, proofs } = types.compare(cells);
    // A whole row of the right kinds is a row, whatever the name of its company begins with.
    const isWhole = proofs > 0 && misfits.length === 0 && cells.every((cell) => cell.trim() !== '');
    const note = isWhole ? undefined : noteOf(cells, this.#shape.isSummary);
    const mark = otherDelimiter(cells, this.#found.delimiter, () => record.raw());
    if (note !== undefined) this.#footer(record.line, note, record.raw());
    else if (cells.every((cell) => cell.trim() === '')) this.#teller.tell('blank_line', { line: record.line }, {});
    else if (misfits.length && isOtherHeader(cells, misfits, types)) this.#aside('other_header', record, {});
    else if (mark !== undefined) this.#aside('other_delimiter', record, { mark: nameOf(mark) });
    else if (types.moved(cells, misfits) !== undefined) this.#aside('shifted_row', record, { columns: misfits.length });
    else {
      const bare = this.#isBare(record, cells[0] ?? '');
      const odd = scriptMessageIn(cells) ?? partedQuoteIn(cells) ?? (bare ? 0 : types.odd(cells, misfits));
      if (odd !== undefined) {
        const args = { header: this.#shape.header[odd]?.trim(), value: cells[odd] };
        this.#teller.tell('odd_cell', { line: record.line, column: odd + 1 }, args, record.raw(), record.caretOf(odd));
      }
      this.#emit(record.line, cells);
    }
  }

  #footer(line: number, text: string, raw: string): void {
    this.#teller.tell('footer', { line }, { text }, raw);
    const { rows, aside } = this.#counts;
    const said = rowsSaidIn(text);
    this.#counts.hasEnd ||= said !== undefined;
    if (said !== undefined && said > rows + aside) {
      const reason = `this line counts ${said} rows, and ${rows + aside} stand above it`;
      this.#teller.tell('incomplete_file', { line }, { reason }, raw);
    }
  }

  /** Whether a row begins without the quotes that rows of this file begin with, needed or not. A number may have none. */
  #isBare(record: Cells, first: string): boolean {
    const isQuoted = record.isQuoted(0);
    const isBare = this.#hasQuotes && !isQuoted && /[^\d.,+-]/.test(first);
    this.#hasQuotes ||= isQuoted && /^[\w.@:-]+$/.test(first);
    return isBare;
  }

  /** Behind another section: a record that is a row of this table, since every column bears it out. */
  #isRowAgain(record: Cells): boolean {
    const { header, types, layout } = this.#shape;
    if (layout?.section || record.fault !== undefined || record.count !== header.length) return false;
    const { misfits, proofs } = types.compare(record.texts());
    return misfits.length === 0 && proofs >= Math.min(2, header.length);
  }

  /** The file is at its end: a row that waited for its other half is set aside, and rows of delimiters alone are told. */
  end(): void {
    this.#flushShort();
    if (this.#isEmptyRow) this.#teller.tell('blank_line', { line: this.#blankAt }, {});
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
    else {
      this.#blankAt ||= record.line;
      this.#isEmptyRow ||= record.count > 1;
    }
  }

  /** The first record behind blank lines: a row, a footer, or the header of another table. */
  #afterBlank(record: Cells): void {
    const at = this.#blankAt;
    this.#blankAt = 0;
    this.#isEmptyRow = false;
    const { header } = this.#shape;
    if (record.fault === undefined && record.count === header.length) {
      this.#teller.tell('blank_line', { line: at }, {});
      return;
    }
    const cells = record.texts();
    const isTitle = cells.filter((cell) => cell.trim() !== '').length === 1 && noteOf(cells) === undefined;
    if (record.fault === undefined && (isTitle || (record.count > 1 && looksLikeLabels(cells)))) this.#isOver = true;
    else this.#teller.tell('blank_line', { line: at }, {});
  }

  /** The same header once more: no row, and the table goes on behind it. */
  #isHeaderAgain(record: Cells): boolean {
    if (record.count !== this.#folded.length || foldHeader(record.text(0)) !== this.#folded[0]) return false;
    if (record.texts().some((text, i) => foldHeader(text) !== this.#folded[i])) return false;
    this.#flushShort();
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
    const place = {
      line: record.line,
      column: raw.slice(0, at).split(String.fromCharCode(record.dialect.delimiter)).length,
    };
    this.#teller.tell(mended?.code ?? 'broken_quotes', place, {}, raw, at + 1);
    if (mended) this.#emit(record.line, mended.cells);
    else this.#counts.aside++;
  }

  #ragged(record: Cells): void {
    const { header, types } = this.#shape;
    const cells = record.texts();
    const raw = record.raw();
    const note = types.isTelling(0) && types.fits(0, cells[0] ?? '') ? undefined : noteOf(cells, false, header.length);
    if (note !== undefined) {
      this.#flushShort();
      this.#footer(record.line, note, raw);
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
    const mended = mendRagged(cells, this.#found.delimiter, header.length, types);
    if (mended) {
      const at = mended.cells.findIndex((cell, i) => cell !== cells[i]);
      const args = { cells: cells.length, columns: header.length };
      const caret = record.caretOf(Math.min(at, record.count - 1));
      this.#teller.tell('moved_cell', { line: record.line, column: at + 1 }, args, raw, caret);
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

  #aside(code: ProblemCode, record: Cells, args: ProblemArgs): void {
    this.#flushShort();
    this.#counts.aside++;
    this.#teller.tell(code, { line: record.line }, args, record.raw());
  }
}

/** Whether a row holds names where its columns hold values: the header of another table. */
function isOtherHeader(cells: readonly string[], misfits: readonly number[], types: ColumnTypes): boolean {
  const telling = cells.filter((_, column) => types.isTelling(column)).length;
  return misfits.length * 2 > telling && misfits.length >= 2 && looksLikeLabels(cells);
}
