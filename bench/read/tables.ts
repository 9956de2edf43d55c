/** Numbers texts by their bytes: the same bytes have the same code. */
export class CodeTable {
  readonly #slots = new Int32Array(1 << 12);
  readonly #texts: Buffer[] = [];

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
      if (code < 0) return this.#add(bytes, start, end, slot);
      const text = this.#texts[code] as Buffer;
      let i = 0;
      if (text.length === end - start) while (i < text.length && text[i] === bytes[start + i]) i++;
      if (i === end - start) return code;
    }
  }

  /** The texts by code. */
  texts(): string[] {
    return this.#texts.map(String);
  }

  #add(bytes: Buffer, start: number, end: number, slot: number): number {
    if (this.#texts.length * 2 > this.#slots.length) throw new Error('too many distinct texts');
    this.#texts.push(Buffer.from(bytes.subarray(start, end)));
    this.#slots[slot] = this.#texts.length;
    return this.#texts.length - 1;
  }
}

const PARTS = 128;

/** Whole numbers from 1, kept in parts by their hash: what repeats is counted at the end, part by part, each small enough for a cache. */
export class Numbers {
  readonly parts: Float64Array<ArrayBuffer>[] = Array.from({ length: PARTS }, () => new Float64Array(64));
  readonly sizes = new Int32Array(PARTS);

  add(value: number): void {
    const part = hashOf(value) >>> 25;
    const size = this.sizes[part] as number;
    if (size === (this.parts[part] as Float64Array).length) this.#grow(part);
    (this.parts[part] as Float64Array)[size] = value;
    this.sizes[part] = size + 1;
  }

  #grow(part: number): void {
    const before = this.parts[part] as Float64Array;
    const grown = new Float64Array(Math.ceil(before.length * 1.5));
    grown.set(before);
    this.parts[part] = grown;
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
      const values = parts[part] as Float64Array;
      for (let i = 0; i < (sizes[part] as number); i++) if (!isNew(slots, size - 1, values[i] as number)) repeats++;
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
  const high = Math.floor(value / 4_294_967_296);
  const hash = Math.imul(value - high * 4_294_967_296, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b);
  const mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return mixed ^ (mixed >>> 13);
}
