import { NO_QUOTE } from './structure.ts';

/** How a delimited text is written. Several characters between cells were made one (see `oneByteDelimiter`). */
export interface Dialect {
  /** One byte. */
  readonly delimiter: number;
  /** One byte, or `NO_QUOTE`. */
  readonly quote: number;
  /** How a quote stands inside quotes: doubled, or behind a backslash. */
  readonly escape: 'doubled' | 'backslash';
}

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

export const QUOTED = 1;
export const ESCAPED = 2;

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

  /** Whether quotes or backslashes stand in the bytes of a cell that are none in its text. */
  isEscaped(cell: number): boolean {
    return ((this.flags[cell] as number) & ESCAPED) !== 0;
  }

  /** The text of a cell, quotes resolved. */
  text(cell: number): string {
    const text = this.bytes.toString('utf8', this.starts[cell], this.ends[cell]);
    return this.isEscaped(cell) ? unescaped(text, this.dialect) : text;
  }

  texts(): string[] {
    const texts: string[] = [];
    for (let cell = 0; cell < this.count; cell++) texts.push(this.text(cell));
    return texts;
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
