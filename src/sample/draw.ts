import { createHash } from 'node:crypto';
import type { Money } from '../price/money.ts';

/** What can be drawn: it has an id, and perhaps money. */
export interface Candidate {
  readonly id: string;
  readonly amount: Money | undefined;
}

/** A candidate with its place in the draw. */
export interface Ranked<C extends Candidate> {
  readonly item: C;
  /** SHA-256 of the seed, a line feed and the id: whoever knows both can repeat it. */
  readonly hash: string;
}

export const hashOf = (seed: string, id: string): string => createHash('sha256').update(`${seed}\n${id}`).digest('hex');

/** A population in the order of a draw: all of it, or at least as many as a design can take. */
export interface Pool<C extends Candidate> {
  readonly items: number;
  readonly amount: Money | undefined;
  readonly ranked: readonly Ranked<C>[];
}

/**
 * Candidates by hash while they pass. The hash of a candidate depends on nothing but the seed and its id: a row more or less, and the order of rows,
 * change nothing of the others. No more than twice `most` are held.
 */
export class Draw<C extends Candidate> {
  readonly #seed: string;
  readonly #most: number;
  readonly #tie: (a: C, b: C) => number;
  #held: Ranked<C>[] = [];
  #items = 0;

  constructor(seed: string, most: number, tie: (a: C, b: C) => number) {
    this.#seed = seed;
    this.#most = most;
    this.#tie = tie;
  }

  add(item: C): void {
    this.#items++;
    this.#held.push({ item, hash: hashOf(this.#seed, item.id) });
    if (this.#held.length > 2 * this.#most) this.#settle();
  }

  pool(amount: Money | undefined): Pool<C> {
    this.#settle();
    return { items: this.#items, amount, ranked: this.#held };
  }

  #settle(): void {
    this.#held.sort((a, b) => (a.hash < b.hash ? -1 : a.hash > b.hash ? 1 : this.#tie(a.item, b.item)));
    if (this.#held.length > this.#most) this.#held = this.#held.slice(0, this.#most);
  }
}
