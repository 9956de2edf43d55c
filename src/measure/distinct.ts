/** Counts different values, and how often each came. Phone numbers, which a call log has millions of, are kept as numbers: 24 to 48 bytes each. */
export class Distinct {
  #phones = new Float64Array(1024);
  #times = new Uint32Array(1024);
  #count = 0;
  readonly #others = new Map<string, number>();

  /** How often the value has come, this time included: 1 for a new one. */
  add(value: string): number {
    if (!PHONE.test(value)) {
      const times = (this.#others.get(value) ?? 0) + 1;
      this.#others.set(value, times);
      return times;
    }
    const times = this.#put(Number(value), 1);
    if (times === 1 && ++this.#count * 2 > this.#phones.length) this.#grow();
    return times;
  }

  /** Looks from the value's own place on for itself or an empty one. Zero is no number in E.164. */
  #put(phone: number, more: number): number {
    const table = this.#phones;
    const last = table.length - 1;
    let at = Math.imul(phone % 0x7fffffff, 0x9e3779b1) >>> 0;
    for (at &= last; table[at] !== 0 && table[at] !== phone; at = (at + 1) & last);
    table[at] = phone;
    const times = (this.#times[at] ?? 0) + more;
    this.#times[at] = times;
    return times;
  }

  #grow(): void {
    const [phones, times] = [this.#phones, this.#times];
    this.#phones = new Float64Array(phones.length * 2);
    this.#times = new Uint32Array(phones.length * 2);
    for (const [at, phone] of phones.entries()) if (phone) this.#put(phone, times[at] ?? 0);
  }
}

/** E.164: at most 15 digits, which a double holds exactly. */
const PHONE = /^\+[1-9]\d{1,14}$/;
