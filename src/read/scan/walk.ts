import { Cells, type Dialect, ESCAPED, QUOTED, type RecordFault } from './cells.ts';
import { CR, KIND, LF, LINE_ENDS, type StructureIndex } from './structure.ts';

/** A record may take this many bytes; what is longer is set aside, so that one quote cannot swallow a file. */
export const RECORD_LIMIT = 1 << 20;

export interface ScanOptions {
  /** Cells of a regular record, once that is known: a record of several lines that has another number is read as lines. */
  readonly columns?: (() => number | undefined) | undefined;
  /** Whether a record that holds line ends is one record, and not rows that a quote swallowed. */
  readonly isWhole?: ((record: Cells) => boolean) | undefined;
}

/** Walks over filled buffers. Kept in a class so that the loop over all bytes works on plain fields. */
export class Walk {
  readonly #index: StructureIndex;
  readonly #dialect: Dialect;
  readonly #take: (record: Cells) => void;
  readonly #options: ScanOptions;
  readonly #cells: Cells;
  /** The same for records that the cutter found, whose cells stand in its arrays. */
  readonly #cut?: Cells;
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
    this.#cells = this.#room();
    if (index.cutter && dialect.escape === 'doubled') {
      const { starts, ends, flags } = index.cutter;
      this.#cut = Object.assign(this.#room(), { starts, ends, flags });
    }
  }

  #room(): Cells {
    const cells = new Cells();
    const { buffer, byteOffset, length } = this.#index.bytes;
    cells.bytes = Buffer.from(buffer, byteOffset, length);
    cells.dialect = this.#dialect;
    return cells;
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
    const { cutter } = this.#index;
    const cut = this.#cut;
    while (start < usable) {
      const width = cut && cutter ? cutter.cut(i, count, start, delimiter, quote) : 0;
      if (cut && cutter && width > 0) {
        const { words } = cutter;
        const end = words[1] as number;
        this.#describe(cut, start, end, width, 0, undefined, LINE_ENDS[words[3] as number] ?? 'lf');
        if (control < start) control = firstControl(start);
        cut.hasControl = control < end;
        i += (words[0] as number) >>> 2;
        start = words[2] as number;
        this.#take(cut);
        this.#line++;
        continue;
      }
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
          lineEnd = this.#lineEndAt(entry, start);
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
        this.#describe(cells, start, end, n, inside, fault, lineEnd);
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
          lineEnd = this.#lineEndAt(entry, start);
          end = lineEnd === 'crlf' ? at - 1 : at;
          after = at + 1;
        }
        n = 0;
        inside = 0;
      }
      this.#describe(cells, start, end, n, inside, fault, lineEnd);
      if (control < start) control = firstControl(start);
      cells.hasControl = control < end;
      this.#take(cells);
      this.#line += inside + (lineEnd === 'none' ? 0 : 1);
      start = after;
    }
    return this.#advance(start);
  }

  /** How the line ends that begins at `start`. */
  #lineEndAt(entry: number, start: number): Cells['lineEnd'] {
    if ((entry & 3) === KIND.carriageReturn) return 'cr';
    const at = entry >>> 2;
    return at > start && this.#index.bytes[at - 1] === CR ? 'crlf' : 'lf';
  }

  #advance(used: number): number {
    this.#base += used;
    return used;
  }

  #describe(
    cells: Cells,
    start: number,
    end: number,
    n: number,
    inside: number,
    fault: RecordFault,
    lineEnd: Cells['lineEnd'],
  ): void {
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
