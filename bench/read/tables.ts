/** Numbers texts by their bytes: the same bytes have the same code. */
export class CodeTable {
  readonly #slots = new Int32Array(1 << 12);
  /** The texts one behind the other, and where each begins. */
  readonly #texts = Buffer.alloc(1 << 18);
  readonly #words = viewOf(this.#texts);
  readonly #begins = new Int32Array((1 << 11) + 1);
  #count = 0;

  /** The code of the text at [start, end); `view` shows the same bytes as `bytes`. */
  codeOf(bytes: Buffer, view: DataView, start: number, end: number): number {
    const mask = this.#slots.length - 1;
    const words = end - 3;
    let hash = end - start;
    let at = start;
    for (; at < words; at += 4) {
      hash = Math.imul(hash ^ view.getInt32(at, true), 0x85ebca6b);
      hash ^= hash >>> 15;
    }
    for (; at < end; at++) hash = Math.imul(hash ^ (bytes[at] as number), 0x01000193);
    for (let slot = (hash ^ (hash >>> 15)) & mask; ; slot = (slot + 1) & mask) {
      const code = (this.#slots[slot] as number) - 1;
      if (code < 0) return this.#add(bytes.subarray(start, end), slot);
      if (this.#is(code, bytes, view, start, end)) return code;
    }
  }

  /** The texts by code. */
  texts(): string[] {
    return Array.from({ length: this.#count }, (_, code) =>
      this.#texts.toString('utf8', this.#begins[code], this.#begins[code + 1]),
    );
  }

  #is(code: number, bytes: Buffer, view: DataView, start: number, end: number): boolean {
    let at = this.#begins[code] as number;
    if ((this.#begins[code + 1] as number) - at !== end - start) return false;
    let i = start;
    for (; i < end - 3; i += 4, at += 4) if (view.getInt32(i, true) !== this.#words.getInt32(at, true)) return false;
    for (; i < end; i++, at++) if (bytes[i] !== this.#texts[at]) return false;
    return true;
  }

  #add(text: Uint8Array, slot: number): number {
    const code = this.#count++;
    const begin = this.#begins[code] as number;
    if (code * 2 >= this.#slots.length || begin + text.length > this.#texts.length)
      throw new Error('too many distinct texts');
    this.#texts.set(text, begin);
    this.#begins[code + 1] = begin + text.length;
    this.#slots[slot] = this.#count;
    return code;
  }
}

/** The bytes of a buffer as numbers of several bytes. */
export const viewOf = ({ buffer, byteOffset, length }: Buffer): DataView => new DataView(buffer, byteOffset, length);

const PARTS = 256;
const BLOCK = 1 << 12;

/** Whole numbers from 1, kept in parts by their hash: what repeats is counted at the end, part by part, each small enough for a cache. */
export class Numbers {
  /** Blocks of each part; only the last one may have room. */
  readonly parts: Float64Array<ArrayBuffer>[][] = Array.from({ length: PARTS }, () => []);
  readonly sizes = new Int32Array(PARTS);

  add(value: number): void {
    const part = hashOf(value) >>> 24;
    const size = this.sizes[part] as number;
    const blocks = this.parts[part] as Float64Array[];
    if (size % BLOCK === 0) blocks.push(new Float64Array(BLOCK));
    (blocks[Math.floor(size / BLOCK)] as Float64Array)[size % BLOCK] = value;
    this.sizes[part] = size + 1;
  }
}

/** How many of all these numbers stood there before. */
export function repeatsIn(all: readonly Pick<Numbers, 'parts' | 'sizes'>[]): number {
  let repeats = 0;
  let slots = new Float64Array(0);
  for (let part = 0; part < PARTS; part++) {
    const count = all.reduce((sum, { sizes }) => sum + (sizes[part] as number), 0);
    const size = 1 << Math.ceil(Math.log2(count * 1.5 + 2));
    if (slots.length < size) slots = new Float64Array(size);
    slots.fill(0, 0, size);
    for (const { parts, sizes } of all) {
      let left = sizes[part] as number;
      for (const block of parts[part] ?? []) {
        const length = Math.min(left, BLOCK);
        for (let i = 0; i < length; i++) if (!isNew(slots, size - 1, block[i] as number)) repeats++;
        left -= length;
      }
    }
  }
  return repeats;
}

function isNew(slots: Float64Array, mask: number, value: number): boolean {
  for (let slot = hashOf(value) & mask; ; slot = (slot + 1) & mask) {
    const there = slots[slot];
    if (there === value) return false;
    if (there !== 0) continue;
    slots[slot] = value;
    return true;
  }
}

function hashOf(value: number): number {
  const high = Math.floor(value * 2 ** -32);
  const hash = Math.imul(value - high * 2 ** 32, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b);
  const mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return mixed ^ (mixed >>> 13);
}
