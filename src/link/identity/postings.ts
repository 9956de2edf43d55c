const EMPTY = -1;

/** Lists of places by numeric keys, kept in typed arrays: a Map of half a million fractional keys costs ten times as much. */
export class Postings {
  #keys: Float64Array;
  #heads: Int32Array;
  #counts: Int32Array;
  #used = 0;
  readonly #next: number[] = [];
  readonly #places: number[] = [];

  constructor(expected: number) {
    const size = 2 ** Math.ceil(Math.log2(Math.max(16, expected * 2)));
    this.#keys = new Float64Array(size).fill(EMPTY);
    this.#heads = new Int32Array(size).fill(EMPTY);
    this.#counts = new Int32Array(size);
  }

  put(key: number, place: number): void {
    if (this.#used * 2 > this.#keys.length) this.#grow();
    const slot = slotOf(this.#keys, key);
    if (this.#keys[slot] === EMPTY) {
      this.#keys[slot] = key;
      this.#used++;
    }
    this.#next.push(this.#heads[slot] ?? EMPTY);
    this.#places.push(place);
    this.#heads[slot] = this.#places.length - 1;
    this.#counts[slot] = (this.#counts[slot] ?? 0) + 1;
  }

  /** Calls with every place under a key, the last put first; with none where there are more than `most`. */
  each(key: number, most: number, visit: (place: number) => void): void {
    const slot = slotOf(this.#keys, key);
    if ((this.#counts[slot] ?? 0) > most) return;
    for (let entry = this.#heads[slot] ?? EMPTY; entry !== EMPTY; entry = this.#next[entry] ?? EMPTY)
      visit(this.#places[entry] ?? 0);
  }

  #grow(): void {
    const size = this.#keys.length * 2;
    const [keys, heads, counts] = [
      new Float64Array(size).fill(EMPTY),
      new Int32Array(size).fill(EMPTY),
      new Int32Array(size),
    ];
    for (const [i, key] of this.#keys.entries()) {
      if (key === EMPTY) continue;
      const slot = slotOf(keys, key);
      keys[slot] = key;
      heads[slot] = this.#heads[i] ?? EMPTY;
      counts[slot] = this.#counts[i] ?? 0;
    }
    [this.#keys, this.#heads, this.#counts] = [keys, heads, counts];
  }
}

/** Where a key lies or would lie: the first free place from its hash on. */
function slotOf(keys: Float64Array, key: number): number {
  const mask = keys.length - 1;
  const high = Math.floor(key / 2 ** 32);
  let hash = Math.imul((key >>> 0) ^ Math.imul(high, 0x9e3779b1), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae35);
  let slot = (hash ^ (hash >>> 13)) & mask;
  while (keys[slot] !== EMPTY && keys[slot] !== key) slot = (slot + 1) & mask;
  return slot;
}
