/** Numbers texts by their bytes: the same bytes have the same code. */
export class CodeTable {
  #slots = new Int32Array(1 << 12);
  readonly #texts: Uint8Array[] = [];

  codeOf(bytes: Uint8Array, start: number, end: number): number {
    let hash = end - start;
    for (let i = start; i < end; i++) hash = Math.imul(hash ^ (bytes[i] as number), 0x01000193);
    hash ^= hash >>> 15;
    const mask = this.#slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const code = (this.#slots[slot] as number) - 1;
      if (code < 0) return this.#add(bytes, start, end, slot);
      const text = this.#texts[code] as Uint8Array;
      if (text.length !== end - start) continue;
      let i = 0;
      while (i < text.length && text[i] === bytes[start + i]) i++;
      if (i === text.length) return code;
    }
  }

  #add(bytes: Uint8Array, start: number, end: number, slot: number): number {
    if (this.#texts.length * 2 > this.#slots.length) throw new Error('too many distinct texts');
    this.#texts.push(Uint8Array.from(bytes.subarray(start, end)));
    this.#slots[slot] = this.#texts.length;
    return this.#texts.length - 1;
  }
}

/** A set of whole numbers above 0 and below 2^53, past the size at which a Set throws. */
export class NumberSet {
  #slots = new Float64Array(1 << 16);
  #size = 0;

  /** Whether the number is new. */
  add(value: number): boolean {
    const mask = this.#slots.length - 1;
    let hash = Math.imul(value >>> 0, 0x9e3779b1) ^ Math.imul((value / 4_294_967_296) | 0, 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    for (let slot = (hash ^ (hash >>> 16)) & mask; ; slot = (slot + 1) & mask) {
      const there = this.#slots[slot];
      if (there === value) return false;
      if (there !== 0) continue;
      this.#slots[slot] = value;
      if (++this.#size * 2 > this.#slots.length) this.#grow();
      return true;
    }
  }

  #grow(): void {
    const before = this.#slots;
    this.#slots = new Float64Array(before.length * 2);
    this.#size = 0;
    for (const value of before) if (value !== 0) this.add(value);
  }
}
