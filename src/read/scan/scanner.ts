import { CR, KIND, LF, NO_QUOTE, type StructureIndex, structureIndex } from './structure.ts';

/** How a delimited text is written. Several characters between cells were made one (see `oneByteDelimiter`). */
export interface Dialect {
  /** One byte. */
  readonly delimiter: number;
  /** One byte, or `NO_QUOTE`. */
  readonly quote: number;
  /** How a quote stands inside quotes: doubled, or behind a backslash. */
  readonly escape: 'doubled' | 'backslash';
}

/** Fills `into` from the front with the next bytes of a UTF-8 text; 0 at its end. */
export type Fill = (into: Uint8Array) => Promise<number>;

/** A record may take this many bytes; what is longer is set aside, so that one quote cannot swallow a file. */
const RECORD_LIMIT = 1 << 20;
const CHUNK = 1 << 18;
const SIZE = RECORD_LIMIT + CHUNK;

/** What was wrong with the text of a record. */
export type RecordFault =
  /** Nothing. */
  | undefined
  /** A quote stands in a cell that does not begin with one. */
  | 'stray_quote'
  /** A quote opens and does not close where a cell can end; the record is its first line. */
  | 'unclosed_quote'
  /** A line longer than a record may be; only its beginning is here. */
  | 'too_long';

const QUOTED = 1;
const ESCAPED = 2;

/**
 * One record: where its cells stand in the bytes. The scanner uses one object for all records: what is to be kept must be
 * copied (`text`) before the next record is asked for.
 */
export class Cells {
  bytes: Buffer = Buffer.alloc(0);
  /** How many cells. */
  count = 0;
  /** Begin and end of each cell, quotes apart. */
  starts = new Int32Array(64);
  ends = new Int32Array(64);
  flags = new Uint8Array(64);
  /** Line of the file on which the record begins, from 1, and how many line ends stand inside its quotes. */
  line = 1;
  inside = 0;
  /** Begin and end of the record, line end apart. */
  start = 0;
  end = 0;
  /** Offset of `start` in the decoded text. */
  offset = 0;
  fault: RecordFault = undefined;
  /** A control character stands in it. */
  hasControl = false;
  /** How the record ends; none for the last one of a file whose last line has no end. */
  lineEnd: 'lf' | 'crlf' | 'cr' | 'none' = 'lf';
  dialect: Dialect = { delimiter: 0, quote: NO_QUOTE, escape: 'doubled' };

  isQuoted(cell: number): boolean {
    return ((this.flags[cell] as number) & QUOTED) !== 0;
  }

  /** The text of a cell, quotes resolved. */
  text(cell: number): string {
    const text = this.bytes.toString('utf8', this.starts[cell], this.ends[cell]);
    return ((this.flags[cell] as number) & ESCAPED) === 0 ? text : unescaped(text, this.dialect);
  }

  texts(): string[] {
    return Array.from({ length: this.count }, (_, cell) => this.text(cell));
  }

  /** The record as it stands in the file. */
  raw(): string {
    return this.bytes.toString('utf8', this.start, this.end);
  }

  /** Where a cell stands in `raw`, from 1. */
  caretOf(cell: number): number {
    return this.bytes.toString('utf8', this.start, this.starts[cell]).length + 1;
  }

  isBlank(): boolean {
    for (let at = this.start; at < this.end; at++) {
      const byte = this.bytes[at] as number;
      if (byte > 32 && byte !== this.dialect.delimiter) return false;
    }
    return true;
  }

  grow(): void {
    const size = this.starts.length * 2;
    const grown = <A extends Int32Array | Uint8Array>(from: A, into: A): A => {
      into.set(from);
      return into;
    };
    this.starts = grown(this.starts, new Int32Array(size));
    this.ends = grown(this.ends, new Int32Array(size));
    this.flags = grown(this.flags, new Uint8Array(size));
  }
}

function unescaped(text: string, { quote, escape: how }: Dialect): string {
  const q = String.fromCharCode(quote);
  if (how === 'doubled') return text.replaceAll(q + q, q);
  return text.replace(/\\([\s\S])/g, (both, next: string) => (next === q || next === '\\' ? next : both));
}

export interface ScanOptions {
  /** Cells of a regular record, once that is known: a record of several lines that has another number is read as lines. */
  readonly columns?: (() => number | undefined) | undefined;
  /** Whether a record that holds line ends is one record, and not rows that a quote swallowed. */
  readonly isWhole?: ((record: Cells) => boolean) | undefined;
}

/**
 * Reads a delimited text record by record, and gives control back after each filling. A quote opens only where it also closes;
 * one that does not costs its own line, and reading goes on behind it. Memory is bounded by the longest record; time is
 * linear, since a line that was given up is read once more, as a line, and never again.
 */
