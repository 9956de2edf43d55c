import type { RowRef } from '../../model.ts';

type Column = Float64Array | Uint32Array | Uint16Array;
type Make = new (length: number) => Column;

/** Whole numbers below 2^16, below 2^32, and any number. */
export const SMALL: Make = Uint16Array;
export const WHOLE: Make = Uint32Array;
export const ANY: Make = Float64Array;

/** Rows of one file with their numbers, a typed array a column. */
interface Block {
  readonly source: RowRef['source'];
  readonly file: string;
  readonly lines: Uint32Array;
  /** How far the line is ahead of the number of the row; of nearly all files that never changes. */
  readonly ahead: number;
  /** The numbers, where it does. */
  ns?: Uint32Array;
  readonly columns: readonly Column[];
  /** Rows of the blocks before it. */
  readonly before: number;
  count: number;
}

/** Rows of a log with a few numbers each, kept in columns: 4 bytes a row beside its numbers, or 8, where objects take 200. */
export class RowColumns {
  readonly #kinds: readonly Make[];
  readonly #blocks: Block[] = [];
  #count = 0;

  constructor(...kinds: readonly Make[]) {
    this.#kinds = kinds;
  }

  get count(): number {
    return this.#count;
  }

  /** Numbers that do not fit their column are cut as typed arrays cut them. */
  add({ source, file, line, n }: RowRef, ...numbers: readonly number[]): void {
    const last = this.#blocks.at(-1);
    const isRoom = last && last.count < last.lines.length && last.file === file;
    const block = isRoom ? last : this.#begin(source, file, line - n);
    const at = block.count++;
    block.lines[at] = line;
    if (line - n !== block.ahead) block.ns ??= block.lines.map((other) => other - block.ahead);
    if (block.ns) block.ns[at] = n;
    for (let i = 0; i < block.columns.length; i++) (block.columns[i] as Column)[at] = numbers[i] as number;
    this.#count++;
  }

  #begin(source: RowRef['source'], file: string, ahead: number): Block {
    const size = Math.min(MOST, Math.max(LEAST, this.#count));
    const columns = this.#kinds.map((Kind) => new Kind(size));
    const block = { source, file, lines: new Uint32Array(size), ahead, columns, before: this.#count, count: 0 };
    this.#blocks.push(block);
    return block;
  }

  /** A column, in order of coming. */
  values(column: number): Float64Array {
    const all = new Float64Array(this.#count);
    for (const { before, columns, count } of this.#blocks) all.set(columns[column]?.subarray(0, count) ?? [], before);
    return all;
  }

  /** The row that came at a place, from 0; throws where none did. */
  row(at: number): RowRef {
    const block = this.#blocks.findLast(({ before }) => before <= at);
    const line = block?.lines[at - block.before];
    if (!block || at >= this.#count || line === undefined) throw new RangeError(`no row ${at}`);
    return { source: block.source, file: block.file, line, n: block.ns?.[at - block.before] ?? line - block.ahead };
  }
}

const LEAST = 8;
const MOST = 1024;
