/** Counts different values. Phone numbers, which a call log has millions of, are kept as numbers: 16 to 32 bytes each. */
export class Distinct {
  #phones = new Float64Array(1024);
  #count = 0;
  readonly #others = new Set<string>();

  /** Whether the value is a new one. */
  add(value: string): boolean {
    if (!PHONE.test(value)) {
      const before = this.#others.size;
      return this.#others.add(value).size > before;
    }
    const isNew = this.#put(Number(value));
    if (isNew && ++this.#count * 2 > this.#phones.length) this.#grow();
    return isNew;
  }

  /** Looks from the value's own place on for itself or an empty one. Zero is no number in E.164. */
  #put(phone: number): boolean {
    const table = this.#phones;
    const last = table.length - 1;
    let at = Math.imul(phone % 0x7fffffff, 0x9e3779b1) >>> 0;
    for (at &= last; table[at] !== 0; at = (at + 1) & last) if (table[at] === phone) return false;
    table[at] = phone;
    return true;
  }

  #grow(): void {
    const before = this.#phones;
    this.#phones = new Float64Array(before.length * 2);
    for (const phone of before) if (phone) this.#put(phone);
  }
}

/** E.164: at most 15 digits, which a double holds exactly. */
const PHONE = /^\+[1-9]\d{1,14}$/;