export async function* scan(
  fill: Fill,
  dialect: Dialect,
  take: (record: Cells) => void,
  options: ScanOptions = {},
): AsyncGenerator<void> {
  const index = structureIndex(SIZE);
  const walk = new Walk(index, dialect, take, options);
  let length = 0;
  for (let isEnd = false; !isEnd; ) {
    const got = await fill(index.bytes.subarray(length, Math.min(SIZE, length + CHUNK)));
    isEnd = got === 0;
    length += got;
    const used = walk.records(length, isEnd);
    index.bytes.copyWithin(0, used, length);
    length -= used;
    yield;
  }
}

/** Reads the records of bytes at hand; `index` may serve several readings. Without `isWhole` the last line is left, as it may go on. */
export function scanBytes(
  bytes: Uint8Array,
  isWhole: boolean,
  dialect: Dialect,
  take: (record: Cells) => void,
  options: ScanOptions = {},
  index: StructureIndex = scanIndex(bytes.length),
): void {
  const walk = new Walk(index, dialect, take, options);
  let length = 0;
  for (let at = 0; ; ) {
    const got = Math.min(bytes.length - at, CHUNK, index.bytes.length - length);
    index.bytes.set(bytes.subarray(at, at + got), length);
    at += got;
    length += got;
    if (got === 0 && !isWhole) return;
    const used = walk.records(length, got === 0);
    index.bytes.copyWithin(0, used, length);
    length -= used;
    if (got === 0) return;
  }
}

/** A buffer and index with which `scanBytes` can read so many bytes again and again. */
export const scanIndex = (length: number): StructureIndex => structureIndex(Math.min(SIZE, length + 64));

/** Walks over filled buffers. Kept in a class so that the loop over all bytes works on plain fields. */
class Walk {
  readonly #index: StructureIndex;
  readonly #dialect: Dialect;
  readonly #take: (record: Cells) => void;
  readonly #options: ScanOptions;
  readonly #cells = new Cells();
  /** Offset of the buffer's begin in the text, and the line there. */
  #base = 0;
  #line = 1;
  /** Up to this offset no quote spans lines: a record that would have was given up there. */
  #linesUntil = 0;
  /** Inside a line that is too long: nothing is read before its end. */
  #isSkipping = false;

  constructor(index: StructureIndex, dialect: Dialect, take: (record: Cells) => void, options: ScanOptions) {
    this.#index = index;
    this.#dialect = dialect;
    this.#take = take;
    this.#options = options;
    this.#cells.bytes = Buffer.from(index.bytes.buffer, index.bytes.byteOffset, index.bytes.length);
    this.#cells.dialect = dialect;
  }

  /** Takes the records that are whole in the first `length` bytes; returns how many bytes they are. */
  records(length: number, isEnd: boolean): number {
    const { bytes, entries } = this.#index;
    const { delimiter, quote } = this.#dialect;
    // Whether a carriage return at the end is a line end of its own is seen with the next byte.
    const usable = !isEnd && bytes[length - 1] === CR ? length - 1 : length;
    const count = this.#index.find(usable, delimiter, quote);
    const cells = this.#cells;
    const firstControl = (from: number): number => {
      let at = this.#index.control(from, usable);
      while (at < usable && bytes[at] === delimiter) at = this.#index.control(at + 1, usable);
      return at;
    };
    let control = firstControl(0);
    const columns = this.#options.columns?.();
    let i = 0;
    let start = 0;
    if (this.#isSkipping) {
      while (i < count && !isLineEnd(entries[i] as number)) i++;
      if (i === count) return this.#advance(usable);
      start = ((entries[i++] as number) >>> 2) + 1;
      this.#line++;
      this.#isSkipping = false;
    }
    while (start < usable) {
      const first = i;
      let n = 0;
      let cell = start;
      let inside = 0;
      let closed = false;
      let fault: RecordFault;
      let end = -1;
      let after = start;
      let lineEnd: Cells['lineEnd'] = 'lf';
      while (i < count) {
        const entry = entries[i++] as number;
        const kind = entry & 3;
        const at = entry >>> 2;
        if (kind === KIND.delimiter) {
          if (n + 1 >= cells.starts.length) cells.grow();
          if (!closed) {
            cells.starts[n] = cell;
            cells.ends[n] = at;
            cells.flags[n++] = 0;
          }
          closed = false;
          cell = at + 1;
        } else if (kind === KIND.quote) {
          if (at !== cell || closed) {
            fault = 'stray_quote';
            continue;
          }
          const close = this.#closing(i, count, usable);
          const next = close.at + 1;
          if (close.at < 0 || !this.#endsCell(next, usable)) {
            if (close.at < 0 ? !isEnd && usable - start < RECORD_LIMIT && !close.isLine : next >= usable && !isEnd)
              return this.#advance(start);
            fault = 'unclosed_quote';
            if (!close.isLine) this.#giveUpTo(close.at < 0 ? usable : close.at);
            break;
          }
          cells.starts[n] = at + 1;
          cells.ends[n] = close.at;
          cells.flags[n++] = close.isEscaped ? QUOTED | ESCAPED : QUOTED;
          inside += close.lines;
          closed = true;
          i = close.next;
        } else {
          lineEnd = kind === KIND.carriageReturn ? 'cr' : at > start && bytes[at - 1] === CR ? 'crlf' : 'lf';
          end = lineEnd === 'crlf' ? at - 1 : at;
          after = at + 1;
          break;
        }
      }
      if (fault !== 'unclosed_quote' && end < 0) {
        if (!isEnd && usable - start < RECORD_LIMIT) return this.#advance(start);
        if (!isEnd && inside > 0) {
          fault = 'unclosed_quote';
          this.#giveUpTo(usable);
        } else {
          end = usable;
          after = usable;
          lineEnd = 'none';
          if (!isEnd) {
            fault = 'too_long';
            this.#isSkipping = true;
          }
        }
      }
      if (end >= 0 && !closed) {
        cells.starts[n] = cell;
        cells.ends[n] = Math.max(cell, end);
        cells.flags[n++] = 0;
      }
      if (fault !== 'unclosed_quote' && inside > 0) {
        this.#describe(start, end, n, inside, fault, lineEnd);
        const isRegular = fault === undefined && (columns === undefined || n === columns);
        if (!isRegular || this.#options.isWhole?.(cells) === false) {
          fault = 'unclosed_quote';
          this.#giveUpTo(after);
        }
      }
      if (fault === 'unclosed_quote') {
        // The line alone: found anew from where the record began.
        i = first;
        while (i < count && !isLineEnd(entries[i] as number)) i++;
        if (i === count) {
          if (!isEnd && usable - start < RECORD_LIMIT) return this.#advance(start);
          end = usable;
          after = usable;
          lineEnd = 'none';
          if (!isEnd) {
            fault = 'too_long';
            this.#isSkipping = true;
          }
        } else {
          const entry = entries[i++] as number;
          const at = entry >>> 2;
          lineEnd = (entry & 3) === KIND.carriageReturn ? 'cr' : at > start && bytes[at - 1] === CR ? 'crlf' : 'lf';
          end = lineEnd === 'crlf' ? at - 1 : at;
          after = at + 1;
        }
        n = 0;
        inside = 0;
      }
      this.#describe(start, end, n, inside, fault, lineEnd);
      if (control < start) control = firstControl(start);
      cells.hasControl = control < end;
      this.#take(cells);
      this.#line += inside + (lineEnd === 'none' ? 0 : 1);
      start = after;
    }
    return this.#advance(start);
  }

