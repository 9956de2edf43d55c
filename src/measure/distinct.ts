/**
 * Numbers values from 0 in order of coming; the same value has the same number. Phone numbers, which a call log has millions of,
 * are kept as numbers: 16 to 24 bytes each.
 */
export class Numbering {
  /** Number + 1 of the phone that has a place; 0 where none has. */
  #places = new Uint32Array(1024);
  /** Phones by their number, in blocks: nothing is copied when more come. */
  readonly #phones: Float64Array[] = [];
  readonly #others = new Map<string, number>();
  #count = 0;
  #countOfPhones = 0;
  /** Several ask for the contact of one call. */
  #last: string | undefined;
  #lastNumber = 0;

  of(value: string): number {
    if (value !== this.#last) {
      this.#lastNumber = this.#find(value);
      this.#last = value;
    }
    return this.#lastNumber;
  }

  #find(value: string): number {
    const phone = PHONE.test(value) ? Number(value) : 0;
    if (phone === 0) {
      const known = this.#others.get(value);
      if (known !== undefined) return known;
      this.#others.set(value, this.#count);
      return this.#count++;
    }
    let place = this.#placeOf(phone);
    const known = (this.#places[place] as number) - 1;
    if (known >= 0) return known;
    if (++this.#countOfPhones * 1.5 > this.#places.length) {
      this.#grow();
      place = this.#placeOf(phone);
    }
    const number = this.#count++;
    while (this.#phones.length * BLOCK <= number) this.#phones.push(new Float64Array(BLOCK));
    (this.#phones[number >>> BLOCK_BITS] as Float64Array)[number & (BLOCK - 1)] = phone;
    this.#places[place] = number + 1;
    return number;
  }

  #phoneOf(number: number): number {
    return this.#phones[number >>> BLOCK_BITS]?.[number & (BLOCK - 1)] ?? 0;
  }

  /** Looks from the phone's own place on for the phone or an empty place. */
  #placeOf(phone: number): number {
    const last = this.#places.length - 1;
    const high = Math.floor(phone / 2 ** 32);
    const mixed = Math.imul((phone - high * 2 ** 32) ^ Math.imul(high, 0x85ebca6b), 0x9e3779b1);
    for (let at = (mixed ^ (mixed >>> 15)) & last; ; at = (at + 1) & last) {
      const number = (this.#places[at] as number) - 1;
      if (number < 0 || this.#phoneOf(number) === phone) return at;
    }
  }

  #grow(): void {
    this.#places = new Uint32Array(this.#places.length * 2);
    for (let number = 0; number < this.#count; number++) {
      const phone = this.#phoneOf(number);
      if (phone) this.#places[this.#placeOf(phone)] = number + 1;
    }
  }
}

const BLOCK_BITS = 16;
const BLOCK = 1 << BLOCK_BITS;
/** E.164: at most 15 digits, which a double holds exactly. */
const PHONE = /^\+[1-9]\d{1,14}$/;

/**
 * A set of such numbers. As in Roaring bitmaps (Chambi, Lemire et al. 2016) the numbers of a block are a sorted list of 16 bits each,
 * and a bitmap from where that is smaller: at most 2 bytes a number and 8 KiB a block.
 */
export class NumberSet {
  readonly #blocks: (Block | undefined)[] = [];

  /** Whether the number is new. */
  add(number: number): boolean {
    const at = number >>> BLOCK_BITS;
    const block = this.#blocks[at];
    const low = number & (BLOCK - 1);
    if (block instanceof Uint8Array) return addBit(block, low);
    const list = block ?? { numbers: new Uint16Array(8), count: 0 };
    this.#blocks[at] = list;
    if (!addSorted(list, low)) return false;
    if (list.count > MOST_LISTED) this.#blocks[at] = bitmapOf(list);
    return true;
  }
}

type Block = List | Uint8Array;
interface List {
  numbers: Uint16Array;
  count: number;
}

/** As many numbers of 16 bits as a bitmap of all has bytes for. */
const MOST_LISTED = BLOCK / 16;

function addBit(bits: Uint8Array, low: number): boolean {
  const [at, bit] = [low >>> 3, 1 << (low & 7)];
  const before = bits[at] as number;
  bits[at] = before | bit;
  return (before & bit) === 0;
}

function addSorted(list: List, low: number): boolean {
  let [from, to] = [0, list.count];
  while (from < to) {
    const middle = (from + to) >>> 1;
    const there = list.numbers[middle] as number;
    if (there === low) return false;
    if (there < low) from = middle + 1;
    else to = middle;
  }
  if (list.count === list.numbers.length) {
    const grown = new Uint16Array(Math.ceil(list.count * 1.5));
    grown.set(list.numbers);
    list.numbers = grown;
  }
  list.numbers.copyWithin(from + 1, from, list.count++);
  list.numbers[from] = low;
  return true;
}

function bitmapOf({ numbers, count }: List): Uint8Array {
  const bits = new Uint8Array(BLOCK / 8);
  for (let i = 0; i < count; i++) addBit(bits, numbers[i] as number);
  return bits;
}
