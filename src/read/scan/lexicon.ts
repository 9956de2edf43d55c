/**
 * What is found of a text is found once, and the text is made once, by the bytes that it stands in: most cells of a log came before. Of long texts, and of
 * those of a column of ids, which never come again, nothing is kept.
 */
export class Lexicon<T> {
  readonly #find: (text: string) => T;
  #found: T[] = [];
  #hits = 0;
  /** Closed when texts turned out to come once. */
  #isOpen = true;
  /** Number + 1 of a text, by its hash; 0 where there is none. */
  #places = new Uint16Array(PLACES);
  /** Of each text: its hash, its length, and its bytes one after the other. */
  #hashes = new Int32Array(MOST);
  #lengths = new Uint8Array(MOST);
  #bytes = new Uint8Array(MOST * LONGEST);

  constructor(find: (text: string) => T) {
    this.#find = find;
  }

  /** What is found of the UTF-8 text in [start, end). */
  of(bytes: Buffer, start: number, end: number): T {
    const length = end - start;
    if (!this.#isOpen || length > LONGEST) return this.#find(bytes.toString('utf8', start, end));
    let hash = length;
    for (let at = start; at < end; at++) hash = Math.imul(hash ^ (bytes[at] as number), 0x01000193);
    hash ^= hash >>> 15;
    let place = hash & (PLACES - 1);
    // Texts that were made to meet at one place are not looked for on and on.
    for (let tries = 0; tries < TRIES; tries++) {
      const number = (this.#places[place] as number) - 1;
      if (number < 0) return this.#learn(place, hash, bytes, start, end);
      if (this.#hashes[number] === hash && this.#lengths[number] === length && this.#isAt(number, bytes, start, end)) {
        this.#hits++;
        return this.#found[number] as T;
      }
      place = (place + 1) & (PLACES - 1);
    }
    return this.#find(bytes.toString('utf8', start, end));
  }

  #isAt(number: number, bytes: Uint8Array, start: number, end: number): boolean {
    const own = this.#bytes;
    for (let at = start, there = number * LONGEST; at < end; at++, there++) if (own[there] !== bytes[at]) return false;
    return true;
  }

  #learn(place: number, hash: number, bytes: Buffer, start: number, end: number): T {
    const found = this.#find(bytes.toString('utf8', start, end));
    const number = this.#found.length;
    if (number === MOST) {
      this.#isOpen = this.#hits >= MOST;
      this.#hits = 0;
      this.#found = [];
      this.#places.fill(0);
      return found;
    }
    this.#places[place] = number + 1;
    this.#hashes[number] = hash;
    this.#lengths[number] = end - start;
    this.#bytes.set(bytes.subarray(start, end), number * LONGEST);
    this.#found.push(found);
    return found;
  }
}

/** Texts of a column that are kept at once, their bytes, and places for them. */
const MOST = 2048;
const LONGEST = 32;
const PLACES = 4 * MOST;
const TRIES = 8;
