import type { Problem } from '../problems/problem.ts';
import { CallTable, MOST, type Told } from './call-table.ts';
import type { CoercedRow } from './coerce.ts';
import { Spill, SpilledTable } from './spilled-table.ts';
import { noTemporary } from './temporary.ts';

type CallValues = CoercedRow['values'];

/** What a row tells that an earlier one told: of one call, with the same outcome and lengths or with others. */
export interface Repeat {
  /** The number of the file that told it. */
  readonly file: number;
  readonly isSame: boolean;
}

/**
 * Finds calls that several rows tell: drops that overlap, a page that was fetched twice. A call is known by its id, start, agent,
 * number and direction, without an id by the others. Within a file such rows may be legs of one call, so that there only rows
 * with one id, outcome and lengths repeat each other. What does not fit into memory is kept in a temporary file.
 */
export class Repeats {
  readonly #recent = new CallTable();
  readonly #older: SpilledTable[] = [];
  readonly #disk = new Spill();
  /** Why calls could not be kept in the temporary file: repeats of them were not found. */
  #fault: NodeJS.ErrnoException | undefined;

  /** The repeat that the row is; undefined of a call that is new. */
  of(call: CallValues, file: number): Repeat | undefined {
    if (call.id === undefined && call.phone === undefined) return undefined;
    const which = new Hash().add(call.id).add(call.started_at).add(call.agent).add(call.phone).add(call.direction);
    const { low, high } = which;
    const said = new Hash().add(call.disposition).add(call.duration).add(call.talk).add(call.hold).add(call.wrap).low;
    const known = this.#recent.find(low, high) ?? this.#findOlder(low, high);
    if (known === undefined) {
      if (this.#recent.count === MOST) this.#spill();
      this.#recent.add(low, high, said, file);
      return undefined;
    }
    const isSame = known.said === said;
    return known.file === file && !(isSame && call.id !== undefined) ? undefined : { file: known.file, isSame };
  }

  #findOlder(low: number, high: number): Told | undefined {
    for (const table of this.#older) {
      const known = table.find(low, high);
      if (known) return known;
    }
    return undefined;
  }

  #spill(): void {
    try {
      this.#older.push(new SpilledTable(this.#recent, this.#disk));
    } catch (error) {
      this.#fault ??= error as NodeJS.ErrnoException;
    }
    this.#recent.clear();
  }

  problems(): Problem[] {
    return this.#fault
      ? [noTemporary(this.#fault, 'calls of a large log, among which repeats are found, are kept there')]
      : [];
  }

  close(): void {
    this.#disk.close();
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