  #advance(used: number): number {
    this.#base += used;
    return used;
  }

  #describe(
    start: number,
    end: number,
    n: number,
    inside: number,
    fault: RecordFault,
    lineEnd: Cells['lineEnd'],
  ): void {
    const cells = this.#cells;
    cells.start = start;
    cells.end = end;
    cells.offset = this.#base + start;
    cells.count = n;
    cells.line = this.#line;
    cells.inside = inside;
    cells.fault = fault;
    cells.lineEnd = lineEnd;
  }

  /** A record that spans lines was given up: the lines up to here are read as lines, and so at most twice. */
  #giveUpTo(at: number): void {
    this.#linesUntil = Math.max(this.#linesUntil, this.#base + at);
  }

  /** A closing quote can be followed by a delimiter, a line end or the end. */
  #endsCell(at: number, usable: number): boolean {
    const byte = this.#index.bytes[at];
    return at >= usable || byte === this.#dialect.delimiter || byte === LF || byte === CR;
  }

  /** The quote that closes the one before entry `i`; `at` is -1 where there is none. */
  #closing(i: number, count: number, usable: number): Closing {
    const { bytes, entries } = this.#index;
    const { quote, escape: how } = this.#dialect;
    let lines = 0;
    let isEscaped = false;
    for (let j = i; j < count; j++) {
      const entry = entries[j] as number;
      const at = entry >>> 2;
      if ((entry & 3) !== KIND.quote) {
        if ((entry & 3) === KIND.delimiter) continue;
        if (this.#base + at < this.#linesUntil) return { at: -1, next: j, lines, isEscaped, isLine: true };
        lines++;
      } else if (how === 'backslash') {
        let slashes = 0;
        while (bytes[at - 1 - slashes] === 0x5c) slashes++;
        if (slashes % 2 === 0) {
          const from = (entries[i - 1] as number) >>> 2;
          isEscaped = bytes.subarray(from, at).includes(0x5c);
          return { at, next: j + 1, lines, isEscaped, isLine: false };
        }
      } else if (at + 1 < usable && bytes[at + 1] === quote) {
        isEscaped = true;
        j++;
      } else return { at, next: j + 1, lines, isEscaped, isLine: false };
    }
    return { at: -1, next: count, lines, isEscaped, isLine: false };
  }
}

interface Closing {
  readonly at: number;
  /** The entry behind it. */
  readonly next: number;
  readonly lines: number;
  readonly isEscaped: boolean;
  /** The line ended first, where quotes do not span lines. */
  readonly isLine: boolean;
}

const isLineEnd = (entry: number): boolean => (entry & 1) === 1;
