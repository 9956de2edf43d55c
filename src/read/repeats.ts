import type { CoercedRow } from './coerce.ts';

type CallValues = CoercedRow['values'];

/** What a row tells that an earlier one told: of one call, with the same outcome and lengths or with others. */
export interface Repeat {
  /** The number of the file that told it. */
  readonly file: number;
  readonly isSame: boolean;
}

/** Why a log of so many rows was not looked through for repeats as a whole; undefined of one that was. */
export const unseenRepeats = (rows: number): string | undefined =>
  rows > MOST
    ? `rows of one call that lie more than ${MOST.toLocaleString('en-US')} calls apart would count twice`
    : undefined;

/**
 * Finds calls that several rows tell: drops that overlap, a page that was fetched twice. A call is known by its id, start, agent,
 * number and direction, without an id by the others. Within a file such rows may be legs of one call, so that there only rows
 * with one id, outcome and lengths repeat each other.
 */
export class Repeats {
  #recent = new CallTable();
  #older: CallTable | undefined;

  /** The repeat that the row is; undefined of a call that is new. */
  of(call: CallValues, file: number): Repeat | undefined {
    if (call.id === undefined && call.phone === undefined) return undefined;
    const which = new Hash().add(call.id).add(call.started_at).add(call.agent).add(call.phone).add(call.direction);
    const { low, high } = which;
    const said = new Hash().add(call.disposition).add(call.duration).add(call.talk).add(call.hold).add(call.wrap).low;
    const known = this.#recent.find(low, high) ?? this.#older?.find(low, high);
    if (known === undefined) {
      if (this.#recent.isFull) [this.#older, this.#recent] = [this.#recent, new CallTable()];
      this.#recent.add(low, high, said, file);
      return undefined;
    }
    const isSame = known.said === said;
    return known.file === file && !(isSame && call.id !== undefined) ? undefined : { file: known.file, isSame };
  }
}

/** Repeats are seen that lie so many calls apart: a table holds as many, and two of them take 16 MB. */
const MOST = 2 ** 18;
/** Numbers of a call in the table: both halves of its hash, that of its outcome and lengths, and its file + 1. */
const WIDTH = 4;

/** Calls by a hash of 64 bits, in open addressing. */
class CallTable {
  #slots = new Uint32Array(1024 * WIDTH);
  #count = 0;

  get isFull(): boolean {
    return this.#count >= MOST;
  }

  find(low: number, high: number): { readonly said: number; readonly file: number } | undefined {
    const at = this.#placeOf(low, high);
    const file = (this.#slots[at + 3] as number) - 1;
    return file < 0 ? undefined : { said: this.#slots[at + 2] as number, file };
  }

  add(low: number, high: number, said: number, file: number): void {
    if (++this.#count * 1.5 * WIDTH > this.#slots.length) this.#grow();
    this.#slots.set([low, high, said, file + 1], this.#placeOf(low, high));
  }

  /** Where the call is, or the empty place where it would be. */
  #placeOf(low: number, high: number): number {
    const last = this.#slots.length / WIDTH - 1;
    for (let place = low & last; ; place = (place + 1) & last) {
      const at = place * WIDTH;
      if (this.#slots[at + 3] === 0 || (this.#slots[at] === low && this.#slots[at + 1] === high)) return at;
    }
  }

  #grow(): void {
    const old = this.#slots;
    this.#slots = new Uint32Array(old.length * 2);
    for (let at = 0; at < old.length; at += WIDTH) {
      if (old[at + 3] !== 0)
        this.#slots.set(old.subarray(at, at + WIDTH), this.#placeOf(old[at] as number, old[at + 1] as number));
    }
  }
}

/** Two hashes of 32 bits of a list of texts and numbers (after cyrb53 by bryc, public domain). */
class Hash {
  #low = 0xdeadbeef;
  #high = 0x41c6ce57;

  add(value: string | number | boolean | undefined): this {
    if (typeof value === 'string') for (let i = 0; i < value.length; i++) this.#mix(value.charCodeAt(i));
    else if (typeof value === 'number') {
      this.#mix(value | 0);
      this.#mix((value / 2 ** 32) | 0);
    }
    this.#mix(END);
    return this;
  }

  #mix(bits: number): void {
    this.#low = Math.imul(this.#low ^ bits, 0x9e3779b1);
    this.#high = Math.imul(this.#high ^ bits, 0x5f356495);
  }

  get low(): number {
    return (this.#low ^ Math.imul(this.#high ^ (this.#high >>> 13), 0xc2b2ae35)) >>> 0;
  }

  get high(): number {
    return (this.#high ^ Math.imul(this.#low ^ (this.#low >>> 16), 0x85ebca6b)) >>> 0;
  }
}
/** Behind each value: no unit of a text. */
const END = 0x10000;
