import { closeSync, readSync, writeSync } from 'node:fs';
import { type CallTable, isPlaceOf, MOST, type Told, toldAt, WIDTH } from './call-table.ts';
import { openTemporary } from './temporary.ts';

/** A full table on the disk, as it stood in memory; a filter in memory tells of nearly all calls that they are not in it. */
export class SpilledTable {
  readonly #disk: Spill;
  readonly #from: number;
  readonly #last: number;
  readonly #filter = new Filter();

  constructor({ slots }: CallTable, disk: Spill) {
    this.#disk = disk;
    this.#from = disk.append(slots);
    this.#last = slots.length / WIDTH - 1;
    for (let at = 0; at < slots.length; at += WIDTH)
      if (slots[at + 3] !== 0) this.#filter.add(slots[at] as number, slots[at + 1] as number);
  }

  find(low: number, high: number): Told | undefined {
    if (!this.#filter.mayHave(low, high)) return undefined;
    for (let place = low & this.#last; ; place = 0) {
      // From the call's own place on to the end of the table, then from its start.
      for (; place <= this.#last; place += AT_ONCE) {
        const slots = this.#disk.read(
          this.#from + place * WIDTH * 4,
          Math.min(AT_ONCE, this.#last + 1 - place) * WIDTH,
        );
        for (let at = 0; at < slots.length; at += WIDTH) if (isPlaceOf(slots, at, low, high)) return toldAt(slots, at);
      }
    }
  }
}

/** So many places are read at once: chains of calls at one place are shorter, nearly all. */
const AT_ONCE = 32;

/** Which calls a table may have, in 12 bits a call: wrong of one in a hundred (a blocked Bloom filter; Putze, Sanders and Singler 2007). */
class Filter {
  readonly #blocks = (MOST * 12) / 512;
  readonly #words = new Uint32Array(this.#blocks * 16);

  add(low: number, high: number): void {
    const block = this.#blockOf(high);
    for (const bit of [low & 511, (low >>> 9) & 511, (low >>> 18) & 511, high & 511])
      this.#words[block + (bit >>> 5)] = (this.#words[block + (bit >>> 5)] as number) | (1 << (bit & 31));
  }

  mayHave(low: number, high: number): boolean {
    const block = this.#blockOf(high);
    return (
      this.#has(block, low & 511) &&
      this.#has(block, (low >>> 9) & 511) &&
      this.#has(block, (low >>> 18) & 511) &&
      this.#has(block, high & 511)
    );
  }

  #has(block: number, bit: number): boolean {
    return (((this.#words[block + (bit >>> 5)] as number) >>> (bit & 31)) & 1) === 1;
  }

  /** Where the block of a call begins: 16 words, a line of the processor's cache. */
  #blockOf(high: number): number {
    return Math.floor((high / 2 ** 32) * this.#blocks) * 16;
  }
}

/** Numbers in a temporary file, which is there from the first on. It holds hashes, nothing that could be read. */
export class Spill {
  #file: number | undefined;
  #size = 0;
  readonly #read = new Uint32Array(AT_ONCE * WIDTH);

  /** Where in the file the numbers begin. */
  append(numbers: Uint32Array): number {
    this.#file ??= openTemporary();
    const from = this.#size;
    const bytes = new Uint8Array(numbers.buffer);
    while (this.#size < from + bytes.length)
      this.#size += writeSync(this.#file, bytes, this.#size - from, undefined, this.#size);
    return from;
  }

  /** So many numbers, which the next reading overwrites. */
  read(from: number, count: number): Uint32Array {
    const into = this.#read.subarray(0, count);
    if (readSync(this.#file as number, into, 0, into.byteLength, from) < into.byteLength)
      throw new Error('the temporary file was cut');
    return into;
  }

  close(): void {
    if (this.#file !== undefined) closeSync(this.#file);
  }
}
