import type { RowRef } from '../../model.ts';

type Column = Float64Array | Uint32Array;
type Make = new (length: number) => Column;

/** Whole numbers below 2^32, and any number. */
export const WHOLE: Make = Uint32Array;
export const ANY: Make = Float64Array;

/** Rows of one file with their numbers, a typed array a column. */
interface Block {
  readonly source: RowRef['source'];
  readonly file: string;
  readonly lines: Uint32Array;
  readonly ns: Uint32Array;
  readonly columns: readonly Column[];
  count: number;
}

/** Rows of a log with a few numbers each, kept in columns: 8 bytes a row beside its numbers, where objects take 200. */
export class RowColumns {
  readonly #kinds: readonly Make[];
  readonly #blocks: Block[] = [];
  #count = 0;

  constructor(...kinds: readonly Make[]) {
    this.#kinds = kinds;
  }

  /** Numbers that do not fit their column are cut as typed arrays cut them. */
  add({ source, file, line, n }: RowRef, ...numbers: readonly number[]): void {
    const last = this.#blocks.at(-1);
    const block = last && last.count < last.lines.length && last.file === file ? last : this.#begin(source, file);
    const at = block.count++;
    block.lines[at] = line;
    block.ns[at] = n;
    for (let i = 0; i < block.columns.length; i++) (block.columns[i] as Column)[at] = numbers[i] as number;
    this.#count++;
  }

  #begin(source: RowRef['source'], file: string): Block {
    const size = Math.min(MOST, Math.max(LEAST, this.#count));
    const columns = this.#kinds.map((Kind) => new Kind(size));
    const [lines, ns] = [new Uint32Array(size), new Uint32Array(size)];
    const block = { source, file, lines, ns, columns, count: 0 };
    this.#blocks.push(block);
    return block;
  }

  /** The rows as objects, in order of coming. */
  all(): NumberedRow[] {
    return this.#blocks.flatMap(({ source, file, lines, ns, columns, count }) =>
      Array.from({ length: count }, (_, at) => ({
        row: { source, file, line: lines[at] ?? 0, n: ns[at] ?? 0 },
        numbers: columns.map((column) => column[at] ?? 0),
      })),
    );
  }
}

/** A row with its numbers, in the order of their columns. */
export interface NumberedRow {
  readonly row: RowRef;
  readonly numbers: readonly number[];
}

const LEAST = 8;
const MOST = 4096;
