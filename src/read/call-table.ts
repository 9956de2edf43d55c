/** So many calls are held in memory: 8 MiB. */
export const MOST = 2 ** 18;
/** Numbers of a call in a table: both halves of its hash, that of its outcome and lengths, and its file + 1. */
export const WIDTH = 4;

/** What is known of a call: the hash of its outcome and lengths, and the file that told it. */
export interface Told {
  readonly said: number;
  readonly file: number;
}

/** Calls by a hash of 64 bits, in open addressing. */
export class CallTable {
  slots = new Uint32Array(1024 * WIDTH);
  count = 0;

  find(low: number, high: number): Told | undefined {
    return toldAt(this.slots, this.#placeOf(low, high));
  }

  add(low: number, high: number, said: number, file: number): void {
    if (++this.count * 1.5 * WIDTH > this.slots.length) this.#grow();
    this.slots.set([low, high, said, file + 1], this.#placeOf(low, high));
  }

  /** Makes room; the table keeps its size. */
  clear(): void {
    this.slots.fill(0);
    this.count = 0;
  }

  /** Where the call is, or the empty place where it would be. */
  #placeOf(low: number, high: number): number {
    const last = this.slots.length / WIDTH - 1;
    for (let place = low & last; ; place = (place + 1) & last) {
      const at = place * WIDTH;
      if (isPlaceOf(this.slots, at, low, high)) return at;
    }
  }

  #grow(): void {
    const old = this.slots;
    this.slots = new Uint32Array(old.length * 2);
    for (let at = 0; at < old.length; at += WIDTH) {
      if (old[at + 3] !== 0)
        this.slots.set(old.subarray(at, at + WIDTH), this.#placeOf(old[at] as number, old[at + 1] as number));
    }
  }
}

/** Whether a place of a table is that of the call, or empty. */
export const isPlaceOf = (slots: Uint32Array, at: number, low: number, high: number): boolean =>
  slots[at + 3] === 0 || (slots[at] === low && slots[at + 1] === high);

export function toldAt(slots: Uint32Array, at: number): Told | undefined {
  const file = (slots[at + 3] as number) - 1;
  return file < 0 ? undefined : { said: slots[at + 2] as number, file };
}
